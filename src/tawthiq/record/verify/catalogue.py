"""Catalogue: what the card of an incident says, and what a person asks the catalogue for; pure.

A card holds codes, and the words of what is told in public: no name that is sealed, no narrative of a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tawthiq.terms import vocabulary
from tawthiq.terms.folding import fold_name
from tawthiq.terms.identity import Kind
from tawthiq.terms.registry import load_gazetteer, load_parties

FACETS = ("situation", "violation", "standing", "party", "year", "admin1", "file")
"""What a list can be narrowed by, in the order of the page."""

NOT_KNOWN = "-"
"""The value of a facet that is not known: an incident without a day stands under the year `-`."""

EMPTY = "empty"
"""The standing of an incident that holds nothing to judge."""

LONGEST_SPAN_YEARS = 30
MOST_WORDS, LONGEST_WORD = 5_000, 100
MOST_ASKED_WORDS = 12

_NAMED = ("situation", "violation", "party", "admin1", "place")
"""Facets that are found by the words of their labels too."""


@dataclass(frozen=True, slots=True)
class Card:
    """`number`: of the incident's current version, which orders lists; `codes`: facet -> values; `words`: folded."""

    thing: str
    number: int
    codes: Mapping[str, tuple[str, ...]]
    words: tuple[str, ...] = ()

    @property
    def entries(self) -> frozenset[tuple[str, str]]:
        """(facet, value) under which the card is filed."""
        return frozenset((facet, value) for facet, values in self.codes.items() for value in values)


@dataclass(frozen=True, slots=True)
class Asked:
    """`chosen`: facet -> values, any of which will do; every facet has to fit, and every word of `text`."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words asked for, folded, each once."""
        return tuple(dict.fromkeys(fold_name(self.text).split()))[:MOST_ASKED_WORDS]


def years(first: date | None, last: date | None) -> tuple[str, ...]:
    """The years of a time, earliest first; of an open end, or a span of generations, the years that are told."""
    told = [day.year for day in (first, last) if day is not None]
    if not told:
        return (NOT_KNOWN,)
    low, high = min(told), max(told)
    spanned = range(low, high + 1) if high - low < LONGEST_SPAN_YEARS else (low, high)
    return tuple(str(year) for year in spanned)


def parties(attributions: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The parties of (how, codes joined by a semicolon), and the outcomes that stand in the place of a party."""
    found: set[str] = set()
    for how, codes in attributions:
        found |= set(codes.split(";")) - {""}
        if how in ("unidentified", "crossfire"):
            found.add(how)
    return tuple(sorted(found)) or (NOT_KNOWN,)


def fits_every_card(word: str) -> bool:
    """Whether a folded word begins what every id of an incident begins with, so that no card lacks it."""
    return Kind.INCIDENT.value.startswith(word)


def words_of(*texts: str) -> tuple[str, ...]:
    """The folded words of some texts, each once."""
    found = dict.fromkeys(word[:LONGEST_WORD] for word in fold_name(" ".join(texts)).split())
    return tuple(found)[:MOST_WORDS]


def named_by(word: str, present: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The (facet, value) among those present of which some word begins with this one, in any language of a label."""
    return [
        (facet, value)
        for facet, value in present
        if facet in _NAMED and any(said.startswith(word) for said in _said(facet, value))
    ]


@lru_cache(16_384)
def _said(facet: str, code: str) -> tuple[str, ...]:
    """Every folded word that names a code."""
    return words_of(code, *_labels(facet, code))


def _labels(facet: str, code: str) -> Sequence[str]:
    if facet == "party":
        party = load_parties().parties.get(code)
        return [*party.label.values(), *party.aliases] if party else []
    if facet in ("admin1", "place"):
        place = load_gazetteer().places.get(code)
        return [*place.label.values(), *place.aliases] if place else []
    term = vocabulary.load(facet).terms.get(code)
    return list(term.label.values()) if term else []
