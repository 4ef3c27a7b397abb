"""Dates: the times a text tells, each with its words and its days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tawthiq.record.extract.dates.bounds import single
from tawthiq.record.extract.dates.date_words import Reading, is_small_word, month_at
from tawthiq.record.extract.dates.decades import decade
from tawthiq.record.extract.dates.points import DateFound, Point, clip, resolve
from tawthiq.record.extract.dates.told_dates import (
    ago,
    dual_ago,
    first_of,
    named_day,
    part_of_year,
    relative_words,
    short,
    short_part,
)
from tawthiq.record.extract.dates.written_dates import (
    bare_year,
    day_month,
    iso,
    month_day,
    month_year,
    ranked_day,
    slashed,
    year_in_words,
    year_range,
)
from tawthiq.record.extract.words.token import NUMBER, SIGN
from tawthiq.terms.when import When, between, not_after, on_day

_PERIOD_DAYS = 85
_TITLE_TOKENS = 24
_HEAD_TOKENS = 8
_FEWEST_YEARS = 2
_TWO = 2
_NAMED_TOKENS = 2
"""Between "the reporting period" and its months: "of", a bracket."""


def dates_of(reading: Reading, published: date | None) -> list[DateFound]:
    """Every time told, in order, ranges put together."""
    points: list[Point] = []
    at = 0
    while at < len(reading.tokens):
        point = _point(reading, at)
        if point is None:
            at += 1
            continue
        points.append(point)
        at = point.last
    return _ranges(reading, _in_told_year(points, published), published)


def _in_told_year(points: list[Point], published: date | None) -> list[Point]:
    """A report on the year before: where every day told with its year lies in that year, or the text opens with "In
    2023, ...", "in May" does too."""
    years = [point.year for point in points if point.year is not None and point.month is not None]
    opening = [point.year for point in points[:1] if point.year is not None and _opens_text(point)]
    told = {*opening, *years}
    if published is None or told != {published.year - 1} or (not opening and len(years) < _FEWEST_YEARS):
        return points
    return [_of_year(point, published.year - 1) for point in points]


def _of_year(point: Point, year: int) -> Point:
    """ "In May", "durante el primer semestre", told without a year."""
    _, _, part = point.relative.partition("part:")
    if part.startswith(("half", "q")) and part.endswith(":last"):
        return replace(point, relative="", part=part.partition(":")[0], year=year)
    lacks = point.month is not None and point.year is None and point.weekday is None
    return replace(point, year=year) if lacks else point


def _opens_text(point: Point) -> bool:
    return point.first < _OPENING_TOKENS and not point.month and not point.part


def _point(reading: Reading, at: int) -> Point | None:
    """The first matcher that reads a time here; most words can begin none, so they are passed over at once."""
    token = reading.tokens[at]
    if token.sort == SIGN:
        return None
    if token.sort == NUMBER and at and _is_name_of_group(reading, at - 1):
        return None
    may_begin = token.sort == NUMBER or at in reading.numbers or _starts_time(reading, at)
    named = any(reading.word(at, table) is not None for table in ("weekdays", "day_ranks"))
    if not may_begin and not named and month_at(reading, at) is None:
        return None
    return next((found for matcher in _MATCHERS if (found := matcher(reading, at))), None)


_SECTIONS = frozenset(("dates", "date_last", "date_parts", "date_before_number", "durations_counted"))


def _starts_time(reading: Reading, at: int) -> bool:
    if reading.is_one_of(at, "first_of_words") or reading.hit(at, "durations") is not None:
        return True
    if short(reading, at):
        return True
    return any(hit.entry.section in _SECTIONS for hit in reading.hits.get(at, ()))


def _is_name_of_group(reading: Reading, at: int) -> bool:
    """ "The 9 April Column", "la Columna 9 de Abril": the number belongs to the name."""
    return reading.text[reading.tokens[at].start].isupper() and reading.hit(at, "group_heads") is not None


def _ranges(reading: Reading, points: list[Point], published: date | None) -> list[DateFound]:
    found: list[DateFound] = []
    at = 0
    anchor: date | None = None
    latest: date | None = None
    period: When | None = None
    while at < len(points):
        told = points[at].relative
        if told == "period" and at + 1 < len(points) and points[at + 1].first - points[at].last <= _NAMED_TOKENS:
            at += 1
            continue
        if told.startswith(("anchor:", "period")):
            when = (
                _of_period(told, period)
                if told.startswith("period")
                else _anchored(told, anchor if told != "anchor:since" else latest, published)
            )
            found.append(DateFound(points[at].first, points[at].last, when, "anchor", relative=True))
            at += 1
            continue
        row = _row_of_months(points, at)
        pair = _joined_range(points[at], points[at + row - 1], published) if row > _TWO else None
        pair = pair or _pair(reading, points, at, published)
        if pair:
            found.append(pair)
            at += max(_TWO, row)
        else:
            found.append(single(reading, points[at], published))
            at += 1
        when = found[-1].when
        latest = when.first if when is not None and when.first is not None else latest
        if when is not None and when.first is not None and when.first == when.last:
            anchor = when.first
        elif when is not None and period is None and _is_period(found[-1], when):
            period = when
    return [item for item in found if item.last > item.first]


def _anchored(told: str, anchor: date | None, published: date | None) -> When | None:
    """ "The following day", "since then": told from the day told last; "two days earlier" of no day from today."""
    offset = told.partition(":")[2]
    if offset == "since":
        return between(anchor, published) if anchor and published and anchor < published else None
    if anchor is None and published is not None and int(offset) < -1:
        anchor = published
    return on_day(anchor + timedelta(days=int(offset))) if anchor else None


