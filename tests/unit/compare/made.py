"""Invented items and moments for the tests of compare."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tawthiq.record.compare.copy import Copy, CopyKind, Evidence, Unit, copy_of
from tawthiq.record.compare.first_posted import Posting
from tawthiq.terms.identity import Kind, make_id

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)


def item(name: str | int) -> str:
    return make_id(Kind.ITEM, ["invented", name])


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def posted(name: str | int, minute: int | None, collected: int = 10_000) -> Posting:
    """Posted at a known minute, or some time before it was collected."""
    return Posting(item(name), None if minute is None else at(minute), at(collected if minute is None else minute))


def link(one: str | int, other: str | int, kind: CopyKind = CopyKind.SAME_PICTURE, value: float = 10) -> Copy:
    return copy_of(item(one), item(other), kind, value, Unit.DISTANCE_BITS, Evidence("invented", "1"))
