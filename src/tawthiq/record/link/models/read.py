"""Reading of link; `size` asks for the record as it was when the ledger had so many lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tawthiq.record.link.act import Act
from tawthiq.record.link.child import Child
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import rows
from tawthiq.record.link.models.tables import (
    ActRow,
    ChildRow,
    IncidentRow,
    SourceRow,
    SupportRow,
    ViolationRow,
)
from tawthiq.record.link.source import Source, Support, supports_content
from tawthiq.record.link.violation import Violation
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import as_of, current_row
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.identity import Kind, digest, make_id


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


@reads(Action.CASE_READ)
def get_incident(_reader: Reader, incident_id: str) -> Incident:
    """The current version; raises NotFound."""
    return rows.incident_from(current_row(IncidentRow, incident_id))


@reads(Action.CASE_READ)
def find_incidents(
    _reader: Reader, *, situation: str = "", limit: int = 50, before: int | None = None
) -> list[tuple[int, Incident]]:
    """(ledger seq, incident), newest first; `before` pages on."""
    found = as_of(IncidentRow.objects.all()).order_by("-since")
    if situation:
        found = found.filter(situation=situation)
    if before is not None:
        found = found.filter(since__lt=before)
    return [(row.since, rows.incident_from(row)) for row in found[:limit]]


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
def get_acts_of_child(_reader: Reader, child_id: str) -> list[Act]:
    """The acts against one child, in all incidents."""
    return [rows.act_from(row) for row in as_of(ActRow.objects.filter(child_id=child_id)).order_by("thing")]


@reads(Action.CASE_READ)
def get_child(_reader: Reader, child_id: str) -> Child:
    """The current version; raises NotFound."""
    return rows.child_from(current_row(ChildRow, child_id))


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


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for incident in IncidentRow.objects.iterator():
        yield incident.since, incident.thing, digest(rows.incident_from(incident).content())
    for violation in ViolationRow.objects.iterator():
        yield violation.since, violation.thing, digest(rows.violation_from(violation).content())
    for act in ActRow.objects.iterator():
        yield act.since, act.thing, digest(rows.act_from(act).content())
    for child in ChildRow.objects.iterator():
        yield child.since, child.thing, digest(rows.child_from(child).content())
    for source in SourceRow.objects.iterator():
        yield source.since, source.thing, digest(rows.source_from(source).content())
    together = groupby(SupportRow.objects.order_by("since").iterator(), key=lambda row: row.since)
    for since, supports in together:
        nouns = (Support(row.subject_id, row.statement_id, row.source_id) for row in supports)
        content = supports_content(nouns)
        yield since, make_id(Kind.BATCH, content), digest(content)
