"""`tawthiq release`: propose, build by a second person, verify."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

app = typer.Typer(help="Frozen releases: two people, one folder of files.", no_args_is_help=True)


@app.command("propose")
def propose(
    situation: Annotated[str, typer.Option(help="Code of the situation.")],
    period: Annotated[str, typer.Option(help="The period, such as 2014.")],
    figure: Annotated[
        list[str] | None, typer.Option(help="A kept figure whose question is asked; else the standard tables.")
    ] = None,
    product: Annotated[
        list[str] | None,
        typer.Option(help="country (the default), note, annex, cross; may be repeated, all from one freeze."),
    ] = None,
    k: Annotated[int, typer.Option(help="Smallest count of children that may be printed.")] = 5,
    k_guarded: Annotated[int, typer.Option(help="The same for sexual violence, and below admin-1.")] = 10,
    supersedes: Annotated[str, typer.Option(help="The release that this one replaces.")] = "",
    reason: Annotated[str, typer.Option(help="Why bars are lower, or a release is replaced.")] = "",
    language: Annotated[list[str] | None, typer.Option(help="en, ar, fr, es; en and ar by default.")] = None,
    estimate: Annotated[
        list[str] | None, typer.Option(help="A kept estimate (est_...), printed in a folder apart; may be repeated.")
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option(help="PARTY=TEXT: what this report prints for a party. May be repeated.")
    ] = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Ask for a release; somebody else builds it."""
    actor = open_session(home, as_)
    from tawthiq.report.count.models import get_kept
    from tawthiq.report.publish.kinds import Bars
    from tawthiq.report.publish.products import Product, beside_of, standard_specs
    from tawthiq.report.publish.products import product as product_of
    from tawthiq.report.publish.release import LANGUAGES, Proposal
    from tawthiq.report.publish.step import propose as put
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Reader, Work

    reader = Reader(actor)
    products = tuple(product_of(name) for name in product or (Product.COUNTRY,))
    specs = (
        tuple(get_kept(reader, one).spec for one in figure) if figure else standard_specs(situation, period, products)
    )
    labels = tuple((code, text) for code, _, text in (one.partition("=") for one in label or ()))
    proposal = Proposal(
        specs,
        Bars(k, k_guarded),
        tuple(language or LANGUAGES),
        supersedes,
        reason,
        beside_of(products),
        tuple(estimate or ()),
        labels,
    )
    with Work(actor, Action.RELEASE_PROPOSE) as work:
        proposal_id = put(work, proposal)
    document = {
        "proposal": proposal_id,
        "situation": proposal.situation,
        "period": proposal.period,
        "figures": len(specs),
    }
    put_json(document) if as_json else put_fields(document)


