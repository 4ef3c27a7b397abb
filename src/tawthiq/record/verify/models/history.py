"""History: who touched counted things between two sizes of the ledger, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from tawthiq.record.link.models.tables import ActRow, ChildRow, IncidentRow, ViolationRow
from tawthiq.record.verify.models.tables import AssessmentRow
from tawthiq.record.verify.touch import Deed, FieldChange, Touch
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import BATCH_ROWS, Versioned
from tawthiq.safe.work import Reader, reads

_ACT = ("violation_id", "child_id", "n_children", "n_boys", "n_girls", "n_sex_unknown", "sex", "age_min", "age_max",
        "armed", "roles", "recruited_or_used", "happened_on", "released_on")  # fmt: skip
CODED: Mapping[type[Versioned], tuple[str, ...]] = {
    ActRow: _ACT,
    ViolationRow: ("incident_id", "type", "how", "parties", "happened_on"),
    IncidentRow: ("situation", "happened_on", "admin1"),
    ChildRow: ("sex", "same_as"),
}
"""Fields that figures are made of; accounts and keys are not among them."""

Owners: TypeAlias = "dict[str, set[str]]"


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of the ledger from `first` up to, without, `end`."""

    first: int
    end: int


@dataclass(slots=True)
class _Above:
    """What stands above each subject: thing -> the subjects below it."""

    violations: Owners = field(default_factory=dict)
    incidents: Owners = field(default_factory=dict)
    children: Owners = field(default_factory=dict)


@reads(Action.ASSESSMENT_READ)
def touches(_reader: Reader, subject_ids: Sequence[str], span: Span) -> dict[str, list[Touch]]:
    """Everything done to these acts, or violations counted in incidents, and to what they belong to, oldest first."""
    found: dict[str, list[Touch]] = {subject: [] for subject in subject_ids}
    above = _above(subject_ids)
    rows = [*_decisions(subject_ids, span), *_versions(ActRow, {one: {one} for one in subject_ids}, span)]
    rows += _versions(ViolationRow, above.violations, span)
    rows += _versions(IncidentRow, above.incidents, span)
    rows += _versions(ChildRow, above.children, span)
    for touch in sorted(rows, key=lambda one: one.seq):
        found[touch.subject_id].append(touch)
    return found


def _above(subject_ids: Sequence[str]) -> _Above:
    above = _Above()
    for subject in subject_ids:
        above.violations.setdefault(subject, set()).add(subject)
    for act in _of(ActRow, subject_ids):
        above.violations.setdefault(act.violation_id, set()).add(act.thing)
        if act.child_id:
            above.children.setdefault(act.child_id, set()).add(act.thing)
    for row in _of(ViolationRow, list(above.violations)):
        above.incidents.setdefault(row.incident_id, set()).update(above.violations[row.thing])
    return above


def _decisions(subject_ids: Sequence[str], span: Span) -> Iterator[Touch]:
    for row in _of(AssessmentRow, subject_ids, span):
        yield Touch(row.thing, row.since, row.thing, Deed.ASSESSED, row.by, row.at, (), row.occurrence, row.stage,
                    row.policy, row.body, row.decided_on, row.reasons)  # fmt: skip


def _versions(model: type[ActRow | ViolationRow | IncidentRow | ChildRow], owners: Owners, span: Span) -> list[Touch]:
    rows = list(_of(model, list(owners), span))
    before = {(row.thing, row.until): row for row in _of(model, [row.thing for row in rows])}
    lines = ledger.lines_at(sorted({row.since for row in rows}))
    made: list[Touch] = []
    for row in rows:
        changes = _changes(before.get((row.thing, row.since)), row)
        if changes is not None:
            line = lines[row.since]
            made += [_touch(row, subject, changes, line.actor, line.at) for subject in sorted(owners[row.thing])]
    return made


def _touch(row: Versioned, subject: str, changes: tuple[FieldChange, ...], by: str, at: datetime) -> Touch:
    merged = any(one.field == "same_as" for one in changes)
    deed = Deed.MERGED if merged else Deed.CORRECTED if changes else Deed.RECORDED
    return Touch(subject, row.since, row.thing, deed, by, at, changes)


def _changes(before: Versioned | None, row: Versioned) -> tuple[FieldChange, ...] | None:
    """Coded fields that differ; empty for a first version, None for one that changed no coded field."""
    if before is None:
        return ()
    pairs = [(name, _text(before, name), _text(row, name)) for name in CODED[type(row)]]
    return tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2]) or None


def _text(row: Versioned, name: str) -> str:
    value = getattr(row, name)
    return "" if value is None else str(value)


def _of(model: type, things: Iterable[str], span: Span | None = None) -> Iterator:  # type: ignore[type-arg]  # rows of the model given
    wanted = list(things)
    for start in range(0, len(wanted), BATCH_ROWS):
        rows = model.objects.filter(thing__in=wanted[start : start + BATCH_ROWS])  # type: ignore[attr-defined]  # a Django model
        if span is not None:
            rows = rows.filter(since__gte=span.first, since__lt=span.end)
        yield from rows.order_by("since")
