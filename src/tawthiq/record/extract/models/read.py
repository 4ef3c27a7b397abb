"""Reading of extract: statements, where they stand, what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import models

from tawthiq.record.extract.decision import Decision, Status, people_behind, status_from
from tawthiq.record.extract.models.rows import (
    decision_from,
    part_content,
    proposal_content,
    statement_called,
    statement_from,
)
from tawthiq.record.extract.models.tables import DecisionRow, ExtractedRow, PartRow, ProposalRow, StatementRow
from tawthiq.record.extract.statement import BY_HAND, Statement
from tawthiq.safe.access import Action
from tawthiq.safe.signed import Signed
from tawthiq.safe.versioned import recorded_versions
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.cursor import Cursor, cursor_from
from tawthiq.terms.identity import digest


@dataclass(frozen=True, slots=True)
class Proposed:
    """What came of a model's answer: `n_let_in` statements came through the gate; `rejects`: reason -> how many."""

    extractor: str
    n_let_in: int
    rejects: dict[str, int]

    @property
    def n_rejected(self) -> int:
        """How many proposals were turned away."""
        return sum(self.rejects.values())


@reads(Action.STATEMENT_READ)
def get_statement(_reader: Reader, statement_id: str) -> Statement:
    """A statement by id; raises NotFound."""
    return statement_called(statement_id)


@reads(Action.STATEMENT_READ)
def get_statements(_reader: Reader, statement_ids: Iterable[str]) -> list[Statement]:
    """The statements of these ids, in the order of the text."""
    rows = StatementRow.objects.filter(id__in=list(statement_ids)).order_by("item_id", "start", "since")
    return [statement_from(row) for row in rows]


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
        rows = rows.filter(behind_place(order, (*end.numbers, end.id)))
    return [(place_of(row, order), statement_from(row)) for row in rows[:limit]]


@reads(Action.STATEMENT_READ)
def get_decisions(_reader: Reader, statement_ids: Iterable[str]) -> dict[str, list[Decision]]:
    """Every decision on these statements, oldest first."""
    found: dict[str, list[Decision]] = {}
    for row in DecisionRow.objects.filter(statement_id__in=list(statement_ids)).order_by("since"):
        found.setdefault(row.statement_id, []).append(decision_from(row))
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
    by_hand = StatementRow.objects.filter(id__in=ids, extractor__startswith=BY_HAND)
    written = DecisionRow.objects.filter(replacement__in=ids).order_by("since")
    writers = {one.id: statement_from(one).written_by for one in by_hand} | dict(
        written.values_list("replacement", "by")
    )
    decisions = get_decisions(_reader, ids)
    decided = dict.fromkeys([*decisions, *writers])
    return {one: people_behind(decisions.get(one, ()), writers.get(one, "")) for one in decided}


@reads(Action.STATEMENT_READ)
def was_extracted(_reader: Reader, item_id: str, extractor: str, published_on: str) -> bool:
    """Whether this extractor has read the item for this publication date."""
    return ExtractedRow.objects.filter(item_id=item_id, extractor=extractor, published_on=published_on).exists()


@reads(Action.STATEMENT_READ)
def get_parts_read(_reader: Reader, item_id: str, extractor: str, published_on: str) -> dict[int, int]:
    """Number -> statements of each part of a long text that this extractor has read."""
    found = PartRow.objects.filter(item_id=item_id, extractor=extractor, published_on=published_on)
    return dict(found.values_list("number", "n_statements"))


@reads(Action.STATEMENT_READ)
def get_proposals(_reader: Reader, item_id: str) -> list[Proposed]:
    """What models proposed of an item, oldest first."""
    rows = ProposalRow.objects.filter(item_id=item_id).order_by("since")
    return [Proposed(row.extractor, row.n_let_in, dict(sorted(row.rejects.items()))) for row in rows]


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
        *(Signed("decision", row.statement_id, row.since, decision_from(row).content()) for row in decided),
    ]


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    statements = StatementRow.objects.order_by("since").iterator()
    yield from recorded_versions((row.since, row.id, digest(row.data)) for row in statements)
    for decision in DecisionRow.objects.iterator():
        yield decision.since, decision.statement_id, digest(decision_from(decision).content())
    for part in PartRow.objects.iterator():
        yield part.since, part.item_id, digest(part_content(part))
    for answer in ProposalRow.objects.iterator():
        yield answer.since, answer.item_id, digest(proposal_content(answer))


def place_of(row: StatementRow, order: Sequence[str]) -> str:
    """Where a row stands in a list of that order, as an address carries it."""
    first, second = (int(getattr(row, name.lstrip("-"))) for name in order[:2])
    return Cursor((first, second), row.id).text


def behind_place(order: Sequence[str], end: Sequence[int | str]) -> models.Q:
    """Rows behind the end in that order: further in the first column, or level with it and further in the next."""
    found, level = models.Q(), models.Q()
    for column, value in zip(order, end, strict=True):
        name = column.lstrip("-")
        found |= level & models.Q(**{f"{name}__{'lt' if column.startswith('-') else 'gt'}": value})
        level &= models.Q(**{name: value})
    return found
