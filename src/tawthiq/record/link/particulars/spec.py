"""FieldSpec: one thing that is recorded of an incident, a violation or an act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.terms import vocabulary


class Level(StrEnum):
    """What a field is told of. An act is one violation against one child or group; it is the finest."""

    INCIDENT = "incident"
    VIOLATION = "violation"
    ACT = "act"


class Kind(StrEnum):
    """The form of a value. `range`: `12`, `10-15`, `~` behind it when estimated; `when`: a day, month, year or

    interval as finely as it was told; `money`: amount and ISO 4217 code; `rate`: so many of that currency for one;
    `key`: a short id of a registry of origin; `id`: an id of ours; `text`: words of a person.
    """

    CODE = "code"
    CODES = "codes"
    TRUTH = "truth"
    WHOLE = "whole"
    RANGE = "range"
    WHEN = "when"
    PLACES = "places"
    PARTIES = "parties"
    MONEY = "money"
    RATE = "rate"
    KEY = "key"
    ID = "id"
    TEXT = "text"


class Need(StrEnum):
    """`required`: a value, or a reason why there is none; without either the gap is a finding, never an error."""

    REQUIRED = "required"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """`name` is the column of a template, the key of JSON, and the code of its label in vocabulary `field`.

    `vocabulary`: for codes; `unit`: of numbers; `requirement`: what it answers in the contract of the domain (1-42).
    `core`: the noun has an attribute of its own (register column of the same name). `column`: a real column holds it,
    so that a query can count by it. `claim`: somebody's number, beside what is counted here, never judged.
    `derived`: what somebody worked out of another field, beside it, never judged.
    `guarded`: in no figure, no table, no export of rows; only an evidence package, which is the record, holds it.
    """

    name: str
    level: Level
    kind: Kind
    vocabulary: str = ""
    unit: str = ""
    need: Need = Need.OPTIONAL
    requirement: int = 1
    core: bool = False
    column: bool = False
    claim: bool = False
    derived: bool = False
    guarded: bool = False

    def label(self, language: str = "en") -> str:
        """The printed name of the field, English where the language has none."""
        return vocabulary.load("field").label(self.name, language)

    def choices(self) -> tuple[str, ...]:
        """The codes that may be chosen; those for `not known` are left out, since unknown is told with its reason."""
        if not self.vocabulary or self.kind not in (Kind.CODE, Kind.CODES):
            return ()
        not_known = () if self.core else ("unknown", "u")
        return tuple(code for code in vocabulary.load(self.vocabulary).terms if code not in not_known)
