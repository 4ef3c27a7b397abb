"""Correction: a person's version of a machine's statement, read from the fields of a form; the spans stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import (
    NOT_STATED,
    Basis,
    PartyRef,
    PlaceRef,
    StatedQuantity,
    StatedTime,
    Statement,
    StatementKind,
    ViolationRef,
)
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.quantity import Comparator, Quantity
from tawthiq.terms.unknown import Unknown
from tawthiq.terms.when import parse_when

Posted = Mapping[str, str]
Choice = TypeVar("Choice", bound=StrEnum)
NO_VIOLATION = "unspecified"
RULE = "person"
"""The rule that read a time which a person gave."""


def corrected(statement: Statement, posted: Posted, violations: Sequence[str]) -> Statement:
    """The statement as the person left it, superseding the machine's; raises BadInput naming the field.

    `posted`: `kind`, `factuality`, `act_period`, `act_basis`, and `party_0_name`, `party_0_code`, `party_0_basis`,
    `place_0_...`, `quantity_0_...` for each of the statement's, with one row more of party and place.
    """
    fresh = replace(
        statement,
        kind=_chosen(StatementKind, posted, "kind"),
        factuality=_chosen(Factuality, posted, "factuality"),
        violations=_violations(statement, violations),
        parties=_parties(statement, posted),
        places=_places(statement, posted),
        act_period=_act_period(statement, posted),
        quantities=_quantities(statement, posted),
    )
    if fresh == statement:
        raise BadInput("nothing was changed", where=statement.id, do="change a field, or accept the statement")
    return replace(fresh, supersedes=statement.id)


def _chosen(choices: type[Choice], posted: Posted, name: str) -> Choice:
    try:
        return choices(posted.get(name, ""))
    except ValueError as reason:
        raise BadInput("not one of the choices", where=name, do="choose again") from reason


def _violations(statement: Statement, codes: Sequence[str]) -> tuple[ViolationRef, ...]:
    known = {ref.code: ref for ref in statement.violations}
    for code in codes:
        if code != NO_VIOLATION:
            vocabulary.load("violation").term(code, where="violations")
    return tuple(known.get(code, ViolationRef(code)) for code in codes)


def _parties(statement: Statement, posted: Posted) -> tuple[PartyRef, ...]:
    found = []
    for index in range(len(statement.parties) + 1):
        name, code = _text(posted, f"party_{index}_name"), _text(posted, f"party_{index}_code")
        if not name:
            continue
        if code:
            vocabulary.load("party").term(code, where=f"party_{index}_code")
        basis = _chosen(Basis, posted, f"party_{index}_basis")
        before = statement.parties[index] if index < len(statement.parties) else PartyRef(name, basis)
        mention = before.mention if before.name == name else None
        found.append(replace(before, name=name, code=code, basis=basis, mention=mention))
    return tuple(found)


def _places(statement: Statement, posted: Posted) -> tuple[PlaceRef, ...]:
    found = []
    for index in range(len(statement.places) + 1):
        name = _text(posted, f"place_{index}_name")
        if not name:
            continue
        basis = _chosen(Basis, posted, f"place_{index}_basis")
        before = statement.places[index] if index < len(statement.places) else PlaceRef(name, basis)
        same = before.name == name
        found.append(
            replace(
                before,
                name=name,
                basis=basis,
                mention=before.mention if same else None,
                code=before.code if same else "",
                precision=before.precision if same else "unknown",
            )
        )
    return tuple(found)


def _act_period(statement: Statement, posted: Posted) -> StatedTime | Unknown:
    text = _text(posted, "act_period")
    before = statement.act_period
    if not text:
        return before if isinstance(before, Unknown) else NOT_STATED
    when, basis = parse_when(text, where="act_period"), _chosen(Basis, posted, "act_basis")
    if isinstance(before, StatedTime):
        return replace(before, when=when, basis=basis, rule=before.rule if when == before.when else RULE)
    return StatedTime(when, basis, RULE)


def _quantities(statement: Statement, posted: Posted) -> tuple[StatedQuantity, ...]:
    kept = [
        (index, stated)
        for index, stated in enumerate(statement.quantities)
        if not _text(posted, f"quantity_{index}_remove")
    ]
    return tuple(replace(stated, quantity=_quantity(stated.quantity, posted, index)) for index, stated in kept)


def _quantity(before: Quantity, posted: Posted, index: int) -> Quantity:
    prefix = f"quantity_{index}_"
    comparator = _chosen(Comparator, posted, prefix + "comparator")
    low, high = _fraction(posted, prefix + "low"), _fraction(posted, prefix + "high")
    if comparator is Comparator.RANGE and (low is None or high is None):
        raise MissingField("a range has two ends", where=prefix + "high", do="give both, or choose another comparator")
    unit, per, of = (_text(posted, prefix + name) for name in ("unit", "per", "of"))
    upper = high if comparator is Comparator.RANGE else None
    try:
        return replace(before, comparator=comparator, low=low, high=upper, unit=unit, per=per, of=of)
    except ValueError as reason:
        raise BadInput(str(reason), where=prefix + "low", do="correct the number") from reason


def _fraction(posted: Posted, name: str) -> Fraction | None:
    text = _text(posted, name).replace(",", "")
    try:
        return Fraction(text) if text else None
    except (ValueError, ZeroDivisionError) as reason:
        raise BadInput("not a number", where=name, do="write digits, with a point for decimals") from reason


def _text(posted: Posted, name: str) -> str:
    return posted.get(name, "").strip()
