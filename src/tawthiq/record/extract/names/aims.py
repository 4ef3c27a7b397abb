"""Aims: what a body strives for in its name, joined by "and": "Movement for Justice and Dignity"."""

from __future__ import annotations

from tawthiq.record.extract.words.text_row import TextRow


def next_aim(row: TextRow, first: int, at: int) -> int | None:
    """Where the next aim begins behind the "and" at the token; None where no aim stands from `first` on."""
    aims = any(row.is_one_of(here, "aim_words") for here in range(first, at))
    joined = aims and row.is_one_of(at, "list_joiners")
    return at + 1 + int(row.is_one_of(at + 1, "determiners")) if joined else None
