"""Written dates: days, months, years as numbers or names."""

from __future__ import annotations

import re
from dataclasses import replace

from tawthiq.record.extract.dates.date_words import (
    Reading,
    counts_something,
    has_form,
    hit_right_before,
    is_adjective,
    is_of_day,
    month_at,
    opens_sentence,
    past_small_words,
    year_at,
)
from tawthiq.record.extract.dates.points import Point
from tawthiq.record.extract.numbers.numbers import YEARS
from tawthiq.record.extract.words.laws import is_of_law

_TEN = 10
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def iso(reading: Reading, at: int) -> Point | None:
    """2014-06-10."""
    year = year_at(reading, at)
    if year is None or not (has_form(reading, at + 1, "-") and has_form(reading, at + 3, "-")):
        return None
    month, day = reading.plain_int(at + 2), reading.plain_int(at + 4)
    return Point(at, at + 5, "iso", year, month, day) if month and day else None


def slashed(reading: Reading, at: int) -> Point | None:
    """10/06/2014, 10.06.2014; in English a day that may be a month is not resolved."""
    raw = reading.text[reading.tokens[at].start : reading.tokens[at].end]
    if dotted := _DOTTED.fullmatch(raw):
        day, month, year = map(int, dotted.groups())
        return Point(at, at + 1, "dotted", year, month, day)
    one, two, year3 = reading.plain_int(at), reading.plain_int(at + 2), year_at(reading, at + 4)
    if not (one and two and year3 and has_form(reading, at + 1, "/") and has_form(reading, at + 3, "/")):
        return None
    if reading.lexicon.language == "en" and max(one, two) <= 12 and one != two:
        return Point(at, at + 5, "day_or_month", year3, 99, 99)
    day, month = (two, one) if two > 12 else (one, two)
    return Point(at, at + 5, "slashed", year3, month, day)


def day_month(reading: Reading, at: int) -> Point | None:
    """10 June, 10-12 June, with or without the year."""
    day = reading.plain_int(at)
    if day is None or not 1 <= day <= 31:
        return None
    after, last_day = at + 1, None
    joiner = _past_tail(reading, at + 1)
    other = past_small_words(reading, joiner + 1)
    second = reading.plain_int(other)
    if second and day < second <= 31 and other - joiner <= 2 and reading.is_one_of(joiner, "range_day"):
        after, last_day = other + 1, second
    month = month_at(reading, past_small_words(reading, after)) if reading.form(after) != "," else None
    if month is None:
        return None
    return and_year(reading, Point(at, month[1], "day_month", None, month[0], day, last_day))


def _past_tail(reading: Reading, at: int) -> int:
    """Past the "st" of "1st"."""
    glued = 0 < at < len(reading.tokens) and reading.tokens[at].start == reading.tokens[at - 1].end
    return at + int(glued and reading.is_one_of(at, "ordinal_tails"))


def ranked_day(reading: Reading, at: int) -> Point | None:
    """ "السابع من أكتوبر", "الحادي والعشرين من آذار/مارس": Arabic writes the day of the month as a rank."""
    day, after = _rank(reading, at)
    if not 1 <= day <= 31:
        return None
    month = month_at(reading, past_small_words(reading, after))
    return and_year(reading, Point(at, month[1], "day_month", None, month[0], day)) if month else None


def _rank(reading: Reading, at: int) -> tuple[int, int]:
    """The rank told in words and the token behind it; 0 for none."""
    unit = reading.word(at, "day_ranks") or 0
    if not unit:
        return 0, at
    more = reading.word(at + 1, "day_ranks") or 0
    joined = reading.tokens[at + 1].form.startswith("و") if at + 1 < len(reading.tokens) else False
    if more >= _TEN and unit < _TEN and (joined or more == _TEN):
        return unit + more, at + 2
    return unit, at + 1