def _of_period(told: str, period: When | None) -> When | None:
    """ "The reporting period"; "previous years", which end where it begins."""
    if period is None or told == "period" or period.first is None:
        return period if told == "period" else None
    return not_after(period.first - timedelta(days=1))


def _is_period(found: DateFound, when: When) -> bool:
    """A long range; "situation report no. 14 (27 February to 12 March)": also a short one in a text's title, the year
    that its first words tell."""
    titled = found.first < _TITLE_TOKENS and found.rule in ("range", "day_month", "month_day")
    titled = titled or (found.first < _HEAD_TOKENS and found.rule == "year")
    return titled or (found.rule == "range" and _is_long(when))


def _is_long(when: When) -> bool:
    """A period of a report, no few days of fighting."""
    return when.first is not None and when.last is not None and (when.last - when.first).days >= _PERIOD_DAYS


def _pair(reading: Reading, points: list[Point], at: int, published: date | None) -> DateFound | None:
    if at + 1 >= len(points):
        return None
    left, right = points[at], points[at + 1]
    begins = next((at for at in (left.first - 1, left.first - 2) if reading.is_one_of(at, "range_begin")), -1)
    begun = begins == left.first - 1 or (begins >= 0 and is_small_word(reading, left.first - 1))
    joined = range(left.last, right.first)
    until_now = right.relative == "now" and reading.is_one_of(right.first, "range_tight")
    if not joined and (until_now or _are_two_years(reading, left, right, joined) or _is_night_between(left, right)):
        return _joined_range(left, right, published)
    if not joined and (begun or _are_next(left, right)) and reading.tokens[right.first].form.startswith("و"):
        return _joined_range(left, right, published)
    if len(joined) == 0 or len(joined) > 3:
        return None
    if _are_two_years(reading, left, right, joined):
        return _joined_range(left, right, published)
    tight = all(reading.is_one_of(token, "range_tight") for token in joined if not is_small_word(reading, token))
    loose = (begun or _are_next(left, right)) and all(
        reading.is_one_of(token, "range_loose") or is_small_word(reading, token) for token in joined
    )
    if not (tight and any(reading.is_one_of(token, "range_tight") for token in joined)) and not loose:
        return None
    first = begins if begun else left.first
    return _joined_range(replace(left, first=first), right, published)


def _are_two_years(reading: Reading, left: Point, right: Point, joined: range) -> bool:
    """ "In 2019 and 2020", "خلال عامي 2019 و2020": a year and the next one, with nothing but "and" between."""
    years = left.rule == right.rule == "year" and (left.year or 0) + 1 == right.year
    return years and len(joined) < 2 and all(reading.is_one_of(at, "list_joiners") for at in joined)


def _is_night_between(left: Point, right: Point) -> bool:
    """ "ليل الاثنين الثلاثاء", "la nuit de lundi à mardi" without its words: a day and the next, nothing between."""
    if left.weekday is None or right.weekday is None:
        return False
    return right.weekday == (left.weekday + 1) % 7 and not (left.day or right.day)


def _are_next(left: Point, right: Point) -> bool:
    """ "In August and September", "late August and early September": two months that touch are one time."""
    ends_and_begins = left.part == "late" and right.part == "early"
    if left.relative or right.relative or left.weekday is not None:
        return False
    if (left.part or right.part) and not ends_and_begins:
        return False
    if left.day or right.day or left.month is None or left.year is not None:
        return False
    return right.month == left.month % 12 + 1


def _row_of_months(points: list[Point], at: int) -> int:
    """ "خلال أبريل ومايو ويونيو": how many months in a row "and" alone joins; the year stands behind the last."""
    end = at + 1
    while end < len(points) and points[end].first == points[end - 1].last and _are_next(points[end - 1], points[end]):
        end += 1
    return end - at


def _joined_range(left: Point, right: Point, published: date | None) -> DateFound:
    left, right = _with_year(left, right), _with_later_year(right, left)
    one, two, first = resolve(left, published), resolve(right, published), left.first
    if left.year is None and right.year is None and left.month and right.month and _is_turned(one, two):
        one = resolve(replace(left, year=two.last.year), published) if two and two.last else one
    if one is None or two is None or one.first is None or two.last is None or two.last < one.first:
        return DateFound(first, right.last, None, "range", left.is_relative or right.is_relative)
    whole = clip(between(one.first, two.last), published)
    return DateFound(first, right.last, whole, "range", left.is_relative or right.is_relative)


def _is_turned(one: When | None, two: When | None) -> bool:
    """ "Between January and June", told in February: both lie in the year before."""
    return bool(one and two and one.first and two.last and two.last < one.first)


def _with_year(left: Point, right: Point) -> Point:
    if left.year is not None or left.relative or left.weekday is not None:
        return left
    if right.year is None:
        return left
    year = right.year - 1 if (left.month or 0) > (right.month or 12) else right.year
    return replace(left, year=year)


def _with_later_year(right: Point, left: Point) -> Point:
    """ "From August 2023 to July": the year of the first month, or the one behind it."""
    plain = right.year is None and right.month is not None and not right.relative and right.weekday is None
    if not plain or left.year is None or left.month is None or right.years_back is not None:
        return right
    return replace(right, year=left.year + int((right.month or 0) < left.month))


_OPENING_TOKENS = 12
"""A year that stands so near the beginning is what the whole text is about."""
_MATCHERS: tuple[Callable[[Reading, int], Point | None], ...] = (
    iso,
    decade,
    year_range,
    slashed,
    short_part,
    day_month,
    ranked_day,
    month_day,
    first_of,
    part_of_year,
    month_year,
    ago,
    dual_ago,
    relative_words,
    named_day,
    year_in_words,
    bare_year,
)