@app.command("build")
def build(
    proposal_id: str,
    override: Annotated[
        str, typer.Option(help="Why a leak that the audit found is accepted; goes into the ledger.")
    ] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Freeze a proposal that another person made, and write its folder."""
    actor = open_session(home, as_)
    from tawthiq.report.publish.step import build_release, folder_of

    built = build_release(actor, proposal_id, override=override)
    release = built.release
    document = {
        "release": release.id,
        "folder": str(folder_of(release.id)),
        "manifest_sha256": built.manifest,
        "files": sorted(built.files),
        "figures": list(release.figures),
        "hidden_cells": len(release.hidden),
    }
    put_json(document) if as_json else put_fields(document)


@app.command("list")
def list_releases(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """List releases, and proposals that wait for a second person."""
    actor = open_session(home, as_)
    from tawthiq.report.publish.models import find_proposals, find_releases
    from tawthiq.safe.work import Reader

    reader = Reader(actor)
    waiting = [one for one in find_proposals(reader) if not one.released]
    proposals = [
        {"proposal": one.id, "situation": one.proposal.situation, "period": one.proposal.period} for one in waiting
    ]
    releases = [
        {"release": kept.id, "situation": kept.release.proposal.situation, "period": kept.release.proposal.period,
         "frozen_at": kept.release.freeze.frozen_at.isoformat(), "manifest_sha256": kept.manifest}
        for kept in find_releases(reader)
    ]  # fmt: skip
    if as_json:
        put_json({"releases": releases, "proposals": proposals})
        return
    put_table(
        "releases",
        ("release", "situation", "period", "frozen at", "manifest"),
        (list(one.values()) for one in releases),
    )
    put_table(
        "waiting for a second person", ("proposal", "situation", "period"), (list(one.values()) for one in proposals)
    )


@app.command("explain")
def explain(
    earlier: Annotated[str, typer.Argument(help="A release.")],
    later: Annotated[str, typer.Argument(help="Another, such as the one that replaced it.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say what changed between two releases: which acts entered, left or moved, who did what to them, when, why."""
    actor = open_session(home, as_)
    from tawthiq.report.publish.between import explain_releases
    from tawthiq.report.publish.explain import explained_document
    from tawthiq.safe.work import Reader

    found = explain_releases(Reader(actor), earlier, later)
    freezes = [one.release.freeze for one in (found.earlier, found.later)]
    document: dict[str, Any] = {
        "releases": [found.earlier.id, found.later.id],
        "frozen_at": [one.frozen_at.isoformat() for one in freezes],
        "ledger_sizes": [one.size for one in freezes],
        "reason": found.later.release.proposal.reason,
        "figures": [explained_document(one, found.why) for one in found.figures],
        "only_in": [[spec.content() for spec in specs] for specs in found.only],
    }
    put_json(document) if as_json else _show_explained(document)


def _show_explained(document: dict[str, Any]) -> None:
    put_fields({name: document[name] for name in ("releases", "frozen_at", "reason")})
    for figure in document["figures"]:
        spec = figure["spec"]
        asked = f"{', '.join(spec['violations'])} ({spec['unit']}) by {', '.join(spec['by']) or 'nothing'}"
        if not figure["rows"] and not figure["acts"]:
            put_fields({asked: "unchanged"})
            continue
        if len(set(figure["rules"])) > 1:
            put_fields({"counted under other rules": " to ".join(figure["rules"])})
        rows = (
            (", ".join(one["cell"]) or "total", *(f"{value} (late {late})" for value, late in (one["was"], one["is"])))
            for one in figure["rows"]
        )
        put_table(asked, ("row", "was", "is"), rows)
        put_table("who changed it, and why", ("act", "how", "line", "deed", "by", "day", "reason"), _deeds(figure))


def _deeds(figure: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for act in figure["acts"]:
        deeds: list[dict[str, Any]] = list(act.get("why", ())) or [{}]
        for one in deeds:
            said = one.get("status") or "; ".join(
                f"{c['field']}: {c['was']} to {c['is']}" for c in one.get("changes", ())
            )
            deed = f"{one.get('deed', '')} {said}".strip()
            day = one.get("decided_on") or one.get("at", "")[:10]
            yield (
                act["subject"],
                act["how"],
                one.get("ledger_line", ""),
                deed,
                one.get("by", ""),
                day,
                one.get("reason", ""),
            )


@app.command("verify")
def verify(release_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Build a release again and compare every byte of its folder."""
    actor = open_session(home, as_)
    from tawthiq.report.publish.step import verify_release
    from tawthiq.safe.work import Reader

    found = verify_release(Reader(actor), release_id)
    document = {
        "release": release_id,
        "ok": not found,
        "differences": [{"path": one.path, "what": one.what} for one in found],
    }
    put_json(document) if as_json else put_fields(document)
    if found:
        raise typer.Exit(FINDINGS)


@app.command("write")
def write(release_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Write the folder of a release again, byte for byte, where it is missing."""
    actor = open_session(home, as_)
    from tawthiq.report.publish.step import write_again
    from tawthiq.safe.work import Reader

    document = {"release": release_id, "folder": str(write_again(Reader(actor), release_id))}
    put_json(document) if as_json else put_fields(document)
