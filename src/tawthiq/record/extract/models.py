"""Tables of extract, with the only queries on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db import models

from tawthiq.record.extract.decision import Decision, Status, Verdict, check_decision, people_behind, status_from
from tawthiq.record.extract.encoded import EncodedStatement, Mould
from tawthiq.record.extract.statement import Statement, from_json, to_json
from tawthiq.safe.access import Action
from tawthiq.safe.bulk import JsonText, insert_rows
from tawthiq.safe.signed import Signed
from tawthiq.safe.versioned import record_versions, recorded_versions
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.cursor import Cursor, cursor_from
from tawthiq.terms.errors import Conflict, NotFound
from tawthiq.terms.identity import Json, digest


class StatementRow(models.Model):
    """A statement as it was extracted, or as a person corrected it; never changed."""

    id = models.CharField(max_length=30, primary_key=True)
    item_id = models.CharField(max_length=30, db_index=True)
    origin = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField(default=0)
    extractor = models.CharField(max_length=60)
    data = models.JSONField()
    since = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "extract_statement"


class DecisionRow(models.Model):
    """What a person said of a statement; append-only."""

    statement_id = models.CharField(max_length=30, db_index=True)
    verdict = models.CharField(max_length=10)
    by = models.CharField(max_length=30)
    at = models.DateTimeField()
    ticked = models.JSONField(default=list)
    replacement = models.CharField(max_length=30, blank=True, db_index=True)
    reason = models.TextField(blank=True)
    seconds = models.PositiveIntegerField(default=0)
    since = models.BigIntegerField()

    class Meta:
        db_table = "extract_decision"


class ExtractedRow(models.Model):
    """That an extractor of some version has read an item (for some publication date): nothing is read twice."""

    item_id = models.CharField(max_length=30)
    extractor = models.CharField(max_length=60)
    published_on = models.CharField(max_length=40, blank=True)
    n_statements = models.PositiveIntegerField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "extract_outcome"
        unique_together = (("item_id", "extractor", "published_on"),)


@writes(Action.STATEMENT_EXTRACT, Action.CASE_IMPORT)
def put_statements(work: Work, statements: Iterable[Statement]) -> int:
    """Keep statements that are not kept yet; returns how many were new."""
    fresh = _not_kept({statement.id: statement for statement in statements})
    for statement in fresh:
        _insert(work, statement)
    return len(fresh)


@writes(Action.CASE_IMPORT)
def put_row_statements(work: Work, mould: Mould, item_id: str, statements: Sequence[EncodedStatement]) -> int:
    """Keep statements of rows that are not kept yet; they share a ledger line. How many were new."""
    wanted = {one.id: one for one in statements}
    for kept in StatementRow.objects.filter(id__among=list(wanted)).values_list("id", flat=True):
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
def put_decision(work: Work, decision: Decision, replacement: Statement | None = None) -> None:
    """Keep a person's decision, with the corrected statement of an edit. Raises MissingField, Conflict, NotFound."""
    statement = _statement(decision.statement_id)
    check_decision(statement, decision)
    if replacement is not None:
        if replacement.id != decision.replacement or replacement.supersedes != statement.id:
            raise Conflict("the replacement does not supersede this statement", where=statement.id)
        _insert(work, replacement)
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


@reads(Action.STATEMENT_READ)
def get_statement(_reader: Reader, statement_id: str) -> Statement:
    """A statement by id; raises NotFound."""
    return _statement(statement_id)


@reads(Action.STATEMENT_READ)
def get_statements(_reader: Reader, statement_ids: Iterable[str]) -> list[Statement]:
    """The statements of these ids, in the order of the text."""
    rows = StatementRow.objects.filter(id__in=list(statement_ids)).order_by("item_id", "start", "since")
    return [_from_row(row) for row in rows]


@reads(Action.STATEMENT_READ)
def find_statements(
    _reader: Reader, *, item_id: str = "", kind: str = "", limit: int = 500, after: str = ""
) -> list[tuple[str, Statement]]:
    """(its place in the list, statement): of one item in the order of its text, else newest first.

    `after`: such a place, pages on. The ledger line alone would not do: all rows of one sheet share it. Raises
    BadInput for an `after` of another form.
    """
    order = ("start", "since", "id") if item_id else ("-since", "-start", "-id")
    wanted = {name: value for name, value in (("item_id", item_id), ("kind", kind)) if value}
    rows = StatementRow.objects.filter(**wanted).order_by(*order)
    if (end := cursor_from(after, 2)) is not None:
        rows = rows.filter(_behind(order, (*end.numbers, end.id)))
    return [(_place(row, order), _from_row(row)) for row in rows[:limit]]


@reads(Action.STATEMENT_READ)
def get_decisions(_reader: Reader, statement_ids: Iterable[str]) -> dict[str, list[Decision]]:
    """Every decision on these statements, oldest first."""
    found: dict[str, list[Decision]] = {}
    for row in DecisionRow.objects.filter(statement_id__in=list(statement_ids)).order_by("since"):
        found.setdefault(row.statement_id, []).append(_decision_from(row))
    return found


