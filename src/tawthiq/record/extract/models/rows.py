"""Rows of extract as what they hold, and back."""

from __future__ import annotations

from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.models.tables import DecisionRow, PartRow, ProposalRow, StatementRow
from tawthiq.record.extract.statement import Statement, from_json
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json


def statement_called(statement_id: str) -> Statement:
    """A statement by id; raises NotFound."""
    row = StatementRow.objects.filter(id=statement_id).first()
    if row is None:
        raise NotFound("no such statement", where=statement_id)
    return statement_from(row)


def statement_from(row: StatementRow) -> Statement:
    """The statement of a row."""
    return from_json(row.data)


def decision_from(row: DecisionRow) -> Decision:
    """The decision of a row."""
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


def part_content(row: PartRow) -> Json:
    """What the ledger signs of a part that was read."""
    return {
        "item": row.item_id,
        "extractor": row.extractor,
        "published_on": row.published_on,
        "part": row.number,
        "n_statements": row.n_statements,
    }


def proposal_content(row: ProposalRow) -> Json:
    """What the ledger signs of a model's answer."""
    return {
        "item": row.item_id,
        "extractor": row.extractor,
        "n_let_in": row.n_let_in,
        "rejects": row.rejects,
        "prompts": row.prompts,
        "answers": row.answers,
    }
