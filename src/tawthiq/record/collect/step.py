"""Step collect: files that lie in the inbox of the home become items; exports and archives are taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tawthiq.record.collect.intake import Arrival, add_item, arrival_of
from tawthiq.record.collect.item import Channel
from tawthiq.record.collect.opening import open_within, unopened
from tawthiq.safe.access import Action
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Kind, is_id
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused

NAME, VERSION, ACTION = "collect", 1, Action.ITEM_ADD


def inbox() -> Path:
    """The folder of the home that is watched; a file taken in moves to `inbox/taken`, a refused one to `refused`."""
    return current_home().root / "inbox"


def todo(reader: Reader) -> Iterator[str]:
    """Names of files that wait in the inbox, then ids of items that wait to be taken apart."""
    folder = inbox()
    yield from sorted(path.name for path in folder.glob("*") if path.is_file()) if folder.is_dir() else ()
    yield from unopened(reader)


def run(work: Work, one: str) -> Outcome:
    """Take one file in, or one item apart. A file moves only after its bytes are in the vault; nothing doubles."""
    path = inbox() / one
    if is_id(one, Kind.ITEM) and not path.exists():
        return _take_apart(work, one)
    try:
        with path.open("rb") as source:
            added = add_item(work, source, arrival_of(path, Arrival(one, Channel.FOLDER)))
    except BadInput as error:
        _move(path, "refused")
        return Refused(error)
    _move(path, "taken")
    return Made((added.item.id,)) if added.new else Nothing("these bytes were here before")


def _take_apart(work: Work, item_id: str) -> Outcome:
    opened = open_within(work, item_id)
    if not opened.n_parts and opened.findings:
        return Refused(opened.findings[0])
    return Made((item_id,)) if opened.n_parts else Nothing("nothing lay in it")


def _move(path: Path, folder: str) -> None:
    place = path.parent / folder
    place.mkdir(exist_ok=True)
    path.rename(place / path.name)
