"""What tests of viewing, seals and masks do at the doors: a kept picture, steps of opening, a seal."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable

import numpy as np
from django.test import Client
from PIL import Image

from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.sealing import SealAct
from tawthiq.record.compare.around import seal_with_copies
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Work
from unit.compare.drawn import saved, shapes

SignedIn = Callable[..., Client]


REASON = {"purpose": "invented reason"}


def keep(actor: Actor, data: bytes, name: str) -> Item:
    with Work(actor, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(data), Arrival(name)).item


def opened(client: Client, item: Item, step: str, **more: str) -> str:
    return client.post(f"/items/{item.id}/open/", {"step": step, **REASON, **more}).content.decode()


def repost(seed: int = 5, quality: int = 60) -> bytes:
    return saved(np.asarray(Image.fromarray(shapes(seed)).resize((400, 300))), quality=quality).getvalue()


def sealed(one: Actor, item: Item, act: SealAct = SealAct.ASK_SEAL) -> None:
    with Work(one, Action.ITEM_SEAL, thing=item.id, purpose="invented reason") as work:
        seal_with_copies(work, item.id, act)


def acts_of(item: Item) -> list[str]:
    return [event.action for event in ledger.events_of(item.id)]


PICTURES = re.compile(r'src="data:(image/\w+);base64,([^"]+)"')


def pictures_in(page: str) -> list[Image.Image]:
    """Every picture inside of a page that is not the drawing of a sound."""
    found = (Image.open(io.BytesIO(base64.b64decode(data))) for _, data in PICTURES.findall(page))
    return [one for one in found if one.size != (600, 96)]
