"""Implied harms: violations that no verb names, told by who and what is in the scene: "the school now serves as a
radio post", "a girl of eleven carries ammunition", "the convoy has waited at the barrier for four days"."""

from __future__ import annotations

from tawthiq.record.extract.clauses import Clause
from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.parties import mentions_of
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.terms.quantity import QuantityKind

_STRUCK = {"school": "attack_school", "hospital": "attack_hospital"}
_STOPPED = (QuantityKind.MONEY, QuantityKind.DURATION)


def implied_harms(page: Page, clause: Clause) -> tuple[ViolationRef, ...]:
    """Violations that the scene of the clause implies, each code once; empty for most clauses."""
    targets = page.hits_in(clause.first, clause.last, "targets")
    if page.lexicon.language == "ar":
        targets = [hit for hit in targets if not page.is_one_of(hit.first - 1, "bodies_words")]
    children = [
        hit for hit in page.hits_in(clause.first, clause.last, "units") if hit.entry.more.get("victim") == "child"
    ]
    made = [*_of_buildings(page, clause, targets), *_of_aid(page, clause, targets)]
    if not made and children and _is_armed(page, clause) and _has(page, clause, "arms_words"):
        made = [ViolationRef("recruitment_use", "", page.span(children[0].first, children[0].last))]
    return tuple({ref.code: ref for ref in made}.values())


def _of_buildings(page: Page, clause: Clause, targets: list[Hit]) -> list[ViolationRef]:
    """A school or hospital under fire, or with armed people quartered in it."""
    found: list[ViolationRef] = []
    for hit in targets:
        if hit.code not in _STRUCK:
            continue
        if _has(page, clause, "munition_words"):
            found.append(ViolationRef(_STRUCK[hit.code], "", page.span(hit.first, hit.last)))
        elif _is_armed(page, clause) and _has(page, clause, "quarter_words"):
            found.append(ViolationRef("military_use", "", page.span(hit.first, hit.last)))
    return found


def _of_aid(page: Page, clause: Clause, targets: list[Hit]) -> list[ViolationRef]:
    """Aid that stands still: at a barrier, or before armed people with a price, a time, a refusal."""
    aid = [hit for hit in targets if hit.code in ("aid", "aidworker", "medic")]
    if not aid:
        return []
    counted = page.quantities.between(clause.first, clause.last)
    stopped = any(item.quantity.kind in _STOPPED for item in counted) or _has(page, clause, "never_words")
    armed = _is_armed(page, clause)
    barred = _has(page, clause, "barrier_words")
    if (barred and (armed or stopped)) or (armed and stopped):
        return [ViolationRef("denial_access", "", page.span(aid[0].first, aid[0].last))]
    return []


def _is_armed(page: Page, clause: Clause) -> bool:
    return bool(mentions_of(page, clause.first, clause.last))


def _has(page: Page, clause: Clause, table: str) -> bool:
    return any(page.is_one_of(at, table) for at in range(clause.first, clause.last))
