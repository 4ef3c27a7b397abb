"""Who posted first, told only as surely as the times allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tawthiq.terms.errors import BadInput, ImpossibleDate

_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


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
