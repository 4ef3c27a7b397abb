"""`tawthiq incident`: cases made by a person, from confirmed statements or without any."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq.doors.cli.incident_shown import field_document, incident_document, shown
from tawthiq.doors.cli.incident_typed import Typed, make_case, typed_source
from tawthiq.doors.cli.output import AsOption, DryRun, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

app = typer.Typer(help="Incidents: list, show, add by hand or from confirmed statements.", no_args_is_help=True)
Statements = Annotated[list[str] | None, typer.Option("--statement", help="A confirmed statement. May be repeated.")]
SourceKind = Annotated[str, typer.Option(help="Whose knowledge the statements are: witness, victim, media, ...")]
SourceName = Annotated[str, typer.Option(help="The organisation or outlet; never a person.")]


@app.command("list")
def list_incidents(
    situation: Annotated[str, typer.Option(help="Only those of this situation.")] = "",
    limit: Annotated[int, typer.Option(help="How many, newest first.")] = 50,
    before: Annotated[int | None, typer.Option(help="Only incidents older than this ledger line.")] = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """List incidents, newest first."""
    actor = open_session(home, as_)
    from tawthiq.record.link.fields import situation as code_of
    from tawthiq.record.link.models.read import find_incidents
    from tawthiq.safe.work import Reader

    found = find_incidents(Reader(actor), situation=code_of(situation), limit=limit, before=before)
    documents = [{"since": since, **incident_document(incident)} for since, incident in found]
    if as_json:
        put_json({"incidents": documents})
        return
    names = ("incident", "situation", "happened_on", "admin1", "place", "state")
    put_table("incidents", names, ([document[name] for name in names] for document in documents))


@app.command("show")
def show(incident_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Show an incident with its violations, their acts, the statements they rest on."""
    actor = open_session(home, as_)
    from tawthiq.safe.work import Reader

    document = shown(Reader(actor), incident_id)
    if as_json:
        put_json(document)
        return
    put_fields({name: value for name, value in document.items() if name != "violations"})
    for violation in document["violations"]:
        put_fields({name: value for name, value in violation.items() if name != "acts"})
        names = ("act", "child", "sex", "age", "armed", "roles", "happened_on")
        put_table("acts", names, ([act[name] for name in names] for act in violation["acts"]))


@app.command("fields")
def fields_of(
    violation: Annotated[str, typer.Argument(help="recruitment_use, killing, attack_school, ...")],
    language: Annotated[str, typer.Option(help="Of the labels: en, ar, fr, es.")] = "en",
    as_json: JsonFlag = False,
) -> None:
    """List what is recorded of a type of violation, in the order of its form."""
    from tawthiq.record.link.particulars.form import form

    found = [field_document(spec, language) for spec in form(violation)]
    if as_json:
        put_json({"violation": violation, "fields": found})
        return
    names = ("name", "level", "kind", "label", "need", "choices")
    put_table("fields", names, ([row[name] for name in names] for row in found))


@app.command("add")
def add(
    statement: Statements = None,
    situation: Annotated[str, typer.Option(help="Code of the situation: SY, AF, ...")] = "",
    on: Annotated[str, typer.Option(help="2014-07-03, 2014-07, 2014, 2013-11/2014-02.")] = "",
    admin1: Annotated[str, typer.Option(help="First-level division, by code or name.")] = "",
    place: Annotated[str, typer.Option(help="Code of a place in the gazetteer.")] = "",
    violation: Annotated[str, typer.Option(help="recruitment_use, killing, attack_school, ...")] = "",
    party: Annotated[str, typer.Option(help="Parties by code or name, semicolons between.")] = "",
    attribution: Annotated[str, typer.Option(help="sole, joint, alternative, crossfire, unidentified.")] = "",
    sex: Annotated[str, typer.Option(help="m, f, u.")] = "u",
    age: Annotated[str, typer.Option(help="Years: 14, 14-16, 14-, -17; empty when not known.")] = "",
    armed: Annotated[str, typer.Option(help="y, n, u.")] = "u",
    role: Annotated[list[str] | None, typer.Option(help="fighter, guard, cook, ... May be repeated.")] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(help="NAME=VALUE of `tawthiq incident fields`; ?reason when not known. May be repeated."),
    ] = None,
    source_kind: SourceKind = "other",
    source_name: SourceName = "",
    dry_run: DryRun = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Record an incident with one violation and, where that counts children, an act against one child, all or none.

    What is left empty is taken from the statements. The child gets a pseudonym, never a name.
    """
    actor = open_session(home, as_)
    from tawthiq.record.link.by_hand import prefill
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Reader, Work

    typed = Typed(
        situation,
        on,
        admin1,
        place,
        violation,
        party,
        attribution,
        sex,
        age,
        armed,
        tuple(role or ()),
        tuple(field or ()),
    )
    source = typed_source(source_kind, source_name)
    offered = prefill(Reader(actor), list(dict.fromkeys(statement or ())))
    with Work(actor, Action.CASE_WRITE, dry_run=dry_run) as work:
        made = make_case(work, typed, offered, source)
        document = {"dry_run": dry_run, **shown(work, made)}
    put_json(document) if as_json else put_fields(document)


@app.command("support")
def support(
    subject_id: Annotated[str, typer.Argument(help="An act, or a violation counted in incidents.")],
    statement: Statements = None,
    source_kind: SourceKind = "other",
    source_name: SourceName = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say that confirmed statements of a source support an act or a violation that is there."""
    actor = open_session(home, as_)
    from tawthiq.record.link import by_hand
    from tawthiq.record.link.models.read import get_version
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    source = typed_source(source_kind, source_name)
    with Work(actor, Action.CASE_WRITE, thing=subject_id) as work:
        get_version(work, subject_id)
        n_new = by_hand.support(work, subject_id, statement or [], source)
    document = {"subject": subject_id, "source": source.id, "new": n_new}
    put_json(document) if as_json else put_fields(document)
