"""Told dates: parts of a year, named days, times told against another day."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.extract.dates.date_words import (
    Reading,
    has_form,
    hit_right_before,
    is_written_as_name,
    month_at,
    past_small_words,
    year_at,
)
from tawthiq.record.extract.dates.points import WEEKS, Point
from tawthiq.record.extract.dates.written_dates import and_year, day_month, month_day, year_range
from tawthiq.record.extract.numbers.numbers import Number
from tawthiq.record.extract.words.lexicon import Hit

_LETTERS = {"q": ("q", 4), "t": ("q", 4), "h": ("half", 2), "s": ("half", 2)}
_DAY_HOURS = 24
_ANCHORED = ("day", "week")
_PERSON_TOKENS = 5
_FIRST_TOKENS = 4
_MOST_FIRST = 31
_MARKS = frozenset('.;:!?،,)"“”«»؛؟')


def part_of_year(reading: Reading, at: int) -> Point | None:
    """Early 2014, the second half of last year, late June."""
    part = reading.hit(at, "date_parts")
    if part is None:
        return None
    after = part.last
    of_year = False
    while (
        reading.is_one_of(after, "date_small_words")
        or has_form(reading, after, "-")
        or reading.is_one_of(after, "year_words")
    ):
        of_year = of_year or reading.is_one_of(after, "year_words")
        after += 1
    if year := year_at(reading, after):
        cut_short = year_range(reading, after) is not None
        return None if cut_short else Point(at, after + 1, "part", year, part=part.code)
    relative = reading.hit(after, "dates") or reading.hit(after - 1, "dates")
    if relative and relative.last > after - 1 and relative.code in ("year:0", "year:-1"):
        return Point(at, relative.last, "part", relative=f"part:{part.code}:{relative.code.partition(':')[2]}")
    if part.code in WEEKS:
        named = day_month(reading, after) or month_day(reading, after)
        return replace(named, first=at, part=part.code) if named else None
    month = month_at(reading, after)
    if month is None and of_year and part.code.startswith(("half", "q")):
        return Point(at, after, "part", relative=f"part:{part.code}:last")
    halved = any(reading.is_one_of(here, "half_words") for here in range(part.first, part.last))
    if month is None and halved:
        return Point(at, after, "part", relative=f"part:{part.code}:last")
    if month is None:
        return None
    found = and_year(reading, Point(at, month[1], "part", None, month[0]))
    return replace(found, part=part.code)


def short_part(reading: Reading, at: int) -> Point | None:
    """ "Q2 2021", "T2 2021", "2T 2021", "H1 2021": a quarter or a half by its letter, the year behind it."""
    part = short(reading, at)
    after = past_small_words(reading, at + 2)
    year = year_at(reading, after) if part else None
    return Point(at, after + 1, "part", year, part=part) if year else None


def short(reading: Reading, at: int) -> str:
    """ "q2" for "Q2" and "2T", "half1" for "H1" and "S1"; empty where the two tokens are none."""
    if at + 1 >= len(reading.tokens) or reading.tokens[at].end != reading.tokens[at + 1].start:
        return ""
    one, two = reading.tokens[at].form, reading.tokens[at + 1].form
    letter, digit = (one, two) if two.isdigit() else (two, one)
    name, most = _LETTERS.get(letter, ("", 0))
    return f"{name}{digit}" if digit.isdigit() and 1 <= int(digit) <= most else ""


def first_of(reading: Reading, at: int) -> Point | None:
    """The first nine months of 2023, les premiers jours d'avril, la primera semana de octubre."""
    told = _first_so_many(reading, at)
    if told is None:
        return None
    count, unit, after = told
    of_year = False
    while reading.is_one_of(after, "date_small_words") or reading.is_one_of(after, "year_words"):
        of_year = of_year or reading.is_one_of(after, "year_words")
        after += 1
    if (month := month_at(reading, after)) is not None and unit != "month":
        found = and_year(reading, Point(at, month[1], "part", None, month[0]))
        return replace(found, part=f"first:{unit}:{count}")
    if year := year_at(reading, after):
        return Point(at, after + 1, "part", year, part=f"first:{unit}:{count}")
    relative = reading.hit(after, "dates")
    if relative and relative.code in ("year:0", "year:-1"):
        offset = relative.code.partition(":")[2]
        return Point(at, relative.last, "part", relative=f"part:first-{unit}-{count}:{offset}")
    return Point(at, after, "part", relative=f"part:first-{unit}-{count}:last") if of_year else None


