"""Dates: the times a text tells, each with its words and its days."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tawthiq.record.extract.lexicon import Hit, Lexicon
from tawthiq.record.extract.numbers import Number
from tawthiq.record.extract.points import Point, clip, resolve
from tawthiq.record.extract.token import NUMBER, SIGN, WORD, Token, spellings
from tawthiq.terms.when import When, between, not_after, not_before

_YEARS = range(1900, 2101)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class DateFound:
    """`when` is None when it could not be resolved; `relative`: the words alone do not tell it."""

    first: int
    last: int
    when: When | None
    rule: str
    relative: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the finder looks at: one text's tokens, numbers by first token, hits of the date sections by first token."""

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    numbers: dict[int, Number]
    hits: dict[int, list[Hit]]

    def word(self, at: int, table: str) -> int | None:
        """The value of the word at a token in a table of the lexicon (months, weekdays)."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].sort != WORD:
            return None
        values: dict[str, int] = self.lexicon.data.get(table, {})
        return next((values[form] for form in spellings(self.tokens[at].form) if form in values), None)

    def is_one_of(self, at: int, table: str) -> bool:
        """True when the token's form stands in a list of the lexicon."""
        if not 0 <= at < len(self.tokens):
            return False
        return any(form in self.lexicon.data.get(table, ()) for form in spellings(self.tokens[at].form))

    def hit(self, at: int, section: str) -> Hit | None:
        """The hit of that section beginning at the token."""
        return next((hit for hit in self.hits.get(at, ()) if hit.entry.section == section), None)

    def plain_int(self, at: int) -> int | None:
        """The whole number at a token, written as bare digits (an ordinal tail as in 8th is its own token)."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].sort != NUMBER:
            return None
        raw = self.text[self.tokens[at].start : self.tokens[at].end]
        return int(raw) if raw.isdigit() else None


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
    return _ranges(reading, points, published)


def _point(reading: Reading, at: int) -> Point | None:
    """The first matcher that reads a time here; most words can begin none, so they are passed over at once."""
    token = reading.tokens[at]
    if token.sort == SIGN:
        return None
    may_begin = token.sort == NUMBER or at in reading.hits or at in reading.numbers
    if not may_begin and reading.word(at, "weekdays") is None and _month_at(reading, at) is None:
        return None
    return next((found for matcher in _MATCHERS if (found := matcher(reading, at))), None)


def _ranges(reading: Reading, points: list[Point], published: date | None) -> list[DateFound]:
    found: list[DateFound] = []
    at = 0
    while at < len(points):
        pair = _pair(reading, points, at, published)
        if pair:
            found.append(pair)
            at += 2
        else:
            found.append(_single(reading, points[at], published))
            at += 1
    return [item for item in found if item.last > item.first]


def _pair(reading: Reading, points: list[Point], at: int, published: date | None) -> DateFound | None:
    if at + 1 >= len(points):
        return None
    left, right = points[at], points[at + 1]
    begun = reading.is_one_of(left.first - 1, "range_begin")
    joined = range(left.last, right.first)
    if not joined and begun and reading.tokens[right.first].form.startswith("و"):
        return _joined_range(left, right, published)
    if len(joined) == 0 or len(joined) > 3:
        return None
    tight = all(reading.is_one_of(token, "range_tight") for token in joined if not _small(reading, token))
    loose = begun and all(reading.is_one_of(token, "range_loose") or _small(reading, token) for token in joined)
    if not (tight and any(reading.is_one_of(token, "range_tight") for token in joined)) and not loose:
        return None
    first = left.first - 1 if begun else left.first
    return _joined_range(replace(left, first=first), right, published)


def _joined_range(left: Point, right: Point, published: date | None) -> DateFound:
    left = _with_year(left, right)
    one, two, first = resolve(left, published), resolve(right, published), left.first
    if one is None or two is None or one.first is None or two.last is None or two.last < one.first:
        return DateFound(first, right.last, None, "range", left.is_relative or right.is_relative)
    whole = clip(between(one.first, two.last), published)
    return DateFound(first, right.last, whole, "range", left.is_relative or right.is_relative)


def _small(reading: Reading, token: int) -> bool:
    return reading.is_one_of(token, "date_small_words")


def _with_year(left: Point, right: Point) -> Point:
    if left.year is not None or left.relative or left.weekday is not None:
        return left
    if right.year is None:
        return left
    year = right.year - 1 if (left.month or 0) > (right.month or 12) else right.year
    return replace(left, year=year)


def _single(reading: Reading, point: Point, published: date | None) -> DateFound:
    when = resolve(point, published)
    bound = _bound(reading, point.first)
    if when is None or not bound:
        return DateFound(point.first, point.last, when, point.rule, point.is_relative)
    return DateFound(
        point.first - 1, point.last, _bounded(bound, when, published), bound, point.is_relative or bound == "since"
    )


def _bound(reading: Reading, first: int) -> str:
    tables = ("since", "until")
    return next((name for name in tables if reading.is_one_of(first - 1, f"date_{name}")), "")


def _bounded(bound: str, when: When, published: date | None) -> When:
    if bound == "since" and when.first is not None:
        later = published is not None and published > when.first
        return between(when.first, published) if later and published else not_before(when.first)
    return not_after(when.last) if when.last else when


# ---- single points -------------------------------------------------------------------------------------------------


def _month_at(reading: Reading, at: int) -> tuple[int, int] | None:
    """(month, token after it); Arabic texts write both names: آب/أغسطس."""
    for length in (2, 1):
        name = " ".join(token.form for token in reading.tokens[at : at + length])
        months: dict[str, int] = reading.lexicon.data.get("months", {})
        variants = [name] if length == 2 else list(spellings(name)) if name else []
        month = next((months[form] for form in variants if form in months), None)
        if month is None or not _written_as_name(reading, at):
            continue
        last = at + length
        if last < len(reading.tokens) and reading.tokens[last].form in "./" and _abbreviated(reading, last):
            last += 1
        twin = _month_at(reading, last + 1) if _is(reading, last, "/") else None
        return (month, twin[1]) if twin and twin[0] == month else (month, last)
    return None


def _abbreviated(reading: Reading, at: int) -> bool:
    before = reading.tokens[at - 1]
    is_short = reading.is_one_of(at - 1, "abbreviations")
    return reading.tokens[at].form == "." and before.end == reading.tokens[at].start and is_short


def _written_as_name(reading: Reading, at: int) -> bool:
    return reading.lexicon.language != "en" or reading.text[reading.tokens[at].start].isupper()


def _is(reading: Reading, at: int, form: str) -> bool:
    return at < len(reading.tokens) and reading.tokens[at].form == form


def _past(reading: Reading, at: int) -> int:
    """Past ordinal tails, "of", "de", commas between the parts of one date."""
    while at < len(reading.tokens) and (_small(reading, at) or reading.tokens[at].form == ","):
        at += 1
    return at


def _year_at(reading: Reading, at: int) -> int | None:
    year = reading.plain_int(at)
    return year if year is not None and year in _YEARS else None


def _iso(reading: Reading, at: int) -> Point | None:
    year = _year_at(reading, at)
    if year is None or not (_is(reading, at + 1, "-") and _is(reading, at + 3, "-")):
        return None
    month, day = reading.plain_int(at + 2), reading.plain_int(at + 4)
    return Point(at, at + 5, "iso", year, month, day) if month and day else None


def _slashed(reading: Reading, at: int) -> Point | None:
    raw = reading.text[reading.tokens[at].start : reading.tokens[at].end]
    if dotted := _DOTTED.fullmatch(raw):
        day, month, year = map(int, dotted.groups())
        return Point(at, at + 1, "dotted", year, month, day)
    one, two, year3 = reading.plain_int(at), reading.plain_int(at + 2), _year_at(reading, at + 4)
    if not (one and two and year3 and _is(reading, at + 1, "/") and _is(reading, at + 3, "/")):
        return None
    if reading.lexicon.language == "en" and max(one, two) <= 12 and one != two:
        return Point(at, at + 5, "day_or_month", year3, 99, 99)
    day, month = (two, one) if two > 12 else (one, two)
    return Point(at, at + 5, "slashed", year3, month, day)


def _day_month(reading: Reading, at: int) -> Point | None:
    day = reading.plain_int(at)
    if day is None or not 1 <= day <= 31:
        return None
    after, last_day = at + 1, None
    second = reading.plain_int(at + 2)
    if second and day < second <= 31 and reading.is_one_of(at + 1, "range_day"):
        after, last_day = at + 3, second
    month = _month_at(reading, _past(reading, after))
    if month is None:
        return None
    return _and_year(reading, Point(at, month[1], "day_month", None, month[0], day, last_day))


def _month_day(reading: Reading, at: int) -> Point | None:
    month = _month_at(reading, at) if reading.lexicon.language == "en" else None
    if month is None:
        return None
    day = reading.plain_int(month[1])
    if day is not None and "\n" in reading.text[reading.tokens[month[1] - 1].end : reading.tokens[month[1]].start]:
        return None
    if day is None or not 1 <= day <= 31:
        return None
    last, last_day = month[1] + 1, None
    second = reading.plain_int(last + 1)
    if second and day < second <= 31 and _is(reading, last, "-"):
        last, last_day = last + 2, second
    return _and_year(reading, Point(at, last, "month_day", None, month[0], day, last_day))


def _and_year(reading: Reading, point: Point) -> Point:
    for at in (_past(reading, point.last), point.last):
        year = _year_at(reading, at)
        if year is not None and not _counts_something(reading, at):
            return replace(point, year=year, last=at + 1)
    if last := reading.hit(point.last, "date_last"):
        return replace(point, strict=True, last=last.last)
    return point


def _counts_something(reading: Reading, at: int) -> bool:
    return any(hit.entry.section == "units" for hit in reading.hits.get(at + 1, ()))


def _month_year(reading: Reading, at: int) -> Point | None:
    month = _month_at(reading, at)
    if month is None:
        return None
    first = at - 1 if (before := _hit_ending(reading, at, "date_last")) else at
    point = _and_year(reading, Point(first, month[1], "month", None, month[0], strict=bool(before)))
    return replace(point, rule="month_year") if point.year else point


def _hit_ending(reading: Reading, at: int, section: str) -> Hit | None:
    hit = reading.hit(at - 1, section)
    return hit if hit and hit.last == at else None


def _part(reading: Reading, at: int) -> Point | None:
    part = reading.hit(at, "date_parts")
    if part is None:
        return None
    after = part.last
    while (
        reading.is_one_of(after, "date_small_words")
        or _is(reading, after, "-")
        or reading.is_one_of(after, "year_words")
    ):
        after += 1
    if year := _year_at(reading, after):
        return Point(at, after + 1, "part", year, part=part.code)
    relative = reading.hit(after, "dates")
    if relative and relative.code in ("year:0", "year:-1"):
        return Point(at, relative.last, "part", relative=f"part:{part.code}:{relative.code.partition(':')[2]}")
    month = _month_at(reading, after)
    if month is None:
        return None
    found = _and_year(reading, Point(at, month[1], "part", None, month[0]))
    return replace(found, part=part.code)


def _relative_words(reading: Reading, at: int) -> Point | None:
    hit = reading.hit(at, "dates")
    return Point(at, hit.last, "relative", relative=hit.code) if hit else None


def _ago(reading: Reading, at: int) -> Point | None:
    """ "Two weeks ago", "il y a deux semaines", "in the past three months"; the unit's word tells the precision."""
    before = reading.hit(at, "date_before_number")
    number = reading.numbers.get(before.last if before else at)
    if number is None or number.value.denominator != 1 or number.value > 200:
        return None
    unit = reading.hit(number.last, "durations")
    if unit is None:
        return None
    after = reading.hit(unit.last, "date_after_number")
    if before and before.code == "past":
        return Point(at, unit.last, "past", relative=f"past:{unit.code}:{number.value}")
    if not after and not (before and before.code == "ago"):
        return None
    last = after.last if after else unit.last
    if after and after.code == "past":
        return Point(at, last, "past", relative=f"past:{unit.code}:{number.value}")
    return Point(at, last, "ago", relative=f"{unit.code}:-{number.value}")


