"""Age: whole years at the time of the violation, as a range, with what follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput
from tawthiq.terms.truth import Truth

CHILD_BELOW_YEARS = 18
"""A child is any person below this age (Convention on the Rights of the Child, article 1)."""

RECRUITED_BELOW_YEARS = 15
"""Recruitment below this age is a war crime (Rome Statute, article 8)."""

OLDEST_YEARS = 120
NO_BAND = "u"


@dataclass(frozen=True, slots=True)
class Age:
    """`min_years` to `max_years`, both included and both whole; None is an end not known.

    Bands are derived, never stored: 14-18 lies in no band. A range that begins at 18 or above is refused; one that
    only reaches 18 or more is kept, and `under_18_unproven` says so.
    """

    min_years: int | None = None
    max_years: int | None = None
    estimated: bool = False

    def __post_init__(self) -> None:
        low, high = self.min_years, self.max_years
        for years, field in ((low, "age_min"), (high, "age_max")):
            if years is not None and not 0 <= years <= OLDEST_YEARS:
                raise BadInput(f"an age of {years} years is not possible", where=field, do="correct the age")
        if low is not None and high is not None and high < low:
            raise BadInput(f"ages run from {low} down to {high}", where="age_max", do="put the lower age first")
        if low is not None and low >= CHILD_BELOW_YEARS:
            raise BadInput(
                "a person of 18 or more is no child", where="age_min", do="leave the act out of the register"
            )

    @property
    def under_15(self) -> Truth:
        """Whether the child was surely below 15; 14-18 is UNKNOWN."""
        if self.max_years is not None and self.max_years < RECRUITED_BELOW_YEARS:
            return Truth.YES
        return Truth.NO if self.min_years is not None and self.min_years >= RECRUITED_BELOW_YEARS else Truth.UNKNOWN

    @property
    def under_18(self) -> Truth:
        """YES when surely below 18, else UNKNOWN; never NO, since who is surely 18 is refused."""
        return Truth.YES if self.max_years is not None and self.max_years < CHILD_BELOW_YEARS else Truth.UNKNOWN

    @property
    def under_18_unproven(self) -> bool:
        """True when the person may be 18 or more: protected as a child, counted apart or as a range by policy."""
        return self.under_18 is Truth.UNKNOWN

    @property
    def band(self) -> str:
        """The code of vocabulary `age_band` that holds the whole range; `u` when none does."""
        low = self.min_years or 0
        if self.max_years is None:
            return NO_BAND
        return next((code for code, first, last in _bands() if first <= low and self.max_years <= last), NO_BAND)

    @property
    def text(self) -> str:
        """`10`, `10-12`, `10-`, `-17`, empty when nothing is known; `~` behind it when estimated."""
        low = "" if self.min_years is None else str(self.min_years)
        high = "" if self.max_years is None else str(self.max_years)
        body = low if low == high else f"{low}-{high}"
        return body + ("~" if self.estimated else "")


def exact_age(years: int) -> Age:
    """An age known to the year."""
    return Age(years, years)


def parse_age(text: str, *, where: str = "") -> Age:
    """Read what `Age.text` writes; raises BadInput with `where` (file, row, field)."""
    match = re.fullmatch(r"(?:(\d{1,3})|(\d{1,3})?-(\d{1,3})?|)(~?)", text.strip(), re.ASCII)
    if match is None:
        raise BadInput(f"{text!r} is not an age we can read", where=where, do="write 10, 10-12, 10- or -17")
    one, low, high, mark = match.groups()
    try:
        return Age(_years(one or low), _years(one or high), bool(mark))
    except BadInput as reason:
        raise BadInput(reason.what, where=where or reason.where, do=reason.do) from reason


def _years(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _bands() -> list[tuple[str, int, int]]:
    terms = vocabulary.load("age_band").terms.values()
    return [(term.code, term.more["from"], term.more["to"]) for term in terms if "from" in term.more]
