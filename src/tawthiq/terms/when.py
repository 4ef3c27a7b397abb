"""When: an interval of days that keeps the precision it was told with.

Written as an EDTF-like text: `2014`, `2014-07`, `2014-07-03`, `2014-Q2`, `2014-H1`, `2014-W07`,
`2013-11/2014-02`, `../2015-08-08` (not after), `2015-01-01/..` (not before), `~` behind it when estimated.
Read too, from EDTF: `2014-XX`, `2014-07-XX` (unspecified), `2014-33` to `-36` (quarters), `2014-40`, `-41` (halves).
Nothing here widens an interval or invents a day: 2014 stays 2014, and 2013/2014 is not spelt with days.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from tawthiq.terms.errors import BadInput, ImpossibleDate
from tawthiq.terms.numerals import western


class Precision(StrEnum):
    """How finely the time was told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class When:
    """Days `first` to `last`, both included; None is an open end. `text` is the EDTF-like spelling.

    `ends`: how finely each end of a range, before or after was told ("2013 to March 2014" is YEAR, MONTH).
    """

    first: date | None
    last: date | None
    precision: Precision
    estimated: bool = False
    ends: tuple[Precision, Precision] = (Precision.DAY, Precision.DAY)

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise BadInput("a time needs a beginning or an end", do="use an unknown with a reason instead")
        if self.first and self.last and self.last < self.first:
            raise ImpossibleDate(f"{self.last} lies before {self.first}", do="put the earlier day first")
        if not _fits(self):
            raise BadInput(f"the days given are not one {self.precision.value}", do="give the range of days instead")

    @property
    def text(self) -> str:
        """The EDTF-like spelling that `parse_when` reads back to an equal value."""
        return _spell(self) + ("~" if self.estimated else "")

    @property
    def precision_of_start(self) -> Precision:
        """How finely its beginning was told."""
        return self.ends[0] if self.precision in _OPEN else self.precision

    @property
    def precision_of_end(self) -> Precision:
        """How finely its end was told."""
        return self.ends[1] if self.precision in _OPEN else self.precision

    def lies_within(self, other: When) -> bool:
        """True when every day of this one is surely a day of the other."""
        begins = other.first is None or (self.first is not None and self.first >= other.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return begins and ends

    def meets(self, other: When) -> bool:
        """True when the two may have a day in common."""
        ends_before = self.last is not None and other.first is not None and self.last < other.first
        starts_after = self.first is not None and other.last is not None and self.first > other.last
        return not (ends_before or starts_after)

    def surely_before(self, other: When) -> bool:
        """True when every day of this one precedes every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first

    def surely_after(self, day: date) -> bool:
        """True when the whole interval lies after `day`."""
        return self.first is not None and self.first > day


def on_day(day: date) -> When:
    """One day."""
    return When(day, day, Precision.DAY)


def in_year(year: int) -> When:
    """A calendar year."""
    return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def in_month(year: int, month: int) -> When:
    """A calendar month."""
    return _months(year, month, 1, Precision.MONTH)


def in_quarter(year: int, quarter: int) -> When:
    """A calendar quarter, 1-4."""
    return _months(year, 3 * quarter - 2, 3, Precision.QUARTER)


def in_half(year: int, half: int) -> When:
    """A calendar half-year, 1-2."""
    return _months(year, 6 * half - 5, 6, Precision.HALF)


def in_week(year: int, week: int) -> When:
    """An ISO week, Monday to Sunday."""
    monday = date.fromisocalendar(year, week, 1)
    return When(monday, monday + timedelta(days=6), Precision.WEEK)


def between(first: date, last: date) -> When:
    """From one day to another, both included."""
    return When(first, last, Precision.RANGE)


def not_after(last: date) -> When:
    """Some time up to that day."""
    return When(None, last, Precision.BEFORE)


def not_before(first: date) -> When:
    """Some time from that day on."""
    return When(first, None, Precision.AFTER)


def spanning(one: When, other: When) -> When:
    """The least interval that holds both; an end that either leaves open is open, and `one` stands where both would."""
    if one == other or other.lies_within(one):
        return one
    if one.lies_within(other):
        return other
    first = min(one.first, other.first) if one.first and other.first else None
    last = max(one.last, other.last) if one.last and other.last else None
    if first and last:
        return between(first, last)
    return not_after(last) if last else not_before(first) if first else one


def parse_when(text: str, *, where: str = "") -> When:
    """Read the EDTF-like spelling; raises BadInput or ImpossibleDate with `where` (file, row, field)."""
    body = western(text.strip())
    estimated = body.endswith("~")
    try:
        parsed = _parse_body(body.removesuffix("~"))
    except ImpossibleDate as reason:
        raise ImpossibleDate(reason.what, where=where, do=reason.do) from reason
    except (ValueError, OverflowError) as reason:
        raise ImpossibleDate(f"{body!r} is no day of the calendar", where=where, do="correct the date") from reason
    if parsed is None:
        raise BadInput(
            f"{body!r} is not a date we can read", where=where, do="write 2014, 2014-07, 2014-07-03 or first/last"
        )
    return replace(parsed, estimated=estimated)


def _parse_body(body: str) -> When | None:
    if "/" not in body:
        return _parse_single(body)
    left, _, right = body.partition("/")
    first = None if left in ("", "..") else _parse_single(left)
    last = None if right in ("", "..") else _parse_single(right)
    if (first is None and left not in ("", "..")) or (last is None and right not in ("", "..")):
        return None
    return _join(first, last)


def _join(first: When | None, last: When | None) -> When | None:
    if any(end and (end.first is None or end.last is None) for end in (first, last)) or not (first or last):
        return None
    kind = Precision.RANGE if first and last else Precision.AFTER if first else Precision.BEFORE
    ends = (first.precision if first else Precision.DAY, last.precision if last else Precision.DAY)
    return When(first.first if first else None, last.last if last else None, kind, ends=ends)


def _month_or_season(year: int, number: int) -> When:
    if 33 <= number <= 36:
        return in_quarter(year, number - 32)
    return in_half(year, number - 39) if number in (40, 41) else in_month(year, number)


_SINGLE: tuple[tuple[str, Callable[..., When]], ...] = (
    (r"(\d{4})", in_year),
    (r"(\d{4})-XX(?:-XX)?", in_year),
    (r"(\d{4})-(\d\d)(?:-XX)?", _month_or_season),
    (r"(\d{4})-Q([1-4])", in_quarter),
    (r"(\d{4})-H([12])", in_half),
    (r"(\d{4})-W(\d\d)", in_week),
    (r"(\d{4})-(\d\d)-(\d\d)", lambda year, month, day: on_day(date(year, month, day))),
)


def _parse_single(body: str) -> When | None:
    for pattern, make in _SINGLE:
        if match := re.fullmatch(pattern, body, re.ASCII):
            return make(*map(int, match.groups()))
    return None


def _months(year: int, month: int, n_months: int, precision: Precision) -> When:
    end = month + n_months - 1
    return When(date(year, month, 1), date(year, end, calendar.monthrange(year, end)[1]), precision)


def _iso_week(first: date) -> str:
    year, week, _ = first.isocalendar()
    return f"{year:04}-W{week:02}"


_OPEN = (Precision.RANGE, Precision.BEFORE, Precision.AFTER)
_SPELL: dict[Precision, Callable[[date], str]] = {
    Precision.DAY: lambda first: first.isoformat(),
    Precision.WEEK: _iso_week,
    Precision.MONTH: lambda first: f"{first.year:04}-{first.month:02}",
    Precision.QUARTER: lambda first: f"{first.year:04}-Q{(first.month + 2) // 3}",
    Precision.HALF: lambda first: f"{first.year:04}-H{1 if first.month < 7 else 2}",
    Precision.YEAR: lambda first: f"{first.year:04}",
}


def _spell(when: When) -> str:
    if when.precision not in _OPEN and when.first:
        return _SPELL[when.precision](when.first)
    left, right = ((day, _SPELL[told]) for day, told in zip((when.first, when.last), when.ends, strict=True))
    return "/".join(spell(day) if day else ".." for day, spell in (left, right))


def _fits(when: When) -> bool:
    """True when the days are those of the precision told: a month begins on its first day and ends on its last."""
    first, last = when.first, when.last
    if any(told in _OPEN for told in when.ends):
        return False
    match when.precision:
        case Precision.RANGE:
            return bool(first and last and _begins(first, when.ends[0]) and _ends(last, when.ends[1]))
        case Precision.BEFORE:
            return first is None and last is not None and _ends(last, when.ends[1])
        case Precision.AFTER:
            return last is None and first is not None and _begins(first, when.ends[0])
        case _:
            return bool(first and last and _whole(when.precision, first) == (first, last))


def _begins(day: date, told: Precision) -> bool:
    return _whole(told, day)[0] == day


def _ends(day: date, told: Precision) -> bool:
    return _whole(told, day)[1] == day


def _whole(precision: Precision, day: date) -> tuple[date, date]:
    """First and last day of the day's own week, month, quarter, half or year."""
    if precision is Precision.DAY:
        return day, day
    if precision is Precision.WEEK:
        monday = day.toordinal() - day.weekday()
        return date.fromordinal(monday), date.fromordinal(monday + 6)
    n_months = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6}.get(precision, 12)
    start = (day.month - 1) // n_months * n_months + 1
    end = start + n_months - 1
    return date(day.year, start, 1), date(day.year, end, calendar.monthrange(day.year, end)[1])
