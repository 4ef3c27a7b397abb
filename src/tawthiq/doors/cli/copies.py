"""`tawthiq copies`: what an item seems to be a copy of, and what people say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from tawthiq.doors.cli.beyond import hashes, match
from tawthiq.doors.cli.output import AsOption, DryRun, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

if TYPE_CHECKING:
    from tawthiq.record.collect.item import Item
    from tawthiq.record.compare.copy import Copy
    from tawthiq.record.compare.decision import Decision
    from tawthiq.record.compare.roots import Roots
    from tawthiq.safe.work import Reader

MAX_CHANGED_CHARS = 200_000
"""Longer texts are not set against each other word by word: it would take minutes."""
NO_LINK = "no link was found; every method here misses some copies"


class _ItemOrVerb(TyperGroup):
    """`tawthiq copies ITEM` is `tawthiq copies show ITEM`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        plain = bool(args) and args[0] not in self.commands and args[0] != "--help"
        return super().parse_args(ctx, ["show", *args] if plain else args)


app = typer.Typer(cls=_ItemOrVerb, help="Copies of an item; `tawthiq copies ITEM` shows them.", no_args_is_help=True)
app.command("hashes")(hashes)
app.command("match")(match)


@app.command("show")
def show(item_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Show what an item seems to be a copy of, what changed, who may have posted first; `show` may be left out."""
    actor = open_session(home, as_)
    from tawthiq.safe.work import Reader

    document = shown(Reader(actor), item_id)
    if as_json:
        put_json(document)
        return
    cluster = document["cluster"]
    first = ", ".join(cluster["possibly_first"])
    compared = ", ".join(f"{name}: {'yes' if done else 'not yet'}" for name, done in document["methods"].items())
    fields = {"item": item_id, "compared": compared, "root": cluster["root"], "may be first": first}
    put_fields({**fields, "members": ", ".join(cluster["members"]), **({} if document["links"] else {"note": NO_LINK})})
    names = ("item", "word", "value", "unit", "method", "stands")
    put_table("links", names, ([link[name] for name in names] for link in document["links"]))


@app.command("judge")
def judge(
    item_ids: Annotated[tuple[str, str], typer.Argument(help="Two items.", metavar="ITEM ITEM")],
    same: Annotated[bool, typer.Option("--same/--apart", help="One goes back to the other; or they do not.")],
    dry_run: DryRun = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say that two items are copies of one thing, or are not; it outranks every link, and later copies inherit it."""
    actor = open_session(home, as_)
    from tawthiq.record.collect.models import get_item
    from tawthiq.record.compare.decision import Decision, Verdict
    from tawthiq.record.compare.models import put_judgement
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    one, other = item_ids
    verdict = Verdict.CONFIRM if same else Verdict.REJECT
    with Work(actor, Action.COPY_JUDGE, dry_run=dry_run) as work:
        for item_id in item_ids:
            get_item(work, item_id)
        decision = Decision(verdict, frozenset([one]), frozenset([other]), actor.id, work.at)
        put_judgement(work, decision)
    document = {**_decided(decision), "dry_run": dry_run}
    put_json(document) if as_json else put_fields(document)


@app.command("align")
def align(
    item_ids: Annotated[tuple[str, str], typer.Argument(help="Two pictures.", metavar="ITEM ITEM")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Look for points that two pictures share, through crops, captions, screenshots, turns; keep the link found."""
    actor = open_session(home, as_)
    from tawthiq.record.compare.aligning import find_scene
    from tawthiq.safe.work import Reader

    found = find_scene(Reader(actor), *item_ids)
    word, n_points = (found.kind.word, round(found.value)) if found else ("", 0)
    document = {
        "copy": found.id if found else None,
        "word": word,
        "n_inliers": n_points,
        "note": "" if found else NO_LINK,
    }
    put_json(document) if as_json else put_fields(document)


def shown(reader: Reader, item_id: str) -> dict[str, Any]:
    """The document of one item: its links, its cluster, what people said; raises NotFound."""
    from tawthiq.record.collect import models as collect
    from tawthiq.record.compare import models, step
    from tawthiq.record.compare.first_posted import posting_of
    from tawthiq.record.compare.roots import find_roots, reached

    item = collect.get_item(reader, item_id)
    copies, decisions = models.get_copies(reader), models.get_judgements(reader)
    near = reached(copies, decisions, frozenset([item_id]))
    arrivals = collect.get_receipts_of(reader, sorted(near))
    postings = {one: posting_of(receipt) for one, receipt in arrivals.items()}
    roots = find_roots(postings, copies, decisions)
    methods = step.methods_of(reader, item)
    links = [_link(reader, item, copy, roots) for copy in copies if item_id in copy.pair]
    return {
        "item": item_id,
        "compared": any(methods.values()),
        "methods": dict[str, Any](methods),
        "refused": models.get_refused_looks(reader).get(item_id) or models.get_refused_films(reader).get(item_id, ""),
        "links": links,
        "cluster": _cluster(roots, item_id),
        "decisions": [_decided(one) for one in decisions if item_id in one.left | one.right],
    }


def _link(reader: Reader, item: Item, copy: Copy, roots: Roots) -> dict[str, Any]:
    from tawthiq.record.collect import models as collect

    other = copy.item_b if copy.item_a == item.id else copy.item_a
    root = roots.root_of()
    together = root[copy.item_a] == root[copy.item_b]
    return {
        "copy": copy.id,
        "item": other,
        "word": copy.kind.word,
        "value": copy.value,
        "unit": copy.unit.value,
        "method": f"{copy.evidence.method}@{copy.evidence.version}",
        "facts": dict(copy.evidence.facts),
        "stands": "one root" if together else "held apart" if copy in roots.overruled else "a person decides",
        "changes": _changes(reader, item, collect.get_item(reader, other)),
    }


def _changes(reader: Reader, item: Item, other: Item) -> list[dict[str, Any]] | None:
    """What the other text says that this one does not, and the reverse; None where texts cannot be set side by side."""
    from tawthiq.record.compare.changes import what_changed
    from tawthiq.record.compare.turn_texts import text_of

    here, there = text_of(reader, item), text_of(reader, other)
    if not here or not there or max(len(here), len(there)) > MAX_CHANGED_CHARS:
        return None
    return [
        {
            "change": change.kind.value,
            "here": [change.a_start, change.a_end],
            "there": [change.b_start, change.b_end],
            "here_text": here[change.a_start : change.a_end],
            "there_text": there[change.b_start : change.b_end],
            "touches_number": change.touches_number,
        }
        for change in what_changed(here, there)
    ]


def _cluster(roots: Roots, item_id: str) -> dict[str, Any]:
    cluster = next(one for one in roots.clusters if item_id in one.members)
    return {
        "root": cluster.root,
        "members": sorted(cluster.members),
        "possibly_first": sorted(cluster.possibly_first),
        "first_is_known": cluster.first_is_known,
    }


def _decided(decision: Decision) -> dict[str, Any]:
    return {
        "decision": decision.id,
        "verdict": decision.verdict.value,
        "left": sorted(decision.left),
        "right": sorted(decision.right),
        "actor": decision.actor,
        "decided_at": decision.decided_at.isoformat(),
    }
