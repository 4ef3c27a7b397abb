"""Listing: that a report of the Secretary-General lists a party in its annexes, for which violations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, ImpossibleDate, UnknownCode
from tawthiq.terms.identity import Json, Kind, make_id

ANNEXES = ("I", "II")
SECTIONS = ("A", "B")
"""A: parties that took measures to protect children; B: parties that did not."""


@dataclass(frozen=True, slots=True)
class Listing:
    """`party` in `annex` and `section` for `violations` (parent codes), first listed on `listed_on`.

    `report_year`: of the report that says so; `delisted_on`: None while the listing stands. A party listed again
    after a delisting is another listing.
    """

    party: str
    situation: str
    annex: str
    section: str
    violations: tuple[str, ...]
    report_year: int
    listed_on: date
    delisted_on: date | None = None

    def __post_init__(self) -> None:
        vocabulary.load("party").term(self.party, where="party")
        vocabulary.load("situation").term(self.situation, where="situation")
        if self.annex not in ANNEXES or self.section not in SECTIONS:
            raise UnknownCode("no such annex or section", where="annex", do="use annex I or II, section A or B")
        if not self.violations or self.violations != tuple(sorted(set(self.violations))):
            raise BadInput("violations are named once each, in order", where="violations", do="name at least one")
        for code in self.violations:
            _check_trigger(code, self.report_year)
        if self.delisted_on is not None and self.delisted_on < self.listed_on:
            raise ImpossibleDate("delisted before it was listed", where="delisted_on", do="correct one of the days")

    @property
    def id(self) -> str:
        """One party, situation and day of listing is one listing; a later report makes a new version of it."""
        return make_id(Kind.DECISION, ["listing", self.party, self.situation, self.listed_on.isoformat()])

    def stands_on(self, day: date) -> bool:
        """True from the day of listing until the day before the delisting."""
        return self.listed_on <= day and (self.delisted_on is None or day < self.delisted_on)

    def content(self) -> dict[str, Json]:
        """What the ledger signs."""
        return {
            "party": self.party,
            "situation": self.situation,
            "annex": self.annex,
            "section": self.section,
            "violations": list(self.violations),
            "report_year": self.report_year,
            "listed_on": self.listed_on.isoformat(),
            "delisted_on": self.delisted_on.isoformat() if self.delisted_on else "",
        }


def listed(listings: Iterable[Listing], party: str, day: date) -> tuple[Listing, ...]:
    """The listings of a party that stand on that day."""
    return tuple(one for one in listings if one.party == party and one.stands_on(day))


def _check_trigger(code: str, year: int) -> None:
    since = [
        int(term.more["listing_since"])
        for term in vocabulary.load("violation").terms.values()
        if term.more["parent"] == code and "listing_since" in term.more
    ]
    if not since:
        raise UnknownCode(f"{code!r} lists no party", where="violations", do="use the heading of a listing violation")
    if year < min(since):
        raise ImpossibleDate(f"{code} lists parties since {min(since)}", where="report_year", do="correct the year")
