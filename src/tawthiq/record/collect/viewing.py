"""Viewing: one step of opening an item: rendered, then written down, only then handed over."""

from __future__ import annotations

from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.rendering import rendition_of
from tawthiq.record.collect.rendition import Made
from tawthiq.record.collect.view import FORMS, Step, View
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, Conflict


def open_item_to(reader: Reader, item: Item, step: Step, part: int = 0) -> Made:
    """What the reader may now see or hear; the reader's purpose goes beside the ledger line.

    Raises NotPermitted (no reason given, sealed, role), BadInput for a step that the kind has not, Conflict for the
    whole before the grey, UnreadableInput, IntegrityBroken.
    """
    reader.require(Action.ITEM_REVEAL, item.id)
    form = FORMS.get((item.kind, step))
    if form is None:
        raise BadInput(f"{item.kind.value} has no step {step.value}", where=item.id, do="choose a step of its page")
    if step is Step.FULL and Step.GREY not in harm.get_my_steps(reader, item.id):
        raise Conflict("it was not yet opened small and grey", where=item.id, do="look at it small and grey first")
    made = rendition_of(reader, item, form, part)
    with Work(reader.actor, Action.ITEM_REVEAL, thing=item.id, purpose=reader.purpose) as work:
        harm.put_view(work, View(item.id, step, part, work.actor.id, work.at, made.recipe[:400]))
    return made
