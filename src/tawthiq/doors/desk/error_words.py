"""Error words: sentences of errors that a person meets at the desk, so that the catalogue holds them translated."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: tuple[Promise, ...] = (
    _("who recorded or edited a case does not verify it"),
    _("who assessed a case before does not take the final step"),
    _("ask another person to take the final step"),
)
"""Each as the code that raises it spells it; the test of the catalogue asks for its Arabic."""
