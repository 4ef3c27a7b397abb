"""Masks: faces proposed in a picture or film, every frame reviewed by a person, the masked form written."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from tawthiq.doors.desk.opening import pause_is_due
from tawthiq.doors.desk.page import form_page, go, page
from tawthiq.doors.jobs.queue import enqueue
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import ItemKind
from tawthiq.record.collect.masked import get_masked, review, sheet, write_masked
from tawthiq.record.collect.masking.boxes import Box
from tawthiq.record.collect.masking.proposal import FrameFound, Proposal, Review, undecided
from tawthiq.record.collect.models import harm, masks
from tawthiq.record.collect.rendition import Rendition
from tawthiq.record.collect.view import Step
from tawthiq.record.collect.viewing import open_item_to
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, NotFound, TawthiqError

SHEET_FRAMES = 24
DRAWN_ROWS = 4
DEFAULT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Numbered:
    """A box with its number as it stands on the picture, and how it is written in the form."""

    number: int
    box: Box

    @property
    def width(self) -> int:
        """In pixels of the frame."""
        return self.box.x1 - self.box.x0

    @property
    def height(self) -> int:
        """In pixels of the frame."""
        return self.box.y1 - self.box.y0


@dataclass(frozen=True, slots=True)
class Shown:
    """A frame on a sheet. `picture`: a data address, grey, small; `reviewed`: how many boxes it fills, None before."""

    frame: FrameFound
    picture: str
    reviewed: int | None


@page(Action.MASK_WRITE)
def of_item(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """The masks of an item, and the form that asks for another."""
    return render(request, "desk/masks.html", _masks(reader, item_id))


def _masks(reader: Reader, item_id: str) -> dict[str, object]:
    item = collect.get_item(reader, item_id)
    harm.require_open(reader, item_id)
    found = [(one, len(undecided(one, masks.get_reviews(reader, one.id)))) for one in _proposals(reader, item_id)]
    receipts = collect.get_receipts_of(reader, [item_id])
    name = receipts[item_id].original_name if item_id in receipts else item_id
    return {
        "item": item,
        "name": name,
        "found": found,
        "film": item.kind is ItemKind.VIDEO,
        "masked": _form(reader, item_id),
    }


def _proposals(reader: Reader, item_id: str) -> list[Proposal]:
    return masks.get_proposals_of(reader, item_id)[::-1]


def _form(reader: Reader, item_id: str) -> Rendition | None:
    try:
        return get_masked(reader, item_id)[0]
    except NotFound:
        return None


@page(Action.MASK_WRITE, methods=("POST",))
def look_for_faces(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Let the detector propose, in a job: a picture takes seconds, a film about a second for each frame."""
    begin_s, seconds = request.POST.get("begin_s") or 0, request.POST.get("length_s") or DEFAULT_SECONDS
    item = collect.get_item(reader, item_id)
    harm.require_open(reader, item_id)
    return go("job", enqueue(reader.actor, "mask", {"item": item.id, "begin_s": begin_s, "seconds": seconds}))


@page(Action.MASK_WRITE)
def overview(reader: Reader, request: HttpRequest, mask_id: str) -> HttpResponse:
    """A mask: how many frames wait; nothing is shown before a reason is given."""
    return render(request, "desk/mask.html", _about(reader, masks.get_proposal(reader, mask_id)))


def _about(reader: Reader, proposal: Proposal) -> dict[str, object]:
    item = collect.get_item(reader, proposal.item_id)
    harm.require_open(reader, item.id)
    reviews = masks.get_reviews(reader, proposal.id)
    waiting = undecided(proposal, reviews)
    sheets = range(0, len(proposal.frames), SHEET_FRAMES)
    return {
        "mask": proposal,
        "item": item,
        "waiting": waiting,
        "n_done": len(proposal.frames) - len(waiting),
        "film": item.kind is ItemKind.VIDEO,
        "first_waiting": waiting[0] if waiting else 0,
        "sheets": [(begin, min(begin + SHEET_FRAMES, len(proposal.frames)) - 1) for begin in sheets],
    }


@never_cache
@page(Action.MASK_WRITE, methods=("POST",))
def frames(reader: Reader, request: HttpRequest, mask_id: str) -> HttpResponse:
    """A sheet of frames, small and grey, their boxes filled as they would be: a view, with its reason in the ledger."""
    proposal = masks.get_proposal(reader, mask_id)
    if pause_is_due(reader, request):
        return render(request, "desk/pause.html", {"back": proposal.item_id})
    begin = _number(request, "begin")
    some = proposal.frames[begin : begin + SHEET_FRAMES]
    if not some:
        raise NotFound("no such frame", where=mask_id)
    _note_view(reader, proposal)
    reviews = masks.get_reviews(reader, mask_id)
    fills = {frame.number: _filled(frame, reviews.get(frame.number)) for frame in some}
    pictures = sheet(reader, proposal, [frame.number for frame in some], fills, whole=False)
    shown = [Shown(frame, _jpeg(pictures[frame.number]), _count(reviews, frame, fills)) for frame in some]
    return render(
        request, "desk/mask_sheet.html", {**_about(reader, proposal), "shown": shown, "purpose": reader.purpose}
    )


def _filled(frame: FrameFound, said: Review | None) -> Sequence[Box]:
    """What would be filled: what was decided, or before that everything that was proposed."""
    accepted = frame.boxes if said is None else [frame.boxes[n] for n in sorted(said.accepted)]
    return [*(box.grown(frame.width, frame.height) for box in accepted), *(said.drawn if said else ())]


def _count(reviews: dict[int, Review], frame: FrameFound, fills: dict[int, Sequence[Box]]) -> int | None:
    return len(fills[frame.number]) if frame.number in reviews else None


