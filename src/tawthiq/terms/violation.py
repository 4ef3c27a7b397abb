"""Violation types: what is counted for each, and whether it is one of the six grave violations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.terms import vocabulary


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
    term = vocabulary.load("violation").term(code, where=where)
    return ViolationType(code, Unit(term.more["unit"]), bool(term.more["grave"]), term.more["parent"])


def violation_types() -> tuple[ViolationType, ...]:
    """Every type, in the order reports print them."""
    return tuple(violation_type(code) for code in vocabulary.load("violation").terms)
