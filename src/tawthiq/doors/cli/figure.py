"""`tawthiq figure`: count what is verified; `tawthiq trace`: from a figure down to the bytes."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Kind, is_id

WithIds = Annotated[bool, typer.Option("--ids/--no-ids", help="Print the ids that each number rests on.")]

app = typer.Typer(help="Count what is verified.", no_args_is_help=True)


@app.command("build")
def build(
    situation: Annotated[str, typer.Option(help="Code of the situation: SY, AF, ...; WORLD is all of them.")],
    period: Annotated[str, typer.Option(help="2014, 2014-Q2, 2014-H1, 2014-07, 2013-01-01/2014-12-31.")],
    violation: Annotated[str, typer.Option(help="Types or headings, comma between; all six grave by default.")] = "",
    by: Annotated[
        str,
        typer.Option(
            help="party, sex, age, role, armed, weapon, facility, form, violation, admin1, month, ... comma between."
        ),
    ] = "",
    unit: Annotated[str, typer.Option(help="child, incident, or act (violations).")] = "",
    only: Annotated[list[str] | None, typer.Option(help="Keep some: party=isil,fsa. May be repeated.")] = None,
    straddle: Annotated[
        str, typer.Option(help="What a case over several periods counts by: start, overlap, release.")
    ] = "start",
    min_n: Annotated[int, typer.Option(help="Smallest denominator of which a percentage is printed.")] = 10,
    ids: WithIds = True,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Count verified acts and keep the figure; the same question over the same record is the same figure."""
    actor = open_session(home, as_)
    from tawthiq.report.count.spec import parse_spec
    from tawthiq.report.count.step import build_figure
    from tawthiq.report.count.wire import figure_document
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    kept = dict(_pair(one) for one in only or ())
    spec = parse_spec(
        situation=situation,
        period=period,
        violation=violation,
        by=by,
        unit=unit,
        only=kept,
        straddle=straddle,
        min_n=min_n,
    )
    with Work(actor, Action.FIGURE_BUILD) as work:
        figure = build_figure(work, spec)
    _show(figure_document(figure, with_ids=ids), as_json=as_json)