@never_cache
@page(Action.MASK_WRITE, methods=("POST",))
def one_frame(reader: Reader, request: HttpRequest, mask_id: str) -> HttpResponse:
    """One frame, grey, its boxes outlined and numbered, with the form that decides of each and draws others."""
    proposal = masks.get_proposal(reader, mask_id)
    if pause_is_due(reader, request):
        return render(request, "desk/pause.html", {"back": proposal.item_id})
    frame = _frame(proposal, _number(request, "frame"))
    _note_view(reader, proposal)
    return render(request, "desk/mask_frame.html", _editor(reader, proposal, frame))


def _editor(reader: Reader, proposal: Proposal, frame: FrameFound) -> dict[str, object]:
    pictures = sheet(reader, proposal, [frame.number], {}, whole=True)
    said = masks.get_reviews(reader, proposal.id).get(frame.number)
    drawn = list(said.drawn) if said else []
    return {
        **_about(reader, proposal),
        "frame": frame,
        "picture": _jpeg(pictures[frame.number]),
        "boxes": [Numbered(number, box) for number, box in enumerate(frame.boxes)],
        "accepted": said.accepted if said else frozenset(),
        "removed": said.removed if said else frozenset(),
        "drawn": [Numbered(number, box) for number, box in enumerate(drawn)],
        "blank": range(len(drawn), len(drawn) + DRAWN_ROWS),
        "purpose": reader.purpose,
    }


@page(Action.MASK_WRITE, methods=("POST",))
def decide(reader: Reader, request: HttpRequest, mask_id: str) -> HttpResponse:
    """Keep what was decided of one frame, or that the ticked frames of a sheet are right as they are shown."""
    proposal = masks.get_proposal(reader, mask_id)
    if "frame" in request.POST:
        frame = _frame(proposal, _number(request, "frame"))
        accepted = [n for n in range(len(frame.boxes)) if request.POST.get(f"box-{n}") == "accept"]
        removed = [n for n in range(len(frame.boxes)) if request.POST.get(f"box-{n}") == "remove"]
        try:
            review(reader, mask_id, frame.number, accepted, removed, _drawn(request))
        except TawthiqError as error:
            return form_page(request, "desk/mask.html", _about(reader, proposal), error)
        messages.success(request, gettext("Frame reviewed."))
    else:
        _agree(reader, proposal, request.POST.getlist("right"))
    return go("mask", mask_id)


def _agree(reader: Reader, proposal: Proposal, ticked: Sequence[str]) -> None:
    """Every box that was shown filled stays so in the ticked frames."""
    before = masks.get_reviews(reader, proposal.id)
    for text in ticked:
        frame = _frame(proposal, int(text) if text.isdecimal() else -1)
        if frame.number not in before:
            review(reader, proposal.id, frame.number, range(len(frame.boxes)), (), ())


def _drawn(request: HttpRequest) -> list[Box]:
    rows = zip(*(request.POST.getlist(name) for name in ("x", "y", "width", "height")), strict=True)
    try:
        numbers = [tuple(int(cell) for cell in row) for row in rows if any(cell.strip() for cell in row)]
    except ValueError as reason:
        raise BadInput("a drawn box needs four whole numbers", where="box", do="fill all four, or none") from reason
    return [Box(x, y, x + width, y + height) for x, y, width, height in numbers]


@page(Action.MASK_WRITE, methods=("POST",))
def write(reader: Reader, request: HttpRequest, mask_id: str) -> HttpResponse:
    """Write the masked form; refused while a box or frame is undecided, or when a second look finds a face."""
    proposal = masks.get_proposal(reader, mask_id)
    try:
        write_masked(reader, mask_id)
    except TawthiqError as error:
        return form_page(request, "desk/mask.html", _about(reader, proposal), error)
    messages.success(
        request, gettext("The masked form is written. A second look found no face that nobody decided on.")
    )
    return go("masks", proposal.item_id)


@never_cache
@page(Action.MASK_WRITE)
def download(reader: Reader, _request: HttpRequest, item_id: str) -> HttpResponse:
    """The masked form as a file: the only form of a picture that may leave in a release."""
    rendition, data = get_masked(reader, item_id)
    end = "jpg" if rendition.media_type == "image/jpeg" else "webm"
    headers = {"Content-Disposition": f'attachment; filename="masked-{item_id}.{end}"'}
    return HttpResponse(data, content_type=rendition.media_type, headers=headers)


def _note_view(reader: Reader, proposal: Proposal) -> None:
    """Looking at frames is looking at the item: small and grey, with a reason."""
    open_item_to(reader, collect.get_item(reader, proposal.item_id), Step.GREY)


def _frame(proposal: Proposal, number: int) -> FrameFound:
    found = next((frame for frame in proposal.frames if frame.number == number), None)
    if found is None:
        raise NotFound("no such frame", where=proposal.id)
    return found


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "0")
    return int(text) if text.isdecimal() else 0


def _jpeg(data: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"


urls: list[URLPattern] = [
    path("items/<str:item_id>/masks/", of_item, name="masks"),
    path("items/<str:item_id>/masks/propose/", look_for_faces, name="mask_propose"),
    path("items/<str:item_id>/masks/file/", download, name="mask_download"),
    path("masks/<str:mask_id>/", overview, name="mask"),
    path("masks/<str:mask_id>/frames/", frames, name="mask_frames"),
    path("masks/<str:mask_id>/frame/", one_frame, name="mask_frame"),
    path("masks/<str:mask_id>/review/", decide, name="mask_review"),
    path("masks/<str:mask_id>/write/", write, name="mask_write"),
]
