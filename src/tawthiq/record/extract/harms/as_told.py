"""As told: a deed named in words that fit two, read as the one that the sentence before told of the same children."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.told_of_them import told_end
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import ViolationRef


def as_told(
    page: Page, clause: Clause, own: Sequence[ViolationRef], told: Sequence[ViolationRef]
) -> tuple[ViolationRef, ...]:
    """ "Seventeen were still being held" of those detained, "three were shot as they ran" of those killed; what "they"
    carried is no use of children whom nobody had recruited."""
    codes = {ref.code for ref in told}
    end = told_end(page, clause)
    if end is None or not codes or len(own) != 1 or (cue := own[0].cue) is None:
        return tuple(own)
    code = own[0].code
    if code == "killing" and _is_charge(page, clause, cue):
        return ()
    if code == "abduction" and "abduction" not in codes and _holds(page, clause, cue, "kept_words"):
        kept = next((ref.code for ref in told if ref.code in ("deprivation_liberty", "recruitment_use")), code)
        return (ViolationRef(kept, "", cue),)
    if code == "maiming" and codes == {"killing"} and _holds(page, clause, cue, "shot_words"):
        lived = any(page.is_one_of(at, "lived_words") for at in range(clause.first, clause.last))
        return tuple(own) if lived else (ViolationRef("killing", "", cue),)
    bears = page.is_one_of(clause.first, "they_words") and _holds(page, clause, cue, "arms_words")
    made = any(page.is_one_of(at, "made_to_words") for at in range(clause.first, clause.last))
    return () if code == "recruitment_use" and code not in codes and bears and not made else tuple(own)


def _is_charge(page: Page, clause: Clause, cue: Span) -> bool:
    """ "Two were charged with murder": of those who did it, told by a court."""
    at = next(at for at in range(clause.first, clause.last) if page.tokens[at].start >= cue.start)
    return any(page.is_one_of(here, "court_verbs") for here in range(at - 3, at))


def _holds(page: Page, clause: Clause, cue: Span, table: str) -> bool:
    words = (at for at in range(clause.first, clause.last) if cue.start <= page.tokens[at].start < cue.end)
    return any(page.is_one_of(at, table) for at in words)
