"""Asking: which questions to put to the record for some claims, beside some published figures; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.report.check.claim import Claim, Known
from tawthiq.report.check.counted import Question
from tawthiq.report.check.scope import Place, Scope, Told
from tawthiq.report.count.spec import unit_of
from tawthiq.terms.registry import load_gazetteer, load_parties, situation_countries
from tawthiq.terms.violation import violation_types
from tawthiq.terms.vocabulary import load
from tawthiq.terms.when import When
from tawthiq.terms.where import PlacePrecision


def questions_for(claims: Sequence[Claim], known: Sequence[Known]) -> list[Question]:
    """Every situation and division, period and violation in play, each once, in a fixed order.

    In play: where claims say, or where their parties act when they say no place, and what was published of either.
    """
    parties = frozenset(_parties(claims, known))
    found = {
        (situation, admin1, when.text, violations): Question(situation, when, violations, parties, admin1)
        for situation, admin1 in _places(claims, known)
        for when in _periods(claims, known)
        for violations in _violations(claims, known)
    }
    return [found[key] for key in sorted(found, key=lambda key: (*key[:3], sorted(key[3])))]


def _scopes(claims: Sequence[Claim], known: Sequence[Known]) -> list[Scope]:
    return [*(one.scope for one in claims), *(one.scope for one in known)]


def _parties(claims: Sequence[Claim], known: Sequence[Known]) -> Iterator[frozenset[str]]:
    registry = load_parties().parties
    for scope in _scopes(claims, known):
        parties = scope.parties
        if parties.codes and parties.told is not Told.NOT_STATED and all(code in registry for code in parties.codes):
            yield parties.codes


def _places(claims: Sequence[Claim], known: Sequence[Known]) -> set[tuple[str, str]]:
    """(situation, first-level division or empty)."""
    found = {(situation, "") for one in known for situation in one.scope.place.situation.split(";") if situation}
    for claim in claims:
        found |= set(_of_place(claim.scope.place)) if claim.scope.place.codes else set(_of_parties(claim))
    return found


def _of_place(place: Place) -> Iterator[tuple[str, str]]:
    places = load_gazetteer().places
    for code in place.codes:
        country = places[code].country if code in places else code
        for situation in _situations_of(country):
            yield situation, ""
            if code in places and places[code].precision is PlacePrecision.ADM1:
                yield situation, code


def _of_parties(claim: Claim) -> Iterator[tuple[str, str]]:
    registry = load_parties().parties
    for code in claim.scope.parties.codes:
        if code in registry:
            yield from ((situation, "") for situation in registry[code].situations)


def _situations_of(country: str) -> list[str]:
    return [code for code in load("situation").terms if country in situation_countries(code)]


def _periods(claims: Sequence[Claim], known: Sequence[Known]) -> list[When]:
    periods = (scope.period for scope in _scopes(claims, known))
    bounded = (one.when for one in periods if one.when and one.when.first and one.when.last)
    return list({(when.first, when.last): when for when in bounded}.values())


def _violations(claims: Sequence[Claim], known: Sequence[Known]) -> set[frozenset[str]]:
    """The sets told of, and the whole of each reporting heading that they fall under."""
    told = {scope.violations for scope in _scopes(claims, known) if scope.violations}
    kinds = violation_types()
    parents = {kind.parent for kind in kinds for codes in told if kind.code in codes}
    whole = {frozenset(kind.code for kind in kinds if kind.parent == parent) for parent in parents}
    return {codes for codes in told | whole if len({unit_of(code) for code in codes}) == 1}
