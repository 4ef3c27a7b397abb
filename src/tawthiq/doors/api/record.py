"""API of the record: items, statements, incidents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from tawthiq.doors.api.auth import reader_of
from tawthiq.doors.api.shapes import (
    DecisionIn,
    EventOut,
    IncidentDetail,
    IncidentOut,
    ItemDetail,
    ItemOut,
    Page,
    Problem,
    StatementOut,
    ViolationOut,
)
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import harm
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.printing import printed, withheld
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read as link
from tawthiq.record.link.violation import Violation
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work

router = Router()
PROBLEMS: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 422: Problem}
Limit = Annotated[int, Query(ge=1, le=200, description="Rows of a page.")]
Before = Annotated[int | None, Query(ge=0, le=2**62, description="Page on: `next` of the page before.")]
After = Annotated[
    str,
    Query(
        max_length=80,
        pattern=r"^([0-9]{1,18}\.[0-9]{1,18}\.[a-z]{3}_[a-z2-7]+)?$",
        description="Page on: `next` of the page before.",
    ),
]


@router.get("/items", response={200: Page[ItemOut], **PROBLEMS}, operation_id="list_items", tags=["record"])
def list_items(request: HttpRequest, limit: Limit = 50, before: Before = None) -> Page[ItemOut]:
    """Items, newest first."""
    found = collect.find_items(reader_of(request), limit=limit, before=before)
    return _page([(since, _item(item)) for since, item in found], limit)


@router.get("/items/{item_id}", response={200: ItemDetail, **PROBLEMS}, operation_id="get_item", tags=["record"])
def get_item(request: HttpRequest, item_id: str) -> ItemDetail:
    """One item, re-hashed now, with its custody."""
    reader = reader_of(request)
    item = collect.get_item(reader, item_id)
    custody = [
        EventOut(seq=event.seq, at=event.at, actor=event.actor, action=event.action, digest=event.digest)
        for event in collect.get_custody(reader, item_id)
    ]
    return ItemDetail(**_item(item).model_dump(), intact=reader.vault.check(item.sha256), custody=custody)


@router.get(
    "/statements", response={200: Page[StatementOut], **PROBLEMS}, operation_id="list_statements", tags=["record"]
)
def list_statements(request: HttpRequest, item: str = "", limit: Limit = 50, before: After = "") -> Page[StatementOut]:
    """Statements, newest first; of one item in the order of its text."""
    reader = reader_of(request)
    found = extract.find_statements(reader, item_id=item, limit=limit, after=before)
    shown = _statements(reader, [statement for _, statement in found])
    return _page([(place, row) for (place, _), row in zip(found, shown, strict=True)], limit)


@router.get(
    "/statements/{statement_id}",
    response={200: StatementOut, **PROBLEMS},
    operation_id="get_statement",
    tags=["record"],
)
def get_statement(request: HttpRequest, statement_id: str) -> StatementOut:
    """One statement with where it stands."""
    reader = reader_of(request)
    return _statements(reader, [extract.get_statement(reader, statement_id)])[0]


@router.post(
    "/statements/{statement_id}/decisions",
    response={200: StatementOut, 409: Problem, **PROBLEMS},
    operation_id="decide_statement",
    tags=["record"],
)
def decide_statement(request: HttpRequest, statement_id: str, said: DecisionIn) -> StatementOut:
    """Confirm that the text says it, or reject it; what is implied or missing needs its tick, as at the desk."""
    reader = reader_of(request)
    with Work(reader.actor, Action.STATEMENT_DECIDE, thing=statement_id) as work:
        verdict = Verdict(said.verdict)
        decision = Decision(statement_id, verdict, work.actor.id, work.at, tuple(said.ticked), reason=said.reason)
        extract.put_decision(work, decision)
    return get_statement(request, statement_id)


@router.get("/incidents", response={200: Page[IncidentOut], **PROBLEMS}, operation_id="list_incidents", tags=["record"])
def list_incidents(
    request: HttpRequest, situation: str = "", limit: Limit = 50, before: Before = None
) -> Page[IncidentOut]:
    """Incidents, newest first."""
    found = link.find_incidents(reader_of(request), situation=situation, limit=limit, before=before)
    return _page([(since, _incident(incident)) for since, incident in found], limit)


@router.get(
    "/incidents/{incident_id}", response={200: IncidentDetail, **PROBLEMS}, operation_id="get_incident", tags=["record"]
)
def get_incident(request: HttpRequest, incident_id: str) -> IncidentDetail:
    """One incident with its violations."""
    reader = reader_of(request)
    incident = link.get_incident(reader, incident_id)
    violations = [_violation(reader, violation) for violation in link.get_violations(reader, incident_id)]
    return IncidentDetail(**_incident(incident).model_dump(), violations=violations)


def _page(rows: Sequence[tuple[int | str, Any]], limit: int) -> Page[Any]:
    return Page(rows=[row for _, row in rows], next=rows[-1][0] if len(rows) == limit else None)


def _item(item: Item) -> ItemOut:
    return ItemOut(
        id=item.id,
        sha256=item.sha256,
        n_bytes=item.n_bytes,
        media_type=item.media_type,
        kind=item.kind.value,
        state=item.state.value,
    )


def _statements(reader: Reader, statements: list[Statement]) -> list[StatementOut]:
    ids = [statement.id for statement in statements]
    status, behind = extract.get_status(reader, ids), extract.get_people_behind(reader, ids)
    closed = harm.get_closed(reader, {one.item_id for one in statements})
    return [
        StatementOut(
            id=one.id,
            item_id=one.item_id,
            status=status[one.id].value,
            n_behind=len(behind.get(one.id, ())),
            statement=withheld(one) if one.item_id in closed else printed(one),
        )
        for one in statements
    ]


def _incident(incident: Incident) -> IncidentOut:
    return IncidentOut(
        id=incident.id,
        situation=incident.situation,
        happened_on=incident.happened_on.text if incident.happened_on else "",
        admin1=incident.admin1,
        place=incident.place,
        state=incident.state.value,
    )


def _violation(reader: Reader, violation: Violation) -> ViolationOut:
    return ViolationOut(
        id=violation.id,
        type=violation.type,
        attribution=violation.attribution.how.value,
        parties=list(violation.attribution.parties),
        acts=[act.id for act in link.get_acts(reader, violation.id)],
    )
