"""Writing of link: each function makes one noun the current version of its thing, or leaves it as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from tawthiq.record.link.act import Act
from tawthiq.record.link.child import Child
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import rows
from tawthiq.record.link.models.tables import (
    ActRow,
    ChildRow,
    IncidentRow,
    Judged,
    SourceRow,
    SupportRow,
    ViolationRow,
)
from tawthiq.record.link.source import Source, Support, supports_content
from tawthiq.record.link.violation import Violation
from tawthiq.safe.access import Action
from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.versioned import Draft, Put, put_versions
from tawthiq.safe.work import Work, writes
from tawthiq.terms.identity import Json, Kind, digest, make_id

_CASE = (Action.CASE_WRITE, Action.CASE_IMPORT)


JUDGED = TypeVar("JUDGED", bound=Judged)
Stamp: TypeAlias = Callable[[JUDGED | None, int], dict[str, Any]]


@writes(*_CASE)
def put_incident(work: Work, incident: Incident) -> bool:
    """True when this made a new version."""
    return _put_incidents(work, [incident])[incident.id] is not Put.SAME


@writes(*_CASE)
def put_incidents(work: Work, incidents: Sequence[Incident]) -> dict[str, Put]:
    """What became of each, by id."""
    return _put_incidents(work, incidents)


def _put_incidents(work: Work, incidents: Sequence[Incident]) -> dict[str, Put]:
    def draft(noun: Incident) -> Draft[IncidentRow]:
        stamp = _stamp(work, noun.facts, _incident_facts)
        return Draft(noun.id, noun.content(), rows.incident_fields(noun), stamp)

    done = put_versions(work, IncidentRow, [draft(noun) for noun in incidents])
    work.touch(thing for thing, put in done.items() if put is not Put.SAME)
    return done


@writes(*_CASE)
def put_violation(work: Work, violation: Violation) -> bool:
    """True when this made a new version."""
    return _put_violations(work, [violation])[violation.id] is not Put.SAME


@writes(*_CASE)
def put_violations(work: Work, violations: Sequence[Violation]) -> dict[str, Put]:
    """What became of each, by id."""
    return _put_violations(work, violations)


def _put_violations(work: Work, violations: Sequence[Violation]) -> dict[str, Put]:
    def draft(noun: Violation) -> Draft[ViolationRow]:
        stamp = _stamp(work, noun.facts, _violation_facts)
        return Draft(noun.id, noun.content(), rows.violation_fields(noun), stamp)

    done = put_versions(work, ViolationRow, [draft(noun) for noun in violations])
    work.touch(_above(done, {noun.id: noun.incident_id for noun in violations}))
    return done


@writes(*_CASE)
def put_act(work: Work, act: Act) -> bool:
    """True when this made a new version."""
    return _put_acts(work, [act])[act.id] is not Put.SAME


@writes(*_CASE)
def put_acts(work: Work, acts: Sequence[Act]) -> dict[str, Put]:
    """What became of each, by id."""
    return _put_acts(work, acts)


def _put_acts(work: Work, acts: Sequence[Act]) -> dict[str, Put]:
    def draft(noun: Act) -> Draft[ActRow]:
        stamp = _stamp(work, noun.facts, _act_facts)
        return Draft(noun.id, noun.content(), rows.act_fields(noun), stamp)

    done = put_versions(work, ActRow, [draft(noun) for noun in acts])
    work.touch(_above(done, {noun.id: noun.violation_id for noun in acts}))
    return done


@writes(*_CASE)
def put_child(work: Work, child: Child) -> bool:
    """True when this made a new version."""
    return _put_children(work, [child])[child.id] is not Put.SAME


@writes(*_CASE)
def put_children(work: Work, children: Sequence[Child]) -> dict[str, Put]:
    """What became of each, by id."""
    return _put_children(work, children)


def _put_children(work: Work, children: Sequence[Child]) -> dict[str, Put]:
    drafts: list[Draft[ChildRow]] = [Draft(one.id, one.content(), rows.child_fields(one)) for one in children]
    return put_versions(work, ChildRow, drafts)


@writes(*_CASE)
def put_source(work: Work, source: Source) -> bool:
    """True when this made a new version. What a source derives from is added to, never lost by naming it again."""
    return _put_sources(work, [source])[source.id] is not Put.SAME


@writes(*_CASE)
def put_sources(work: Work, sources: Sequence[Source]) -> dict[str, Put]:
    """What became of each, by id."""
    return _put_sources(work, sources)


def _put_sources(work: Work, sources: Sequence[Source]) -> dict[str, Put]:
    told = {one.id: one for one in sources}
    for row in SourceRow.objects.filter(thing__in=list(told), until__isnull=True):
        told[row.thing] = rows.source_from(row).with_origins(told[row.thing].derives_from)
    drafts: list[Draft[SourceRow]] = [Draft(one.id, one.content(), rows.source_fields(one)) for one in told.values()]
    return put_versions(work, SourceRow, drafts)


@writes(*_CASE)
def put_support(work: Work, support: Support) -> bool:
    """True when the support is new."""
    return _put_supports(work, [support]) == 1


@writes(*_CASE)
def put_supports(work: Work, supports: Sequence[Support]) -> int:
    """How many are new; all of one call share a ledger line."""
    return _put_supports(work, supports)


def _put_supports(work: Work, supports: Sequence[Support]) -> int:
    fresh = _not_kept(supports)
    if fresh:
        content = supports_content(fresh)
        seq = work.record(make_id(Kind.BATCH, content), content, action="case.supported", detail={"n": len(fresh)})
        new = [
            {"subject_id": s.subject_id, "statement_id": s.statement_id, "source_id": s.source_id, "since": seq}
            for s in fresh
        ]
        insert_rows(SupportRow, new)
    return len(fresh)


def _not_kept(supports: Sequence[Support]) -> list[Support]:
    subjects = list({support.subject_id for support in supports})
    found = SupportRow.objects.filter(subject_id__among=frozenset(subjects))
    kept = {Support(*row) for row in found.values_list("subject_id", "statement_id", "source_id")}
    return [support for support in dict.fromkeys(supports) if support not in kept]


def _above(done: Mapping[str, Put], above: Mapping[str, str]) -> set[str]:
    """What stands above the things that are new or changed, and what changed itself: it may have stood elsewhere."""
    moved = {thing for thing, put in done.items() if put is Put.CHANGED}
    return moved | {above[thing] for thing, put in done.items() if put is not Put.SAME}


def _incident_facts(row: IncidentRow) -> Json:
    return rows.incident_from(row).facts()


def _violation_facts(row: ViolationRow) -> Json:
    return rows.violation_from(row).facts()


def _act_facts(row: ActRow) -> Json:
    return rows.act_from(row).facts()


def _stamp(work: Work, facts: Callable[[], Json], facts_of: Callable[[JUDGED], Json]) -> Stamp[JUDGED]:
    """Who first made a thing stays its creator in later versions, and facts keep their line until one changes."""

    def stamp(before: JUDGED | None, seq: int) -> dict[str, Any]:
        if before is None:
            return {"facts_since": seq, "created_by": work.actor.id, "written_by": work.actor.id}
        same = digest(facts_of(before)) == digest(facts())
        since = before.facts_since if same else seq
        return {"facts_since": since, "created_by": before.created_by, "written_by": work.actor.id}

    return stamp
