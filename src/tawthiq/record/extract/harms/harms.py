"""Harms: which violations against children a clause speaks of, who the victims are."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.child_told_before import is_of_child_before
from tawthiq.record.extract.harms.harm_in_names import arms_doers, is_in_name, names_group
from tawthiq.record.extract.harms.held_for import is_held_for_it
from tawthiq.record.extract.harms.in_hospital import is_where_they_lie
from tawthiq.record.extract.harms.led import is_led
from tawthiq.record.extract.harms.nature import is_by_nature
from tawthiq.record.extract.harms.no_partys_deed import is_no_partys_deed
from tawthiq.record.extract.harms.not_done import negated
from tawthiq.record.extract.harms.one_of_two import keep_one
from tawthiq.record.extract.harms.patients import befalls_adults, is_done_by_other, owns_adult
from tawthiq.record.extract.harms.those_before import means_children_before
from tawthiq.record.extract.harms.told_young import are_told_young
from tawthiq.record.extract.harms.unreal import is_unreal
from tawthiq.record.extract.harms.victims import (
    are_own,
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
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_HARMS_TO_CHILDREN = ("killing", "maiming", "sexual_violence", "abduction", "deprivation_liberty")
_DONE_TO_THEM = ("killing", "maiming", "sexual_violence", "abduction")
_TAKINGS = ("abduction", "deprivation_liberty")
_BUILDINGS = ("school", "hospital")
_BUILDING_TOKENS = 5
_CAUSE_TOKENS = 8
_WOUND_TOKENS = 5
_RUBBLE_TOKENS = 6
_PRISON_TOKENS = 4
_GOODS_TOKENS = 18
_ATTACKER_TOKENS = 3
_STRUCK_SITES = ("attack_school", "attack_hospital")


def harms_of(
    page: Page, clause: Clause, *, children_before: bool, keep_negated: bool = False
) -> tuple[ViolationRef, ...]:
    """Violations against children named in the clause, each code once.

    A killing, rape or abduction counts only where a child is hurt: named in the clause, or (no adult being named)
    just before. A child that itself kills has been used: that is recruitment and use, not a killing of a child.
    """
    children_before = children_before or means_children_before(page, clause)
    hits = page.hits_in(clause.first, clause.last, "violations")
    if page.lexicon.data.get("verb_first"):
        hits = [hit for hit in hits if not _spans_that(page, hit)]
    hits = [hit for hit in hits if not (names_group(page, hit) or is_in_name(page, hit) or arms_doers(page, hit))]
    hits = [hit for hit in hits if not _is_within_denial(hit, hits)]
    people = [hit for hit in page.hits_in(clause.first, clause.last, "units") if not is_doer(page, hit)]
    victims = [
        hit
        for hit in people
        if not (
            does_it(page, hit, hits) or is_served(page, hit, hits) or is_given_to(hit, hits) or owns_adult(page, hit)
        )
    ]
    young = children_before or (bool(hits) and are_told_young(page, clause))
    made: dict[str, ViolationRef] = {}
    for hit in hits:
        if not keep_negated and (negated(page, hit) or is_unreal(page, clause, hit)):
            continue
        own = victims_of(page, clause, hit, hits, victims)
        ref = _read(page, clause, hit, victims, own, children_before=young)
        if ref is not None and (ref.code not in made or (ref.subtype and not made[ref.code].subtype)):
            made[ref.code] = ref
    if any(code in made for code in _HARMS_TO_CHILDREN) and "recruitment_use" in made:
        told = [hit for hit in hits if hit.code == "recruitment_use"]
        if all(_is_at_checkpoint(page, hit) for hit in told):
            made.pop("recruitment_use")
    if "military_use" in made and not any(victim.entry.more.get("victim") == "child" for victim in victims):
        made.pop("recruitment_use", None)
    keep_one(page, clause, made)
    specific = [ref for ref in made.values() if ref.code != "unspecified"]
    return tuple(specific or made.values())


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
    if hit.code in _HARMS_TO_CHILDREN and not (
        hurts_children(victims, children_before=children_before or is_of_child_before(page, clause, hit))
        or is_of_cases(page, clause, victims)
        or (is_young(page, clause) and not is_told_elsewhere(every, victims))
    ):
        return None
    needs_child = hit.entry.more.get("needs") == "child" and not (_names_child(victims) or is_young(page, clause))
    if hit.code in _HARMS_TO_CHILDREN and (needs_child or befalls_adults(page, hit, victims)):
        return None
    if hit.entry.more.get("acts") == "death" and _died_of_nature(page, clause, hit):
        return None
    if hit.code in _TAKINGS and (is_led(page, clause, hit) or are_own(page, hit.first, hit.last)):
        return None
    if is_done_by_other(page, clause, hit, victims, children_before=children_before):
        return None
    if is_by_nature(page, clause, hit) or is_no_partys_deed(page, clause, hit) or _lies_buried(page, clause, hit):
        return None
    if hit.code == "attack_hospital" and (_is_of_supplies(page, hit) or is_where_they_lie(page, hit)):
        return None
    if hit.code in _STRUCK_SITES and (_is_used_instead(page, hit) or _spans_speaker(page, hit)):
        return None
    if hit.code == "maiming" and _strikes_building(page, clause, hit):
        return None
    if hit.code == "deprivation_liberty" and (_is_prison_nearby(page, hit) or is_held_for_it(page, clause, hit)):
        return None
    if hit.code == "maiming" and (_died_of_it(page, hit) or _is_cared_for(page, hit)):
        return None
    if hit.code in ("maiming", "deprivation_liberty") and _describes_victims(page, clause, hit):
        return None
    if hit.entry.more.get("subtype") == "suicide_attack" and not _is_childs_attack(page, clause, hit):
        return None
    if hit.code == "recruitment_use" and not concerns_children(
        page, clause, hit, victims, children_before=children_before
    ):
        return None
    return ViolationRef(hit.code, hit.entry.more.get("subtype", ""), cue)


def _names_child(victims: Sequence[Hit]) -> bool:
    """ "A girl was burned"; not "six clinics were burned", whoever was told of before."""
    return any(victim.entry.more.get("victim") == "child" for victim in victims)


def _died_of_it(page: Page, hit: Hit) -> bool:
    """ "Died of her wounds": the wounds are no second harm."""
    if page.form(hit.first).startswith("و"):
        return False
    deaths = page.hits_in(max(0, hit.first - 4), hit.first, "violations")
    return any(
        death.entry.more.get("acts") == "death"
        and 0 < hit.first - death.last < 4
        and not any(_starts_anew(page, at) for at in range(death.last, hit.first))
        for death in deaths
    )


def _is_childs_attack(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "A girl was used in a suicide attack", "child suicide bombers"; not "a suicide bomber struck a class", nor "قتل
    طفلان في هجوم انتحاري"."""
    if not page.lexicon.data.get("acting_words"):
        return True
    reach = 1 if page.lexicon.data.get("verb_first") else _ATTACKER_TOKENS
    near = page.hits_in(max(clause.first, hit.first - reach), hit.last, "units")
    beside = any(unit.entry.more.get("victim") == "child" for unit in near)
    return beside or any(page.is_one_of(at, "acting_words") for at in range(clause.first, hit.first))


