"""Correction: a statement as a person has it, read from the fields of a form; its words stay those of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawthiq.doors.desk.correction_numbers import RULE, quantities_from
from tawthiq.doors.desk.correction_sources import chain_from
from tawthiq.doors.desk.typed import Posted, chosen, place_in, text_of
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
from tawthiq.terms.errors import BadInput
from tawthiq.terms.unknown import Unknown
from tawthiq.terms.when import parse_when

NO_VIOLATION = "unspecified"


def corrected(statement: Statement, posted: Posted, violations: Sequence[str]) -> Statement:
    """The statement as the person left it, superseding the version before; raises BadInput naming the field."""
    fresh = added(statement, posted, violations)
    if fresh == statement:
        raise BadInput("nothing was changed", where=statement.id, do="change a field, or accept the statement")
    return replace(fresh, supersedes=statement.id)


def added(statement: Statement, posted: Posted, violations: Sequence[str]) -> Statement:
    """The statement as the form has it; raises BadInput naming the field.

    `posted`: `kind`, `factuality`, `act_period`, `act_basis`, and `source_0_name`, `party_0_name`, `place_0_name`,
    `quantity_0_low`, ... for each of the statement's, with one row more of each.
    """
    return replace(
        statement,
        kind=chosen(StatementKind, posted, "kind"),
        factuality=chosen(Factuality, posted, "factuality"),
        chain=chain_from(statement, posted),
        violations=_violations(statement, violations),
        parties=_parties(statement, posted),
        places=_places(statement, posted),
        act_period=_act_period(statement, posted),
        quantities=_of_parties(statement, posted, quantities_from(statement, posted)),
    )


def _violations(statement: Statement, codes: Sequence[str]) -> tuple[ViolationRef, ...]:
    for code in codes:
        if code != NO_VIOLATION:
            vocabulary.load("violation").term(code, where="violations")
    return (*(ref for ref in statement.violations if ref.code in codes), *_added(statement, codes))


def _added(statement: Statement, codes: Sequence[str]) -> Iterator[ViolationRef]:
    told = {ref.code for ref in statement.violations}
    return (ViolationRef(code) for code in codes if code not in told)


def _parties(statement: Statement, posted: Posted) -> tuple[PartyRef, ...]:
    found = []
    for index in range(len(statement.parties) + 1):
        name, code = text_of(posted, f"party_{index}_name"), text_of(posted, f"party_{index}_code")
        if not name:
            continue
        if code:
            vocabulary.load("party").term(code, where=f"party_{index}_code")
        basis = chosen(Basis, posted, f"party_{index}_basis")
        before = statement.parties[index] if index < len(statement.parties) else PartyRef("", basis)
        mention = before.mention if before.name == name else place_in(statement, name)
        found.append(replace(before, name=name, code=code, basis=basis, mention=mention))
    return tuple(found)


def _of_parties(
    statement: Statement, posted: Posted, quantities: Sequence[StatedQuantity]
) -> tuple[StatedQuantity, ...]:
    """Each number with its party where that still stands, wherever it stands now."""
    left = [index for index in range(len(statement.parties)) if text_of(posted, f"party_{index}_name")]
    return tuple(replace(one, party=left.index(one.party) if one.party in left else None) for one in quantities)


def _places(statement: Statement, posted: Posted) -> tuple[PlaceRef, ...]:
    found = []
    for index in range(len(statement.places) + 1):
        name = text_of(posted, f"place_{index}_name")
        if not name:
            continue
        basis = chosen(Basis, posted, f"place_{index}_basis")
        before = statement.places[index] if index < len(statement.places) else PlaceRef("", basis)
        if before.name != name:
            before = PlaceRef(name, basis, mention=place_in(statement, name))
        found.append(replace(before, basis=basis))
    return tuple(found)


def _act_period(statement: Statement, posted: Posted) -> StatedTime | Unknown:
    text = text_of(posted, "act_period")
    before = statement.act_period
    if not text:
        return before if isinstance(before, Unknown) else NOT_STATED
    when, basis = parse_when(text, where="act_period"), chosen(Basis, posted, "act_basis")
    if isinstance(before, StatedTime):
        return replace(before, when=when, basis=basis, rule=before.rule if when == before.when else RULE)
    return StatedTime(when, basis, RULE)
