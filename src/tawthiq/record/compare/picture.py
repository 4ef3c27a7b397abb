"""What is kept of a picture to find its copies, and how two of these are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.compare.copy import Copy, CopyKind, Evidence, Unit, copy_of
from tawthiq.record.compare.hamming_index import BruteIndex
from tawthiq.record.compare.pdq import POSSIBLE_BITS, SAME_PICTURE_BITS, Pdq, Turn, distance_bits, turns
from tawthiq.record.compare.pixels import Pixels
from tawthiq.record.compare.trim import Box, inside_borders

METHOD, VERSION = "pdq", "1"


@dataclass(frozen=True, slots=True)
class Look:
    """Hashes of one picture: as it stands, inside its borders (None without borders), each in eight turns.

    Only `upright` goes into the index; a query asks with `asked`, so that either of two copies may be the turned or
    bordered one.
    """

    whole: dict[Turn, Pdq]
    inner: dict[Turn, Pdq] | None
    inner_box: Box | None
    recipe: str

    @property
    def upright(self) -> tuple[Pdq, ...]:
        """The hashes to file: the picture as it stands, and inside its borders."""
        return tuple(part[Turn.NONE] for part in (self.whole, self.inner) if part and part[Turn.NONE].speaks)

    @property
    def asked(self) -> tuple[tuple[str, Turn, Pdq], ...]:
        """The hashes to search with: part (whole, inner), turn, hash; only those that speak."""
        parts = (("whole", self.whole), ("inner", self.inner or {}))
        return tuple((name, turn, pdq) for name, part in parts for turn, pdq in part.items() if pdq.speaks)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The closest of all ways to lay two looks on each other."""

    distance_bits: int
    turn: Turn
    asked_part: str
    filed_part: str


def look_at(pixels: Pixels) -> Look:
    """The hashes of a picture; about 3 ms for 512 x 512 pixels."""
    box = inside_borders(pixels.rgb)
    inner = turns(box.cut(pixels.rgb)) if box else None
    return Look(turns(pixels.rgb), inner, box, pixels.recipe)


def nearest(asked: Look, filed: Look) -> Nearest | None:
    """The least distance between two looks, or None when one of them is too flat to say anything."""
    parts = (("whole", filed.whole), ("inner", filed.inner or {}))
    stored = [(name, part[Turn.NONE]) for name, part in parts if part and part[Turn.NONE].speaks]
    ways = [
        Nearest(distance_bits(mine.bits, yours.bits), turn, mine_part, your_part)
        for mine_part, turn, mine in asked.asked
        for your_part, yours in stored
    ]
    return min(ways, key=lambda way: way.distance_bits, default=None)


def near_items(asked: Look, filed: Sequence[tuple[str, bytes]]) -> list[str]:
    """The items of `filed` (item, upright hash) that lie within 47 bits of any turn of the look; each once, by id."""
    index = BruteIndex([bits for _, bits in filed])
    rows = {match.row for _, _, pdq in asked.asked for match in index.within(pdq.bits, POSSIBLE_BITS)}
    return sorted({filed[row][0] for row in rows})


def judge_pictures(asked_item: str, asked: Look, filed_item: str, filed: Look) -> Copy | None:
    """Same picture up to 31 bits, possible up to 47, otherwise nothing can be said: that is None, never "unique"."""
    way = nearest(asked, filed)
    if way is None or way.distance_bits > POSSIBLE_BITS:
        return None
    kind = CopyKind.SAME_PICTURE if way.distance_bits <= SAME_PICTURE_BITS else CopyKind.POSSIBLE
    facts = (
        ("asked", asked_item),
        ("turn", way.turn.value),
        ("asked_part", way.asked_part),
        ("filed_part", way.filed_part),
    )
    return copy_of(
        asked_item, filed_item, kind, way.distance_bits, Unit.DISTANCE_BITS, Evidence(METHOD, VERSION, facts)
    )