def month_day(reading: Reading, at: int) -> Point | None:
    """June 10, June 10-12, in English only."""
    month = month_at(reading, at) if reading.lexicon.language == "en" else None
    if month is None:
        return None
    day = reading.plain_int(month[1])
    if day is not None and "\n" in reading.text[reading.tokens[month[1] - 1].end : reading.tokens[month[1]].start]:
        return None
    if day is None or not 1 <= day <= 31:
        return None
    last, last_day = month[1] + 1, None
    joiner = _past_tail(reading, last)
    second = reading.plain_int(joiner + 1)
    spanned = has_form(reading, joiner, "-") or (
        reading.is_one_of(joiner, "range_day") and not counts_something(reading, joiner + 1)
    )
    if second and day < second <= 31 and spanned:
        last, last_day = _past_tail(reading, joiner + 2), second
    return and_year(reading, Point(at, last, "month_day", None, month[0], day, last_day))


def and_year(reading: Reading, point: Point) -> Point:
    """The point with the year behind it, or with "last" behind it."""
    for at in (past_small_words(reading, point.last), point.last):
        year = year_at(reading, at)
        if year is not None and (is_of_day(reading, at, point.last) or not counts_something(reading, at)):
            return replace(point, year=year, last=at + 1)
    if (told := _of_year_told(reading, point)) is not None:
        return told
    if last := reading.hit(point.last, "date_last"):
        return replace(point, strict=True, last=last.last)
    return point


def _of_year_told(reading: Reading, point: Point) -> Point | None:
    """ "May of last year", "mai de cette année": the year told against the day the text came out."""
    if point.last >= len(reading.tokens) or "\n" in _between(reading, point.last):
        return None
    for at in range(point.last, past_small_words(reading, point.last) + 1):
        hit = reading.hit(at, "dates")
        if hit is not None and hit.code in ("year:0", "year:-1") and "," not in _between(reading, point.last, at):
            return replace(point, years_back=int(hit.code == "year:-1"), last=hit.last)
    return None


def _between(reading: Reading, first: int, last: int | None = None) -> str:
    """What is written from the token before `first` to token `last`."""
    to = reading.tokens[first if last is None else last].start
    return reading.text[reading.tokens[first - 1].end : to]


def month_year(reading: Reading, at: int) -> Point | None:
    """June 2014, last June, June."""
    month = month_at(reading, at)
    if month is None:
        return None
    first = at - 1 if (before := hit_right_before(reading, at, "date_last")) else at
    point = and_year(reading, Point(first, month[1], "month", None, month[0], strict=bool(before)))
    return replace(point, rule="month_year") if point.year else point


def year_range(reading: Reading, at: int) -> Point | None:
    """2013-14, 2013/14: two years, the second cut short."""
    year, short = year_at(reading, at), reading.plain_int(at + 2)
    if year is None or short is None or not (has_form(reading, at + 1, "/") or has_form(reading, at + 1, "-")):
        return None
    raw = reading.tokens[at + 2]
    if raw.end - raw.start != 2 or year % 100 + 1 != short:
        return None
    return Point(at, at + 3, "years", year, part="season")


def year_in_words(reading: Reading, at: int) -> Point | None:
    """ "عام ألفين وعشرين": a year written out, behind the word for one."""
    number = reading.numbers.get(at)
    whole = number is not None and not number.digits and number.value.denominator == 1
    if number is None or not whole or int(number.value) not in YEARS or not reading.is_one_of(at - 1, "year_words"):
        return None
    return Point(at - 1, number.last, "year", int(number.value))


def bare_year(reading: Reading, at: int) -> Point | None:
    """2014, where a preposition, a list, brackets or the sentence's head make it a year."""
    year = year_at(reading, at)
    if year is not None and is_adjective(reading, at):
        return Point(at, at + 1, "year", year)
    if year is not None and opens_sentence(reading, at - 1):
        return Point(at, at + 1, "year", year)
    if year is None or counts_something(reading, at) or is_of_law(reading, at):
        return None
    before = at - 1
    told = reading.is_one_of(before, "year_before") or reading.is_one_of(before, "year_words")
    in_list = before >= 1 and year_at(reading, before - 1) is not None
    bracketed = has_form(reading, before, "(") and has_form(reading, at + 1, ")")
    starts = at == 0 or reading.tokens[before].form in ".,;:-–—"
    first = before if reading.is_one_of(before, "year_words") else at
    return Point(first, at + 1, "year", year) if told or in_list or bracketed or starts else None
