"""What waits for a person: statements that nobody has decided on, and those that one other person confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.db.models import QuerySet

from tawthiq.record.collect.models import harm
from tawthiq.record.extract.decision import Verdict
from tawthiq.record.extract.models.latest import decided_latest
from tawthiq.record.extract.models.read import behind_place, get_people_behind, place_of
from tawthiq.record.extract.models.rows import statement_from
from tawthiq.record.extract.models.tables import DecisionRow, StatementRow
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.cursor import cursor_from

OLDEST_FIRST = ("since", "start", "id")
BATCH = 200


@reads(Action.STATEMENT_READ)
def find_undecided(reader: Reader, *, limit: int = 50) -> list[Statement]:
    """Statements of text that nobody has decided on, oldest first; those of a sealed item wait for no one."""
    return [one for _place, one in find_undecided_from(reader, limit=limit)]


@reads(Action.STATEMENT_READ)
def find_undecided_from(
    reader: Reader, *, kind: str = "", limit: int = 50, after: str = ""
) -> list[tuple[str, Statement]]:
    """(its place in the list, statement) of those, of one kind where it is given, from behind such a place.

    Raises BadInput for an `after` of another form.
    """
    return list(islice(_from(_undecided(reader), kind, after), limit))


@reads(Action.STATEMENT_READ)
def count_undecided(reader: Reader) -> int:
    """How many statements `find_undecided` would find."""
    return _undecided(reader).count()


@reads(Action.STATEMENT_READ)
def find_to_second(
    reader: Reader, *, kind: str = "", item_id: str = "", limit: int = 50, after: str = ""
) -> list[tuple[str, Statement]]:
    """(its place in the list, statement): those that one person stands behind, and not the reader, oldest first."""
    confirmed = decided_latest(DecisionRow.objects.all(), Verdict.CONFIRMED).values("statement_id")
    rows = _open_texts(reader).filter(id__in=confirmed)
    rows = rows.filter(item_id=item_id) if item_id else rows
    return list(islice(_alone(reader, _from(rows, kind, after)), limit))


def _alone(reader: Reader, found: Iterator[tuple[str, Statement]]) -> Iterator[tuple[str, Statement]]:
    while batch := list(islice(found, BATCH)):
        behind = get_people_behind(reader, [one.id for _place, one in batch])
        yield from (pair for pair in batch if len(who := behind[pair[1].id]) == 1 and reader.actor.id not in who)


def _from(rows: QuerySet[StatementRow], kind: str, after: str) -> Iterator[tuple[str, Statement]]:
    rows = rows.filter(kind=kind) if kind else rows
    if (end := cursor_from(after, 2)) is not None:
        rows = rows.filter(behind_place(OLDEST_FIRST, (*end.numbers, end.id)))
    ordered = rows.order_by(*OLDEST_FIRST)
    return ((place_of(row, OLDEST_FIRST), statement_from(row)) for row in ordered.iterator())


def _undecided(reader: Reader) -> QuerySet[StatementRow]:
    return _open_texts(reader).exclude(id__in=DecisionRow.objects.values("statement_id"))


def _open_texts(reader: Reader) -> QuerySet[StatementRow]:
    return StatementRow.objects.filter(origin="text").exclude(item_id__in=harm.get_all_closed(reader))
