"""Gather: reads what the check of one item needs, and hands it to the pure rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.record.collect.models import get_item, get_receipts
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.models import find_statements, get_status
from tawthiq.record.extract.statement import Origin, Statement, StatementKind
from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.report.check.article import ArticleCheck, check_article
from tawthiq.report.check.asking import questions_for
from tawthiq.report.check.claim import Known
from tawthiq.report.check.counted import Question, counted
from tawthiq.report.check.published import known_from
from tawthiq.report.check.quoted import claims_of
from tawthiq.safe.work import Reader
from tawthiq.terms.when import When

PAGE_SIZE = 500
MOST_STATEMENTS = 20_000
"""Of one item; a text of a million words has fewer."""


def check_item(reader: Reader, item_id: str) -> ArticleCheck:
    """Set every figure the item quotes beside what the record supports and what sources published.

    Statements that a person rejected are left out, edited ones are read as corrected. Raises NotFound, Forbidden.
    """
    get_item(reader, item_id)
    published_on = _published_on(reader, item_id)
    quoted, n_candidates = _standing(reader, [one for _, one in _of_item(reader, item_id)])
    rows, _ = _standing(reader, [one for one in _sheet_rows(reader) if one.item_id != item_id])
    published = known_from(rows)
    claims = claims_of(quoted, published_on)
    known = [*published, *_counted(reader, questions_for(claims, published))] if claims else published
    return check_article(item_id, quoted, n_candidates, published_on, known)


def _published_on(reader: Reader, item_id: str) -> When | None:
    """As the first receipt that tells it says."""
    return next((one.published_on for one in get_receipts(reader, item_id) if one.published_on), None)


def _of_item(reader: Reader, item_id: str) -> list[tuple[int, Statement]]:
    return find_statements(reader, item_id=item_id, limit=MOST_STATEMENTS)


def _standing(reader: Reader, statements: list[Statement]) -> tuple[list[Statement], int]:
    """Without those that a person rejected, or replaced by a corrected one; and how many nobody has decided on.

    A correction is a person's own words, so that it waits for nobody.
    """
    status = get_status(reader, [one.id for one in statements])
    kept = [one for one in statements if status[one.id] not in (Status.REJECTED, Status.EDITED)]
    return kept, sum(status[one.id] is Status.CANDIDATE and not one.supersedes for one in kept)


def _sheet_rows(reader: Reader) -> Iterator[Statement]:
    before: int | None = None
    while page := find_statements(reader, kind=StatementKind.FIGURE.value, limit=PAGE_SIZE, before=before):
        yield from (one for _, one in page if one.origin is Origin.ROW)
        before = page[-1][0]


def _counted(reader: Reader, questions: Sequence[Question]) -> Iterator[Known]:
    """One reading of the record for each situation."""
    for situation in sorted({one.situation for one in questions}):
        acts = verified_acts(reader, situation=situation)
        if len(acts):
            yield from (known for one in questions if one.situation == situation for known in counted(acts, one))