@reads(Action.STATEMENT_READ)
def get_status(_reader: Reader, statement_ids: Iterable[str]) -> dict[str, Status]:
    """Where each statement stands."""
    ids = list(statement_ids)
    decisions = get_decisions(_reader, ids)
    return {statement_id: status_from(decisions.get(statement_id, [])) for statement_id in ids}


@reads(Action.STATEMENT_READ)
def get_people_behind(_reader: Reader, statement_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Who stands behind each statement that somebody decided on: those who confirmed it, and who wrote it by hand."""
    ids = list(statement_ids)
    written = DecisionRow.objects.filter(replacement__in=ids).order_by("since")
    writers = dict(written.values_list("replacement", "by"))
    decisions = get_decisions(_reader, ids)
    decided = dict.fromkeys([*decisions, *writers])
    return {one: people_behind(decisions.get(one, ()), writers.get(one, "")) for one in decided}


@reads(Action.STATEMENT_READ)
def find_undecided(_reader: Reader, *, limit: int = 50) -> list[Statement]:
    """Statements of text that nobody has decided on, oldest first."""
    decided = DecisionRow.objects.values("statement_id")
    rows = StatementRow.objects.filter(origin="text").exclude(id__in=decided).order_by("since", "start")
    return [_from_row(row) for row in rows[:limit]]


@reads(Action.STATEMENT_READ)
def count_undecided(_reader: Reader) -> int:
    """How many statements of text nobody has decided on."""
    return StatementRow.objects.filter(origin="text").exclude(id__in=DecisionRow.objects.values("statement_id")).count()


@reads(Action.STATEMENT_READ)
def was_extracted(_reader: Reader, item_id: str, extractor: str, published_on: str) -> bool:
    """Whether this extractor has read the item for this publication date."""
    return ExtractedRow.objects.filter(item_id=item_id, extractor=extractor, published_on=published_on).exists()


@reads(Action.STATEMENT_READ)
def get_signed_statements(_reader: Reader, statement_ids: Iterable[str]) -> list[Signed]:
    """These statements and the decisions on them, each with the ledger line that signs it."""
    ids = list(statement_ids)
    rows = list(StatementRow.objects.filter(id__in=ids).order_by("since", "id"))
    together: dict[int, list[tuple[str, str]]] = {row.since: [] for row in rows}
    for other in StatementRow.objects.filter(since__in=list(together)).iterator():
        together[other.since].append((other.id, digest(other.data)))
    batches = {seq: sorted(pairs) if len(pairs) > 1 else () for seq, pairs in together.items()}
    statements = [Signed("statement", row.id, row.since, row.data, batches[row.since]) for row in rows]
    decided = DecisionRow.objects.filter(statement_id__in=ids).order_by("since")
    return [
        *statements,
        *(Signed("decision", row.statement_id, row.since, _decision_from(row).content()) for row in decided),
    ]


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    statements = StatementRow.objects.order_by("since").iterator()
    yield from recorded_versions((row.since, row.id, digest(row.data)) for row in statements)
    for decision in DecisionRow.objects.iterator():
        yield decision.since, decision.statement_id, digest(_decision_from(decision).content())


def _place(row: StatementRow, order: Sequence[str]) -> str:
    first, second = (int(getattr(row, name.lstrip("-"))) for name in order[:2])
    return Cursor((first, second), row.id).text


def _behind(order: Sequence[str], end: Sequence[int | str]) -> models.Q:
    """Rows behind the end in that order: further in the first column, or level with it and further in the next."""
    found, level = models.Q(), models.Q()
    for column, value in zip(order, end, strict=True):
        name = column.lstrip("-")
        found |= level & models.Q(**{f"{name}__{'lt' if column.startswith('-') else 'gt'}": value})
        level &= models.Q(**{name: value})
    return found


def _not_kept(statements: dict[str, Statement]) -> list[Statement]:
    kept = set(StatementRow.objects.filter(id__in=list(statements)).values_list("id", flat=True))
    return [statement for statement_id, statement in statements.items() if statement_id not in kept]


def _insert(work: Work, statement: Statement) -> None:
    data = to_json(statement)
    seq = work.record(statement.id, data, detail={"item": statement.item_id, "extractor": statement.extractor})
    start = getattr(statement.span, "start", None)
    StatementRow.objects.create(
        id=statement.id,
        item_id=statement.item_id,
        origin=statement.origin.value,
        kind=statement.kind.value,
        start=start if start is not None else statement.span.row,  # type: ignore[union-attr]  # a CellSpan has a row
        extractor=statement.extractor,
        data=data,
        since=seq,
    )


def _statement(statement_id: str) -> Statement:
    row = StatementRow.objects.filter(id=statement_id).first()
    if row is None:
        raise NotFound("no such statement", where=statement_id)
    return _from_row(row)


def _from_row(row: StatementRow) -> Statement:
    return from_json(row.data)


def _decision_from(row: DecisionRow) -> Decision:
    return Decision(
        row.statement_id,
        Verdict(row.verdict),
        row.by,
        row.at,
        tuple(row.ticked),
        row.replacement,
        row.reason,
        row.seconds,
    )
