"""Gather: reads what the check of one item needs, and hands it to the pure rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.record.collect.item import ItemState
from tawthiq.record.collect.models import find_items, get_item, get_receipts_of, harm
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.from_bytes.kept import document_of_item, published_on
from tawthiq.record.extract.from_bytes.kept_bytes import READABLE_KINDS
from tawthiq.record.extract.models import find_statements, get_status
from tawthiq.record.extract.statement import Origin, Statement, StatementKind
from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.report.check.altered import quoted_words
from tawthiq.report.check.article import ArticleCheck, check_article
from tawthiq.report.check.asking import questions_for
from tawthiq.report.check.claim import Known
from tawthiq.report.check.counted import Question, counted
from tawthiq.report.check.published import known_from
from tawthiq.report.check.quoted import claims_of, source_of
from tawthiq.report.check.sources import names_somebody, same_source
from tawthiq.safe.work import Reader

PAGE_SIZE = 500
MOST_ITEMS, MOST_TEXTS = 5_000, 20
"""Newest items of each kind that are looked at for the texts of cited sources, and how many texts are read."""
MOST_STATEMENTS = 20_000
"""Of one item; a text of a million words has fewer."""


def check_item(reader: Reader, item_id: str) -> ArticleCheck:
    """Set every figure the item quotes beside what the record supports and what sources published.

    Statements that a person rejected are left out, edited ones are read as corrected. Raises NotFound, NotPermitted,
    also for a sealed item, whose words it would quote; no sealed text is set beside another either.
    """
    get_item(reader, item_id)
    harm.require_open(reader, item_id)
    told = published_on(reader, item_id)
    quoted, n_candidates = _standing(reader, _of_item(reader, item_id))
    passed_over = {item_id, *harm.get_all_closed(reader)}
    rows, _ = _standing(reader, [one for one in _sheet_rows(reader) if one.item_id not in passed_over])
    published = known_from(rows)
    claims = claims_of(quoted, told)
    known = [*published, *_counted(reader, questions_for(claims, published))] if claims else published
    return check_article(item_id, quoted, n_candidates, told, known, _cited_texts(reader, item_id, quoted))


def _of_item(reader: Reader, item_id: str) -> list[Statement]:
    """In the order of the text; of words that were read twice, what people decided on and the latest reading."""
    read = find_statements(reader, item_id=item_id, limit=MOST_STATEMENTS)
    status = get_status(reader, [one.id for _, one in read])
    machines = sorted(((since, one) for since, one in read if not one.by_a_person), key=lambda pair: pair[0])
    latest = {(one.span, one.quote): since for since, one in machines}
    decided = {(one.span, one.quote) for _, one in read if one.by_a_person or status[one.id] is not Status.CANDIDATE}
    return [
        one
        for since, one in read
        if one.by_a_person
        or status[one.id] is not Status.CANDIDATE
        or ((one.span, one.quote) not in decided and latest[one.span, one.quote] == since)
    ]


def _standing(reader: Reader, statements: list[Statement]) -> tuple[list[Statement], int]:
    """Without those that a person rejected, or replaced by a corrected one; and how many nobody has decided on.

    What a person corrected or added is that person's own words, so that it waits for nobody.
    """
    status = get_status(reader, [one.id for one in statements])
    kept = [one for one in statements if status[one.id] not in (Status.REJECTED, Status.EDITED)]
    return kept, sum(status[one.id] is Status.CANDIDATE and not one.by_a_person for one in kept)


def _cited_texts(reader: Reader, item_id: str, quoted: Sequence[Statement]) -> dict[str, str]:
    """The words of kept items whose publisher is a source that this item puts in quotation marks, newest first."""
    cited = {source_of(one) for one in quoted if quoted_words(one) and names_somebody(source_of(one))}
    kept = (
        [item for kind in READABLE_KINDS for _, item in find_items(reader, kind=kind, limit=MOST_ITEMS)]
        if cited
        else []
    )
    publishers = {
        one: receipt.publisher for one, receipt in get_receipts_of(reader, [item.id for item in kept]).items()
    }
    passed_over = {item_id, *harm.get_closed(reader, publishers)}
    own = [
        item
        for item in kept
        if item.id not in passed_over
        and item.state is ItemState.READABLE
        and any(publishers.get(item.id) and same_source(source, publishers[item.id]) for source in cited)
    ]
    return {item.id: document_of_item(reader, item).text for item in own[:MOST_TEXTS]}


def _sheet_rows(reader: Reader) -> Iterator[Statement]:
    after = ""
    while page := find_statements(reader, kind=StatementKind.FIGURE.value, limit=PAGE_SIZE, after=after):
        yield from (one for _, one in page if one.origin is Origin.ROW)
        after = page[-1][0]


def _counted(reader: Reader, questions: Sequence[Question]) -> Iterator[Known]:
    """One reading of the record for each situation."""
    for situation in sorted({one.situation for one in questions}):
        acts = verified_acts(reader, situation=situation)
        if len(acts):
            yield from (known for one in questions if one.situation == situation for known in counted(acts, one))
