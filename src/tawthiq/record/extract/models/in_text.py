"""Statements by where they stand in a text, however many it has."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tawthiq.record.extract.decision import Verdict
from tawthiq.record.extract.models.latest import decided_latest
from tawthiq.record.extract.models.rows import statement_from
from tawthiq.record.extract.models.tables import DecisionRow, StatementRow
from tawthiq.record.extract.second_reading import is_other_reading
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads

MOST = 1000


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a statement stands in its item: `n` of `n_all` (0 for one that was replaced), those before and after."""

    n: int
    n_all: int
    previous: str
    next: str


@reads(Action.STATEMENT_READ)
def find_standing_in(_reader: Reader, item_id: str, start: int, end: int) -> tuple[int, list[Statement]]:
    """(how many of the item's stand before it, those that begin in that stretch in order), replaced ones left out."""
    rows = _standing(item_id)
    found = rows.filter(start__gte=start, start__lt=end).order_by("start", "since", "id")[:MOST]
    return rows.filter(start__lt=start).count(), [statement_from(row) for row in found]


@reads(Action.STATEMENT_READ)
def get_neighbours(_reader: Reader, statement_id: str) -> Neighbours:
    """The place of a statement among those of its item."""
    here = StatementRow.objects.get(id=statement_id)
    rows = _standing(here.item_id)
    before, after = rows.filter(_beyond("lt", here)), rows.filter(_beyond("gt", here))
    n_before, stands = before.count(), rows.filter(id=here.id).exists()
    return Neighbours(
        n_before + 1 if stands else 0,
        rows.count(),
        before.order_by("-start", "-since", "-id").values_list("id", flat=True).first() or "",
        after.order_by("start", "since", "id").values_list("id", flat=True).first() or "",
    )


@reads(Action.STATEMENT_READ)
def find_next_undecided(_reader: Reader, statement_id: str) -> str:
    """The id of the next statement of the item that nobody has decided on, from this one on and round; or empty."""
    here = StatementRow.objects.get(id=statement_id)
    decided = DecisionRow.objects.values("statement_id")
    rows = StatementRow.objects.filter(item_id=here.item_id).exclude(id__in=decided).order_by("start", "since", "id")
    ids = rows.values_list("id", flat=True)
    return ids.filter(_beyond("gt", here)).first() or ids.first() or ""


@reads(Action.STATEMENT_READ)
def find_first_undecided(_reader: Reader, item_id: str) -> str:
    """The id of the first statement of the item that nobody has decided on; empty when there is none."""
    decided = DecisionRow.objects.values("statement_id")
    rows = StatementRow.objects.filter(item_id=item_id).exclude(id__in=decided).order_by("start", "since", "id")
    return rows.values_list("id", flat=True).first() or ""


@reads(Action.STATEMENT_READ)
def count_of_item(_reader: Reader, item_id: str) -> int:
    """How many statements an item has, replaced ones left out."""
    return _standing(item_id).count()


@reads(Action.STATEMENT_READ)
def find_repeats(_reader: Reader, statement: Statement, *, limit: int = 10) -> list[Statement]:
    """Those of the same text that were found to say this statement again."""
    rows = _standing(statement.item_id).filter(data__duplicate_of=statement.id).order_by("start")
    return [statement_from(row) for row in rows[:limit]]


@reads(Action.STATEMENT_READ)
def find_other_readings(_reader: Reader, statement: Statement, *, limit: int = 10) -> list[Statement]:
    """What other extractors read on the same words, in the order of the text."""
    if not isinstance(statement.span, Span):
        return []
    near = _standing(statement.item_id).exclude(id=statement.id).order_by("start", "since", "id")
    near = near.filter(start__gt=statement.span.start - len(statement.span), start__lt=statement.span.end)
    found = (statement_from(row) for row in near[:MOST])
    return [one for one in found if is_other_reading(statement, one)][:limit]


def _standing(item_id: str) -> QuerySet[StatementRow]:
    replaced = decided_latest(DecisionRow.objects.all(), Verdict.EDITED).values("statement_id")
    return StatementRow.objects.filter(item_id=item_id).exclude(id__in=replaced)


def _beyond(way: str, here: StatementRow) -> Q:
    """Rows before (lt) or behind (gt) that one, in the order of the text."""
    level = Q(start=here.start)
    return (
        Q(**{f"start__{way}": here.start})
        | level & Q(**{f"since__{way}": here.since})
        | level & Q(since=here.since) & Q(**{f"id__{way}": here.id})
    )
