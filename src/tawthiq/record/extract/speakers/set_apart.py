"""Set apart: who speaks in brackets or behind a dash at a sentence's end: "4 girls abducted (local council)"."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.speakers.speakers_before import source_before
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_NAME_TOKENS = 6
_TOLD_TOKENS = 4
_NOTE_TOKENS = 16


def set_apart(page: Page, clauses: Sequence[Clause], first: int, last: int) -> list[Attribution]:
    """Who is named behind all that is told, without a verb; nobody where the words may mean something else."""
    end = last - int(page.form(last - 1) == ".")
    named = _in_brackets(page, first, end) or _behind_dash(page, first, end)
    if named is None or named[0] - first < _TOLD_TOKENS or not _may_speak(page, *named):
        return []
    who = _who(page, *named)
    return [Attribution(who, "prep", Factuality.ATTRIBUTED, named, tuple(range(len(clauses))))] if who else []


def note_end(page: Page, first: int, last: int) -> int:
    """ "(Source: Lake Herald; LNN)": where the note ends that opens a sentence and names whose the words before it are;
    the first token where there is none."""
    labelled = page.form(first) == "(" and page.is_one_of(first + 1, "note_labels") and page.form(first + 2) == ":"
    near = range(first + 3, min(first + _NOTE_TOKENS, last)) if labelled else ()
    return next((at + 1 for at in near if page.form(at) == ")"), first)


def noted_behind(page: Page, clauses: Sequence[Clause]) -> list[Attribution]:
    """Who is named in the note that stands right behind the sentence, in its paragraph."""
    own = clauses[0].sentence
    note = page.sentences[own + 1] if own + 1 < len(page.sentences) else None
    if note is None or note.block != page.sentences[own].block:
        return []
    first, end = note.first + 3, note_end(page, note.first, note.last)
    last = next((at for at in range(first, end) if page.form(at) in (";", ",", ")")), first)
    label = next((hit for hit in page.hits_in(note.first + 1, note.first + 3, "cues")), None)
    if label is None or last == first:
        return []
    return [Attribution(label, "prep", Factuality.ATTRIBUTED, (first, last), tuple(range(len(clauses))))]


def _in_brackets(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """The words between the brackets that close the sentence."""
    if page.form(end - 1) != ")":
        return None
    opens = (at for at in range(end - 2, max(first, end - 2 - _NAME_TOKENS), -1) if page.form(at) == "(")
    at = next(opens, None)
    return (at + 1, end - 1) if at is not None and at + 1 < end - 1 else None


def _behind_dash(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """The words behind a dash that stands between spaces, up to the end."""
    for at in range(end - 2, max(first, end - 2 - _NAME_TOKENS), -1):
        apart = page.tokens[at].start > page.tokens[at - 1].end and page.tokens[at + 1].start > page.tokens[at].end
        if page.form(at) in ("-", "|") and apart:
            return at + 1, end
    return None


def _may_speak(page: Page, first: int, last: int) -> bool:
    """No number, no verb, no deed, no party, no child."""
    inside = range(first, last)
    told = page.hits_in(first, last, "violations", "relief", "limits", "targets", "months")
    sites = [hit for hit in told if hit.entry.section != "targets" or hit.code in ("school", "aid", "goods")]
    numbers = any(page.tokens[at].sort == NUMBER or is_verb(page, at) for at in inside)
    children = any(hit.entry.more.get("victim") == "child" for hit in page.hits_in(first, last, "units"))
    return not (sites or numbers or children or mentions_of(page, first, last))


def _who(page: Page, first: int, last: int) -> Hit | None:
    """The word that names people or a body who tell things."""
    hits = page.hits_in(first, last, "officials", "witnesses", "back_sources", "voices")
    return next((hit for hit in hits if hit.entry.section != "witnesses" or hit.last == last), None)


def shown_by(page: Page, hit: Hit, medium: Hit, clause: Clause) -> tuple[int, int] | None:
    """ "In a video released on Monday, the group shows boys": who shows what the medium at the head holds."""
    led = page.is_one_of(clause.first, "in_words") and medium.first <= clause.first + _TOLD_TOKENS
    comma = next((at for at in range(hit.first - 1, medium.last - 1, -1) if page.form(at) == ","), None)
    if not led or comma is None:
        return None
    source = source_before(page, hit.first, comma + 1)
    return source if source is not None and source[0] > comma else None
