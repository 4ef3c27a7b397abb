"""The query behind every figure: verified acts as columns, and the tally of what is not verified.

One joined statement over current versions and latest decisions, read in chunks straight into arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
from django.db import connection, transaction

from tawthiq.record.link.models.beside_tables import OverlapRow
from tawthiq.record.link.models.tables import ChildRow
from tawthiq.record.link.overlap import Overlap, OverlapKind
from tawthiq.record.verify.models.columns import CHUNK_ROWS, Table
from tawthiq.record.verify.models.statements import TOLD, Record, Sql, unverified_sql, verified_sql
from tawthiq.record.verify.told_once import told_once
from tawthiq.record.verify.verified import Coded, Ids, UnverifiedTally, VerifiedActs
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import as_of
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.violation import Unit, violation_type


@reads(Action.CODED_READ)
def verified_acts(
    _reader: Reader,
    *,
    situation: str | None = None,
    size: int | None = None,
    spanned: bool = False,
    told: Sequence[str] = (),
) -> VerifiedActs:
    """Every verified row (of a situation), as the record stood when the ledger had `size` lines; None is now.

    A row is verified when its latest decision is final, says verified, and judged the version that is current. Acts
    against a child whose reporting somebody closed are not in it; children whom two rows tell of are told once. Its
    time is the one that was judged; `spanned` asks for the rule of before, the span of its incident as it stands.
    `told`: names of TOLD, particulars to read beside.
    """
    columns = _columns(Record(connection.vendor, situation, size, spanned), told)
    beside = MappingProxyType({name: columns.pop(name) for name in told})
    return VerifiedActs(**columns, told=beside, size=ledger.head().size if size is None else size)


def _columns(asked: Record, told: Sequence[str]) -> dict[str, Any]:
    statements = verified_sql.telling(told)
    table = Table(statements.columns)
    _fill(table, statements.queries(asked))
    columns = table.columns()
    columns["child_id"] = _found_to_be(columns["child_id"], asked.size)
    return told_once(columns, _overlaps(asked.size))


WRITTEN_ROWS = 1000
"""Rows that an export holds at once: objects of Python, where arrays of as many rows are a tenth of that."""

_EXPORTED = verified_sql.telling(tuple(TOLD))
CODED_COLUMNS = tuple(name for name in _EXPORTED.columns if name != "assessment_id")
"""What `coded_rows` gives of each row, in this order; `pay_hundredths` is the amount x 100, -1 is not known."""


@reads(Action.CODED_READ)
def coded_rows(_reader: Reader, *, situation: str | None = None, size: int | None = None) -> Iterator[tuple[Any, ...]]:
    """The rows of `verified_acts` one by one, for an export whose memory does not grow with them."""
    return _coded_rows(Record(connection.vendor, situation, size))


@reads(Action.CODED_READ)
def count_coded_rows(_reader: Reader, *, situation: str | None = None, size: int | None = None) -> int:
    """How many rows `coded_rows` gives; counted in the database."""
    asked = Record(connection.vendor, situation, size, overlapping=False)
    n_alone = sum(n_rows for _, n_rows, _ in _counts(verified_sql, asked))
    return n_alone + len(_overlapping(asked)["act_id"])


def _coded_rows(asked: Record) -> Iterator[tuple[Any, ...]]:
    """Acts that no overlap names as they come; the few others taken together, so that each child is told once."""
    merged = dict(as_of(ChildRow.objects.exclude(same_as=""), asked.size).values_list("thing", "same_as"))
    names = list(_EXPORTED.columns)
    places, child = [names.index(name) for name in CODED_COLUMNS], CODED_COLUMNS.index("child_id")
    for sql, values in _EXPORTED.queries(replace(asked, overlapping=False)):
        for rows in _rows(sql, values, WRITTEN_ROWS):
            for row in rows:
                told = [row[place] for place in places]
                told[child] = _end(told[child], merged) if merged else told[child]
                yield tuple(told)
    columns = _overlapping(asked)
    for nth in range(len(columns["act_id"])):
        yield tuple(_cell(columns[name], nth) for name in CODED_COLUMNS)


def _overlapping(asked: Record) -> dict[str, Any]:
    """The rows of acts that overlaps name, children told once; no others."""
    return _columns(replace(asked, overlapping=True), tuple(TOLD))


def _cell(column: Any, row: int) -> Any:
    """A cell as the database gives it."""
    if isinstance(column, Coded):
        return column.word(row)
    value = column[row]
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else str(value)
    return value.decode() if isinstance(value, bytes) else int(value)


@reads(Action.CODED_READ)
def unverified_tally(_reader: Reader, *, situation: str | None = None, size: int | None = None) -> UnverifiedTally:
    """Every row that is not verified, with its status; arguments as in `verified_acts`."""
    asked = Record(connection.vendor, situation, size)
    table = Table(unverified_sql.columns)
    _fill(table, unverified_sql.queries(asked))
    return UnverifiedTally(**table.columns(), size=ledger.head().size if size is None else size)


_COUNTED = ("incident", "violation", "act", "child", "overlap", "consent")


@reads(Action.CODED_READ)
def counted_mark(_reader: Reader) -> str:
    """Changes whenever a row comes in that `count_verified` or `count_unverified` looks at, and with no other.

    Nothing is edited: whatever supersedes a row is a newer row. The line of the ledger that the newest came with is
    part of it, since numbers of rows are the same in another record.
    """
    tables = ("verify_assessment", *(f"link_{name}" for name in _COUNTED))
    newest = [f"SELECT * FROM (SELECT id, since FROM {table} ORDER BY id DESC LIMIT 1) {table}" for table in tables]  # noqa: S608  our own tables
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(newest))
        rows = cursor.fetchall()
    last = max((since for _, since in rows), default=0)
    line = ledger.lines_at([last]).get(last)
    return f"{[number for number, _ in rows]} {line.entry().decode() if line else ''}"


@reads(Action.CODED_READ)
def count_verified(_reader: Reader) -> dict[Unit, int]:
    """How many violations are verified now, as figures of unit act count them, by what the types count.

    Counted in the database; only acts that overlaps name are read, since a child told twice in one violation is one.
    """
    found = _violations(verified_sql, Record(connection.vendor, None, None, overlapping=False))
    found[Unit.CHILD] += int(_overlapping(Record(connection.vendor, None, None))["n_children"].sum())
    return found


@reads(Action.CODED_READ)
def count_unverified(_reader: Reader) -> dict[Unit, int]:
    """The same of what `unverified_tally` has now; nobody has judged yet whether two tell of one child."""
    return _violations(unverified_sql, Record(connection.vendor, None, None))


def _violations(statements: Sql, asked: Record) -> dict[Unit, int]:
    found = dict.fromkeys(Unit, 0)
    for code, _, n_violations in _counts(statements, asked):
        found[violation_type(code).unit] += int(n_violations)
    return found


def _counts(statements: Sql, asked: Record) -> Iterator[tuple[str, int, int]]:
    """(type, rows, violations)."""
    for sql, values in statements.counts(asked):
        for rows in _rows(sql, values):
            yield from rows


def _rows(sql: str, values: Sequence[Any], n_rows: int = CHUNK_ROWS) -> Iterator[list[tuple[Any, ...]]]:
    """Rows as they are asked for; whoever asks may write meanwhile, so that PostgreSQL keeps them all aside first."""
    with connection.chunked_cursor() if connection.vendor == "postgresql" else connection.cursor() as cursor:
        cursor.execute(sql, values)
        while rows := cursor.fetchmany(n_rows):
            yield rows


def _fill(table: Table, queries: Iterable[tuple[str, Sequence[Any]]]) -> None:
    """Every row of these, one behind the other: in one transaction, which spares PostgreSQL keeping them aside."""
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        for sql, values in queries:
            table.extend(_rows(sql, values))


def _found_to_be(child_id: Ids, size: int | None) -> Ids:
    """The child that each record was found to be, so that one child told twice is one."""
    merged = dict(as_of(ChildRow.objects.exclude(same_as=""), size).values_list("thing", "same_as"))
    if not merged:
        return child_id
    found = child_id.copy()
    for duplicate in merged:
        found[child_id == duplicate.encode()] = _end(duplicate, merged).encode()
    return found


def _overlaps(size: int | None) -> list[Overlap]:
    rows = as_of(OverlapRow.objects.exclude(kind=OverlapKind.NONE.value), size).order_by("thing")
    return [Overlap(row.group_act, row.other_act, OverlapKind(row.kind)) for row in rows]


def _end(child: str, merged: dict[str, str]) -> str:
    seen = {child}
    while (after := merged.get(child)) is not None and after not in seen:
        seen.add(after)
        child = after
    return child
