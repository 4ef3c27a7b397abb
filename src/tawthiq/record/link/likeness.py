"""Likeness: how much an incident about to be recorded looks like one that is recorded; pure, decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tawthiq.terms.when import Precision, When

SLACK = timedelta(days=3)
"""Tellings of one event differ by days. A guess, in no way measured: it only widens what a person is shown."""


class Ground(StrEnum):
    """Why two incidents look alike, the strongest first."""

    SAME_DAY = "same_day"
    SAME_PLACE = "same_place"
    NEAR_TIME = "near_time"
    SAME_VIOLATION = "same_violation"
    SAME_PARTY = "same_party"


WEIGHT = {
    Ground.SAME_DAY: 3,
    Ground.SAME_PLACE: 3,
    Ground.NEAR_TIME: 1,
    Ground.SAME_VIOLATION: 1,
    Ground.SAME_PARTY: 1,
}
"""Guesses that order a short list; they are shown to nobody as a score."""
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is known of an incident so far; empty where nothing is."""

    situation: str
    happened_on: When | None
    admin1: str = ""
    violations: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


def grounds(new: Sketch, kept: Sketch) -> tuple[Ground, ...]:
    """Why the two may be one, strongest first; empty when they cannot be, or too little speaks for it.

    Two situations, times more than three days apart, or two first-level divisions are two incidents.
    """
    if new.situation != kept.situation or new.happened_on is None or kept.happened_on is None:
        return ()
    apart = bool(new.admin1 and kept.admin1 and new.admin1 != kept.admin1)
    if apart or not widened(new.happened_on).meets(kept.happened_on):
        return ()
    found = tuple(ground for ground in Ground if _holds(ground, new, kept))
    return found if sum(WEIGHT[ground] for ground in found) >= ENOUGH else ()


def _holds(ground: Ground, new: Sketch, kept: Sketch) -> bool:
    days = {sketch.happened_on for sketch in (new, kept) if sketch.happened_on}
    same_day = len({(when.first, when.last) for when in days}) == 1 and all(w.precision is Precision.DAY for w in days)
    return {
        Ground.SAME_DAY: same_day,
        Ground.SAME_PLACE: bool(new.admin1) and new.admin1 == kept.admin1,
        Ground.NEAR_TIME: not same_day,
        Ground.SAME_VIOLATION: bool(new.violations & kept.violations),
        Ground.SAME_PARTY: bool(new.parties & kept.parties),
    }[ground]


def widened(when: When) -> When:
    """The days within three of the time that was told."""
    first = max(when.first, date.min + SLACK) - SLACK if when.first else None
    last = min(when.last, date.max - SLACK) + SLACK if when.last else None
    precision = Precision.BEFORE if first is None else Precision.AFTER if last is None else Precision.RANGE
    return When(first, last, precision)


def most_alike(new: Sketch, kept: Iterable[tuple[str, Sketch]], limit: int = 5) -> list[tuple[str, tuple[Ground, ...]]]:
    """(id, grounds) of those that look alike, most first; of equals in the order given."""
    found = [(thing, why) for thing, sketch in kept if (why := grounds(new, sketch))]
    return sorted(found, key=lambda one: -sum(WEIGHT[ground] for ground in one[1]))[:limit]
