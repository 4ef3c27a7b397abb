"""Scores: precision, recall, F1 of statements and of each of their fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.extract.evaluation.compared import BINDING, FIELDS, Bag, Compared
from tawthiq.record.extract.factuality import stronger

_MATCH_IOU = 0.5
Pair = tuple[Compared, Compared]
"""What was wanted, what was given."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, given, wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Right of those given; 0 when none was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Right of those wanted; 0 when none was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 0 when nothing is right."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


@dataclass(frozen=True, slots=True)
class TextScore:
    """One text's tallies by field; `false_certainty`: matched statements said to be surer than people said;
    `silent_errors`: matched statements with a wrong value and no doubt beside it; `n_matched`: pairs compared."""

    fields: Mapping[str, Tally]
    false_certainty: int
    silent_errors: int
    n_matched: int
    iou_sum: float


def score_text(wanted: Sequence[Compared], given: Sequence[Compared]) -> TextScore:
    """Statements are paired one to one by overlap; fields of unpaired ones count as missed or wrongly given."""
    pairs = _pairs(wanted, given)
    tallies = {field: _tally(field, wanted, given, pairs) for field in (*FIELDS, BINDING)}
    return TextScore(
        {"statement": Tally(len(pairs), len(given), len(wanted)), **tallies},
        sum(stronger(one.factuality, want.factuality) for want, one in pairs),
        sum(_is_silent_error(want, one) for want, one in pairs),
        len(pairs),
        sum(want.span.iou(one.span) for want, one in pairs),
    )


def _tally(field: str, wanted: Iterable[Compared], given: Iterable[Compared], pairs: Iterable[Pair]) -> Tally:
    return Tally(
        sum(_n_shared(want.values[field], one.values[field]) for want, one in pairs),
        sum(len(one.values[field]) for one in given),
        sum(len(want.values[field]) for want in wanted),
    )


def _n_shared(wanted: Bag, given: Bag) -> int:
    return (Counter(wanted) & Counter(given)).total()


def _pairs(wanted: Sequence[Compared], given: Sequence[Compared]) -> list[Pair]:
    """The best overlap first, each statement once."""
    overlaps = [
        (want.span.iou(one.span), at, place) for at, want in enumerate(wanted) for place, one in enumerate(given)
    ]
    places: dict[int, int] = {}
    for iou, at, place in sorted(overlaps, key=lambda one: (-one[0], one[1:])):
        if iou >= _MATCH_IOU and at not in places and place not in places.values():
            places[at] = place
    return [(wanted[at], given[place]) for at, place in sorted(places.items())]


def _is_silent_error(want: Compared, one: Compared) -> bool:
    """A number or party that is wrong, on a card that raises no doubt at all."""
    wrong = any(
        _n_shared(want.values[field], one.values[field]) < len(one.values[field]) for field in ("quantity", "party")
    )
    return wrong and not one.doubted
