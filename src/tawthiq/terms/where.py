"""Where: places with parents from a table, never guessed from the shape of a code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tawthiq.terms.folding import index_key, search_keys


class PlacePrecision(StrEnum):
    """How finely a place was told. REGION: several first-level divisions, such as Darfur."""

    EXACT = "exact"
    SETTLEMENT = "settlement"
    ADM3 = "adm3"
    ADM2 = "adm2"
    ADM1 = "adm1"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"

    @property
    def coarseness(self) -> int:
        """0 for an exact point, more for coarser ones, most for UNKNOWN."""
        return list(PlacePrecision).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a gazetteer edition.

    `code`: P-code, ISO code or our own; `parent`: the parent's code, or empty; `country`: ISO alpha-2.
    `adjectives`: words such as Syrian, sirio, سوري, which point to the place weakly and do not name it.
    """

    code: str
    label: Mapping[str, str]
    precision: PlacePrecision
    parent: str
    country: str
    edition: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The printed name; English where the language has none of its own."""
        return self.label.get(language) or self.label["en"]


@dataclass(frozen=True)
class Gazetteer:
    """Places of one edition, by code, by name, by adjective."""

    edition: str
    places: Mapping[str, Place]
    _by_name: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _by_adjective: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", _index((p.code, (*p.label.values(), *p.aliases)) for p in self._all()))
        object.__setattr__(self, "_by_adjective", _index((p.code, p.adjectives) for p in self._all()))

    def find(self, name: str, country: str | None = None) -> tuple[Place, ...]:
        """Every place that bears this name, folded (terms/folding.py); coarsest first.

        With `country` (ISO alpha-2) only places of that country. An empty tuple when none does: a place of another
        country is never offered in its stead.
        """
        return self._pick(self._by_name, name, country)

    def find_adjective(self, word: str, country: str | None = None) -> tuple[Place, ...]:
        """Every place whose adjective this is ("Syrian"); a weak mention, since a Syrian may be anywhere."""
        return self._pick(self._by_adjective, word, country)

    def names(self) -> Iterable[str]:
        """The key of every name that `find` finds (terms/folding.py: folded, acronyms in capitals)."""
        return self._by_name.keys()

    def lineage(self, code: str) -> Iterator[Place]:
        """The place and all its parents, nearest first; the parent comes from the table (LB63 -> 62179 exists)."""
        seen: set[str] = set()
        while code in self.places and code not in seen:
            seen.add(code)
            yield self.places[code]
            code = self.places[code].parent

    def lies_in(self, code: str, outer: str) -> bool:
        """True when `outer` is the place or one of its parents."""
        return any(place.code == outer for place in self.lineage(code))

    def coarsened(self, code: str, to: PlacePrecision) -> Place | None:
        """The nearest of the place and its parents that is at least as coarse as `to`; None when there is none."""
        return next((place for place in self.lineage(code) if place.precision.coarseness >= to.coarseness), None)

    def _all(self) -> Iterable[Place]:
        return self.places.values()

    def _pick(self, index: Mapping[str, tuple[str, ...]], name: str, country: str | None) -> tuple[Place, ...]:
        codes = dict.fromkeys(code for key in search_keys(name) for code in index.get(key, ()))
        fitting = [self.places[code] for code in codes if country is None or self.places[code].country == country]
        return tuple(sorted(fitting, key=lambda place: (-place.precision.coarseness, place.code)))


def _index(names: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, tuple[str, ...]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for code, spellings in names:
        for key in {index_key(spelling) for spelling in spellings} - {""}:
            index[key].append(code)
    return {key: tuple(codes) for key, codes in index.items()}
