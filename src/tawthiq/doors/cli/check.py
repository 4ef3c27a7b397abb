"""`tawthiq check`: every figure that an item quotes, beside what the record supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tawthiq.doors.cli.output import (
    FINDINGS,
    AsOption,
    HomeOption,
    JsonFlag,
    leave_with,
    put_fields,
    put_json,
    put_table,
)
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import EmptyInput

if TYPE_CHECKING:
    from tawthiq.report.check.article import ArticleCheck
    from tawthiq.report.check.verdict import Finding


def check(item_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Set every figure an item quotes beside the record and published figures; exit code 3 when any is not supported.

    The JSON document: `item`, `published_on`, `n_statements`, `n_candidates` (not confirmed by a person), `n_known`
    (figures set beside), `all_supported`, `tally` (word -> how many), `findings`, `limitations`, `unchecked` (numbers
    that are no figures, with `why`). A finding: `word` (supported, scope_differs, record_says_otherwise,
    contradictory_in_itself, not_in_record), `claim` (`statement`, `quote`, `quantity`, `measure`, `scope`, `source`),
    `differs` (`dimension`, `quoted`, `known`, `told`), `beside` (figures of `origin` record or source, with `basis`,
    numerator, denominator, unknown, and the options of `figure build`), `against` (`clash`, what the numbers would
    have to be), `notes`, and `explained` (language -> sentences). `quotes`: quotations whose source is kept as an item
    of that publisher: `exact`, or `changes` from its words.
    """
    actor = open_session(home, as_)
    from tawthiq.report.check.gather import check_item
    from tawthiq.safe.work import Reader

    checked = check_item(Reader(actor), item_id)
    put_json(checked.to_json()) if as_json else _put(checked)
    unread = [EmptyInput("nothing of this item is read", where=item_id, do="read it first: tawthiq extract ITEM")]
    leave_with(unread if not checked.n_statements else [])
    if not checked.all_supported:
        raise typer.Exit(FINDINGS)


def _put(checked: ArticleCheck) -> None:
    rows = [_row(finding) for finding in checked.findings]
    put_table("figures quoted", ("quoted", "word", "what it means", "statement"), rows)
    fields: dict[str, object] = {
        "item": checked.item_id,
        "statements": f"{checked.n_statements}, {checked.n_candidates} not confirmed by a person",
        "figures set beside": checked.n_known,
        "not checked": f"{len(checked.unchecked)} numbers that are no figures",
    }
    limits = {f"said to be unknown {number}": one.quote for number, one in enumerate(checked.limitations, start=1)}
    altered = {
        f"altered quotation {number}": f"{one.words} (source {one.source_item_id}: "
        + "; ".join(f"{change.source or '-'} > {change.quoted or '-'}" for change in one.changes)
        + ")"
        for number, one in enumerate((one for one in checked.quotes if not one.exact), start=1)
    }
    put_fields(fields | limits | altered)


def _row(finding: Finding) -> tuple[str, str, str, str]:
    from tawthiq.report.check.spoken import value_words
    from tawthiq.report.check.words import explained

    claim = finding.claim
    quoted = f"{value_words(claim.quantity, 'en')}: {claim.quote}"
    return quoted, finding.word.value, " ".join(explained(finding)), claim.statement_id
