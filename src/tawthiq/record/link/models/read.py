"""Reading of link; `size` asks for the record as it was when the ledger had so many lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from django.db.models import Count

from tawthiq.record.link.act import Act
from tawthiq.record.link.child import Child
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import rows
from tawthiq.record.link.models.beside import recorded as recorded_beside
from tawthiq.record.link.models.tables import (
    ActRow,
    ChildRow,
    IncidentRow,
    SourceRow,
    SupportRow,
    ViolationRow,
)
from tawthiq.record.link.source import Source, Support, supports_content
from tawthiq.record.link.tally import Mismatch, mismatches
from tawthiq.record.link.violation import Violation
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import Versioned, as_of, current_row, recorded_versions
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.identity import Json, Kind, digest, make_id
from tawthiq.terms.when import When


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a thing: its digest, the ledger line that made it and the one at which its facts last changed,

    who first made the thing.
    """

    thing: str
    digest: str
    since: int
    created_by: str
    facts_since: int = -1


@dataclass(frozen=True, slots=True)
class Current:
    """Things of the record by id."""

    incidents: dict[str, Incident]
    violations: dict[str, Violation]
    children: dict[str, Child]
    acts: dict[str, Act]


ROW = TypeVar("ROW", bound=Versioned)


@reads(Action.CASE_READ)
def get_incident(_reader: Reader, incident_id: str) -> Incident:
    """The current version; raises NotFound."""
    return rows.incident_from(current_row(IncidentRow, incident_id))


@reads(Action.CASE_READ)
def find_incidents(
    _reader: Reader, *, situation: str = "", limit: int = 50, before: int | None = None
) -> list[tuple[int, Incident]]:
    """(number of its version, incident), newest first; `before`: such a number, pages on.

    The ledger line would not do: all incidents of one batch share it, so that a page would leave some out.
    """
    found = as_of(IncidentRow.objects.all()).order_by("-id")
    if situation:
        found = found.filter(situation=situation)
    if before is not None:
        found = found.filter(id__lt=before)
    return [(row.pk, rows.incident_from(row)) for row in found[:limit]]


@reads(Action.CASE_READ)
def get_violation(_reader: Reader, violation_id: str) -> Violation:
    """The current version; raises NotFound."""
    return rows.violation_from(current_row(ViolationRow, violation_id))


@reads(Action.CASE_READ)
def get_violations(_reader: Reader, incident_id: str) -> list[Violation]:
    """The violations of an incident."""
    found = as_of(ViolationRow.objects.filter(incident_id=incident_id)).order_by("type", "thing")
    return [rows.violation_from(row) for row in found]


@reads(Action.CASE_READ)
def get_act(_reader: Reader, act_id: str) -> Act:
    """The current version; raises NotFound."""
    return rows.act_from(current_row(ActRow, act_id))


@reads(Action.CASE_READ)
def get_acts(_reader: Reader, violation_id: str) -> list[Act]:
    """The acts of a violation."""
    return [rows.act_from(row) for row in as_of(ActRow.objects.filter(violation_id=violation_id)).order_by("thing")]


@reads(Action.CASE_READ)
def get_acts_of(_reader: Reader, violation_ids: Sequence[str]) -> list[Act]:
    """The acts of many violations."""
    return [rows.act_from(row) for row in _rows(ActRow, violation_ids, "violation_id")]


@reads(Action.CASE_READ)
def find_mismatches(_reader: Reader, incident_id: str) -> list[Mismatch]:
    """The tallies somebody entered that the acts of an incident contradict."""
    found: list[Mismatch] = []
    for row in as_of(ViolationRow.objects.filter(incident_id=incident_id)).order_by("type", "thing"):
        acts = as_of(ActRow.objects.filter(violation_id=row.thing))
        found += mismatches(rows.violation_from(row), [rows.act_from(act) for act in acts])
    return found


@reads(Action.CASE_READ)
def get_acts_of_child(_reader: Reader, child_id: str) -> list[Act]:
    """The acts against one child, in all incidents."""
    return [rows.act_from(row) for row in as_of(ActRow.objects.filter(child_id=child_id)).order_by("thing")]


@reads(Action.CASE_READ)
def get_child(_reader: Reader, child_id: str) -> Child:
    """The current version; raises NotFound."""
    return rows.child_from(current_row(ChildRow, child_id))


@reads(Action.CASE_READ)
def find_shared_keys(_reader: Reader) -> list[str]:
    """The keys of registers that stand on more than one unmerged child; who was parted by a person is left alone."""
    parted = ChildRow.objects.filter(until__isnull=False).exclude(same_as="").values("thing")
    alone = as_of(ChildRow.objects.filter(same_as="").exclude(key="").exclude(thing__in=parted)).values("key")
    return list(alone.annotate(n=Count("id")).filter(n__gt=1).order_by("key").values_list("key", flat=True))


