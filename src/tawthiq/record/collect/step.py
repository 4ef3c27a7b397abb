"""Step collect: files that lie in the inbox of the home become items."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Channel
from tawthiq.safe.access import Action
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused

NAME, VERSION, ACTION = "collect", 1, Action.ITEM_ADD


def inbox() -> Path:
    """The folder of the home that is watched; a file taken in moves to `inbox/taken`, a refused one to `refused`."""
    return current_home().root / "inbox"


def todo(_reader: Reader) -> Iterator[str]:
    """Names of files that wait in the inbox."""
    folder = inbox()
    yield from sorted(path.name for path in folder.glob("*") if path.is_file()) if folder.is_dir() else ()


def run(work: Work, one: str) -> Outcome:
    """Take one file in. The file moves only after its bytes are in the vault; if the move is lost, nothing doubles."""
    path = inbox() / one
    try:
        with path.open("rb") as source:
            added = add_item(work, source, Arrival(name=one, channel=Channel.FOLDER))
    except BadInput as error:
        _move(path, "refused")
        return Refused(error)
    _move(path, "taken")
    return Made((added.item.id,)) if added.new else Nothing("these bytes were here before")


def _move(path: Path, folder: str) -> None:
    place = path.parent / folder
    place.mkdir(exist_ok=True)
    path.rename(place / path.name)
