"""`tawthiq mask`: faces proposed, each frame reviewed by a person, the masked form written for a release."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, put_fields, put_json
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import BadInput

if TYPE_CHECKING:
    from tawthiq.record.collect.masking.boxes import Box
    from tawthiq.safe.work import Reader

app = typer.Typer(help="Mask faces for a release: detection only, every frame reviewed.", no_args_is_help=True)
Numbers = Annotated[str, typer.Option(help="Numbers of proposed boxes, commas between; or `all`.")]


@app.command("propose")
def propose(
    item_id: str,
    begin: Annotated[float, typer.Option("--from", help="Of a film: the second to begin at.")] = 0.0,
    seconds: Annotated[float, typer.Option(help="Of a film: how many seconds, at most 60.")] = 10.0,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Propose where faces may be in a picture, or each frame of a stretch of film; what was filled in copies, too."""
    actor = open_session(home, as_)
    from tawthiq.record.collect import masked, models
    from tawthiq.record.compare.masked_copies import places_from_copies
    from tawthiq.safe.work import Reader

    reader = Reader(actor)
    item = models.get_item(reader, item_id)
    proposal = masked.propose(reader, item, begin, seconds, places_from_copies(reader, item))
    _put(_shown(reader, proposal.id), as_json)


@app.command("show")
def show(mask_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Show a mask: its frames, the boxes of each, what was decided; leaves with 3 while a frame waits."""
    actor = open_session(home, as_)
    from tawthiq.safe.work import Reader

    document = _shown(Reader(actor), mask_id)
    _put(document, as_json)
    if document["waiting"]:
        raise typer.Exit(FINDINGS)


@app.command("review")
def review(
    mask_id: str,
    frame: Annotated[int, typer.Option(help="Number of the frame; a picture has frame 0.")] = 0,
    accept: Numbers = "",
    remove: Numbers = "",
    draw: Annotated[list[str] | None, typer.Option(help="x,y,width,height in pixels; may be repeated.")] = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Decide of every box of one frame, and draw others; refused while one of its boxes is undecided."""
    actor = open_session(home, as_)
    from tawthiq.record.collect import masked
    from tawthiq.record.collect.models import masks
    from tawthiq.safe.work import Reader

    reader = Reader(actor)
    proposed = next((one for one in masks.get_proposal(reader, mask_id).frames if one.number == frame), None)
    n_boxes = len(proposed.boxes) if proposed else 0
    drawn = [_box(text) for text in draw or ()]
    masked.review(reader, mask_id, frame, _numbers(accept, n_boxes), _numbers(remove, n_boxes), drawn)
    _put(_shown(reader, mask_id), as_json)


@app.command("write")
def write(
    mask_id: str,
    to: Annotated[Path, typer.Option("--to", help="File to write; must not be there yet.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Write the masked form; refused while a frame waits, or when a second look finds a face nobody decided on."""
    actor = open_session(home, as_)
    from tawthiq.record.collect import masked
    from tawthiq.safe.work import Reader

    if to.exists():
        raise BadInput("there is a file of that name", where=to.name, do="choose another")
    rendition, data = masked.write_masked(Reader(actor), mask_id)
    to.write_bytes(data)
    document = {"mask": mask_id, "file": str(to), **_origin(rendition.content())}
    put_json(document) if as_json else put_fields(document)


def _origin(content: Any) -> dict[str, Any]:
    return {name: content[name] for name in ("item", "parent", "recipe", "tool", "media_type", "sha256", "n_bytes")}


def _numbers(said: str, n_boxes: int) -> list[int]:
    if said.strip() == "all":
        return list(range(n_boxes))
    parts = [part.strip() for part in said.split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise BadInput("that is no list of numbers", where=said[:40], do="write 0,2,3 or all")
    return [int(part) for part in parts]


def _box(text: str) -> Box:
    from tawthiq.record.collect.masking.boxes import Box

    parts = text.split(",")
    if len(parts) != 4 or not all(part.strip().isdecimal() for part in parts):
        raise BadInput("that is no box", where=text[:40], do="write x,y,width,height")
    x, y, width, height = (int(part) for part in parts)
    return Box(x, y, x + width, y + height)


def _shown(reader: Reader, mask_id: str) -> dict[str, Any]:
    from tawthiq.record.collect.masking.proposal import undecided
    from tawthiq.record.collect.models import masks

    proposal, reviews = masks.get_proposal(reader, mask_id), masks.get_reviews(reader, mask_id)
    frames = [
        {**frame.content(), "review": reviews[frame.number].content() if frame.number in reviews else None}
        for frame in proposal.frames
    ]
    return {
        "mask": mask_id,
        "item": proposal.item_id,
        "detector": proposal.detector,
        "boxes": proposal.n_boxes,
        "waiting": undecided(proposal, reviews),
        "frames": frames,
    }


def _put(document: dict[str, Any], as_json: bool) -> None:
    if as_json:
        put_json(document)
        return
    put_fields({name: value for name, value in document.items() if name != "frames"})
    for frame in document["frames"]:
        put_fields({f"frame {frame['number']}": frame["boxes"]})
