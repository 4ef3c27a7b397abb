"""Points in time as a text tells them, turned into days against the day the text came out."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tawthiq.terms.errors import BadInput
from tawthiq.terms.when import When, between, in_half, in_month, in_quarter, in_week, in_year, on_day

_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_MONTHS = 12
_SEASON_DAYS = 100
_PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_EXACT_PARTS_OF_MONTH = {
    "half1": (1, 15),
    "half2": (16, 31),
    "week1": (1, 7),
    "week2": (8, 14),
    "week3": (15, 21),
    "week4": (22, 31),
}
WEEKS = ("week_of", "week_to")


@dataclass(frozen=True, slots=True)
class Point:
    """What was told, on tokens `first` to `last` (exclusive); None where the words leave it out.

    `part`: early, mid, late, half1, half2, q1 to q4, spring to winter, first:month:9, season (2013-14), decade:late;
    with a day also week_of, week_to.
    `relative`: unit:offset, as "month:-1", "weekend:0", "year:before", "now", "past:year:2", "part:late:-1". `strict`:
    "last Monday", never the day of publication itself. `years_back`: 1 for "May of last year".
    """

    first: int
    last: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    part: str = ""
    relative: str = ""
    strict: bool = False
    years_back: int | None = None

    @property
    def is_relative(self) -> bool:
        """True when the words alone do not tell the year."""
        return self.year is None


@dataclass(frozen=True, slots=True)
class DateFound:
    """`when` is None when it could not be resolved; `relative`: the words alone do not tell it."""

    first: int
    last: int
    when: When | None
    rule: str
    relative: bool


def resolve(point: Point, published: date | None) -> When | None:
    """The days meant, cut off at the day of publication; None when that day is needed but unknown, or no such day."""
    try:
        when = _resolve(point, published)
    except (ValueError, OverflowError, BadInput):
        return None
    return clip(when, published) if when else None


def clip(when: When, published: date | None) -> When:
    """What a text reports lies not after the day it came out: a period that holds that day ends on it."""
    if published is None or when.first is None or when.last is None:
        return when
    if when.first <= published < when.last:
        return on_day(published) if when.first == published else between(when.first, published)
    return when


def _resolve(point: Point, published: date | None) -> When | None:
    if point.relative:
        return _relative(point.relative, published) if published else None
    if point.weekday is not None:
        if published is None:
            return None
        named = _day_of_weekday(point.weekday, point.day, published) if point.day else None
        return named or _weekday(point.weekday, published, strict=point.strict)
    if point.year is None:
        if published is None:
            return None
        return _absolute(_nearest_past(point, published))
    return _absolute(point)


def _nearest_past(point: Point, published: date) -> Point:
    if point.years_back is not None:
        return replace(point, year=published.year - point.years_back)
    year = published.year
    month = point.month or 1
    later = (month, point.day or 1) > (published.month, published.day)
    if point.month is None:
        later = False
    if later or (point.strict and month == published.month and not point.day):
        year -= 1
    return replace(point, year=year)


def _absolute(point: Point) -> When:
    year, month, day = point.year or 1, point.month, point.day
    if month and day:
        start = date(year, month, day)
        if point.part in WEEKS:
            return _week(start, point.part)
        return between(start, date(year, month, point.last_day)) if point.last_day else on_day(start)
    if month:
        return _part_of_month(year, month, point.part) if point.part else in_month(year, month)
    return _part_of_year(year, point.part) if point.part else in_year(year)


def _week(day: date, part: str) -> When:
    """ "The week of 15 April" holds that day; "the week ending 9 May" ends on it."""
    if part == "week_to":
        return between(day - timedelta(days=6), day)
    year, week, _ = day.isocalendar()
    return in_week(year, week)


def _part_of_year(year: int, part: str) -> When:
    if part == "season":
        return between(date(year, 1, 1), date(year + 1, 12, 31))
    if part.startswith("decade"):
        low, high = _PARTS_OF_DECADE.get(part.partition(":")[2], (0, 9))
        return between(date(year + low, 1, 1), date(year + high, 12, 31))
    if part.startswith("half"):
        return in_half(year, int(part[4:]))
    if part.startswith("q"):
        return in_quarter(year, int(part[1:]))
    if part.startswith("first"):
        return _first_of(date(year, 1, 1), part)
    if part in _SEASONS:
        return between(date(year, _SEASONS[part], 1), _end_of_month(year, _SEASONS[part] + 2))
    if part not in _PARTS_OF_YEAR:
        return in_year(year)
    low, high = _PARTS_OF_YEAR[part]
    last = date(year, high, calendar.monthrange(year, high)[1])
    return replace(between(date(year, low, 1), last), estimated=True)


def _first_of(start: date, part: str) -> When:
    """ "first:month:9", "first-week-1": so many from the beginning."""
    _, unit, count = part.replace("-", ":").split(":")
    if unit == "month":
        return between(start, _end_of_month(start.year, int(count)))
    return between(start, start + timedelta(days=int(count) * (7 if unit == "week" else 1) - 1))


def _end_of_month(year: int, month: int) -> date:
    """The last day; months past the twelfth are those of the next year."""
    year, month = (year, month) if month <= _MONTHS else (year + 1, month - _MONTHS)
    return date(year, month, calendar.monthrange(year, month)[1])


def _part_of_month(year: int, month: int, part: str) -> When:
    if part.startswith("first"):
        return _first_of(date(year, month, 1), part)
    if part not in _PARTS_OF_MONTH and part not in _EXACT_PARTS_OF_MONTH:
        return in_month(year, month)
    low, high = _PARTS_OF_MONTH.get(part) or _EXACT_PARTS_OF_MONTH[part]
    last = min(high, calendar.monthrange(year, month)[1])
    told = between(date(year, month, low), date(year, month, last))
    return replace(told, estimated=part in _PARTS_OF_MONTH)


def _day_of_weekday(weekday: int, day: int, published: date) -> When | None:
    """ "Tuesday 9": the last day before publication that is both; None where none lies within a season."""
    days = (published - timedelta(days=back) for back in range(_SEASON_DAYS))
    return next((on_day(found) for found in days if found.weekday() == weekday and found.day == day), None)


def _weekday(weekday: int, published: date, *, strict: bool) -> When:
    back = (published.weekday() - weekday) % 7
    return on_day(published - timedelta(days=back or (7 if strict else 0)))


def _relative(told: str, published: date) -> When | None:
    unit, _, rest = told.partition(":")
    if unit == "now":
        return on_day(published)
    if unit == "part":
        part, _, offset = rest.partition(":")
        if offset == "last":
            offset = "0" if _begun(_part_of_year(published.year, part), published) else "-1"
        return _part_of_year(published.year + int(offset), part)
    if unit == "past":
        length, _, count = rest.partition(":")
        return between(_back(published, length, int(count)), published)
    if rest == "before":
        return _before_in(unit, published)
    if unit == "weekend":
        return _weekend(published, strict=rest == "-1")
    return _offset(unit, int(rest), published)


def _begun(when: When, published: date) -> bool:
    return when.first is not None and when.first < published


def _before_in(unit: str, published: date) -> When | None:
    starts = {
        "year": date(published.year, 1, 1),
        "month": published.replace(day=1),
        "week": published - timedelta(days=published.weekday()),
    }
    yesterday = published - timedelta(days=1)
    return between(starts[unit], yesterday) if starts[unit] < yesterday else on_day(min(starts[unit], yesterday))


def _weekend(published: date, *, strict: bool) -> When:
    """ "Over the weekend": Saturday and Sunday, the latest begun; `strict`: "last weekend", never one that lasts."""
    back = (published.weekday() - calendar.SATURDAY) % 7
    saturday = published - timedelta(days=back + (7 if strict and back < 2 else 0))
    return between(saturday, min(saturday + timedelta(days=1), published))


def _offset(unit: str, offset: int, published: date) -> When:
    if unit == "day":
        return on_day(published + timedelta(days=offset))
    if unit == "week":
        year, week, _ = (published + timedelta(weeks=offset)).isocalendar()
        return in_week(year, week)
    moved = _back(published, unit, -offset)
    return in_month(moved.year, moved.month) if unit == "month" else in_year(moved.year)


def _back(day: date, unit: str, count: int) -> date:
    if unit in ("day", "week"):
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
