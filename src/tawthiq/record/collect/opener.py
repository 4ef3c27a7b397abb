"""Openers: importers that take a file apart into posts, attachments, members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol, TypeAlias, runtime_checkable

from tawthiq.record.collect.importer import Account
from tawthiq.record.collect.item import ItemKind
from tawthiq.record.collect.part import Part, Problem


class DayOrder(StrEnum):
    """Which number of a date comes first, where the file itself does not show it."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person said beforehand. `day_order`: None when nobody said."""

    day_order: DayOrder | None = None


Found: TypeAlias = Part | Problem | Account
"""Parts and problems as they come, then one account, the last."""


@runtime_checkable
class Opener(Protocol):
    """Pure: the same bytes and answers give the same parts. It runs in the child, and may read and seek its source.

    Raises BadInput only where nothing at all can be taken out; a bad record is a Problem, and the rest goes on.
    """

    @property
    def name(self) -> str:
        """Short name, as documents list it."""

    @property
    def version(self) -> int:
        """Changes whenever the answer may change."""

    @property
    def kinds(self) -> frozenset[ItemKind]:
        """The one kind that a file it recognises is kept as."""

    @property
    def media_type(self) -> str:
        """What it calls the file."""

    def recognises(self, head: bytes, name: str, /) -> bool:
        """Whether the first bytes (up to 64 KiB) are of its form; the file's name only breaks ties."""

    def parts(self, source: BinaryIO, asked: Asked, /) -> Iterator[Found]:
        """Take the file apart."""
