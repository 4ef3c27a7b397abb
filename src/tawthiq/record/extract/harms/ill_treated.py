"""Ill-treated: blows to children who are held: part of how they are held, no maiming beside it."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import ViolationRef

_HELD = ("deprivation_liberty", "recruitment_use", "sexual_violence", "abduction")


def without_blows(
    page: Page, clause: Clause, own: tuple[ViolationRef, ...], told: Sequence[ViolationRef]
) -> tuple[ViolationRef, ...]:
    """ "Five detained boys were beaten", "almost all of the boys described beatings" behind their recruitment: what is
    `told` of them near; not "soldiers beat six boys in the market"."""
    blow = next((ref for ref in own if ref.code == "maiming" and _is_blow(page, clause, ref)), None)
    if blow is None:
        return own
    rest = tuple(ref for ref in own if ref is not blow)
    if any(ref.code in _HELD for ref in rest):
        return rest
    if any(page.is_one_of(at, "cell_words") for at in range(clause.first, clause.last)):
        return (*rest, ViolationRef("deprivation_liberty", "", blow.cue))
    held = sorted((ref for ref in told if ref.code in _HELD), key=lambda ref: _HELD.index(ref.code))
    return tuple(held[:1]) if held and not rest else own


def _is_blow(page: Page, clause: Clause, ref: ViolationRef) -> bool:
    """Blows alone; cables, rods, a broken arm tell of wounds."""
    if ref.cue is None or any(page.is_one_of(at, "tool_words") for at in range(clause.first, clause.last)):
        return False
    words = [at for at in range(clause.first, clause.last) if ref.cue.start <= page.tokens[at].start < ref.cue.end]
    return any(page.is_one_of(at, "beating_words") for at in words)
