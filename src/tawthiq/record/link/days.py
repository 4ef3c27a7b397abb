"""Days: a time in a cell as people and programs write it, read only where it can mean one thing."""

from __future__ import annotations

import re
from functools import cache

from tawthiq.record.extract.words.lexicon import months
from tawthiq.terms.errors import BadInput, ImpossibleDate
from tawthiq.terms.folding import fold_name
from tawthiq.terms.numerals import western
from tawthiq.terms.vocabulary import LANGUAGES
from tawthiq.terms.when import When, parse_when

_EARLIEST_YEAR = 1900
_DAY_WITH_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_DAY_OR_MONTH_FIRST = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", re.ASCII)
_NAMED_MONTH = (
    re.compile(
        r"(?:(?P<day>\d{1,2})[\s./-]+(?:de\s|of\s)?)?(?P<month>[^\W\d][^\d,]*?)[\s.,-]+(?:del?\s)?(?P<year>\d{4})"
    ),
    re.compile(r"(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})"),
)
"""2 March 2014, 02-Mar-2014, March 2014, 2 de marzo de 2014; March 2, 2014."""


def read_time(text: str, where: str) -> When:
    """A time as told; an hour is left out, a year in front may be parted by slashes, a month may be named.

    A day or month in front is refused, since nobody can tell which it is. Raises BadInput, ImpossibleDate.
    """
    plain = western(text)
    if _DAY_OR_MONTH_FIRST.fullmatch(plain):
        raise BadInput("day first or month first cannot be told", where=where, do="write it as 2014-07-03")
    try:
        when = parse_when(_iso(plain), where=where)
    except ImpossibleDate as reason:
        raise ImpossibleDate("no day of the calendar", where=where, do="correct the date") from reason
    except BadInput as reason:
        raise BadInput("not a date we can read", where=where, do=reason.do) from reason
    if any(end is not None and end.year < _EARLIEST_YEAR for end in (when.first, when.last)):
        raise ImpossibleDate("a year before 1900", where=where, do="write the day in the Gregorian calendar")
    return when


def _iso(plain: str) -> str:
    """The spelling of `terms.when`, where the cell has one that means the same."""
    if clocked := _DAY_WITH_CLOCK.fullmatch(plain):
        return clocked[1]
    if parted := _YEAR_FIRST.fullmatch(plain):
        return f"{parted[1]}-{int(parted[3]):02}-{int(parted[4]):02}"
    for pattern in _NAMED_MONTH:
        if (named := pattern.fullmatch(plain)) and (month := _month(named["month"])):
            day = f"-{int(named['day']):02}" if named["day"] else ""
            return f"{named['year']}-{month:02}{day}"
    return plain


def _month(name: str) -> int:
    """The number of a month by its name in one of our languages, or by two names of it; 0 where there is none."""
    found = {_months().get(fold_name(part.strip(" .")), 0) for part in name.split("/")}
    return found.pop() if len(found) == 1 else 0


@cache
def _months() -> dict[str, int]:
    told: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for name, number in months(language).items():
            told.setdefault(fold_name(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in told.items() if len(numbers) == 1}
