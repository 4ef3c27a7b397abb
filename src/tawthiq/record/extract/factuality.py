"""Factuality: how strongly a text vouches for what it says, as an ordered scale.

Verification inside Tawthiq is another column in another table; nothing here can write it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Factuality(StrEnum):
    """From the strongest to the weakest. `depicted` (what a medium shows) is an axis apart, kept on the statement."""

    VERIFIED_BY_SOURCE = "verified_by_source"
    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    REPORTED = "reported"
    BELIEVED = "believed"
    ALLEGED = "alleged"
    CLAIMED_BY_PARTY = "claimed_by_party"
    UNCORROBORATED = "uncorroborated"
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """0 is the strongest; CLAIMED_BY_PARTY and UNCORROBORATED stand on one step."""
        return _RANK[self]


_RANK: dict[Factuality, int] = {
    Factuality.VERIFIED_BY_SOURCE: 0,
    Factuality.ASSERTED: 1,
    Factuality.ATTRIBUTED: 2,
    Factuality.REPORTED: 3,
    Factuality.BELIEVED: 4,
    Factuality.ALLEGED: 5,
    Factuality.CLAIMED_BY_PARTY: 6,
    Factuality.UNCORROBORATED: 6,
    Factuality.UNKNOWN: 7,
}


def weakest(levels: Iterable[Factuality]) -> Factuality:
    """The weakest of the levels (the first of equals); UNKNOWN of none."""
    return max(levels, key=lambda level: level.rank, default=Factuality.UNKNOWN)


def stronger(one: Factuality, other: Factuality) -> bool:
    """True when `one` vouches for more than `other`."""
    return one.rank < other.rank
