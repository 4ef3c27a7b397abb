"""Period: which bucket of a period a violation falls into, from the record and the period alone.

Late is relative to a period: what happened in January and was verified in May is late for the second quarter and
current for the year. Nothing is stored, nothing looks at the state of a file or at the day of today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.verify.verified import Days
from tawthiq.terms.errors import BadInput
from tawthiq.terms.when import When


class Bucket(StrEnum):
    """Where a violation stands in one period of one series. UNDATED: verified in it, of unknown day."""

    CURRENT = "current"
    LATE = "late"
    PENDING = "pending"
    NOT_VERIFIABLE = "not_verifiable"
    UNDATED = "undated"
    ELSEWHERE = "elsewhere"


class Straddle(StrEnum):
    """What decides when an interval lies partly in the period: its start, any overlap, or the day of release."""

    START = "start"
    OVERLAP = "overlap"
    RELEASE = "release"


class Standing(StrEnum):
    """What the last final assessment says, as far as periods need it."""

    VERIFIED = "verified"
    PENDING = "pending"
    NOT_VERIFIABLE = "not_verifiable"
    OUT = "out"


class Place(StrEnum):
    """Where a time lies against a period."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a bucket rests on: nothing else of the record is looked at."""

    standing: Standing
    happened_on: When | None
    verified_on: date | None = None
    released_on: date | None = None


def bounds(period: When) -> tuple[date, date]:
    """First and last day of a period; raises BadInput for one with an open end."""
    if period.first is None or period.last is None:
        raise BadInput("a reporting period has a first and a last day", where=period.text, do="write 2014 or 2014-Q2")
    return period.first, period.last


def place(facts: Facts, period: When, straddle: Straddle) -> Place:
    """Where the violation lies against the period."""
    first, last = _deciding(facts, straddle)
    opens, closes = bounds(period)
    if first is None and last is None:
        return Place.UNKNOWN
    if last is not None and last < opens:
        return Place.BEFORE
    if first is not None and first > closes:
        return Place.AFTER
    if straddle is Straddle.OVERLAP:
        return Place.WITHIN
    return _of_point(first if straddle is Straddle.START else last, opens)


def bucket(facts: Facts, period: When, straddle: Straddle = Straddle.START) -> Bucket:
    """The one bucket of a violation in the period: verified ones by day of verification, others by day of event."""
    where = place(facts, period, straddle)
    if facts.standing is Standing.VERIFIED:
        opens, closes = bounds(period)
        inside = facts.verified_on is not None and opens <= facts.verified_on <= closes
        return _VERIFIED[where] if inside else Bucket.ELSEWHERE
    if where is not Place.WITHIN or facts.standing is Standing.OUT:
        return Bucket.ELSEWHERE
    return Bucket.PENDING if facts.standing is Standing.PENDING else Bucket.NOT_VERIFIABLE


_VERIFIED = {
    Place.BEFORE: Bucket.LATE,
    Place.WITHIN: Bucket.CURRENT,
    Place.AFTER: Bucket.ELSEWHERE,
    Place.UNKNOWN: Bucket.UNDATED,
}


def _deciding(facts: Facts, straddle: Straddle) -> tuple[date | None, date | None]:
    """The days that decide: one day where the rule names a day, both ends where it names none or the day is open."""
    when = facts.happened_on
    first, last = (when.first, when.last) if when else (None, None)
    if straddle is Straddle.RELEASE and facts.released_on is not None:
        return facts.released_on, facts.released_on
    if straddle is Straddle.START and first is not None:
        return first, first
    if straddle is Straddle.RELEASE and last is not None:
        return last, last
    return first, last


def _of_point(day: date | None, opens: date) -> Place:
    """The deciding day is known not to lie wholly outside; without it the place stays unknown."""
    if day is None:
        return Place.UNKNOWN
    return Place.WITHIN if day >= opens else Place.BEFORE


def verified_masks(
    first_day: Days, last_day: Days, verified_on: Days, released_on: Days, period: When, straddle: Straddle
) -> dict[Bucket, NDArray[np.bool_]]:
    """`bucket` over columns of verified acts: CURRENT, LATE, UNDATED -> mask. NaT is an open or unknown day."""
    opens, closes = (np.datetime64(day, "D") for day in bounds(period))
    inside = (verified_on >= opens) & (verified_on <= closes)
    before, within, unknown = _places(first_day, last_day, released_on, period, straddle)
    return {Bucket.CURRENT: inside & within, Bucket.LATE: inside & before, Bucket.UNDATED: inside & unknown}


def later_mask(
    first_day: Days, last_day: Days, verified_on: Days, released_on: Days, period: When, straddle: Straddle
) -> NDArray[np.bool_]:
    """What happened in the period and was verified after it: in no bucket of it, late in the one of its verification.

    A reader of the figure must be told of them, else a period that was verified late looks empty.
    """
    _, within, _ = _places(first_day, last_day, released_on, period, straddle)
    return within & (verified_on > np.datetime64(bounds(period)[1], "D"))


_Mask: TypeAlias = "NDArray[np.bool_]"


def _places(
    first_day: Days, last_day: Days, released_on: Days, period: When, straddle: Straddle
) -> tuple[_Mask, _Mask, _Mask]:
    """`place` over columns: before, within, unknown; what is after is in none."""
    opens, closes = (np.datetime64(day, "D") for day in bounds(period))
    first, last = _deciding_columns(first_day, last_day, released_on, straddle)
    before = last < opens
    after = first > closes
    open_point = {Straddle.START: np.isnat(first), Straddle.RELEASE: np.isnat(last)}.get(straddle, np.isnat(first))
    unknown = open_point & (np.isnat(last) | (straddle is not Straddle.OVERLAP)) & ~before & ~after
    return before, ~(before | after | unknown), unknown


def _deciding_columns(first: Days, last: Days, released: Days, straddle: Straddle) -> tuple[Days, Days]:
    if straddle is Straddle.OVERLAP:
        return first, last
    if straddle is Straddle.START:
        return first, np.where(np.isnat(first), last, first)
    day = np.where(np.isnat(released), last, released)
    return np.where(np.isnat(day), first, day), day
