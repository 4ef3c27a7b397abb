"""Told: what a model says of one statement, read once out of its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms import vocabulary
from tawthiq.terms.identity import Json
from tawthiq.terms.quantity import Comparator, QuantityKind

Code = TypeVar("Code", bound=StrEnum)

UNSPECIFIED = "unspecified"
_LONGEST_NAME = 200
_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?(?:/\d{1,6})?")
"""Numbers that a text can tell; a longer exponent than its own would keep this machine busy for days."""
_LISTS = {"parties": "party", "sources": "source", "places": "place"}
"""Fields that hold several names, and what a model that knows of one calls them."""
_KNOWN_FIELDS = frozenset(("quote", "kind", "violations", "time", "quantities", "certainty", *_LISTS, *_LISTS.values()))


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and the words of the sentence that stand for it (empty where the model gives none)."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the model gives it; None for what it leaves out, or says in words of its own."""

    kind: QuantityKind | None
    comparator: Comparator | None
    value: Fraction | None
    high: Fraction | None

    @property
    def values(self) -> tuple[Fraction, ...]:
        """The numbers that it gives."""
        return tuple(value for value in (self.value, self.high) if value is not None)


@dataclass(frozen=True, slots=True)
class Told:
    """One proposal in form. None: the model leaves the field out; empty: it says that there is nothing to tell.

    `n_ignored`: fields and names that were not in form; `strange`: a violation that nobody knows.
    """

    quote: Json
    amounts: tuple[Amount, ...] | None = None
    kind: StatementKind | None = None
    violations: tuple[str, ...] | None = None
    parties: tuple[Named, ...] | None = None
    sources: tuple[Named, ...] | None = None
    places: tuple[Named, ...] | None = None
    time: str | None = None
    certainty: Factuality | None = None
    n_ignored: int = 0
    strange: bool = False


def told(proposal: Json) -> Told | str:
    """What a proposal says; a fixed word where it cannot be read: `not_an_object`, `quantities_unusable`,
    `number_not_in_quote` (no number that a text can tell)."""
    if not isinstance(proposal, Mapping):
        return "not_an_object"
    amounts = _amounts(proposal.get("quantities"))
    if isinstance(amounts, str):
        return amounts
    raw = {many: _each(proposal, many, one) for many, one in _LISTS.items()}
    names = {field: None if items is None else tuple(filter(None, map(_named, items))) for field, items in raw.items()}
    n_lost = sum(len(items or ()) - len(names[field] or ()) for field, items in raw.items())
    codes = [code for code in _listed(proposal.get("violations")) if isinstance(code, str)]
    known = tuple(dict.fromkeys(code for code in codes if _is_known(code)))
    time = proposal.get("time")
    return Told(
        proposal.get("quote"),
        amounts,
        _one_of(StatementKind, proposal.get("kind")),
        None if proposal.get("violations") is None else known,
        names["parties"],
        names["sources"],
        names["places"],
        None if time is None else _name(time),
        _one_of(Factuality, proposal.get("certainty")),
        len(set(proposal) - _KNOWN_FIELDS) + n_lost,
        len(known) < len(set(codes)),
    )


def _is_known(code: str) -> bool:
    return code == UNSPECIFIED or code in vocabulary.load("violation").terms


def _each(proposal: Mapping[str, Json], many: str, one: str) -> list[Json] | None:
    """The names of a field, under either of its keys, those that say something; None where neither is there."""
    told = [proposal[key] for key in (many, one) if proposal.get(key) is not None]
    return [item for value in told for item in _listed(value) if item] if told else None


def _listed(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _named(value: Json) -> Named | None:
    if isinstance(value, Mapping):
        name = _name(value.get("name"))
        return Named(name, _name(value.get("words"))) if name else None
    name = _name(value)
    return Named(name) if name else None


def _name(value: Json) -> str:
    """Words as a model gives them; empty for what no text would print."""
    if (
        not isinstance(value, str)
        or not value.isprintable()
        or not any(char.isalpha() or char.isdigit() for char in value)
    ):
        return ""
    return value.strip() if len(value.strip()) <= _LONGEST_NAME else ""


def _amounts(value: Json) -> tuple[Amount, ...] | str | None:
    """The quantities, or why they cannot be read; None where the model leaves them out."""
    if value is None:
        return None
    if not isinstance(value, list | tuple):
        return "quantities_unusable"
    found = [_amount(quantity) for quantity in value]
    return tuple(one for one in found if one is not None) if all(found) else "number_not_in_quote"


def _amount(quantity: Json) -> Amount | None:
    if not isinstance(quantity, Mapping):
        return None
    raw = [quantity.get(field) for field in ("value", "high")]
    numbers = [_fraction(value) for value in raw]
    if any(number is None and value not in (None, "") for number, value in zip(numbers, raw, strict=True)):
        return None
    return Amount(
        _one_of(QuantityKind, quantity.get("kind")), _one_of(Comparator, quantity.get("comparator")), *numbers
    )


def _fraction(value: Json) -> Fraction | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str) or len(str(value)) > _LONGEST_NUMBER:
        return None
    try:
        return Fraction(str(value)) if _NUMBER.fullmatch(str(value)) else None
    except ZeroDivisionError:
        return None


def _one_of(codes: type[Code], value: Json) -> Code | None:
    return codes(value) if isinstance(value, str) and value in set(codes) else None
