"""Who posted first, told only as surely as the times allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from tawthiq.record.collect.item import Receipt
from tawthiq.terms.errors import BadInput, ImpossibleDate

_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
_EARLIEST_ZONE, _A_DAY_ANYWHERE = timedelta(hours=14), timedelta(hours=24 + 12)
"""Somewhere on earth a day begins 14 hours before it does in UTC; somewhere it ends 12 hours after."""


@dataclass(frozen=True, slots=True)
class Posting:
    """An item was posted at some moment in [earliest, latest] (both with a zone).

    `latest` is never unknown: a thing was posted before it was collected. `earliest` is None when nothing bounds it.
    """

    item: str
    earliest: datetime | None
    latest: datetime

    def __post_init__(self) -> None:
        if self.latest.tzinfo is None or (self.earliest is not None and self.earliest.tzinfo is None):
            raise BadInput("a time of posting needs a zone", where=self.item, do="give UTC, or widen the interval")
        if self.earliest is not None and self.latest < self.earliest:
            raise ImpossibleDate("posted after it was collected", where=self.item, do="check the clock of the source")

    @property
    def starts(self) -> datetime:
        """The earliest moment, or the beginning of time when nothing bounds it."""
        return self.earliest or _BEFORE_ALL


def posting_of(receipt: Receipt) -> Posting:
    """When an arrival was posted: on the days its source tells, wherever on earth, and before it was collected.

    Days that lie wholly after the collection are no ground: then nothing but the collection bounds it.
    """
    told = receipt.published_on
    starts = _begins(told.first) if told and told.first else None
    ends = _ends(told.last) if told and told.last else receipt.collected_at
    if starts is not None and starts > receipt.collected_at:
        return Posting(receipt.item_id, None, receipt.collected_at)
    return Posting(receipt.item_id, starts, min(ends, receipt.collected_at))


def possibly_first(postings: Sequence[Posting]) -> tuple[str, ...]:
    """The items that may have been posted first, the most likely at the front.

    An item is out when it surely came after another; with equal, exact times both stay. An item with a known
    beginning goes before one without, since nothing speaks for the latter; ties fall to the smaller id.
    """
    deadline = min(posting.latest for posting in postings)
    still_in = [posting for posting in postings if posting.starts <= deadline]
    return tuple(posting.item for posting in sorted(still_in, key=_likely))


def _likely(posting: Posting) -> tuple[datetime, datetime, str]:
    return posting.earliest or posting.latest, posting.latest, posting.item


def _begins(day: date) -> datetime:
    """The first moment of the day anywhere; the calendar's own first day has none before it."""
    return datetime.combine(day, time(), UTC) - (_EARLIEST_ZONE if day > date.min else timedelta())


def _ends(day: date) -> datetime:
    """The last moment of the day anywhere; the calendar's own last days have none after them."""
    midnight = datetime.combine(day, time(), UTC)
    return midnight + _A_DAY_ANYWHERE if date.max - day > 2 * _A_DAY_ANYWHERE else midnight
