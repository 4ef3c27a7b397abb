"""Moment: a time as its source told it: the value, where its zone comes from, how fine it is; nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

from tawthiq.terms.errors import BadInput, ImpossibleDate
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When, on_day


class Zone(StrEnum):
    """Where the zone of a time comes from."""

    EPOCH = "epoch"
    """Seconds since 1970, which is UTC by definition."""
    STATED = "stated"
    """The source wrote the offset."""
    UNKNOWN = "unknown"
    """Local time of a device; nobody told where it was."""
    NOT_TRUSTED = "not_trusted"
    """The source wrote an offset, but is known to get offsets wrong."""


class Finest(StrEnum):
    """The finest part that was told."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Moment:
    """`told`: ISO 8601, with an offset exactly where `zone` is EPOCH or STATED."""

    told: str
    zone: Zone
    finest: Finest

    @property
    def utc(self) -> datetime | None:
        """The moment in UTC; None where the zone is not known or not trusted."""
        if self.zone in (Zone.UNKNOWN, Zone.NOT_TRUSTED):
            return None
        return datetime.fromisoformat(self.told).astimezone(UTC)

    @property
    def day(self) -> When:
        """The day as it was told, in the clock that told it."""
        return on_day(datetime.fromisoformat(self.told).date())

    def content(self) -> Json:
        """What the ledger signs."""
        return {"told": self.told, "zone": self.zone.value, "finest": self.finest.value}


def moment_from(content: Mapping[str, str]) -> Moment:
    """Read back what `content` gave."""
    return Moment(content["told"], Zone(content["zone"]), Finest(content["finest"]))


def from_epoch(seconds: object) -> Moment:
    """Seconds since 1970, a number or its digits; raises ImpossibleDate."""
    try:
        told = datetime.fromtimestamp(float(str(seconds)), UTC)
    except (ValueError, OverflowError, OSError) as reason:
        raise ImpossibleDate("this is no number of seconds since 1970", do="correct the export") from reason
    return _moment(told, Zone.EPOCH)


def from_iso(text: str, *, trusted: bool = True) -> Moment:
    """ISO 8601 text; without an offset the zone is unknown; raises ImpossibleDate.

    `trusted`: False for a source that is known to write wrong offsets; what it wrote is kept without them.
    """
    try:
        told = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError as reason:
        raise ImpossibleDate("this is no time that we can read", do="correct the export") from reason
    if len(text.strip()) <= 10:
        return Moment(told.date().isoformat(), Zone.UNKNOWN, Finest.DAY)
    if not trusted:
        return _moment(told.replace(tzinfo=None), Zone.NOT_TRUSTED)
    return _moment(told, Zone.STATED if told.tzinfo else Zone.UNKNOWN)


def from_mail(text: str) -> Moment:
    """RFC 5322 text, as mails and RSS write it; `-0000` says that the zone is unknown; raises ImpossibleDate."""
    try:
        told = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError) as reason:
        raise ImpossibleDate("this is no time that we can read", do="correct the export") from reason
    return _moment(told, Zone.STATED if told.tzinfo else Zone.UNKNOWN)


def local(year: int, month: int, day: int, hour: int, minute: int, second: int | None = None) -> Moment:
    """The clock of a device; raises ImpossibleDate for a day that does not exist."""
    try:
        told = datetime(year, month, day, hour, minute, second or 0)  # noqa: DTZ001  the zone is what nobody told
    except ValueError as reason:
        raise ImpossibleDate("this day or hour does not exist", do="correct the export") from reason
    return Moment(told.isoformat(), Zone.UNKNOWN, Finest.MINUTE if second is None else Finest.SECOND)


def _moment(told: datetime, zone: Zone) -> Moment:
    offset = told.utcoffset()
    if offset is not None and offset % timedelta(minutes=1):
        raise BadInput("an offset that is no whole minute", do="correct the export")
    return Moment(told.isoformat(), zone, Finest.FRACTION if told.microsecond else Finest.SECOND)
