"""Harms: which violations against children a clause speaks of, who the victims are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.child_told_before import is_of_child_before
from tawthiq.record.extract.harms.harm_in_names import arms_doers, is_in_name, names_group
from tawthiq.record.extract.harms.nature import is_by_nature
from tawthiq.record.extract.harms.no_partys_deed import is_no_partys_deed
from tawthiq.record.extract.harms.not_done import negated
from tawthiq.record.extract.harms.of_law import is_of_law
from tawthiq.record.extract.harms.one_of_two import keep_one
from tawthiq.record.extract.harms.patients import befalls_adults, is_done_by_other, owns_adult
from tawthiq.record.extract.harms.run_in_headings import heading_end
from tawthiq.record.extract.harms.struck_sites import strikes_otherwise
from tawthiq.record.extract.harms.takings import takes_nobody
from tawthiq.record.extract.harms.those_before import means_children_before
from tawthiq.record.extract.harms.told_young import are_told_young
from tawthiq.record.extract.harms.unreal import is_unreal
from tawthiq.record.extract.harms.victims import (
    child_is_doer,
    concerns_children,
    does_it,
    harms_own,
    hurts_children,
    is_doer,
    is_given_to,
    is_of_cases,
    is_served,
    is_told_elsewhere,
    is_young,
    victims_of,
)
from tawthiq.record.extract.harms.wounds import is_no_wound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit

_HARMS_TO_CHILDREN = ("killing", "maiming", "sexual_violence", "abduction", "deprivation_liberty")
_GOODS_TOKENS = 18
_ATTACKER_TOKENS = 3


def harms_of(
    page: Page, clause: Clause, *, children_before: bool, keep_negated: bool = False
) -> tuple[ViolationRef, ...]:
    """Violations against children named in the clause, each code once.

    A killing, rape or abduction counts only where a child is hurt: named in the clause, or (no adult being named)
    just before. A child that itself kills has been used: that is recruitment and use, not a killing of a child.
    """
    children_before = children_before or means_children_before(page, clause)
    hits = _hits_of(page, clause)
    victims = _victims_beside(page, clause, hits)
    young = children_before or (bool(hits) and are_told_young(page, clause))
    made: dict[str, ViolationRef] = {}
    for hit in hits:
        if not keep_negated and (negated(page, hit) or is_unreal(page, clause, hit)):
            continue
        own = victims_of(page, clause, hit, hits, victims)
        ref = _read(page, clause, hit, victims, own, children_before=young)
        if ref is not None and (ref.code not in made or (ref.subtype and not made[ref.code].subtype)):
            made[ref.code] = ref
    if _uses_no_child(page, hits, victims, made):
        made.pop("recruitment_use", None)
    keep_one(page, clause, made)
    specific = [ref for ref in made.values() if ref.code != "unspecified"]
    return tuple(specific or made.values())


def _hits_of(page: Page, clause: Clause) -> list[Hit]:
    """The words for violations that are part of no name, no doer and no further words for one."""
    body = max(clause.first, heading_end(page, clause.sentence))
    hits = page.hits_in(body, clause.last, "violations")
    if page.lexicon.data.get("verb_first"):
        hits = [hit for hit in hits if not _spans_that(page, hit)]
    hits = [hit for hit in hits if not (names_group(page, hit) or is_in_name(page, hit) or arms_doers(page, hit))]
    return [hit for hit in hits if not _is_within_denial(hit, hits)]


def _victims_beside(page: Page, clause: Clause, hits: Sequence[Hit]) -> list[Hit]:
    """Who and what is named in the clause without doing it, being served by it or owning what was hit."""
    body = max(clause.first, heading_end(page, clause.sentence))
    named = [hit for hit in page.hits_in(body, clause.last, "units") if not is_doer(page, hit)]
    beside = [hit for hit in named if not (does_it(page, hit, hits) or is_served(page, hit, hits))]
    return [hit for hit in beside if not (is_given_to(hit, hits) or owns_adult(page, hit))]


def _uses_no_child(page: Page, hits: Sequence[Hit], victims: Sequence[Hit], made: Iterable[str]) -> bool:
    """Where children were hurt at a checkpoint, or a school was used with no child named, nobody was recruited."""
    told = [hit for hit in hits if hit.code == "recruitment_use"]
    at_checkpoint = all(_is_at_checkpoint(page, hit) for hit in told)
    if at_checkpoint and any(code in made for code in _HARMS_TO_CHILDREN):
        return True
    return "military_use" in made and not _names_child(victims)


def _is_within_denial(hit: Hit, every: Sequence[Hit]) -> bool:
    """ "No dejan salir a los heridos": the wounded are those who were not let out, no further harm."""
    denied = (one for one in every if one.code == "denial_access")
    return hit.code == "maiming" and any(one.first < hit.first and hit.last <= one.last for one in denied)


def _is_at_checkpoint(page: Page, hit: Hit) -> bool:
    """ "Killed boys at a checkpoint": where it was, not what the boys did there."""
    return any(page.is_one_of(at, "checkpoint_words") for at in range(hit.first, hit.last))


def _read(
    page: Page,
    clause: Clause,
    hit: Hit,
    every: Sequence[Hit],
    victims: Sequence[Hit],
    *,
    children_before: bool,
) -> ViolationRef | None:
    cue = page.span(hit.first, hit.last)
    if hit.entry.more.get("acts") == "kill" and child_is_doer(page, clause, hit, every):
        return None if harms_own(page, clause, hit) else ViolationRef("recruitment_use", "execution", cue)
    people = any(victim.entry.more.get("victim") != "thing" for victim in victims)
    if hit.code == "abduction" and not people and _holds_goods(page, clause, hit):
        return ViolationRef("denial_access", "", cue)
    young = is_young(page, clause) and not is_told_elsewhere(every, victims)
    before = children_before or is_of_child_before(page, clause, hit)
    hurt = young or hurts_children(victims, children_before=before) or is_of_cases(page, clause, victims)
    if hit.code in _HARMS_TO_CHILDREN and not (hurt and _befalls_child(page, clause, hit, victims)):
        return None
    if is_of_law(page, clause, hit) and not children_before:
        return None
    if is_done_by_other(page, clause, hit, victims, children_before=children_before) or _is_no_harm(page, clause, hit):
        return None
    if hit.code == "recruitment_use" and not concerns_children(
        page, clause, hit, victims, children_before=children_before
    ):
        return None
    return ViolationRef(hit.code, hit.entry.more.get("subtype", ""), cue)


def _is_no_harm(page: Page, clause: Clause, hit: Hit) -> bool:
    """True where nobody who bears arms did what the words tell, or did it to something else."""
    if hit.entry.more.get("subtype") == "suicide_attack" and not _is_childs_attack(page, clause, hit):
        return True
    if is_by_nature(page, clause, hit) or is_no_partys_deed(page, clause, hit):
        return True
    return any(is_none(page, clause, hit) for is_none in (strikes_otherwise, is_no_wound, takes_nobody))


def _befalls_child(page: Page, clause: Clause, hit: Hit, victims: Sequence[Hit]) -> bool:
    """False where grown-ups are named beside the words, or the words need a child that is named."""
    lacks_child = hit.entry.more.get("needs") == "child" and not (_names_child(victims) or is_young(page, clause))
    return not (lacks_child or befalls_adults(page, hit, victims))


def _names_child(victims: Sequence[Hit]) -> bool:
    """ "A girl was burned"; not "six clinics were burned", whoever was told of before."""
    return any(victim.entry.more.get("victim") == "child" for victim in victims)


def _is_childs_attack(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "A girl was used in a suicide attack", "child suicide bombers"; not "a suicide bomber struck a class", nor "قتل
    طفلان في هجوم انتحاري"."""
    if not page.lexicon.data.get("acting_words"):
        return True
    reach = _ATTACKER_TOKENS if page.lexicon.heads_last else 1
    near = page.hits_in(max(clause.first, hit.first - reach), hit.last, "units")
    beside = any(unit.entry.more.get("victim") == "child" for unit in near)
    return beside or any(page.is_one_of(at, "acting_words") for at in range(clause.first, hit.first))


def _spans_that(page: Page, hit: Hit) -> bool:
    """ "مدير المستشفى إن القصف": what stands before "that" is no part of what is told behind it."""
    return any(page.is_one_of(at, "that_words") for at in range(hit.first + 1, hit.last))


def _holds_goods(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Retuvo a la entrada más de la mitad de los camiones de ayuda": things are held back, nobody is taken."""
    near = page.hits_in(clause.first, min(hit.last + _GOODS_TOKENS, clause.last), "targets")
    return any(one.code == "aid" for one in near)
