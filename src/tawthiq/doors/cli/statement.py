"""`tawthiq statement`: what texts say, what people decided about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import (
    AsOption,
    HomeOption,
    JsonFlag,
    error_document,
    leave_with,
    put_fields,
    put_json,
    put_table,
)
from tawthiq.doors.cli.session import open_session

if TYPE_CHECKING:
    from tawthiq.record.extract.decision import Decision, Verdict
    from tawthiq.record.extract.statement import Statement
    from tawthiq.safe.access import Actor
    from tawthiq.safe.work import Reader

SEALED = "(sealed)"

app = typer.Typer(help="Read, confirm, reject statements.", no_args_is_help=True)


@app.command("list")
def list_statements(
    item: Annotated[str, typer.Option(help="Only those of this item, in the order of its text.")] = "",
    limit: Annotated[int, typer.Option(help="How many.")] = 500,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """List statements with where each stands."""
    actor = open_session(home, as_)
    from tawthiq.safe.work import Reader

    found = documents(Reader(actor), item, limit)
    if as_json:
        put_json({"statements": found})
        return
    names = ("kind", "factuality", "quote")
    rows = ((d["id"], d["status"], *(d.get(name, SEALED) for name in names)) for d in found)
    put_table("statements", ("statement", "status", *names), rows)


@app.command("show")
def show(statement_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Show one statement: who stands behind it, what else says its words, and what was changed there."""
    actor = open_session(home, as_)
    from tawthiq.safe.work import Reader

    document = document_of(Reader(actor), statement_id)
    put_json(document) if as_json else put_fields(document)


def document_of(reader: Reader, statement_id: str) -> dict[str, Any]:
    """One statement as it is printed; of a sealed item that it is one, and no word of it, nor of why it was decided."""
    from tawthiq.record.collect.models import harm
    from tawthiq.record.extract import models

    statement = models.get_statement(reader, statement_id)
    closed = harm.get_closed(reader, [statement.item_id])
    decisions = models.get_decisions(reader, [statement_id]).get(statement_id, [])
    return {
        **_documents(reader, [statement])[0],
        "n_behind": len(models.get_people_behind(reader, [statement_id]).get(statement_id, ())),
        "decisions": [(_without_reason(one) if closed else one).content() for one in decisions],
        "same_words": _echoes(reader, statement),
    }


def _without_reason(one: Decision) -> Decision:
    """A reason may repeat what the text says."""
    return replace(one, reason=SEALED if one.reason else "")


@app.command("confirm")
def confirm(
    statement_ids: list[str],
    tick: Annotated[
        list[str], typer.Option(help="A doubt you have looked at: party_implied, denominator_missing.")
    ] = [],  # noqa: B006  # typer's way of a repeatable option
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Confirm that the text says this; implied parties and missing denominators need an explicit --tick."""
    actor = open_session(home, as_)
    from tawthiq.record.extract.decision import Verdict

    _decide(actor, statement_ids, Verdict.CONFIRMED, tuple(tick), "", as_json=as_json)


@app.command("reject")
def reject(
    statement_ids: list[str],
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Reject statements: the text does not say this."""
    actor = open_session(home, as_)
    from tawthiq.record.extract.decision import Verdict

    _decide(actor, statement_ids, Verdict.REJECTED, (), reason, as_json=as_json)


@app.command("import")
def import_sheet(
    path: Annotated[Path, typer.Argument(help="CSV of published totals; columns in the reference page of inputs.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Take in a sheet of what a source published, written down by a person: each row is a statement."""
    actor = open_session(home, as_)
    from tawthiq.record.collect.intake import Arrival
    from tawthiq.record.collect.item import Channel
    from tawthiq.record.extract.sheet import import_totals
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    with path.open("rb") as source, Work(actor, Action.CASE_IMPORT) as work:
        made = import_totals(work, source, Arrival(name=path.name, channel=Channel.FORM))
    document = {
        "item": made.item_id,
        "statements": len(made.sheet.statements),
        "new": made.n_new,
        "quarantined": [
            {"row": bad.row, "field": bad.field, **error_document(bad.error)} for bad in made.sheet.bad_rows
        ],
        "ignored_columns": list(made.sheet.ignored),
    }
    put_json(document) if as_json else put_fields(document)
    leave_with(bad.error for bad in made.sheet.bad_rows)


def _decide(
    actor: Actor, statement_ids: list[str], verdict: Verdict, ticked: tuple[str, ...], reason: str, *, as_json: bool
) -> None:
    from tawthiq.record.extract import models
    from tawthiq.record.extract.decision import Decision
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    with Work(actor, Action.STATEMENT_DECIDE) as work:
        for statement_id in statement_ids:
            decision = Decision(statement_id, verdict, actor.id, work.at, ticked, reason=reason)
            models.put_decision(work, decision)
    document = dict.fromkeys(statement_ids, verdict.value)
    put_json({"decided": document}) if as_json else put_fields(document)


def documents(reader: Reader, item_id: str, limit: int) -> list[dict[str, Any]]:
    """The statements of an item, of every item without its id, as they are printed."""
    from tawthiq.record.extract import models

    return _documents(reader, [one for _, one in models.find_statements(reader, item_id=item_id, limit=limit)])


def _documents(reader: Reader, statements: list[Statement]) -> list[dict[str, Any]]:
    from tawthiq.record.collect.models import harm
    from tawthiq.record.extract import models
    from tawthiq.record.extract.printing import printed, withheld

    status = models.get_status(reader, [statement.id for statement in statements])
    closed = harm.get_closed(reader, {one.item_id for one in statements})
    return [
        {**(withheld(one) if one.item_id in closed else printed(one)), "id": one.id, "status": status[one.id].value}
        for one in statements
    ]


def _echoes(reader: Reader, statement: Statement) -> list[dict[str, Any]]:
    """Its words in other texts; nothing where one of the two is sealed, since what changed is words of both."""
    from tawthiq.record.collect.models import harm
    from tawthiq.record.extract import models

    found = models.find_echoes(reader, statement)
    closed = harm.get_closed(reader, {statement.item_id, *(one.there.item_id for one in found)})
    return [
        {
            "statement": one.there.id,
            "item": one.there.item_id,
            "factuality": one.there.factuality.value,
            "changes": [{"here": here, "there": there} for here, there in one.changes],
            "number_changed": one.number_changed,
            "less_sure_there": one.weaker(statement),
        }
        for one in found
        if not closed & {statement.item_id, one.there.item_id}
    ]
