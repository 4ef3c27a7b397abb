"""Violation types: what is counted for each, and whether it is one of the six grave violations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawthiq.terms import vocabulary
from tawthiq.terms.vocabulary import Term


class Unit(StrEnum):
    """What one violation of the type counts: children or incidents. The two are never added into one 'children'."""

    CHILD = "child"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class ViolationType:
    """A type of violation: its code, countable unit, whether grave, and the reporting heading it falls under."""

    code: str
    unit: Unit
    grave: bool
    parent: str


def violation_type(code: str, *, where: str = "") -> ViolationType:
    """The type of a code; raises UnknownCode."""
    return _types().get(code) or _type(vocabulary.load("violation").term(code, where=where))


@cache
def _types() -> dict[str, ViolationType]:
    return {code: _type(term) for code, term in vocabulary.load("violation").terms.items()}


def _type(term: Term) -> ViolationType:
    return ViolationType(term.code, Unit(term.more["unit"]), bool(term.more["grave"]), term.more["parent"])


def violation_types() -> tuple[ViolationType, ...]:
    """Every type, in the order reports print them."""
    return tuple(_types().values())
