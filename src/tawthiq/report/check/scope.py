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
    VIOLATION = "violation"


class Told(StrEnum):
    """Whether the words name this part of the scope, their surroundings do, or nobody does."""

    STATED = "stated"
    IMPLIED = "implied"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Parties:
    """`codes`: the parties meant; empty means all parties together, unless NOT_STATED.

    NOT_STATED with codes: one of them, or all of them together; the words do not bind the number to one.
    """

    codes: frozenset[str]
    told: Told


@dataclass(frozen=True, slots=True)
class Period:
    """`when`: the time of the acts; None when nobody tells it."""

    when: When | None
    told: Told


@dataclass(frozen=True, slots=True)
class Place:
    """`codes`: ISO countries, or places within one; together they are the place meant; empty when nobody tells it.

    `situation`: the situation as a sheet or the record names it, for printing.
    """

    codes: frozenset[str]
    told: Told
    situation: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom, where, when; `population`: child, boy, girl, incident, person, or another word of the one who counted.

    `violations`: codes of vocabulary `violation`, all of one reporting heading; empty when nobody tells which.
    """

    parties: Parties
    place: Place
    period: Period
    population: str = "child"
    violations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """That quoted and known scope part ways. `quoted`, `known`: codes (`;` between) or EDTF-like texts;

    `told`: how the quoted side is told.
    """

    dimension: Dimension
    quoted: str
    known: str
    told: Told


ALL_PARTIES = "all_parties"
NOT_STATED = "not_stated"


def differences(quoted: Scope, known: Scope) -> tuple[Difference, ...]:
    """Every way in which the quoted scope is not the known one, in the order of `Dimension`.

    What nobody tells differs from nothing: it is noted beside the verdict (`untold`), not held against the number.
    """
    found = (
        _party(quoted.parties, known.parties),
        _place(quoted.place, known.place),
        _period(quoted.period, known.period),
        _population(quoted.population, known.population),
        _violation(quoted.violations, known.violations),
    )
    return tuple(difference for difference in found if difference is not None)


def untold(scope: Scope) -> tuple[Dimension, ...]:
    """The parts of a scope that nobody tells, of those that make two figures comparable at all."""
    missing = (
        (Dimension.PLACE, not scope.place.codes),
        (Dimension.PERIOD, scope.period.when is None),
        (Dimension.VIOLATION, not scope.violations),
    )
    return tuple(dimension for dimension, holds in missing if holds)


def may_be_same(one: Scope, other: Scope) -> bool:
    """True unless the words themselves set the two apart: both told, and told differently."""
    return not any(_told(one, found.dimension) and _told(other, found.dimension) for found in differences(one, other))


def surely_same(one: Scope, other: Scope) -> bool:
    """True when party, place, period and violation are equal codes and days, told or untold alike."""
    mine, theirs = (
        (scope.parties.codes, scope.place.codes, scope.period.when, scope.violations) for scope in (one, other)
    )
    return mine == theirs


def _told(scope: Scope, dimension: Dimension) -> bool:
    told = {
        Dimension.PARTY: scope.parties.told,
        Dimension.PLACE: scope.place.told,
        Dimension.PERIOD: scope.period.told,
    }
    return told.get(dimension, Told.STATED) is Told.STATED


def _party(quoted: Parties, known: Parties) -> Difference | None:
    open_choice = quoted.told is Told.NOT_STATED and known.codes <= quoted.codes
    if quoted.codes == known.codes or open_choice:
        return None
    return Difference(Dimension.PARTY, _parties_text(quoted), _parties_text(known), quoted.told)


def _parties_text(parties: Parties) -> str:
    if parties.told is Told.NOT_STATED:
        return NOT_STATED
    return ";".join(sorted(parties.codes)) or ALL_PARTIES


def _place(quoted: Place, known: Place) -> Difference | None:
    if not quoted.codes or not known.codes or quoted.codes == known.codes:
        return None
    return Difference(Dimension.PLACE, ";".join(sorted(quoted.codes)), ";".join(sorted(known.codes)), quoted.told)


def _period(quoted: Period, known: Period) -> Difference | None:
    if quoted.when is None or known.when is None or _same_days(quoted.when, known.when):
        return None
    return Difference(Dimension.PERIOD, quoted.when.text, known.when.text, quoted.told)


def _same_days(one: When, other: When) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _population(quoted: str, known: str) -> Difference | None:
    if quoted == known:
        return None
    return Difference(Dimension.POPULATION, quoted, known, Told.STATED)


def _violation(quoted: frozenset[str], known: frozenset[str]) -> Difference | None:
    if not quoted or quoted == known:
        return None
    return Difference(Dimension.VIOLATION, ";".join(sorted(quoted)), ";".join(sorted(known)), Told.STATED)
