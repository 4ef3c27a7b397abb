"""Importers: what reads one kind of file on arrival, or takes it apart, accounting for each thing it finds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol, runtime_checkable

from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every field of the input: used, left aside by name, or worth a person's look."""

    handled: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    signalled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspected:
    """`text`: plain text for comparing, empty where the kind has none; `findings`: what a person must know.

    `facts`: what the bytes say of themselves (size, duration, times with their zone), never a person's name or place.
    """

    state: ItemState
    text: str = ""
    account: Account = Account()
    findings: tuple[BadInput, ...] = ()
    facts: Mapping[str, Json] = field(default_factory=dict)


@runtime_checkable
class Importer(Protocol):
    """Pure: same bytes, same answer. Never raises for bad bytes: it says so in `findings`."""

    @property
    def name(self) -> str:
        """Short name, as documents list it."""

    @property
    def version(self) -> int:
        """Changes whenever the answer may change."""

    @property
    def kinds(self) -> frozenset[ItemKind]:
        """Kinds of item that it reads."""

    def inspect(self, data: bytes) -> Inspected:
        """Read the bytes."""


@runtime_checkable
class FileImporter(Importer, Protocol):
    """One that reads what it needs from the file, so that files larger than the memory are read too."""

    def inspect_source(self, source: BinaryIO) -> Inspected:
        """Read from the file; the same answer as `inspect` of its bytes."""
