"""What a second extractor adds to the statements an item has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawthiq.record.extract.statement import Statement


def added(found: Sequence[Statement], kept: Iterable[Statement]) -> list[Statement]:
    """Those that read something as no kept statement does: a card that says the same twice helps nobody decide.

    Their ties to such twins are ties to what is kept.
    """
    known = {_as_read(one): one.id for one in kept}
    twins = {one.id: known[read] for one in found if (read := _as_read(one)) in known}
    return [
        replace(
            one,
            limited_by=tuple(twins.get(tied, tied) for tied in one.limited_by),
            duplicate_of=twins.get(one.duplicate_of, one.duplicate_of),
        )
        for one in found
        if one.id not in twins
    ]


def _as_read(one: Statement) -> Statement:
    """Without who read it, its doubts and its ties to other statements."""
    return replace(one, extractor="", warnings=(), duplicate_of="", limited_by=(), supersedes="")
