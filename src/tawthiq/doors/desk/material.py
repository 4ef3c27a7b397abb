"""Material: what is shown of a picture, film or sound before anybody asks: a tile, a warning, or a seal."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from django.conf import settings

from tawthiq.record.collect.caution import Warned
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.rendering import rendition_of
from tawthiq.record.collect.rendition import Form, Made
from tawthiq.record.collect.sealing import Seal, SealAct
from tawthiq.record.collect.view import FORMS, Step
from tawthiq.record.compare.around import same_root, warned_of
from tawthiq.safe.access import Action, Allowed, may
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput

MATERIAL = (ItemKind.IMAGE, ItemKind.VIDEO, ItemKind.AUDIO)


@dataclass(frozen=True, slots=True)
class Material:
    """What the page shows. `tile`, `wave`: data addresses, empty where there is none.

    `steps`: how far the reader may go now; `acts`: what the reader may do about a seal.
    """

    seal: Seal
    warned: Warned
    copies: tuple[str, ...]
    tile: str = ""
    wave: str = ""
    steps: tuple[Step, ...] = ()
    acts: tuple[SealAct, ...] = ()
    can_seal: bool = False
    legal_path: str = ""


def material_of(reader: Reader, item: Item, *, intact: bool) -> Material:
    """What may be shown of an item before anybody asks."""
    seal, members = harm.get_seal(reader, item.id), same_root(reader, item.id)
    warned = warned_of(reader, item.id, members)
    copies = tuple(sorted(members - {item.id}))
    acts = tuple(act for act in seal.next_acts if seal.asked_by != reader.actor.id)
    bare = Material(seal, warned, copies, acts=acts, legal_path=settings.CONFIGURATION.legal_path)
    if seal.closed or not intact or item.kind not in MATERIAL:
        return bare
    tile, wave = _quiet(reader, item, Form.TILE), _quiet(reader, item, Form.WAVE)
    return Material(seal, warned, copies, tile, wave, _steps(reader, item, tile, wave), acts, True, bare.legal_path)


def tile_of(reader: Reader, item: Item) -> str:
    """The blurred tile as a data address; empty for a sealed item, or one that gives none."""
    sealed = harm.get_seal(reader, item.id).closed
    return "" if sealed or item.kind not in MATERIAL else _quiet(reader, item, Form.TILE)


def _steps(reader: Reader, item: Item, tile: str, wave: str) -> tuple[Step, ...]:
    """The whole only behind the grey; what cannot be decoded has no step."""
    if not isinstance(may(reader.actor, Action.ITEM_REVEAL, item.id, "asked"), Allowed) or not (tile or wave):
        return ()
    behind = harm.get_my_steps(reader, item.id)
    known = [step for step in Step if (item.kind, step) in FORMS]
    silent = [step for step in known if step is not Step.SOUND or wave]
    return tuple(step for step in silent if step is not Step.FULL or Step.GREY in behind)


def _quiet(reader: Reader, item: Item, form: Form) -> str:
    """A tile or wave; empty where the bytes give none."""
    if form not in _QUIET[item.kind]:
        return ""
    try:
        return data_address(rendition_of(reader, item, form))
    except BadInput:
        return ""


_QUIET = {
    ItemKind.IMAGE: (Form.TILE,),
    ItemKind.VIDEO: (Form.TILE, Form.WAVE),
    ItemKind.AUDIO: (Form.WAVE,),
}


def data_address(made: Made) -> str:
    """The bytes inside of the page: no address of their own that could be opened again."""
    return f"data:{made.media_type};base64,{base64.b64encode(made.data).decode()}"
