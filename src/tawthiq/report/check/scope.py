"""Scope: what a number is about; a number quoted about something else is not the same number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.terms.when import When


class Dimension(StrEnum):
    """The ways in which two scopes can differ."""

    PARTY = "party"
    PLACE = "place"
    PERIOD = "period"
    POPULATION = "population"


class Told(StrEnum):
    """Whether the words name this part of the scope, their surroundings do, or nobody does."""

    STATED = "stated"
    IMPLIED = "implied"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Parties:
    """`codes`: the parties meant; empty means all parties together when STATED, nobody knows when NOT_STATED."""

    codes: frozenset[str]
    told: Told


@dataclass(frozen=True, slots=True)
class Period:
    """`when`: the time of the acts; None when nobody tells it."""

    when: When | None
    told: Told


@dataclass(frozen=True, slots=True)
class Place:
    """`codes`: situations or countries meant, any of them; empty when nobody tells it."""

    codes: frozenset[str]
    told: Told


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom, where, when; `population`: child, boy, girl, or another word of the one who counted."""

    parties: Parties
    place: Place
    period: Period
    population: str = "child"


@dataclass(frozen=True, slots=True)
class Difference:
    """That quoted and known scope part ways. `quoted`, `known`: codes or EDTF-like texts; `told`: how it is quoted."""

    dimension: Dimension
    quoted: str
    known: str
    told: Told


ALL_PARTIES = "all_parties"
NOT_STATED = "not_stated"


def differences(quoted: Scope, known: Scope) -> tuple[Difference, ...]:
    """Every way in which the quoted scope is not the known one, in the order party, place, period, population."""
    found = (
        _party(quoted.parties, known.parties),
        _place(quoted.place, known.place),
        _period(quoted.period, known.period),
        _population(quoted.population, known.population),
    )
    return tuple(difference for difference in found if difference is not None)


def _party(quoted: Parties, known: Parties) -> Difference | None:
    if quoted.codes == known.codes or (quoted.told is Told.NOT_STATED and not known.codes):
        return None
    return Difference(Dimension.PARTY, _parties_text(quoted), _parties_text(known), quoted.told)


def _parties_text(parties: Parties) -> str:
    if parties.codes:
        return ";".join(sorted(parties.codes))
    return NOT_STATED if parties.told is Told.NOT_STATED else ALL_PARTIES


def _place(quoted: Place, known: Place) -> Difference | None:
    if not quoted.codes or not known.codes or quoted.codes == known.codes:
        return None
    return Difference(Dimension.PLACE, ";".join(sorted(quoted.codes)), ";".join(sorted(known.codes)), quoted.told)


def _period(quoted: Period, known: Period) -> Difference | None:
    if quoted.when is None or known.when is None or _same_days(quoted.when, known.when):
        return None
    return Difference(Dimension.PERIOD, quoted.when.text, known.when.text, quoted.told)


def _same_days(one: When, other: When) -> bool:
    """Equal days, or the part of a year that had passed when it was told (2015 in August is 2015)."""
    if (one.first, one.last) == (other.first, other.last):
        return True
    return one.first == other.first and None not in (one.last, other.last) and one.lies_within(other)


def _population(quoted: str, known: str) -> Difference | None:
    if quoted == known:
        return None
    return Difference(Dimension.POPULATION, quoted, known, Told.STATED)
