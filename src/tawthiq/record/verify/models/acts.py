"""The query behind every figure: verified acts as columns, and the tally of what is not verified.

One joined statement over current versions and latest decisions, read in chunks straight into arrays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from tawthiq.record.link.models.beside_tables import OverlapRow
from tawthiq.record.link.models.tables import ChildRow
from tawthiq.record.link.overlap import Overlap, OverlapKind
from tawthiq.record.verify.models.columns import CHUNK_ROWS, Table
from tawthiq.record.verify.models.statements import Record, Sql, unverified_sql, verified_sql
from tawthiq.record.verify.told_once import told_once
from tawthiq.record.verify.verified import Ids, UnverifiedTally, VerifiedActs
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import as_of
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.violation import Unit, violation_type


@reads(Action.CODED_READ)
def verified_acts(
    _reader: Reader, *, situation: str | None = None, size: int | None = None, spanned: bool = False
) -> VerifiedActs:
    """Every verified row (of a situation), as the record stood when the ledger had `size` lines; None is now.

    A row is verified when its latest decision is final, says verified, and judged the version that is current. Acts
    against a child whose reporting somebody closed are not in it; children whom two rows tell of are told once. Its
    time is the one that was judged; `spanned` asks for the rule of before, the span of its incident as it stands.
    """
    asked = Record(connection.vendor, situation, size, spanned)
    table = Table(verified_sql.columns)
    for sql, values in verified_sql.queries(asked):
        table.extend(_rows(sql, values))
    columns = table.columns()
    columns["child_id"] = _found_to_be(columns["child_id"], size)
    columns = told_once(columns, _overlaps(size))
    return VerifiedActs(**columns, size=ledger.head().size if size is None else size)


CODED_COLUMNS = tuple(name for name in verified_sql.columns if name != "assessment_id")
"""What `coded_rows` gives of each row, in this order; `pay_hundredths` is the amount x 100, -1 is not known."""


@reads(Action.CODED_READ)
def coded_rows(_reader: Reader, *, situation: str | None = None, size: int | None = None) -> Iterator[tuple[Any, ...]]:
    """The rows of `verified_acts` one by one, for an export whose memory does not grow with them."""
    return _coded_rows(situation, size)


def _coded_rows(situation: str | None, size: int | None) -> Iterator[tuple[Any, ...]]:
    merged = dict(as_of(ChildRow.objects.exclude(same_as=""), size).values_list("thing", "same_as"))
    names = list(verified_sql.columns)
    places, child = [names.index(name) for name in CODED_COLUMNS], CODED_COLUMNS.index("child_id")
    for sql, values in verified_sql.queries(Record(connection.vendor, situation, size)):
        for rows in _rows(sql, values):
            for row in rows:
                told = [row[place] for place in places]
                told[child] = _end(told[child], merged) if merged else told[child]
                yield tuple(told)


@reads(Action.CODED_READ)
def unverified_tally(_reader: Reader, *, situation: str | None = None, size: int | None = None) -> UnverifiedTally:
    """Every row that is not verified, with its status; arguments as in `verified_acts`."""
    asked = Record(connection.vendor, situation, size)
    table = Table(unverified_sql.columns)
    for sql, values in unverified_sql.queries(asked):
        table.extend(_rows(sql, values))
    return UnverifiedTally(**table.columns(), size=ledger.head().size if size is None else size)


@reads(Action.CODED_READ)
def count_verified(_reader: Reader) -> dict[Unit, int]:
    """How many rows `verified_acts` has now, by what they count; counted in the database."""
    return _counted(verified_sql)


@reads(Action.CODED_READ)
def count_unverified(_reader: Reader) -> dict[Unit, int]:
    """How many rows `unverified_tally` has now, by what they count; counted in the database."""
    return _counted(unverified_sql)


def _counted(statements: Sql) -> dict[Unit, int]:
    found = dict.fromkeys(Unit, 0)
    for sql, values in statements.counts(Record(connection.vendor, None, None)):
        for code, n_rows in (row for rows in _rows(sql, values) for row in rows):
            found[violation_type(code).unit] += n_rows
    return found


def _rows(sql: str, values: Sequence[Any]) -> Iterator[list[tuple[Any, ...]]]:
    with connection.chunked_cursor() if connection.vendor == "postgresql" else connection.cursor() as cursor:
        cursor.execute(sql, values)
        while rows := cursor.fetchmany(CHUNK_ROWS):
            yield rows


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
