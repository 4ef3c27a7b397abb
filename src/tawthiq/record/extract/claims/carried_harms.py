"""Carried harms: which of the violations told before a clause without one of its own can go on about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tawthiq.record.extract.blame.going_on import is_done_to_children
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import QuantityKind

_PERSONS = ("child", "any")
_OBJECT_TOKENS = 5
_ATTACKS = ("attack_school", "attack_hospital")
_HURT = ("killing", "maiming")
_DONE_TO_SITES = (*_ATTACKS, "military_use")
_OF_CHILDREN = ("recruitment_use", "deprivation_liberty")


def carried(page: Page, clause: Clause, told: Sequence[ViolationRef]) -> tuple[ViolationRef, ...]:
    """Of a convoy no abduction is carried on, of schools none that is done to children; all else as it was told."""
    told = of_attacks(page, clause, told)
    targets = {hit.code for hit in page.hits_in(clause.first, clause.last, "targets")}
    units = page.hits_in(clause.first, clause.last, "units")
    if "aid" in targets and any(hit.entry.more.get("victim") == "thing" for hit in units):
        return tuple(ref for ref in told if ref.code == "denial_access")
    persons = any(hit.entry.more.get("victim") in _PERSONS for hit in units)
    if "school" in targets and not persons:
        return tuple(ref for ref in told if not (is_done_to_children(ref) or ref.code in _OF_CHILDREN))
    if persons and page.lexicon.heads_last and _only_counts(page, clause):
        told = [ref for ref in told if ref.code not in _DONE_TO_SITES]
    return _of_those_named(page, clause, told)


def _only_counts(page: Page, clause: Clause) -> bool:
    """ "Only 35,000 pupils came to class", after an attack on a clinic: so many persons, and no site is meant."""
    counted = page.quantities.between(clause.first, clause.last)
    meant = page.hits_in(clause.first, clause.last, "targets", "harm_back", "by_party")
    return (
        bool(counted)
        and not meant
        and not any(page.is_one_of(at, "figure_words") for at in range(clause.first, clause.last))
    )


def of_attacks(page: Page, clause: Clause, told: Sequence[ViolationRef]) -> tuple[ViolationRef, ...]:
    """ "Most of the attacks were blamed on air strikes": of schools and hospitals, where those were told, and whom they
    hurt; nobody was detained by them."""
    struck = any(ref.code in _ATTACKS for ref in told)
    if not struck or not any(page.is_one_of(at, "attack_words") for at in range(clause.first, clause.last)):
        return tuple(told)
    return tuple(ref for ref in told if ref.code in (*_ATTACKS, *_HURT))


def _of_those_named(page: Page, clause: Clause, told: Sequence[ViolationRef]) -> tuple[ViolationRef, ...]:
    """ "Killed four children and abducted 12 boys. The boys are held": the deed that alone was theirs."""
    again = {
        page.form(unit.last - 1) for unit in _children(page, clause.first, clause.last) if _is_definite(page, unit)
    }
    theirs = [ref for ref in told if again & _victims_beside(page, ref)]
    return tuple(theirs or told)


def _is_definite(page: Page, unit: Hit) -> bool:
    return page.is_one_of(unit.first - 1, "definite") or page.is_one_of(unit.first, "definite")


def _victims_beside(page: Page, ref: ViolationRef) -> set[str]:
    """The words for children right behind what was done; in front of it, where none stands behind."""
    if ref.cue is None:
        return set()
    first = bisect_left(page.tokens, ref.cue.start, key=lambda token: token.start)
    last = bisect_left(page.tokens, ref.cue.end, key=lambda token: token.start)
    behind = _children(page, first, min(last + _OBJECT_TOKENS, len(page.tokens)))
    near = behind[:1] or _children(page, max(0, first - _OBJECT_TOKENS), first)[-1:]
    return {page.form(unit.last - 1) for unit in near}


def _children(page: Page, first: int, last: int) -> list[Hit]:
    return [unit for unit in page.hits_in(first, last, "units") if unit.entry.more.get("victim") == "child"]


def is_bare_share(page: Page, clause: Clause, item: QuantityFound) -> bool:
    """ "Rice has gone up by 10 per cent", whatever was told before; not "30 per cent of them were girls"."""
    if item.quantity.kind is not QuantityKind.PERCENT:
        return False
    units = page.hits_in(clause.first, clause.last, "units")
    if any(hit.entry.more.get("victim") != "thing" for hit in units) or page.hits_in(
        clause.first, clause.last, "majorities", "fractions"
    ):
        return False
    tables = ("partitive_pronouns", "those_words", "figure_words", "of_words")
    return not any(page.is_one_of(at, table) for at in range(clause.first, clause.last) for table in tables)


def lasts_only(item: QuantityFound) -> bool:
    """ "Called for three days of mourning": days count nobody who was harmed."""
    return item.quantity.kind is QuantityKind.DURATION


def is_kin(hit: Hit) -> bool:
    """ "Parents dug through the ruins", "their brother is in Amra": whose kin they are tells no harm again."""
    return hit.entry.more.get("kin") == "yes"


def charges_other(page: Page, clause: Clause) -> bool:
    """ "Accused the army of arming rival groups": of something that no violation before is."""
    blamed = page.hits_in(clause.first, clause.last, "by_party")
    charged = range(blamed[0].last, clause.last) if blamed else range(0)
    return any(page.is_one_of(at, "other_charges") and page.is_one_of(at - 1, "of_words") for at in charged)
