"""Signed cases: what a figure rests on in link, each version with the ledger line that signs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tawthiq.record.link.models import rows
from tawthiq.record.link.models.tables import ActRow, ChildRow, IncidentRow, SourceRow, SupportRow, ViolationRow
from tawthiq.record.link.source import Support, supports_content
from tawthiq.safe.access import Action
from tawthiq.safe.signed import Signed, signed_versions
from tawthiq.safe.versioned import BATCH_ROWS, Versioned, as_of
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.identity import Kind, make_id

ROW = TypeVar("ROW", bound=Versioned)


@reads(Action.CASE_READ)
def get_signed_cases(_reader: Reader, subject_ids: Sequence[str], size: int) -> list[Signed]:
    """Acts and violations of these ids, their incidents, merged children, supports and sources, as of a size."""
    acts = _rows(ActRow, [one for one in subject_ids if one.startswith(Kind.ACT)], size)
    own = [one for one in subject_ids if one.startswith(Kind.VIOLATION)]
    violations = _rows(ViolationRow, [*own, *(row.violation_id for row in acts)], size)
    incidents = _rows(IncidentRow, [row.incident_id for row in violations], size)
    supports = _supports([row.thing for row in (*acts, *violations)], size)
    sources = _rows(SourceRow, [one.source_id for one in supports], size)
    children = _merged([row.child_id for row in acts if row.child_id], size)
    return [
        *signed_versions("incident", IncidentRow, incidents, lambda row: rows.incident_from(row).content()),
        *signed_versions("violation", ViolationRow, violations, lambda row: rows.violation_from(row).content()),
        *signed_versions("act", ActRow, acts, lambda row: rows.act_from(row).content()),
        *signed_versions("child", ChildRow, children, lambda row: rows.child_from(row).content()),
        *signed_versions("source", SourceRow, sources, lambda row: rows.source_from(row).content()),
        *_support_batches({row.since for row in supports}),
    ]


@reads(Action.CASE_READ)
def get_supporting(_reader: Reader, subject_ids: Sequence[str], size: int) -> list[str]:
    """The statements behind these acts and their violations, as of a size."""
    acts = _rows(ActRow, [one for one in subject_ids if one.startswith(Kind.ACT)], size)
    things = [*subject_ids, *(row.violation_id for row in acts)]
    return sorted({row.statement_id for row in _supports(things, size)})


def _rows(model: type[ROW], things: Iterable[str], size: int) -> list[ROW]:
    wanted = sorted(set(things))
    found: list[ROW] = []
    for start in range(0, len(wanted), BATCH_ROWS):
        found += as_of(model._default_manager.filter(thing__in=wanted[start : start + BATCH_ROWS]), size).order_by(
            "thing"
        )
    return found


def _merged(children: Iterable[str], size: int) -> list[ChildRow]:
    """The rows that say which child a record was found to be, along the whole chain; no other child is shown."""
    found: dict[str, ChildRow] = {}
    while fresh := [row for row in _rows(ChildRow, children, size) if row.same_as and row.thing not in found]:
        found |= {row.thing: row for row in fresh}
        children = [row.same_as for row in fresh]
    return list(found.values())


def _supports(things: Iterable[str], size: int) -> list[SupportRow]:
    wanted = sorted(set(things))
    found: list[SupportRow] = []
    for start in range(0, len(wanted), BATCH_ROWS):
        rows_of = SupportRow.objects.filter(subject_id__in=wanted[start : start + BATCH_ROWS], since__lt=size)
        found += rows_of.order_by("since", "pk")
    return found


def _support_batches(seqs: Iterable[int]) -> list[Signed]:
    """Supports are signed together, line by line."""
    found = []
    for seq in sorted(seqs):
        batch = SupportRow.objects.filter(since=seq).values_list("subject_id", "statement_id", "source_id")
        content = supports_content(Support(*row) for row in batch)
        found.append(Signed("support", make_id(Kind.BATCH, content), seq, content))
    return found
