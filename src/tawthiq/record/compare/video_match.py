"""Videos that share a run of frames: reposts, excerpts, the same clip with a border."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
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
WINDOW = 1 << 20
"""Offsets, in quarter seconds, that are counted at once: three days in 8 MB."""
Seconds = NDArray[np.float64]
Quarters = NDArray[np.int64]
Packed = NDArray[np.uint8]
Matches = NDArray[np.bool_]
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
    mine_s, yours_s = (np.array([frame.at_s for frame in film]) for film in (asked, filed))
    near = _near(asked, filed, turn)
    offset = _agreed(near, mine_s, yours_s)
    if offset is None:
        return None
    once = _in_step(near, mine_s, yours_s, offset)
    return Recurrence(tuple(once), offset, _share(len(once), offset, mine_s, yours_s), turn)


def _share(n_recur: int, offset: float, mine_s: Seconds, yours_s: Seconds) -> float:
    """Of the filed frames that lie where the two films overlap, those that recur."""
    begins, ends = mine_s[0] + offset - SLACK_S, mine_s[-1] + offset + SLACK_S
    together = int(((begins <= yours_s) & (yours_s <= ends)).sum())
    return min(1.0, n_recur / together) if together else 0.0


def _agreed(near: Sequence[Packed], mine_s: Seconds, yours_s: Seconds) -> float | None:
    """The offset, in quarter seconds, that most matches lie on, the smallest of equals; None without a match.

    Times that a hostile file tells lie months apart: quarters are counted window by window, where matches lie.
    """
    if not any(packed.any() for packed in near):
        return None
    least, most = (math.floor(4 * s) for s in (yours_s.min() - mine_s.max(), yours_s.max() - mine_s.min() + 1))
    window = min(WINDOW, most + 1 - least)
    begins: Sequence[int] = range(least, most + 1, window)
    if len(begins) > 1:
        hit = (np.unique((quarters - least) // window) for quarters in _quarters(near, mine_s, yours_s))
        begins = sorted({least + window * number for numbers in hit for number in numbers.tolist()})
    best = (_most_agreed(_quarters(near, mine_s, yours_s), begin, window) for begin in begins)
    return max(best, key=lambda told: (told[0], -abs(told[1])))[1] / 4


def _most_agreed(chunks: Iterator[Quarters], begin: int, window: int) -> tuple[int, int]:
    """How many lie on one quarter of those from `begin` on, at most, and on which: the smallest of equals."""
    votes = np.zeros(window, np.int64)
    for quarters in chunks:
        inside = quarters[(begin <= quarters) & (quarters < begin + window)]
        votes += np.bincount(inside - begin, minlength=window)
    best = np.flatnonzero(votes == votes.max()) + begin
    return int(votes.max()), int(best[np.abs(best).argmin()])


def _quarters(near: Sequence[Packed], mine_s: Seconds, yours_s: Seconds) -> Iterator[Quarters]:
    for rows, offsets in _offsets(near, mine_s, yours_s):
        yield np.rint(4 * offsets[rows]).astype(np.int64)


def _in_step(near: Sequence[Packed], mine_s: Seconds, yours_s: Seconds, offset: float) -> list[tuple[float, float]]:
    """Seconds of the film that asks and of the filed one: each filed frame once, with the last that fits it."""
    last, first = np.full(len(yours_s), -1), 0
    for rows, offsets in _offsets(near, mine_s, yours_s):
        fits = rows & (np.abs(offsets - offset) <= SLACK_S)
        some = fits.any(axis=0)
        last[some] = first + len(fits) - 1 - fits[::-1].argmax(axis=0)[some]
        first += len(fits)
    return [(float(mine_s[one]), float(yours_s[at])) for at, one in enumerate(last) if one >= 0]


def _offsets(near: Sequence[Packed], mine_s: Seconds, yours_s: Seconds) -> Iterator[tuple[Matches, Seconds]]:
    """Chunk by chunk of the frames that ask: which pairs match, and the offset of every pair."""
    for number, packed in enumerate(near):
        rows = np.unpackbits(packed, axis=1, count=len(yours_s)).astype(bool)
        first = number * TOGETHER
        yield rows, yours_s[None, :] - mine_s[first : first + len(rows), None]


def _near(asked: Sequence[Frame], filed: Sequence[Frame], turn: Turn) -> list[Packed]:
    """Which frames (rows: asked, TOGETHER at a time; columns: filed) are one picture in any of their parts.

    As bits: two stills of an hour match in 50 million pairs.
    """
    yours = [_words(filed, part, Turn.NONE) for part in ("whole", "inner")]
    chunks = (asked[first : first + TOGETHER] for first in range(0, len(asked), TOGETHER))
    return [np.packbits(_near_of(chunk, yours, turn), axis=1) for chunk in chunks]


def _near_of(asked: Sequence[Frame], yours: Sequence[Hashes], turn: Turn) -> Matches:
    near: Matches = np.zeros((len(asked), len(yours[0][1])), bool)
    for mine in (_words(asked, part, turn) for part in ("whole", "inner")):
        for other in yours:
            bits = np.bitwise_count(mine[0][:, None] ^ other[0][None]).sum(axis=2, dtype=np.uint16)
            near |= (bits <= SAME_PICTURE_BITS) & mine[1][:, None] & other[1][None]
    return near


def _words(frames: Sequence[Frame], part: str, turn: Turn) -> Hashes:
    """Hashes of one part as n x 4 words, and which of them speak."""
    hashes = [(frame.look.whole if part == "whole" else frame.look.inner or {}).get(turn) for frame in frames]
    speak = np.array([one is not None and one.speaks for one in hashes])
    raw = b"".join(one.bits if one is not None else bytes(32) for one in hashes)
    return np.frombuffer(raw, np.uint64).reshape(-1, 4), speak
