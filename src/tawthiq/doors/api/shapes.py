"""Shapes of the API's answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

from ninja import Schema
from pydantic import Field

ROW = TypeVar("ROW")


class Problem(Schema):
    """An error after RFC 9457. `code`: name of the error; `where`: id or field; `do`: what the caller can do."""

    title: str
    status: int
    code: str
    where: str = ""
    do: str = ""


class Page(Schema, Generic[ROW]):
    """A page of rows, newest first. `next`: give it back as `before` for the page after; null on the last one."""

    rows: list[ROW]
    next: int | str | None = Field(default=None, description="Give it back as it is; its form may change.")


class ItemOut(Schema):
    """An item."""

    id: str
    sha256: str
    n_bytes: int
    media_type: str
    kind: str
    state: str


class EventOut(Schema):
    """A line of the ledger about a thing."""

    seq: int
    at: datetime
    actor: str
    action: str
    digest: str


class ItemDetail(ItemOut):
    """An item with its custody; `intact`: its bytes were re-hashed for this answer."""

    intact: bool
    custody: list[EventOut]


class StatementOut(Schema):
    """A statement, as `tawthiq extract --json` prints it; of a sealed item `statement` says that, and no word of it."""

    id: str
    item_id: str
    status: str
    n_behind: int = Field(description="How many persons stand behind it; one alone cannot verify what rests on it.")
    statement: dict[str, Any]


class DecisionIn(Schema):
    """What a person says of a statement: `ticked`, each of the statement's `needs_tick` they looked at."""

    verdict: Literal["confirmed", "rejected"]
    ticked: list[Literal["party_implied", "denominator_missing"]] = []
    reason: str = Field("", max_length=500)


class ViolationOut(Schema):
    """A violation of an incident, with the ids of its acts."""

    id: str
    type: str
    attribution: str
    parties: list[str]
    acts: list[str]


class IncidentOut(Schema):
    """An incident."""

    id: str
    situation: str
    happened_on: str
    admin1: str
    place: str
    state: str


class IncidentDetail(IncidentOut):
    """An incident with its violations."""

    violations: list[ViolationOut]


class Rows(Schema, Generic[ROW]):
    """The newest rows."""

    rows: list[ROW]


class FigureOut(Schema):
    """A verified figure. `spec`: what was asked; `as_of_ledger_size`: the record it was counted over."""

    id: str
    kind: Literal["verified_figure"]
    value: int
    as_of_ledger_size: int
    spec: dict[str, Any]


class FigureDetail(Schema):
    """A verified figure, as `tawthiq figure show --json` prints it."""

    id: str
    kind: Literal["verified_figure"]
    figure: dict[str, Any]


class EstimateOut(Schema):
    """An estimate, with its table, seed, versions, outcomes, refusals."""

    id: str
    kind: Literal["estimate"]
    item_id: str
    estimate: dict[str, Any]


class ReleaseOut(Schema):
    """A frozen release."""

    id: str
    situation: str
    period: str
    frozen_at: datetime
    as_of_ledger_size: int
    manifest_sha256: str
    figures: list[str]
    policies: list[str]