def _first_so_many(reading: Reading, at: int) -> tuple[int, str, int] | None:
    """(how many, unit, token behind): "first nine months", "neuf premiers mois", "الأشهر التسعة الأولى"."""
    here, count, unit, first = at, 1, "", False
    while here < at + _FIRST_TOKENS:
        number, named = reading.numbers.get(here), reading.hit(here, "durations")
        if reading.is_one_of(here, "first_of_words"):
            here, first = here + 1, True
        elif number is not None and number.value.denominator == 1 and count == 1:
            here, count = number.last, int(number.value)
        elif named is not None and not unit:
            here, unit = named.last, named.code
        else:
            break
    whole = first and unit in ("day", "week", "month") and 0 < count < _MOST_FIRST
    return (count, unit, here) if whole else None


def relative_words(reading: Reading, at: int) -> Point | None:
    """Yesterday, last year: one entry of the lexicon."""
    hit = reading.hit(at, "dates")
    if hit is not None and reading.is_one_of(at, "last_words") and reading.is_one_of(at - 1, "possessives"):
        return None
    if hit is None or (hit.code == "period" and part_of_year(reading, hit.last - 1) is not None):
        return None
    return _told_exactly(reading, at, hit) or Point(at, hit.last, "relative", relative=hit.code)


def _told_exactly(reading: Reading, at: int, hit: Hit) -> Point | None:
    """ "Overnight on 4 May", "hier, 14 septembre", "el pasado mes de mayo": the day or month named behind it."""
    behind = past_small_words(reading, hit.last)
    if hit.code.startswith("year:"):
        told = hit.last + int(has_form(reading, hit.last, "("))
        year = year_at(reading, told)
        return Point(at, told + 1, "year", year) if year else None
    if behind >= len(reading.tokens) or not hit.code.startswith(("day:", "month:-")):
        return None
    if hit.code.startswith("day:"):
        named = day_month(reading, behind) or month_day(reading, behind)
        return replace(named, first=at) if named else None
    month = month_at(reading, behind)
    found = and_year(reading, Point(at, month[1], "month", None, month[0], strict=True)) if month else None
    return found if found is None or behind > hit.last else None


def ago(reading: Reading, at: int) -> Point | None:
    """ "Two weeks ago", "il y a deux semaines", "in the past three months"; the unit's word tells the precision."""
    before = reading.hit(at, "date_before_number")
    number = reading.numbers.get(before.last if before else at)
    if number is None or number.value.denominator != 1 or number.value > 200:
        return None
    unit = reading.hit(number.last, "durations")
    if unit is None:
        return _last_between(reading, at, number) or _counted_behind(reading, at, number)
    after = None if _is_of_person(reading, at) else reading.hit(unit.last, "date_after_number")
    if after and after.code == "later" and unit.code not in _ANCHORED:
        return None
    if unit.code == "hour" and (after or before):
        last = after.last if after else unit.last
        return Point(at, last, "past", relative=f"past:day:{max(1, int(number.value) // _DAY_HOURS)}")
    if before and before.code == "past":
        return Point(at, unit.last, "past", relative=f"past:{unit.code}:{number.value}")
    if not after and not (before and before.code == "ago"):
        return None
    last = after.last if after else unit.last
    if after and (told := _from_anchor(after.code, unit.code, int(number.value))):
        return Point(at, last, "ago", relative=told)
    if after and after.code == "past":
        return Point(at, last, "past", relative=f"past:{unit.code}:{number.value}")
    return Point(at, last, "ago", relative=f"{unit.code}:-{number.value}")


