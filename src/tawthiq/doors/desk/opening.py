"""Opening: one step towards a picture, film or sound at a time, each with its reason; cautions, seals, pauses."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from tawthiq.doors.desk.items import about
from tawthiq.doors.desk.material import data_address
from tawthiq.doors.desk.page import account_of, go, page
from tawthiq.doors.models import Preference
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.caution import Caution, Sensitivity, Tag
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.sealing import SealAct
from tawthiq.record.collect.view import Step, break_is_due
from tawthiq.record.collect.viewing import open_item_to
from tawthiq.record.compare.around import seal_with_copies
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput

MAX_PART = 600


@dataclass(frozen=True, slots=True)
class Opened:
    """What one answer shows: a data address; of a film or sound the minute that comes next, None at its end."""

    step: Step
    address: str
    media: str
    part: int
    purpose: str

    @property
    def next_part(self) -> int | None:
        """The minute behind this one; pictures have none."""
        return None if self.media == "image" else self.part + 1


@never_cache
@page(Action.ITEM_REVEAL, methods=("POST",))
def open_step(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """One step, in this one answer; the reason goes into the ledger. After many of them the desk asks for a pause."""
    item = collect.get_item(reader, item_id)
    if pause_is_due(reader, request):
        return _shown(reader, request, item, {"pause": True})
    step, part = _asked(request)
    made = open_item_to(reader, item, step, part)
    opened = Opened(step, data_address(made), made.media_type.partition("/")[0], part, reader.purpose)
    return _shown(reader, request, item, {"opened": opened})


def _asked(request: HttpRequest) -> tuple[Step, int]:
    step, part = request.POST.get("step", ""), request.POST.get("part", "0")
    if step not in list(Step) or not part.isdecimal() or int(part) > MAX_PART:
        raise BadInput("no such step", where=step[:20], do="choose a step of its page")
    return Step(step), int(part)


def _shown(reader: Reader, request: HttpRequest, item: Item, more: dict[str, object]) -> HttpResponse:
    return render(request, "desk/item.html", {**about(reader, item), **more})


def pause_is_due(reader: Reader, request: HttpRequest) -> bool:
    """Whether to ask the reader to pause before more is opened."""
    kept = Preference.objects.filter(account=account_of(request)).first()
    since = kept.views_at_break if kept else 0
    return break_is_due(harm.count_my_views(reader), since, settings.CONFIGURATION.break_after_views)


@page(Action.ITEM_CAUTION, methods=("POST",))
def pause(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The person was asked to pause; whether they did is theirs, and is kept nowhere."""
    account = account_of(request)
    n_viewed = harm.count_my_views(reader)
    Preference.objects.update_or_create(account=account, defaults={"views_at_break": n_viewed})
    back = request.POST.get("item", "")
    return go("item", back) if back else go("my_work")


@page(Action.ITEM_CAUTION, methods=("POST",))
def caution(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Say what others must know before they open it."""
    tags = frozenset(Tag(tag) for tag in request.POST.getlist("tags") if tag in list(Tag))
    said = request.POST.get("sensitivity", "")
    if said not in list(Sensitivity):
        raise BadInput("say how it is to be treated", where="sensitivity", do="choose sensitive or mild")
    with Work(reader.actor, Action.ITEM_CAUTION, thing=item_id) as work:
        collect.get_item(work, item_id)
        harm.put_caution(work, Caution(item_id, Sensitivity(said), tags, work.actor.id, work.at))
    messages.success(request, gettext("Others see it before they open this, or a copy of it."))
    return go("item", item_id)


@page(Action.ITEM_SEAL, methods=("POST",))
def seal(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Seal it with its copies, confirm that, or open it again: never one person alone."""
    act = request.POST.get("act", "")
    if act not in list(SealAct):
        raise BadInput("no such step", where=act[:20], do="choose a step of its page")
    with Work(reader.actor, Action.ITEM_SEAL, thing=item_id, purpose=reader.purpose) as work:
        collect.get_item(work, item_id)
        seal_with_copies(work, item_id, SealAct(act))
    return go("item", item_id)


urls: list[URLPattern] = [
    path("items/<str:item_id>/open/", open_step, name="item_open"),
    path("items/<str:item_id>/caution/", caution, name="item_caution"),
    path("items/<str:item_id>/seal/", seal, name="item_seal"),
    path("pause/", pause, name="pause"),
]
