"""Writing of extract: statements, readings, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tawthiq.record.collect.models import harm
from tawthiq.record.extract.decision import Decision, Status, check_decision, check_standing, status_from
from tawthiq.record.extract.doubts.echoes import echo_keys
from tawthiq.record.extract.encoded import EncodedStatement, Mould
from tawthiq.record.extract.models.rows import (
    decision_from,
    part_content,
    proposal_content,
    statement_called,
)
from tawthiq.record.extract.models.tables import (
    DecisionRow,
    EchoRow,
    ExtractedRow,
    PartRow,
    ProposalRow,
    StatementRow,
)
from tawthiq.record.extract.statement import Origin, Statement, to_json
from tawthiq.safe.access import Action
from tawthiq.safe.bulk import JsonText, insert_rows
from tawthiq.safe.versioned import record_versions
from tawthiq.safe.work import Work, writes
from tawthiq.terms.errors import Conflict
from tawthiq.terms.identity import Json, canonical, digest


@dataclass(frozen=True, slots=True)
class Reading:
    """Which extractor reads which item, for which publication date (empty when nobody knows)."""

    item_id: str
    extractor: str
    published_on: str

    @property
    def columns(self) -> dict[str, str]:
        """As a row keeps it."""
        return {"item_id": self.item_id, "extractor": self.extractor, "published_on": self.published_on}


@dataclass(frozen=True, slots=True)
class Answered:
    """What a model's answer came to. `rejects`: reason -> how many; `prompts`, `answers`: SHA-256 of each."""

    n_let_in: int
    rejects: Mapping[str, int]
    prompts: Sequence[str] = ()
    answers: Sequence[str] = ()


@writes(Action.STATEMENT_EXTRACT, Action.CASE_IMPORT)
def put_statements(work: Work, statements: Iterable[Statement]) -> int:
    """Keep statements that are not kept yet, each with a ledger line of its own; returns how many were new."""
    fresh = _not_kept({statement.id: statement for statement in statements})
    for statement in fresh:
        _insert(work, statement)
    _file(fresh)
    return len(fresh)


@writes(Action.STATEMENT_EXTRACT)
def put_part(work: Work, reading: Reading, number: int, statements: Iterable[Statement]) -> int:
    """Keep the statements of one part of a long text, on one ledger line, and that it was read; how many were new."""
    fresh = _not_kept({statement.id: statement for statement in statements})
    if fresh:
        contents = {statement.id: to_json(statement) for statement in fresh}
        seq = record_versions(work, contents, {key: digest(one) for key, one in contents.items()}, action="part.read")
        insert_rows(StatementRow, [_columns(one, JsonText(canonical(contents[one.id]).decode()), seq) for one in fresh])
        _file(fresh)
    row = PartRow(**reading.columns, number=number, n_statements=len(fresh))
    row.since = work.record(reading.item_id, part_content(row), action="item.part_extracted")
    row.save(force_insert=True)
    return len(fresh)


@writes(Action.STATEMENT_EXTRACT)
def put_proposal(work: Work, item_id: str, extractor: str, answered: Answered) -> None:
    """Note what a model proposed of an item and what the gate turned away."""
    row = ProposalRow(
        item_id=item_id,
        extractor=extractor,
        n_let_in=answered.n_let_in,
        rejects=dict(answered.rejects),
        prompts=list(answered.prompts),
        answers=list(answered.answers),
    )
    row.since = work.record(item_id, proposal_content(row), action="item.proposed")
    row.save(force_insert=True)


@writes(Action.CASE_IMPORT)
def put_row_statements(work: Work, mould: Mould, item_id: str, statements: Sequence[EncodedStatement]) -> int:
    """Keep statements of rows that are not kept yet; they share a ledger line. How many were new."""
    wanted = {one.id: one for one in statements}
    for kept in StatementRow.objects.filter(id__among=frozenset(wanted)).values_list("id", flat=True):
        del wanted[kept]
    if not wanted:
        return 0
    marks = {key: one.digest for key, one in wanted.items()}
    seq = record_versions(work, marks, marks, action="row.read")
    shared = {"item_id": item_id, "origin": mould.origin, "kind": mould.kind, "extractor": mould.extractor}
    insert_rows(
        StatementRow,
        [
            {"id": key, **shared, "start": one.row, "data": JsonText(one.text), "since": seq}
            for key, one in wanted.items()
        ],
    )
    return len(wanted)