def _dual_ago(reading: Reading, at: int) -> Point | None:
    """One token holds number and unit: Arabic duals, and "a month ago"."""
    before = reading.hit(at, "date_before_number")
    one = reading.hit(before.last if before else at, "durations_counted")
    if one is None:
        return None
    after = reading.hit(one.last, "date_after_number")
    unit, _, count = one.code.partition(":")
    if after or (before and before.code == "ago"):
        return Point(at, after.last if after else one.last, "ago", relative=f"{unit}:-{count}")
    if before and before.code == "past":
        return Point(at, one.last, "past", relative=f"past:{unit}:{count}")
    return None


def _named_day(reading: Reading, at: int) -> Point | None:
    weekday = reading.word(at, "weekdays")
    if weekday is None or not _written_as_name(reading, at):
        return None
    before = _hit_ending(reading, at, "date_last")
    after = reading.hit(at + 1, "date_last")
    dated = _day_month(reading, at + 1) or (_day_month(reading, at + 2) if _is(reading, at + 1, ",") else None)
    if dated:
        return replace(dated, first=at)
    return Point(
        at - 1 if before else at,
        after.last if after else at + 1,
        "weekday",
        weekday=weekday,
        strict=bool(before or after),
    )


def _year_range(reading: Reading, at: int) -> Point | None:
    """2013-14, 2013/14: two years, the second cut short."""
    year, short = _year_at(reading, at), reading.plain_int(at + 2)
    if year is None or short is None or not (_is(reading, at + 1, "/") or _is(reading, at + 1, "-")):
        return None
    raw = reading.tokens[at + 2]
    if raw.end - raw.start != 2 or year % 100 + 1 != short:
        return None
    return Point(at, at + 3, "years", year, part="season")


def _year(reading: Reading, at: int) -> Point | None:
    year = _year_at(reading, at)
    if year is None or _counts_something(reading, at):
        return None
    before = at - 1
    told = reading.is_one_of(before, "year_before") or reading.is_one_of(before, "year_words")
    in_list = before >= 1 and _year_at(reading, before - 1) is not None
    bracketed = _is(reading, before, "(") and _is(reading, at + 1, ")")
    starts = at == 0 or reading.tokens[before].form in ".,;:-–—"
    first = before if reading.is_one_of(before, "year_words") else at
    return Point(first, at + 1, "year", year) if told or in_list or bracketed or starts else None


_MATCHERS: tuple[Callable[[Reading, int], Point | None], ...] = (
    _iso,
    _year_range,
    _slashed,
    _day_month,
    _month_day,
    _part,
    _month_year,
    _ago,
    _dual_ago,
    _relative_words,
    _named_day,
    _year,
)
