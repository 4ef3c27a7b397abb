"""Share: a part of a whole that is printed with both, or not as a percentage at all."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from tawthiq.terms.errors import BadInput
from tawthiq.terms.quantity import Share


@dataclass(frozen=True, slots=True)
class TooFew:
    """No percentage: the denominator is below the set minimum."""

    denominator: int
    min_n: int

    @property
    def words(self) -> str:
        """What is printed instead."""
        return f"no percentage: {self.denominator} is below the minimum of {self.min_n}"


Percent: TypeAlias = int | TooFew


def percent(share: Share, min_n: int) -> Percent:
    """Whole per cent of the share, or the refusal when its denominator is below `min_n`."""
    return TooFew(share.denominator, min_n) if share.denominator < min_n else share.rounded()


def share_words(share: Share, min_n: int) -> str:
    """`77 per cent (214 of 278, 20 unknown)`; never a percentage alone."""
    part = percent(share, min_n)
    unknown = f", {share.unknown} unknown" if share.unknown else ""
    n_of_n = f"{share.numerator} of {share.denominator}{unknown}"
    return f"{n_of_n}; {part.words}" if isinstance(part, TooFew) else f"{part} per cent ({n_of_n})"


def change_percent(now: int, before: int) -> Fraction:
    """Change in per cent of `before`, exact; raises BadInput when there is nothing to compare with."""
    if before <= 0:
        raise BadInput("a change needs an earlier figure above zero", where="before", do="print both counts instead")
    return Fraction(100 * (now - before), before)


@dataclass(frozen=True, slots=True)
class Change:
    """A count against the last one: as it was published then, beside it as it is restated now."""

    now: int
    published: int
    restated: int

    @property
    def on_published(self) -> Fraction:
        """Per cent against the figure that was published."""
        return change_percent(self.now, self.published)

    @property
    def on_restated(self) -> Fraction:
        """Per cent against the figure as restated since."""
        return change_percent(self.now, self.restated)
