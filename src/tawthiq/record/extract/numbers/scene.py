"""The scene: what the grammar of quantities looks at, what it finds there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter

from tawthiq.record.extract.numbers.numbers import Number
from tawthiq.record.extract.words.lexicon import Hit, Lexicon
from tawthiq.record.extract.words.text_row import TextRow
from tawthiq.record.extract.words.token import Token
from tawthiq.terms.quantity import Quantity

_COMPARATOR_REACH = 3
_first, _last = attrgetter("first"), attrgetter("last")
STOPS = frozenset('.;:!?()[]"“”«»,،؛؟')


@dataclass(frozen=True, slots=True)
class QuantityFound:
    """A quantity on tokens `first` to `last` (exclusive), comparator included; `core`: where its number begins."""

    quantity: Quantity
    first: int
    last: int
    core: int
    rule: str
    denominator_stated: bool | None = None
    sex: str = ""
    conversion: bool = False


@dataclass(frozen=True, slots=True)
class Scene(TextRow):
    """What the grammar looks at: tokens, numbers in order, hits by first token, tokens already taken by dates,
    `starts`: where hits of a section begin."""

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    numbers: Sequence[Number]
    hits: dict[int, list[Hit]]
    taken: frozenset[int]
    starts: dict[str, list[int]]

    def number_at(self, at: int) -> Number | None:
        """The number that begins at the token."""
        place = bisect_left(self.numbers, at, key=_first)
        return self.numbers[place] if place < len(self.numbers) and self.numbers[place].first == at else None

    def number_ending(self, at: int) -> Number | None:
        """The number that ends just before the token."""
        place = bisect_left(self.numbers, at, key=_last)
        return self.numbers[place] if place < len(self.numbers) and self.numbers[place].last == at else None

    def hit(self, at: int, *sections: str) -> Hit | None:
        """The longest hit of those sections beginning at the token."""
        found = [hit for hit in self.hits.get(at, ()) if hit.entry.section in sections]
        return max(found, key=lambda hit: hit.last, default=None)

    def hit_ending(self, at: int, section: str, reach: int = _COMPARATOR_REACH) -> Hit | None:
        """The hit of that section that ends just before the token (small words between are passed over)."""
        for first in range(at - 1, max(-1, at - 1 - reach - 3), -1):
            for hit in self.hits.get(first, ()):
                if hit.entry.section == section and self._reaches(hit.last, at):
                    return hit
        return None

    def _reaches(self, last: int, at: int) -> bool:
        return last <= at and all(self.is_one_of(token, "quantity_small_words") for token in range(last, at))


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or two that make a range."""

    low: Fraction
    high: Fraction | None
    first: int
    last: int
    ordinal: bool
    digits: bool
