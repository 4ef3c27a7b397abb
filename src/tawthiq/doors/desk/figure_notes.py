"""Notes beside a figure in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tawthiq.report.count.figure import Figure
from tawthiq.report.count.wire import Note, told
from tawthiq.terms import vocabulary

WORDS: dict[str, str | Promise] = {
    "overlap": _("Rows exceed the total by %(n)s: who falls into two rows counts once in the total."),
    "surplus": _("Of the violations, further ones against children counted already: %(n)s."),
    "undated": _(
        "Verified in the period and in no row of it, since no day of theirs was told or judged: %(n)s. "
        "The day of other rows of their incident is not theirs."
    ),
    "undated_of_before": _("Verified in the period and in no row of it, since their day is not known: %(n)s."),
    "later": _(
        "Happened in the period and verified after it: %(n)s. They are in no row of it and count as late in the period "
        "of their verification."
    ),
    "of_which": _("Rows marked “of which” repeat other rows and are never added."),
}
DEFINED: dict[str, str | Promise] = {"armed_or_combat": _("Armed or used in combat"), "under_15": _("Under 15")}


def worded_notes(figure: Figure) -> list[str]:
    """What has to stand beside its numbers so that they cannot be misread."""
    language = (get_language() or "en").split("-")[0]
    return [_worded(note, language) for note in told(figure)]


def _worded(note: Note, language: str) -> str:
    if note.name in WORDS:
        return str(WORDS[note.name]) % {"n": note.n}
    return f"{DEFINED[note.name]}: {vocabulary.load('definition').label(note.name, language)}"
