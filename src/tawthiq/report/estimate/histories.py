"""Capture tables from who reported which child; copies count once, under the root they came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawthiq.report.estimate.capture import CaptureTable, Pattern, from_counts
from tawthiq.terms.errors import BadInput


@dataclass(frozen=True, slots=True)
class Sighting:
    """One source reported one child.

    `child`: an opaque key, used for grouping, never kept. `source`: who reported. `root`: the source whose word
    it was first, for a copy, a repost or an account taken over; the same as `source` for a word of its own.
    """

    child: str
    source: str
    root: str


def from_sightings(
    sightings: Iterable[Sighting], *, lists: Sequence[str] = (), stratum: str = "", linkage_draw: int | None = None
) -> CaptureTable:
    """One column per root: a child that five accounts repost from one account is on one list.

    `lists`: roots in column order, default sorted; a root outside of it is BadInput. EmptyInput without sightings.
    """
    seen: dict[str, set[str]] = {}
    for sighting in sightings:
        seen.setdefault(sighting.child, set()).add(sighting.root)
    roots = tuple(lists) or tuple(sorted({root for on in seen.values() for root in on}))
    unknown = sorted({root for on in seen.values() for root in on} - set(roots))
    if unknown:
        raise BadInput("a root that is not among the lists", where=unknown[0], do="add it, or leave its sightings out")
    counts: dict[Pattern, int] = {}
    for on in seen.values():
        pattern = tuple(int(root in on) for root in roots)
        counts[pattern] = counts.get(pattern, 0) + 1
    return from_counts(roots, counts, stratum=stratum, linkage_draw=linkage_draw)


def n_copies(sightings: Iterable[Sighting]) -> int:
    """Distinct (child, source) pairs that added nothing, being copies of another source's word."""
    pairs = {(sighting.child, sighting.source, sighting.root) for sighting in sightings}
    return len(pairs) - len({(child, root) for child, _, root in pairs})
