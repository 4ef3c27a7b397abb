"""Duration: how long something lasted, derived from its first and last time, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.terms.when import When


@dataclass(frozen=True, slots=True)
class Duration:
    """`days_min`, `days_max`: whole days from first to last, bounds included as far as the times were told;

    None is an open end.
    """

    days_min: int
    days_max: int | None


def duration(first: When | None, last: When | None) -> Duration | None:
    """How long it lasted at least and at most; None when either time is not known at all."""
    if first is None or last is None:
        return None
    least = (last.first - first.last).days if last.first and first.last else 0
    most = (last.last - first.first).days if last.last and first.first else None
    return Duration(max(least, 0), None if most is None else max(most, 0))
