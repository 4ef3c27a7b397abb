"""`tawthiq item warn|seal|unseal`: what others must know before they open an item; what nobody is to see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import AsOption, DryRun, HomeOption, JsonFlag, put_fields, put_json
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import BadInput

if TYPE_CHECKING:
    from tawthiq.safe.access import Actor

SEAL, DECLINE_SEAL = ("ask_seal", "confirm_seal"), ("decline_seal",)
UNSEAL, DECLINE_OPEN = ("ask_open", "confirm_open"), ("decline_open",)
Reason = Annotated[str, typer.Option(help="Why; it goes into the ledger.")]
Decline = Annotated[bool, typer.Option("--decline", help="Decline what another person asked for.")]


def warn(
    item_id: str,
    tag: Annotated[
        list[str] | None,
        typer.Option(help="child_visible, recognisable, dead_or_injured, torture, sexual, distressing_sound."),
    ] = None,
    mild: Annotated[bool, typer.Option("--mild/--sensitive", help="It can be looked at without harm; or not.")] = False,
    dry_run: DryRun = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Say what others must know before they open an item, or a copy of it; the last word stands."""
    document = warned(open_session(home, as_), item_id, tag or (), mild=mild, dry_run=dry_run)
    put_json(document) if as_json else put_fields(document)


def seal(
    item_id: str,
    reason: Reason,
    decline: Decline = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Close an item and its sure copies at once; said by a second person, it is sealed for good."""
    document = sealed(open_session(home, as_), item_id, DECLINE_SEAL if decline else SEAL, reason)
    put_json(document) if as_json else put_fields(document)


def unseal(
    item_id: str,
    reason: Reason,
    decline: Decline = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Ask to open a sealed item and its copies; said by a second person, they open."""
    document = sealed(open_session(home, as_), item_id, DECLINE_OPEN if decline else UNSEAL, reason)
    put_json(document) if as_json else put_fields(document)


def warned(actor: Actor, item_id: str, tags: Sequence[str], *, mild: bool, dry_run: bool) -> dict[str, Any]:
    """Keep a warning; raises BadInput for a tag that is none, NotFound, NotPermitted."""
    from tawthiq.record.collect import models
    from tawthiq.record.collect.caution import Caution, Sensitivity, Tag
    from tawthiq.record.collect.models.harm import put_caution
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    known = [one.value for one in Tag]
    if strange := [one for one in tags if one not in known]:
        raise BadInput("no such tag", where=strange[0][:40], do=f"use: {', '.join(known)}")
    said = Sensitivity.MILD if mild else Sensitivity.SENSITIVE
    with Work(actor, Action.ITEM_CAUTION, thing=item_id, dry_run=dry_run) as work:
        models.get_item(work, item_id)
        put_caution(work, Caution(item_id, said, frozenset(map(Tag, tags)), work.actor.id, work.at))
    return {"item": item_id, "sensitivity": said.value, "tags": sorted(set(tags)), "dry_run": dry_run}


def sealed(actor: Actor, item_id: str, acts: Sequence[str], reason: str) -> dict[str, Any]:
    """Take the one of these acts that follows how the item stands; where none does, the first says why not."""
    from tawthiq.record.collect import models
    from tawthiq.record.collect.models.harm import get_seal
    from tawthiq.record.collect.sealing import SealAct
    from tawthiq.record.compare.around import seal_with_copies
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    with Work(actor, Action.ITEM_SEAL, thing=item_id, purpose=reason) as work:
        models.get_item(work, item_id)
        follows = get_seal(work, item_id).next_acts
        act = next((one for one in map(SealAct, acts) if one in follows), SealAct(acts[0]))
        after = seal_with_copies(work, item_id, act)
    return {"item": item_id, "act": act.value, "state": after.state.value}