@writes(Action.STATEMENT_EXTRACT, Action.CASE_IMPORT)
def put_outcome(work: Work, item_id: str, extractor: str, published_on: str, n_statements: int) -> None:
    """Note that the item has been read; a second note of the same reading is refused by the database."""
    detail: dict[str, Json] = {"extractor": extractor, "n_statements": n_statements}
    content = {"item": item_id, "published_on": published_on, **detail}
    seq = work.record(item_id, content, action="item.extracted", detail=detail)
    ExtractedRow.objects.create(
        item_id=item_id, extractor=extractor, published_on=published_on, n_statements=n_statements, since=seq
    )


@writes(Action.STATEMENT_DECIDE)
def put_decision(
    work: Work, decision: Decision, replacement: Statement | None = None, *, seen: int | None = None
) -> None:
    """Keep a person's decision, with the corrected statement of an edit.

    `seen`: how many decisions on it the person knew of. Raises MissingField, NotFound; Conflict where another decided
    meanwhile or a corrected version stands in its place; NotPermitted for a sealed item, whose words nobody sees.
    """
    statement = statement_called(decision.statement_id)
    harm.require_open(work, statement.item_id)
    check_decision(statement, decision)
    before = _decisions(statement.id)
    check_standing(statement, before, _standing(before), seen)
    if replacement is not None:
        if replacement.id != decision.replacement or replacement.supersedes != statement.id:
            raise Conflict("the replacement does not supersede this statement", where=statement.id)
        if not _not_kept({replacement.id: replacement}):
            raise Conflict("this version is kept already", where=replacement.id, do="open it, or change something else")
        _insert(work, replacement)
        _file([replacement])
    detail = {"verdict": decision.verdict.value, "replacement": decision.replacement}
    seq = work.record(decision.statement_id, decision.content(), detail=detail)
    DecisionRow.objects.create(
        statement_id=decision.statement_id,
        verdict=decision.verdict.value,
        by=decision.by,
        at=decision.at,
        ticked=list(decision.ticked),
        replacement=decision.replacement,
        reason=decision.reason,
        seconds=decision.seconds,
        since=seq,
    )


@writes(Action.STATEMENT_DECIDE)
def put_by_hand(work: Work, statement: Statement) -> None:
    """Keep a statement that a person added; it waits for a decision as every other.

    Raises Conflict where it is kept already or names another as its writer; NotPermitted for a sealed item.
    """
    harm.require_open(work, statement.item_id)
    if statement.written_by != work.actor.id:
        raise Conflict("who writes a statement signs it", where=statement.id, do="write it under your own account")
    if not _not_kept({statement.id: statement}):
        raise Conflict("this statement is kept already", where=statement.id, do="open it, or change something else")
    _insert(work, statement, action="statement.written")
    _file([statement])


def _decisions(statement_id: str) -> list[Decision]:
    return [decision_from(row) for row in DecisionRow.objects.filter(statement_id=statement_id).order_by("since")]


def _standing(before: Sequence[Decision]) -> Status:
    """Where the corrected version stands that came of the latest decision."""
    return status_from(_decisions(before[-1].replacement) if before and before[-1].replacement else [])


def _not_kept(statements: dict[str, Statement]) -> list[Statement]:
    kept = set(StatementRow.objects.filter(id__in=list(statements)).values_list("id", flat=True))
    return [statement for statement_id, statement in statements.items() if statement_id not in kept]


def _insert(work: Work, statement: Statement, action: str = "") -> None:
    data = to_json(statement)
    detail: dict[str, Json] = {"item": statement.item_id, "extractor": statement.extractor}
    seq = work.record(statement.id, data, action=action, detail=detail)
    StatementRow.objects.create(**_columns(statement, data, seq))


def _columns(statement: Statement, data: Json | JsonText, seq: int) -> dict[str, Any]:
    start = getattr(statement.span, "start", None)
    return {
        "id": statement.id,
        "item_id": statement.item_id,
        "origin": statement.origin.value,
        "kind": statement.kind.value,
        "start": start if start is not None else statement.span.row,  # type: ignore[union-attr]  # a CellSpan has a row
        "extractor": statement.extractor,
        "data": data,
        "since": seq,
    }


def _file(statements: Iterable[Statement]) -> None:
    """File the words under their keys, so that statements which say them again find each other."""
    pairs = [(key, one.id) for one in statements if one.origin is Origin.TEXT for key in echo_keys(one.quote)]
    insert_rows(EchoRow, [{"key": key, "statement_id": statement_id} for key, statement_id in pairs])
