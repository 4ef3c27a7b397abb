"""Bounds of a time: since May, by the end of the year, before 2020, after the fourth."""

from __future__ import annotations

from datetime import date, timedelta

from tawthiq.record.extract.dates.date_words import Reading, is_small_word
from tawthiq.record.extract.dates.points import DateFound, Point, resolve
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.when import When, between, not_after, not_before, on_day

_BOUNDS = {"date_since": "since", "date_until": "until", "date_before": "before", "date_after": "after"}
"""Table of the lexicon -> what its words make of a time."""
_A_DAY = timedelta(days=1)
_EVENT_TOKENS = 14
_CLOSING = frozenset(".;:!?؟؛")


def single(reading: Reading, point: Point, published: date | None) -> DateFound:
    """A time that stands by itself, with the word before it that opens or ends it."""
    when = resolve(point, published)
    bound, first = _bound(reading, point.first)
    if when is None or not bound:
        return DateFound(point.first, point.last, when, point.rule, point.is_relative)
    return DateFound(
        first, point.last, _bounded(bound, when, published), bound, point.is_relative or bound in ("since", "after")
    )


def _bound(reading: Reading, first: int) -> tuple[str, int]:
    """ "Since May", "depuis le mois de mai": the word that opens or ends a time, small words between passed over."""
    if (opened := _opened(reading, first)) >= 0:
        return "since", opened
    at = first - 1
    while at > first - 4 and (is_small_word(reading, at) or reading.is_one_of(at, "month_nouns")):
        at -= 1
    for here in dict.fromkeys((first - 1, at)):
        for table, name in _BOUNDS.items():
            if here >= 0 and reading.is_one_of(here, table):
                return name, here
    return "", first


def _opened(reading: Reading, first: int) -> int:
    """ "Since the ceasefire collapsed on 19 September", "depuis la rupture de la trêve, le 3 juillet": the word that
    opens the time, with an event between; -1 where none does, or where it may open a place."""
    for at in range(first - 1, max(-1, first - _EVENT_TOKENS), -1):
        form = reading.tokens[at].form
        if form in _CLOSING or (form in COMMAS and at < first - 2):
            return -1
        if reading.is_one_of(at, "date_since") and first - at > 2:
            if reading.is_one_of(at - 1, "have_words"):
                return -1
            return at if any(reading.is_one_of(here, "event_words") for here in range(at + 1, first)) else -1
        if reading.hit(at, "dates") is not None or reading.hit(at, "place_heads") is not None:
            return -1
    return -1


def _bounded(bound: str, when: When, published: date | None) -> When:
    """ "Before May" ends on the last day of April; "after May" begins with June."""
    if bound == "before":
        return not_after(when.first - _A_DAY) if when.first else when
    if bound == "after":
        return _bounded("since", on_day(when.last + _A_DAY), published) if when.last else when
    if bound == "since" and when.first is not None:
        later = published is not None and published > when.first
        return between(when.first, published) if later and published else not_before(when.first)
    return not_after(when.last) if when.last else when