def _died_of_nature(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Died of cholera", "in a flood": nobody killed them; not "died when a shell hit a cholera ward", where a deed or
    a weapon stands in front, nor "of complications of shrapnel wounds"."""
    end = min(hit.last + _CAUSE_TOKENS, clause.last)
    causes = page.hits_in(hit.first, end, "natural_causes")
    if not causes or page.hits_in(hit.last, causes[0].first, "violations"):
        return False
    before = range(hit.last, causes[0].first)
    struck = any(page.is_one_of(at, table) for at in before for table in ("munition_words", "strike_nouns"))
    return not struck and not _comes_of_wounds(page, causes[0])


def _comes_of_wounds(page: Page, cause: Hit) -> bool:
    """ "An infection after they were shot": the wound stands behind the illness, in the same breath."""
    behind = page.hits_in(cause.last, cause.last + _WOUND_TOKENS, "violations")
    wounds = [hit for hit in behind if hit.entry.more.get("acts") == "harm"]
    return bool(wounds) and not any(_starts_anew(page, at) for at in range(cause.last, wounds[0].first))


def _lies_buried(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Missing under the rubble": nobody took them; not "abducted from the ruins of Kesh"."""
    if hit.code != "abduction" or not any(page.is_one_of(at, "missing_words") for at in range(hit.first, hit.last)):
        return False
    near = range(max(clause.first, hit.first - _RUBBLE_TOKENS), min(hit.last + _RUBBLE_TOKENS, clause.last))
    return any(page.is_one_of(at, "rubble_words") for at in near)


def _is_prison_nearby(page: Page, hit: Hit) -> bool:
    """ "Killed near the prison", "a strike on a prison": where it was; not "near Kesh four boys were detained", where a
    verb comes between, nor "el Frente", which is no "in front of"."""
    where = ("prison_near", "strike_nouns")
    before = range(hit.first - _PRISON_TOKENS, hit.first)
    words = (at for at in before if not (_is_headed(page, at) or page.is_one_of(at - 1, "have_words")))
    near = next((at for at in words if any(page.is_one_of(at, table) for table in where)), None)
    return near is not None and not has_verb(page, near + 1, hit.first + 1)


def _is_headed(page: Page, at: int) -> bool:
    return page.is_capital(at) and page.is_one_of(at - 1, "determiners")


def _spans_that(page: Page, hit: Hit) -> bool:
    """ "مدير المستشفى إن القصف": what stands before "that" is no part of what is told behind it."""
    return any(page.is_one_of(at, "that_words") for at in range(hit.first + 1, hit.last))


def _strikes_building(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Struck a kindergarten": a building is struck, nobody is beaten; a school of the next sentence is none."""
    reach = 2 if page.lexicon.data.get("verb_first") else _BUILDING_TOKENS
    end = min(hit.last + reach, clause.last)
    struck = [one for one in page.hits_in(hit.last, end, "targets") if one.code in _BUILDINGS]
    between = range(hit.last, struck[0].first) if struck else range(0)
    placed = any(page.is_one_of(at, "prepositions") or page.is_one_of(at, "place_preps") for at in between)
    people = [
        one for one in page.hits_in(between.start, between.stop, "units") if one.entry.more.get("victim") != "thing"
    ]
    other = bool(page.hits_in(between.start, between.stop, "deeds"))
    return bool(struck) and not placed and not people and not other


def _holds_goods(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Retuvo a la entrada más de la mitad de los camiones de ayuda": things are held back, nobody is taken."""
    near = page.hits_in(clause.first, min(hit.last + _GOODS_TOKENS, clause.last), "targets")
    return any(one.code == "aid" for one in near)


def _is_used_instead(page: Page, hit: Hit) -> bool:
    """ "Attacks on two clinics and the occupation of a school": of the two sites the second was not struck."""
    used = [deed for deed in page.hits_in(hit.first + 1, hit.last, "deeds") if deed.code in ("occupy", "use", "store")]
    return any(page.hits_in(hit.first + 1, deed.first, "targets") for deed in used)


def _spans_speaker(page: Page, hit: Hit) -> bool:
    """ "El ataque de ayer, dice el hospital", "in the attack, the head of the hospital said": beside a verb of saying
    stands who speaks, no place that was struck; not "atacaron, según vecinos, el hospital", where a comma closes."""
    at = hit.last - 2
    while page.is_one_of(at, "determiners"):
        at -= 1
    commas = [here for here in range(hit.first, hit.last) if page.form(here) in COMMAS]
    cues = [cue for cue in page.hits_in(hit.first + 1, hit.last + 1, "cues") if cue.code in ("say", "prep")]
    led = [cue.first - 1 - page.is_one_of(cue.first - 1, "have_words") for cue in cues]
    behind = bool(commas) and any(cue.first == hit.last and cue.code == "say" for cue in cues)
    return behind or (any(here in commas for here in led) and at not in commas)


def _is_of_supplies(page: Page, hit: Hit) -> bool:
    """ "Looted medical supplies": aid is taken, no hospital is struck."""
    return any(
        one.code == "aid" and one.first < hit.last < one.last for one in page.hits_in(hit.first, hit.last, "targets")
    )


def _is_cared_for(page: Page, hit: Hit) -> bool:
    """ "Children used for attending to the wounded": whom they tend, not what was done to them."""
    named = page.is_one_of(hit.first - 1, "determiners") or page.form(hit.first).startswith("ال")
    return named and any(page.is_one_of(at, "care_words") for at in range(hit.first - 4, hit.first))


def _starts_anew(page: Page, at: int) -> bool:
    return page.tokens[at].sort == NUMBER or page.is_one_of(at, "list_joiners") or page.form(at) in (",", "،", ";")


def _describes_victims(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Wounded adolescents were dragged away": an older wound is not what is told."""
    others = [act for act in page.hits_in(clause.first, clause.last, "violations") if act.code in _DONE_TO_THEM]
    others = [act for act in others if act.code != hit.code and not act.first <= hit.first < act.last]
    if not others or hit.last - hit.first > 1:
        return False
    if page.lexicon.language == "en":
        after_verb = hit.first > clause.first and page.is_one_of(hit.first - 1, "list_joiners")
        attributive = bool(page.hits_in(hit.last, hit.last + 1, "units"))
        return attributive and not after_verb and page.form(hit.first).endswith("ed")
    around = page.hits_in(max(clause.first, hit.first - 3), hit.first, "units")
    return hit.code == "deprivation_liberty" and any(unit.last == hit.first for unit in around)
