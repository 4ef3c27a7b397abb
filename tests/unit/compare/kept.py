"""What tests of the step compare do to the record: a kept item, one run of the step."""

from __future__ import annotations

from io import BytesIO

from tawthiq import flow
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.compare import step
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Work
from tawthiq.terms.outcome import Outcome


def keep(maker: Actor, source: BytesIO, name: str = "drawn.png") -> str:
    with Work(maker, Action.ITEM_ADD) as work:
        return add_item(work, source, Arrival(name)).item.id


def compare(maker: Actor) -> list[Outcome]:
    return list(flow.run_step(maker, step))
