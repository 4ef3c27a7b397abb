"""What a second extractor adds to the statements an item has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tawthiq.record.extract.statement import Statement


def added(found: Iterable[Statement], kept: Iterable[Statement]) -> list[Statement]:
    """Those that read something as no kept statement does: a card that says the same twice helps nobody decide."""
    known = {_as_read(one) for one in kept}
    return [one for one in found if _as_read(one) not in known]


def _as_read(one: Statement) -> Statement:
    """Without who read it, its doubts and its ties to other statements."""
    return replace(one, extractor="", warnings=(), duplicate_of="", limited_by=(), supersedes="")
