"""Rendering: the stored rendition of an item, or a new one made in the child; never of a sealed item."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO

from tawthiq import __version__
from tawthiq.record.collect.item import Item, ItemKind, ItemState
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.rendition import Form, Made, Rendition
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.collect.sandbox.worker import KEPT
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken, UnreadableInput
from tawthiq.terms.identity import Json

TOOL = f"tawthiq {__version__}"
CPU_S = {ItemKind.IMAGE: 15}
FILM_CPU_S = 120

_DRAW = "tawthiq.record.collect.drawn:draw_task"
_FILM = "tawthiq.record.collect.filmed:film_task"


def rendition_of(reader: Reader, item: Item, form: Form, part: int = 0) -> Made:
    """What is shown; kept where its form is. Raises NotPermitted for a sealed item, UnreadableInput, IntegrityBroken.

    Whoever calls it for anything but a tile or a wave has written a view before it leaves the machine.
    """
    harm.require_open(reader, item.id)
    stored = harm.get_rendition(reader, item.id, form, part) if form.is_kept else None
    if stored and reader.derivatives.check(stored.sha256):
        return Made(reader.derivatives.get(stored.sha256), stored.media_type, stored.recipe)
    made = render(reader, item, form, part)
    if form.is_kept:
        with Work(reader.actor, Action.ITEM_DERIVE, thing=item.id) as work:
            harm.put_rendition(work, named(item, form, part, made), made)
    return made


def named(item: Item, form: Form, part: int, made: Made) -> Rendition:
    """What the record keeps of it: its parent, recipe and tool."""
    sha256 = hashlib.sha256(made.data).hexdigest()
    return Rendition(item.id, item.sha256, form, part, made.recipe[:400], TOOL, made.media_type, sha256, len(made.data))


def render(reader: Reader, item: Item, form: Form, part: int = 0) -> Made:
    """A new rendition; raises UnreadableInput, IntegrityBroken."""
    if item.state is not ItemState.READABLE:
        raise UnreadableInput("its bytes could not be decoded when it came", where=item.id, do=KEPT)
    task = _DRAW if item.kind is ItemKind.IMAGE else _FILM
    return worked(reader, item, task, {"form": form.value, "part": part}, CPU_S.get(item.kind, FILM_CPU_S))


def worked(reader: Reader, item: Item, task: str, args: Mapping[str, Json], cpu_s: int) -> Made:
    """The last frame of a task on an item's bytes, re-hashed on the way; raises UnreadableInput, IntegrityBroken."""
    with pool.worker() as worker, original(reader, item) as source:
        *_, last = worker.stream(task, source, args, cpu_s=cpu_s)
    return Made(last.blob, str(last.words["media_type"])[:40], str(last.words["recipe"]))


@contextmanager
def original(reader: Reader, item: Item) -> Iterator[BinaryIO]:
    """The bytes of an item as a file that can be read anywhere, hashed before; raises IntegrityBroken."""
    if not reader.vault.check(item.sha256):
        raise IntegrityBroken("stored bytes differ from their hash", where=item.sha256, do="restore them from a backup")
    with reader.vault.open(item.sha256) as source:
        if hasattr(source, "fileno") and source.seekable():
            yield source
            return
        with TemporaryFile() as copied:
            while chunk := source.read(1 << 20):
                copied.write(chunk)
            copied.seek(0)
            yield copied
