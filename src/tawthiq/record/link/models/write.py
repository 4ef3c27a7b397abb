"""Writing of link: each function makes one noun the current version of its thing, or leaves it as it is."""

from __future__ import annotations

from typing import Any

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
from tawthiq.record.link.source import Source, Support
from tawthiq.record.link.violation import Violation
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import put_version
from tawthiq.safe.work import Work, writes

_CASE = (Action.CASE_WRITE, Action.CASE_IMPORT)


@writes(*_CASE)
def put_incident(work: Work, incident: Incident) -> bool:
    """True when this made a new version."""
    fields = rows.incident_fields(incident) | _maker(work, IncidentRow, incident.id)
    return put_version(work, IncidentRow, incident.id, incident.content(), fields)


@writes(*_CASE)
def put_violation(work: Work, violation: Violation) -> bool:
    """True when this made a new version."""
    fields = rows.violation_fields(violation) | _maker(work, ViolationRow, violation.id)
    return put_version(work, ViolationRow, violation.id, violation.content(), fields)


@writes(*_CASE)
def put_act(work: Work, act: Act) -> bool:
    """True when this made a new version."""
    fields = rows.act_fields(act) | _maker(work, ActRow, act.id)
    return put_version(work, ActRow, act.id, act.content(), fields)


@writes(*_CASE)
def put_child(work: Work, child: Child) -> bool:
    """True when this made a new version."""
    return put_version(work, ChildRow, child.id, child.content(), rows.child_fields(child))


@writes(*_CASE)
def put_source(work: Work, source: Source) -> bool:
    """True when this made a new version."""
    return put_version(work, SourceRow, source.id, source.content(), rows.source_fields(source))


@writes(*_CASE)
def put_support(work: Work, support: Support) -> bool:
    """True when the support is new."""
    same = {"subject_id": support.subject_id, "statement_id": support.statement_id, "source_id": support.source_id}
    if SupportRow.objects.filter(**same).exists():
        return False
    seq = work.record(support.subject_id, support.content(), action="case.supported")
    SupportRow.objects.create(since=seq, **same)
    return True


def _maker(work: Work, model: type[IncidentRow] | type[ViolationRow] | type[ActRow], thing: str) -> dict[str, Any]:
    """The creator of a thing stays the creator of its later versions too: four eyes look at the creator."""
    first = model.objects.filter(thing=thing).order_by("since").first()
    return {"created_by": first.created_by if first else work.actor.id}
