"""Where: places with parents from a table, never guessed from the shape of a code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class PlacePrecision(StrEnum):
    """How finely a place was told."""

    EXACT = "exact"
    SETTLEMENT = "settlement"
    ADM3 = "adm3"
    ADM2 = "adm2"
    ADM1 = "adm1"
    COUNTRY = "country"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a gazetteer edition. `code`: P-code or ISO code; `parent`: the parent's code, or empty."""

    code: str
    label: Mapping[str, str]
    precision: PlacePrecision
    parent: str
    country: str
    edition: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """Places of one edition, by code."""

    edition: str
    places: Mapping[str, Place]

    def lineage(self, code: str) -> Iterator[Place]:
        """The place and all its parents, nearest first; the parent comes from the table (LB63 -> 62179 exists)."""
        seen: set[str] = set()
        while code in self.places and code not in seen:
            seen.add(code)
            yield self.places[code]
            code = self.places[code].parent

    def lies_in(self, code: str, outer: str) -> bool:
        """True when `outer` is the place or one of its parents."""
        return any(place.code == outer for place in self.lineage(code))
