"""Outcome: what a step did with one thing; three words for every stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tawthiq.terms.errors import TawthiqError


@dataclass(frozen=True, slots=True)
class Made:
    """Things were made; their ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing was to be made, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The thing could not be worked on."""

    error: TawthiqError


Outcome: TypeAlias = Made | Nothing | Refused
