"""Parties to conflict: names, aliases, umbrellas, successors with the days for which they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.folding import fold_name as fold_name
from tawthiq.terms.folding import index_key, search_keys


class Relation(StrEnum):
    """How one party stands to another."""

    UMBRELLA = "umbrella"
    SUCCESSOR_OF = "successor_of"
    AFFILIATED = "affiliated"


@dataclass(frozen=True, slots=True)
class Tie:
    """`relation` to the party `to`, valid from `first` to `last` (None is open)."""

    relation: Relation
    to: str
    first: date | None = None
    last: date | None = None

    def holds_on(self, day: date) -> bool:
        """True when the tie is valid on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of a conflict. `label`: language -> printed name; `aliases`: other spellings in any language."""

    code: str
    kind: str
    label: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A party on a day. `under`: umbrellas, nearest first; `formerly`: parties it came after; `now`: parties that came

    after it by that day, empty while it stands itself.
    """

    under: tuple[str, ...]
    formerly: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True)
class Registry:
    """The known parties, found by code or by any of their spellings."""

    parties: Mapping[str, Party]
    _by_name: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        index: dict[str, tuple[str, ...]] = {}
        for party in self.parties.values():
            names = {index_key(name) for name in (*party.label.values(), *party.aliases)}
            for key in names | {fold_name(party.code)}:
                index[key] = (*index.get(key, ()), party.code)
        object.__setattr__(self, "_by_name", index)

    def find(self, name: str) -> tuple[Party, ...]:
        """Every party that bears this name or code, folded (terms/folding.py); often one.

        An acronym of up to four letters is found only as it is written, in capitals: IS, not is.
        """
        codes = (code for key in search_keys(name) for code in self._by_name.get(key, ()))
        return tuple(self.parties[code] for code in dict.fromkeys(codes))

    def lineage(self, code: str, day: date) -> Iterator[str]:
        """The party and every umbrella over it on that day, nearest first."""
        seen: set[str] = set()
        queue = [code]
        while queue:
            current = queue.pop(0)
            if current in seen:
                continue
            seen.add(current)
            yield current
            queue += [tie.to for tie in self._ties(current) if tie.relation is Relation.UMBRELLA and tie.holds_on(day)]

    def standing(self, code: str, day: date) -> Standing:
        """How a party stands on a day; raises UnknownCode."""
        if code not in self.parties:
            raise UnknownCode(f"{code!r} is no party that we know", where="party", do="use a code of the registry")
        after = Relation.SUCCESSOR_OF
        formerly = [tie.to for tie in self._ties(code) if tie.relation is after and tie.holds_on(day)]
        now = [
            party.code
            for party in self.parties.values()
            if any(tie.relation is after and tie.to == code and tie.holds_on(day) for tie in party.ties)
        ]
        return Standing(tuple(self.lineage(code, day))[1:], tuple(formerly), tuple(sorted(now)))

    def _ties(self, code: str) -> Iterable[Tie]:
        return self.parties[code].ties if code in self.parties else ()
