"""Gather: reads what the check of one item needs, and hands it to the pure rules."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.collect.models import get_item, get_receipts
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.models import find_statements, get_status
from tawthiq.record.extract.statement import Origin, Statement, StatementKind
from tawthiq.report.check.article import ArticleCheck
from tawthiq.report.check.published import known_from
from tawthiq.report.check.quoted import claims_of
from tawthiq.report.check.verdict import judge_all
from tawthiq.safe.work import Reader
from tawthiq.terms.when import When

PAGE_SIZE = 500


def check_item(reader: Reader, item_id: str) -> ArticleCheck:
    """Set every figure the item quotes beside what the record supports and what sources published.

    Statements that a person rejected are left out, edited ones are read as corrected. Raises NotFound, Forbidden.
    """
    get_item(reader, item_id)
    published_on = _published_on(reader, item_id)
    quoted = _standing(reader, [one for _, one in find_statements(reader, item_id=item_id, limit=PAGE_SIZE * 20)])
    known = known_from(_standing(reader, [one for one in _sheet_rows(reader) if one.item_id != item_id]))
    claims = claims_of(quoted, published_on)
    return ArticleCheck(item_id, "", len(quoted), 0, len(known), judge_all(claims, known))


def _published_on(reader: Reader, item_id: str) -> When | None:
    """As the first receipt that tells it says."""
    return next((one.published_on for one in get_receipts(reader, item_id) if one.published_on), None)


def _standing(reader: Reader, statements: list[Statement]) -> list[Statement]:
    """Without those that a person rejected, or replaced by a corrected one."""
    status = get_status(reader, [one.id for one in statements])
    return [one for one in statements if status[one.id] not in (Status.REJECTED, Status.EDITED)]


def _sheet_rows(reader: Reader) -> Iterator[Statement]:
    before: int | None = None
    while page := find_statements(reader, kind=StatementKind.FIGURE.value, limit=PAGE_SIZE, before=before):
        yield from (one for _, one in page if one.origin is Origin.ROW)
        before = page[-1][0]
