"""Reading words: what the desk says of a text that could not be read whole, and of words that stand elsewhere now."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

READING_WORDS: Mapping[str, Mapping[str, Promise]] = MappingProxyType(
    {
        "reading_doubt": {
            "language_not_supported": _("It is in a language that is not read; no statements are looked for."),
            "languages_mixed": _("It is in several languages, each read by its own rules; “und” is not read."),
            "text_is_noisy": _("Letters look misread, as off a bad picture: look at the picture again."),
            "hidden_text": _("The page writes words that it does not show; they stand at the end and are not read."),
            "nested_too_deep": _("Deep inside the page, what is hidden, caption or list is not told apart."),
            "pages_not_read": _("These pages are not read: cut the document and add the rest as an item."),
            "publication_date_missing": _("When it came out is not known: dates such as “last month” stay open."),
            "text_missing": _("There are no words in it."),
        },
    }
)
"""Set of codes -> code -> words."""