@reads(Action.CASE_READ)
def get_children_of_key(_reader: Reader, key: str) -> list[Child]:
    """The unmerged children of a key, first recorded first."""
    return [rows.child_from(row) for row in as_of(ChildRow.objects.filter(key=key, same_as="")).order_by("since", "id")]


@reads(Action.CASE_READ)
def has_child(_reader: Reader, child_id: str) -> bool:
    """Whether the child is in the record."""
    return ChildRow.objects.filter(thing=child_id, until__isnull=True).exists()


@reads(Action.CASE_READ)
def get_version(_reader: Reader, thing: str) -> Version:
    """Which version of an incident, violation or act is current; raises NotFound."""
    row = _current(thing)
    return Version(row.thing, row.digest, row.since, row.created_by, row.facts_since)


@reads(Action.CASE_READ)
def find_by_key(_reader: Reader, kind: str, keys: Iterable[str]) -> dict[str, str]:
    """key -> thing for the keys of a register; `kind`: incident, violation, act, child."""
    tables: dict[str, type[IncidentRow] | type[ViolationRow] | type[ActRow] | type[ChildRow]] = {
        "incident": IncidentRow,
        "violation": ViolationRow,
        "act": ActRow,
        "child": ChildRow,
    }
    found = tables[kind].objects.filter(key__in=list(keys), until__isnull=True)
    return dict(found.values_list("key", "thing"))


@reads(Action.CASE_READ)
def get_current(
    _reader: Reader,
    *,
    incidents: Sequence[str],
    violations: Sequence[str],
    children: Sequence[str],
    acts: Sequence[str],
) -> Current:
    """The things of these ids that are in the record, as they are now."""
    return Current(
        {row.thing: rows.incident_from(row) for row in _rows(IncidentRow, incidents)},
        {row.thing: rows.violation_from(row) for row in _rows(ViolationRow, violations)},
        {row.thing: rows.child_from(row) for row in _rows(ChildRow, children)},
        {row.thing: rows.act_from(row) for row in _rows(ActRow, acts)},
    )


@reads(Action.CASE_READ)
def get_times(_reader: Reader, incident_ids: Sequence[str], but: Set[str]) -> dict[str, list[When]]:
    """The times of what each incident holds, but for these violations and acts."""
    found: dict[str, list[When]] = {}
    incident_of: dict[str, str] = {}
    for violation in _rows(ViolationRow, incident_ids, "incident_id"):
        incident_of[violation.thing] = violation.incident_id
        _add_time(found, violation.incident_id, violation, but)
    for act in _rows(ActRow, list(incident_of), "violation_id"):
        _add_time(found, incident_of[act.violation_id], act, but)
    return found


def _add_time(found: dict[str, list[When]], incident_id: str, row: ViolationRow | ActRow, but: Set[str]) -> None:
    when = rows.when_from(row.happened_on)
    if when is not None and row.thing not in but:
        found.setdefault(incident_id, []).append(when)


def _rows(model: type[ROW], values: Sequence[str], column: str = "thing") -> Iterator[ROW]:
    if values:
        yield from model._default_manager.filter(**{f"{column}__among": frozenset(values), "until__isnull": True})


@reads(Action.CASE_READ)
def get_support(_reader: Reader, subject_ids: Iterable[str]) -> list[Support]:
    """What supports these violations and acts."""
    found = SupportRow.objects.filter(subject_id__in=list(subject_ids)).order_by("since")
    return [Support(row.subject_id, row.statement_id, row.source_id) for row in found]


@reads(Action.CASE_READ)
def get_sources(_reader: Reader, source_ids: Iterable[str] | None = None) -> dict[str, Source]:
    """Sources by id; all of them when no ids are given."""
    found = as_of(SourceRow.objects.all())
    if source_ids is not None:
        found = found.filter(thing__in=list(source_ids))
    return {row.thing: rows.source_from(row) for row in found}


def _current(thing: str) -> IncidentRow | ViolationRow | ActRow:
    if thing.startswith("inc"):
        return current_row(IncidentRow, thing)
    return current_row(ViolationRow, thing) if thing.startswith("vio") else current_row(ActRow, thing)


_TABLES: tuple[tuple[type[Any], Callable[[Any], Json]], ...] = (
    (IncidentRow, lambda row: rows.incident_from(row).content()),
    (ViolationRow, lambda row: rows.violation_from(row).content()),
    (ActRow, lambda row: rows.act_from(row).content()),
    (ChildRow, lambda row: rows.child_from(row).content()),
    (SourceRow, lambda row: rows.source_from(row).content()),
)


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for model, content_of in _TABLES:
        found = model.objects.order_by("since").iterator()
        yield from recorded_versions((row.since, row.thing, digest(content_of(row))) for row in found)
    together = groupby(SupportRow.objects.order_by("since").iterator(), key=lambda row: row.since)
    for since, supports in together:
        nouns = (Support(row.subject_id, row.statement_id, row.source_id) for row in supports)
        content = supports_content(nouns)
        yield since, make_id(Kind.BATCH, content), digest(content)
    yield from recorded_beside()