@app.command("unverified")
def unverified(
    situation: Annotated[str, typer.Option(help="Code of the situation: SY, AF, ...; WORLD is all of them.")],
    period: Annotated[str, typer.Option(help="2014, 2014-Q2, 2014-H1, 2014-07, 2013-01-01/2014-12-31.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say what was reported and is not verified, by type and status; never to be added to a figure."""
    actor = open_session(home, as_)
    from tawthiq.record.verify.models.acts import unverified_tally
    from tawthiq.record.verify.reported import reported
    from tawthiq.report.count.period import bounds
    from tawthiq.report.count.spec import EVERYWHERE, situation_of
    from tawthiq.safe.work import Reader
    from tawthiq.terms.when import parse_when

    code, when = situation_of(situation), parse_when(period, where="period")
    cases = unverified_tally(Reader(actor), situation=None if code == EVERYWHERE else code)
    rows = [
        {
            "violation": one.violation,
            "status": one.status,
            "unit": one.unit.value,
            "reported": one.n,
            "undated": one.n_undated,
        }
        for one in reported(cases, *bounds(when))
    ]
    if as_json:
        put_json({"kind": "unverified_tally", "situation": code, "period": when.text, "rows": rows})
        return
    put_table(
        "reported, not verified",
        ("violation", "status", "unit", "reported", "undated"),
        (list(one.values()) for one in rows),
    )


@app.command("list")
def list_figures(
    limit: Annotated[int, typer.Option(help="How many, newest first.")] = 50,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """List kept figures."""
    actor = open_session(home, as_)
    from tawthiq.report.count.models import find_figures
    from tawthiq.safe.work import Reader

    documents = [
        {"figure": kept.id, "value": kept.value, "as_of_ledger_size": kept.size, "spec": kept.spec.content()}
        for kept in find_figures(Reader(actor), limit=limit)
    ]
    if as_json:
        put_json({"figures": documents})
        return
    rows = ((one["figure"], one["value"], *_scope(one["spec"])) for one in documents)
    put_table("verified figures", ("figure", "value", "unit", "situation", "period", "violations", "by"), rows)


@app.command("show")
def show(
    figure_id: str, ids: WithIds = True, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = ""
) -> None:
    """Show a kept figure, counted again as of its freeze."""
    actor = open_session(home, as_)
    from tawthiq.report.count.step import get_figure
    from tawthiq.report.count.wire import figure_document
    from tawthiq.safe.work import Reader

    _show(figure_document(get_figure(Reader(actor), figure_id), with_ids=ids), as_json=as_json)


def trace(
    target: Annotated[str, typer.Argument(help="A figure, an act, or a violation.")],
    cell: Annotated[str, typer.Option(help="Only one row of the figure: its codes, comma between.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Follow a figure to its acts, assessments, statements, words, bytes, custody; every hash is worked out now."""
    actor = open_session(home, as_)
    from tawthiq.record.trace import trace as follow
    from tawthiq.report.count.step import acts_behind
    from tawthiq.safe.work import Reader

    reader = Reader(actor)
    subjects: tuple[str, ...] = (target,)
    if is_id(target, Kind.FIGURE):
        behind = acts_behind(reader, target, tuple(cell.split(",")) if cell else None)
        subjects = (*behind.ids, *behind.late_ids)
        if cell and not subjects:
            raise NotFound("the figure has no such row", where=f"--cell {cell}", do="see the rows of `figure show`")
    found = follow(reader, subjects)
    document = {"target": target, "n_subjects": len(found.subjects), **found.to_json()}
    put_json(document) if as_json else _show_trace(document)
    if found.broken:
        raise typer.Exit(FINDINGS)


def _pair(text: str) -> tuple[str, str]:
    name, equals, codes = text.partition("=")
    if not equals:
        raise typer.BadParameter("write DIMENSION=CODE,CODE", param_hint="--only")
    return name, codes


def _scope(spec: Any) -> tuple[object, ...]:
    return spec["unit"], spec["situation"], spec["period"], ", ".join(spec["violations"]), ", ".join(spec["by"])


def _show(document: Any, *, as_json: bool) -> None:
    if as_json:
        put_json(document)
        return
    basis = "; ".join(f"{one['words']} ({one['n_acts']})" for one in document["basis"])
    put_fields({"figure": document["id"], "value": f"{document['value']} ({document['unit']})", "basis": basis})
    by = document["spec"]["by"]
    names = (*by, "row", "value", "numerator", "denominator", "unknown", "late")
    put_table("verified", names, ([row.get(name, "") for name in names] for row in document["rows"]))
    for note in document["notes"]:
        put_fields({"note": note})


def _show_trace(document: Any) -> None:
    put_fields({name: document[name] for name in ("target", "n_subjects", "intact")})
    rows = [
        (subject["subject"], one["stage"], one["occurrence"], one["policy"], one["body"], one["by"], one["decided_on"])
        for subject in document["subjects"]
        for one in subject["assessments"]
    ]
    put_table("assessments", ("subject", "stage", "outcome", "policy", "body", "by", "on"), rows)
    said = [
        (
            subject["subject"],
            one["statement"],
            one["item"],
            one.get("span") or f"row {one['row']}",
            "(sealed)" if one["sealed"] else one["quote"],
        )
        for subject in document["subjects"]
        for one in subject["statements"]
    ]
    put_table("statements", ("subject", "statement", "item", "where", "words"), said)
    kept = [
        (one["item"], one["sha256"], "intact" if one["intact"] else "BROKEN", len(one["custody"]))
        for one in document["items"]
    ]
    put_table("items", ("item", "sha256", "hashed now", "custody lines"), kept)
