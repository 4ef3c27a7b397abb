"""Importers: what reads one kind of file on arrival, accounting for each thing it finds there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.terms.errors import BadInput


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every field of the input: used, left aside by name, or worth a person's look."""

    handled: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    signalled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspected:
    """`text`: plain text for comparing, empty where the kind has none; `findings`: what a person must know."""

    state: ItemState
    text: str = ""
    account: Account = Account()
    findings: tuple[BadInput, ...] = ()


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
