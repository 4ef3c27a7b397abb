"""Struck sites: words for a blow or an attack that hit no school or hospital, or hit nobody but one."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.in_hospital import is_where_they_lie
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_BUILDINGS = ("school", "hospital")
_BUILDING_TOKENS = 5
_STRUCK_SITES = ("attack_school", "attack_hospital")


def strikes_otherwise(page: Page, clause: Clause, hit: Hit) -> bool:
    """True where words for a wound hit a building alone, or words for an attack hit neither school nor hospital."""
    if hit.code == "maiming":
        return _strikes_building(page, clause, hit)
    if hit.code not in _STRUCK_SITES:
        return False
    if hit.code == "attack_hospital" and (_is_of_supplies(page, hit) or is_where_they_lie(page, hit)):
        return True
    return _is_used_instead(page, hit) or _spans_speaker(page, hit)


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
