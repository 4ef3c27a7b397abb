"""Pace: how long the cards stayed open of the one who asks; nobody can ask it of another."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from tawthiq.record.extract.models.tables import DecisionRow
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads

LATEST = 200


@dataclass(frozen=True, slots=True)
class Pace:
    """Of the latest `n_cards` that were timed: the median of the seconds each stayed open."""

    n_cards: int
    median_s: float


@reads(Action.STATEMENT_READ)
def get_own_pace(reader: Reader) -> Pace | None:
    """The pace of the reader's own decisions; there is no argument for anybody else's. None before the first card."""
    own = DecisionRow.objects.filter(by=reader.actor.id, seconds__gt=0).order_by("-since")
    seconds = list(own.values_list("seconds", flat=True)[:LATEST])
    return Pace(len(seconds), float(median(seconds))) if seconds else None
