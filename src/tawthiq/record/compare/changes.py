"""What changed between two copies of a text, as segments of the originals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tawthiq.record.compare.words import Word, words


class ChangeKind(StrEnum):
    """What happened to a segment on the way from the first text to the second."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Change:
    """A changed segment: code points [a_start, a_end) of the first text became [b_start, b_end) of the second.

    `touches_number` is true when a figure was added, lost or altered: five become six is another story.
    """

    kind: ChangeKind
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    touches_number: bool


def what_changed(a: str, b: str) -> tuple[Change, ...]:
    """The segments in which two texts differ after folding, in order; empty when only spelling differs."""
    return changes_between(words(a), words(b))


def changes_between(a: Sequence[Word], b: Sequence[Word]) -> tuple[Change, ...]:
    """As `what_changed`, for texts already cut to words."""
    return tuple(_changes(a, b))


def _changes(a: Sequence[Word], b: Sequence[Word]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [word.folded for word in a], [word.folded for word in b], autojunk=False)
    for tag, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if tag != "equal":
            yield _change(_KINDS[tag], a, a_from, a_to, b, b_from, b_to)


def _change(  # six places of one opcode; a class for them would say no more
    kind: ChangeKind, a: Sequence[Word], a_from: int, a_to: int, b: Sequence[Word], b_from: int, b_to: int
) -> Change:
    numbers = any(word.has_number for word in (*a[a_from:a_to], *b[b_from:b_to]))
    return Change(kind, *_place(a, a_from, a_to), *_place(b, b_from, b_to), numbers)


def _place(of: Sequence[Word], first: int, end: int) -> tuple[int, int]:
    if first < end:
        return of[first].start, of[end - 1].end
    at = of[first - 1].end if first else 0
    return at, at


_KINDS = {"insert": ChangeKind.ADDED, "delete": ChangeKind.REMOVED, "replace": ChangeKind.REPLACED}