def _last_between(reading: Reading, at: int, number: Number) -> Point | None:
    """ "Las dos últimas semanas": the adjective stands between the number and its unit."""
    between = reading.hit(number.last, "date_before_number")
    unit = reading.hit(between.last, "durations") if between is not None and between.code == "past" else None
    return Point(at, unit.last, "past", relative=f"past:{unit.code}:{number.value}") if unit else None


def _is_of_person(reading: Reading, at: int) -> bool:
    """ "Un niño de 10 años antes de": his age, no time ago."""
    near = range(max(0, at - _PERSON_TOKENS), at)
    people = [hit for here in near for hit in reading.hits.get(here, ()) if hit.entry.section in ("units", "singles")]
    return reading.is_one_of(at - 1, "of_words") and any(
        hit.last == at - 1 and hit.entry.more.get("victim", "child") != "thing" for hit in people
    )


def _from_anchor(code: str, unit: str, count: int) -> str:
    """ "A day earlier", "dos semanas después": told from the day told last; empty where words tell it otherwise."""
    if code not in ("earlier", "later") or unit not in _ANCHORED:
        return ""
    days = count * (7 if unit == "week" else 1)
    return f"anchor:{-days if code == 'earlier' else days}"


def _counted_behind(reading: Reading, at: int, number: Number) -> Point | None:
    """ "خلال الأشهر الستة الماضية": the number stands behind its unit."""
    unit = hit_right_before(reading, number.first, "durations")
    after = reading.hit(number.last, "date_after_number")
    if unit is None or after is None or after.code != "past":
        return None
    return Point(at, after.last, "past", relative=f"past:{unit.code}:{number.value}")


def dual_ago(reading: Reading, at: int) -> Point | None:
    """One token holds number and unit: Arabic duals, and "a month ago"."""
    before = reading.hit(at, "date_before_number")
    one = reading.hit(before.last if before else at, "durations_counted")
    if one is None or year_at(reading, one.last) is not None:
        return None
    after = reading.hit(one.last, "date_after_number")
    unit, _, count = one.code.partition(":")
    if after and after.code == "past" and not (before and before.code == "ago"):
        return Point(at, after.last, "past", relative=f"past:{unit}:{count}")
    if after and (told := _from_anchor(after.code, unit, int(count))):
        return Point(at, after.last, "ago", relative=told)
    if after and after.code == "later":
        return None
    if after or (before and before.code == "ago"):
        return Point(at, after.last if after else one.last, "ago", relative=f"{unit}:-{count}")
    if before and (before.code == "past" or (before.code == "within" and int(count) > 1)):
        return Point(at, one.last, "past", relative=f"past:{unit}:{count}")
    return None


def _day_number(reading: Reading, at: int) -> int | None:
    """The 9 of "este martes 9,": a day of the month with a mark or a small word behind; it counts nothing."""
    number = reading.numbers.get(at)
    if number is None or not number.digits or number.last != at + 1 or not 1 <= number.value <= 31:
        return None
    ends = at + 1 >= len(reading.tokens) or reading.tokens[at + 1].form in _MARKS
    return int(number.value) if ends or reading.is_one_of(at + 1, "place_preps") else None


def named_day(reading: Reading, at: int) -> Point | None:
    """Monday, last Monday, Monday 10 June."""
    weekday = reading.word(at, "weekdays")
    if weekday is None or not is_written_as_name(reading, at):
        return None
    before = hit_right_before(reading, at, "date_last")
    after = reading.hit(at + 1, "date_last")
    dated = day_month(reading, at + 1) or (day_month(reading, at + 2) if has_form(reading, at + 1, ",") else None)
    if dated:
        return replace(dated, first=at)
    if (day := _day_number(reading, at + 1)) is not None:
        return Point(at, at + 2, "weekday", weekday=weekday, day=day)
    return Point(
        at - 1 if before else at,
        after.last if after else at + 1,
        "weekday",
        weekday=weekday,
        strict=bool(before or after),
    )
