"""Check of particulars at the edge: cells of a form or register read, values that cannot both be true refused, gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from tawthiq.record.link.particulars.form import particulars_of, spec_of
from tawthiq.record.link.particulars.particulars import NONE, Particulars, of
from tawthiq.record.link.particulars.spec import Kind, Level, Need
from tawthiq.record.link.particulars.value import Value, read, spell
from tawthiq.terms.errors import BadInput, ImpossibleDate, MissingField
from tawthiq.terms.when import Precision, When, parse_when

_IN_ORDER = (
    ("joined_on", "left_on"),
    ("started_on", "ended_on"),
    ("started_on", "vacated_on"),
    ("detained_on", "freed_on"),
)
"""(first, then): pairs of times of which the second cannot lie wholly before the first."""

_RATE = ("pay_rate", "pay_rate_on", "pay_rate_source")
"""What a conversion consists of; none of them means anything alone."""

_ONLY_WHEN_YES = (("died_later", "died_on"), ("closed", "closed_days"))
"""(question, detail): the detail is told only where the question is not answered with no."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A required field with neither a value nor a reason. `thing`: id of what lacks it."""

    thing: str
    level: Level
    name: str


def read_cells(
    type_code: str, level: Level, cells: Mapping[str, str], *, known_on: date | None = None, situation: str = ""
) -> Particulars:
    """The particulars that cells tell, by field name; other names are passed over, empty cells tell nothing.

    `known_on`: the day of collection, which no told day may follow; `situation`: where it was.
    Raises BadInput whose `where` is the field.
    """
    if _names_of(type_code, level).isdisjoint(cells):
        return NONE
    specs = particulars_of(type_code, level)
    names = specs.keys() & cells.keys()
    told = of({name: read(specs[name], cells[name], situation) for name in names})
    _check_together(type_code, level, told, known_on)
    return told


@cache
def _names_of(type_code: str, level: Level) -> frozenset[str]:
    return frozenset(particulars_of(type_code, level))


def check(type_code: str, level: Level, told: Particulars, *, known_on: date | None = None) -> None:
    """Raises UnknownCode for a field that the type has not, BadInput for values that cannot stand."""
    for name, value in told.values:
        spec = spec_of(type_code, level, name)
        again = read(spec, spell(value))
        if again != value or isinstance(again, bool) is not isinstance(value, bool):
            raise BadInput("not a value of this field in its own form", where=name, do="read it with read_cells")
    _check_together(type_code, level, told, known_on)


def _check_together(type_code: str, level: Level, told: Particulars, known_on: date | None) -> None:
    """What values, each read already, cannot say beside one another."""
    _check_ages(told)
    _check_order(told)
    _check_days(type_code, level, told, known_on)
    _check_rate(told)
    for question, detail in _ONLY_WHEN_YES:
        if told.get(question) is False and detail in told.known():
            raise BadInput(f"told although {question} is no", where=detail, do="leave one of the two out")


def _check_ages(told: Particulars) -> None:
    low, high = told.get("recruited_age_min"), told.get("recruited_age_max")
    if _number(low) and _number(high) and int(str(high)) < int(str(low)):
        raise BadInput(f"ages run from {low} down to {high}", where="recruited_age_max", do="put the lower age first")
    if _number(low) and int(str(low)) >= 18:
        raise BadInput(
            "a person of 18 or more is no child", where="recruited_age_min", do="leave the act out of the register"
        )


def _check_rate(told: Particulars) -> None:
    known = told.known()
    missing = [name for name in _RATE if name not in known]
    if missing and len(missing) < len(_RATE):
        raise MissingField(
            "a conversion says its rate, of which day, and whose it is", where=missing[0], do="give all three"
        )
    on = _time(told, "pay_rate_on")
    if on is not None and on.precision is not Precision.DAY:
        raise BadInput("a day is needed", where="pay_rate_on", do="write it as 2014-07-03")


def _number(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _check_order(told: Particulars) -> None:
    for first, then in _IN_ORDER:
        begin, end = _time(told, first), _time(told, then)
        if begin and end and begin.first and end.last and end.last < begin.first:
            raise ImpossibleDate(f"{end.text} lies before {begin.text}", where=then, do="correct one of the dates")


def _check_days(type_code: str, level: Level, told: Particulars, known_on: date | None) -> None:
    specs = particulars_of(type_code, level)
    for name, _ in told.values:
        when = _time(told, name) if specs[name].kind is Kind.WHEN else None
        if when is not None and known_on is not None and when.surely_after(known_on):
            raise ImpossibleDate(
                f"{when.text} lies after the day it was collected ({known_on})", where=name, do="correct the date"
            )


def _time(told: Particulars, name: str) -> When | None:
    value = told.get(name)
    return parse_when(value, where=name) if isinstance(value, str) else None


def gaps(thing: str, type_code: str, level: Level, told: Particulars) -> tuple[Gap, ...]:
    """The required fields of a thing that have neither a value nor a reason."""
    return tuple(
        Gap(thing, level, spec.name)
        for spec in particulars_of(type_code, level).values()
        if spec.need is Need.REQUIRED and spec.name not in told.known()
    )
