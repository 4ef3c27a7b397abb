"""Videos that share a run of frames: reposts, excerpts, the same clip with a border."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.copy import Copy, CopyKind, Evidence, Unit, copy_of
from tawthiq.record.compare.film import Film, Frame
from tawthiq.record.compare.pdq import SAME_PICTURE_BITS, Turn
from tawthiq.terms.identity import Json

METHOD, VERSION = "vpdq", "1"
MIN_FRAMES = 3
"""Fewer matching frames are a shared title card or a chance: possible, no more."""
MIN_SHARE = 0.5
"""Share of the filed frames within the overlap of the two films that must recur."""
TOGETHER = 256
"""Frames of the asking film that are set beside all of the other at once: an hour beside an hour stays under 50 MB."""
Hashes = tuple[NDArray[np.uint64], NDArray[np.bool_]]
SLACK_S = 1.0
"""Two matches agree on the offset when they differ by no more."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Frames of one film that recur in another: pairs of seconds, the offset most agree on, the share of the overlap.

    `offset_s` is the time in the second film of what stands at 0 in the first. A still film fits at every offset.
    """

    pairs: tuple[tuple[float, float], ...]
    offset_s: float
    share: float
    turn: Turn


def recurrence(asked: Film, filed: Film) -> Recurrence | None:
    """The best way the frames of one film recur in another, over the eight turns; None when no frame does."""
    ways = (_turned(asked.speaking, filed.speaking, turn) for turn in Turn)
    return max((way for way in ways if way), key=lambda way: len(way.pairs), default=None)


def judge_films(asked_item: str, asked: Film, filed_item: str, filed: Film) -> Copy | None:
    """Same picture when enough frames recur in step, possible when any does; None says nothing about the two."""
    way = recurrence(asked, filed)
    if way is None:
        return None
    sure = len(way.pairs) >= MIN_FRAMES and way.share >= MIN_SHARE
    kind = CopyKind.SAME_PICTURE if sure else CopyKind.POSSIBLE
    facts: tuple[tuple[str, Json], ...] = (
        ("asked", asked_item),
        ("turn", way.turn.value),
        ("offset_s", round(way.offset_s, 2)),
        ("share", round(way.share, 4)),
        ("pairs_s", [[round(one, 2), round(other, 2)] for one, other in way.pairs]),
        ("complete", asked.complete and filed.complete),
    )
    return copy_of(asked_item, filed_item, kind, len(way.pairs), Unit.N_FRAMES, Evidence(METHOD, VERSION, facts))


def _turned(asked: Sequence[Frame], filed: Sequence[Frame], turn: Turn) -> Recurrence | None:
    if not (asked and filed):
        return None
    near = _near(asked, filed, turn)
    if not near.size:
        return None
    seconds = [(asked[one].at_s, filed[other].at_s) for one, other in near]
    offset = _agreed([other - one for one, other in seconds])
    in_step = [pair for pair in seconds if abs(pair[1] - pair[0] - offset) <= SLACK_S]
    once = {other: (one, other) for one, other in in_step}
    return Recurrence(tuple(once.values()), offset, _share(once, offset, asked, filed), turn)


def _share(
    once: dict[float, tuple[float, float]], offset: float, asked: Sequence[Frame], filed: Sequence[Frame]
) -> float:
    """Of the filed frames that lie where the two films overlap, those that recur."""
    begins, ends = asked[0].at_s + offset - SLACK_S, asked[-1].at_s + offset + SLACK_S
    together = sum(begins <= frame.at_s <= ends for frame in filed)
    return min(1.0, len(once) / together) if together else 0.0


def _agreed(offsets: Sequence[float]) -> float:
    """The offset, in quarter seconds, that most matches lie on; the smallest of equals."""
    votes = Counter(round(offset * 4) / 4 for offset in offsets)
    return min(votes, key=lambda offset: (-votes[offset], abs(offset)))


def _near(asked: Sequence[Frame], filed: Sequence[Frame], turn: Turn) -> NDArray[np.int64]:
    """Pairs of rows (n x 2) whose frames are one picture in any of their parts (whole, inner)."""
    yours = [_words(filed, part, Turn.NONE) for part in ("whole", "inner")]
    found = [
        _near_of(asked[first : first + TOGETHER], yours, turn) + np.array((first, 0))
        for first in range(0, len(asked), TOGETHER)
    ]
    return np.concatenate(found)


def _near_of(asked: Sequence[Frame], yours: Sequence[Hashes], turn: Turn) -> NDArray[np.int64]:
    near: NDArray[np.bool_] = np.zeros((len(asked), len(yours[0][1])), bool)
    for mine in (_words(asked, part, turn) for part in ("whole", "inner")):
        for other in yours:
            bits = np.bitwise_count(mine[0][:, None] ^ other[0][None]).sum(axis=2, dtype=np.uint16)
            near |= (bits <= SAME_PICTURE_BITS) & mine[1][:, None] & other[1][None]
    return np.argwhere(near)


def _words(frames: Sequence[Frame], part: str, turn: Turn) -> Hashes:
    """Hashes of one part as n x 4 words, and which of them speak."""
    hashes = [(frame.look.whole if part == "whole" else frame.look.inner or {}).get(turn) for frame in frames]
    speak = np.array([one is not None and one.speaks for one in hashes])
    raw = b"".join(one.bits if one is not None else bytes(32) for one in hashes)
    return np.frombuffer(raw, np.uint64).reshape(-1, 4), speak
