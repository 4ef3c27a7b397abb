"""Copies: what an item seems to be a copy of, how the two lie on each other; people confirm, reject, split."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from tawthiq.doors.desk.material import tile_of
from tawthiq.doors.desk.opening import pause_is_due
from tawthiq.doors.desk.page import go, page
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.caution import Warned
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.view import Step
from tawthiq.record.collect.viewing import open_item_to
from tawthiq.record.compare import models
from tawthiq.record.compare.aligning import Laid, find_scene, lay
from tawthiq.record.compare.around import cluster_of, roots_around, same_root, warned_of
from tawthiq.record.compare.copy import Copy, Unit
from tawthiq.record.compare.decision import Decision, Verdict
from tawthiq.record.compare.roots import Roots, strength
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, NotFound
from tawthiq.terms.identity import Kind, is_id

BITS = 256
MAX_TILES = 40
"""Tiles drawn on one page; a longer cluster is listed without."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of this item. `n`: what its measure counts (bits, points, frames, per cent); `stands`: together, apart,

    or asked, where a person decides. `drawable`: whether the two can be laid on each other.
    """

    copy: Copy
    other: str
    name: str
    n: int
    stands: str
    tile: str
    drawable: bool
    sealed: bool


@dataclass(frozen=True, slots=True)
class Member:
    """An item of the same root. `first`: it may have been posted first."""

    item: str
    name: str
    first: bool


@page(Action.COPY_READ)
def copies(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Every link of an item, strongest first; what goes back to the same root; what people said."""
    item = collect.get_item(reader, item_id)
    links, decisions, roots = roots_around(reader, item_id)
    cluster = cluster_of(roots, item_id)
    named = _names(reader, [*cluster.members, *(one for copy in links for one in copy.pair)])
    mine = sorted((copy for copy in links if item_id in copy.pair), key=strength)
    context = {
        "item": item,
        "name": named.get(item_id, item_id),
        "links": [_link(reader, item, copy, roots, named, at < MAX_TILES) for at, copy in enumerate(mine)],
        "members": [Member(one, named.get(one, one), one in cluster.possibly_first) for one in sorted(cluster.members)],
        "first_is_known": cluster.first_is_known,
        "said": [one for one in decisions if item_id in one.left | one.right],
        "compared": any(_methods_of(reader, item).values()),
        "warned": warned_of(reader, item_id, cluster.members),
        "tile": tile_of(reader, item),
    }
    return render(request, "desk/copies.html", context)


def _methods_of(reader: Reader, item: Item) -> dict[str, bool]:
    from tawthiq.record.compare import step

    return step.methods_of(reader, item)


def _names(reader: Reader, items: list[str]) -> dict[str, str]:
    return {one: receipt.original_name for one, receipt in collect.get_receipts_of(reader, items).items()}


def _link(reader: Reader, item: Item, copy: Copy, roots: Roots, named: Mapping[str, str], with_tile: bool) -> Link:
    other = copy.item_b if copy.item_a == item.id else copy.item_a
    root = roots.root_of()
    together = root.get(copy.item_a) == root.get(copy.item_b)
    stands = "together" if together else "apart" if copy in roots.overruled else "asked"
    n = round(100 * copy.value) if copy.unit is Unit.CONTAINMENT else round(copy.value)
    sealed = any(harm.get_seal(reader, one).closed for one in (item.id, other))
    tile = tile_of(reader, collect.get_item(reader, other)) if with_tile and not sealed else ""
    drawable = item.kind is ItemKind.IMAGE and not sealed
    return Link(copy, other, named.get(other, other), n, stands, tile, drawable, sealed)


@page(Action.COPY_READ)
def copy(reader: Reader, request: HttpRequest, copy_id: str) -> HttpResponse:
    """One link: both pictures blurred, the points that agree, one laid on the other."""
    found = _copy(reader, request, copy_id)
    return _drawn(reader, request, found, lay(reader, *_asked_first(found)), blurred=True)


@never_cache
@page(Action.ITEM_REVEAL, methods=("POST",))
def copy_grey(reader: Reader, request: HttpRequest, copy_id: str) -> HttpResponse:
    """The same, grey: a view of both pictures, each with the reason in the ledger."""
    found = _copy(reader, request, copy_id)
    if pause_is_due(reader, request):
        return render(request, "desk/pause.html", {"back": found.item_a})
    laid = lay(reader, *_asked_first(found))
    for item_id in found.pair:
        open_item_to(reader, collect.get_item(reader, item_id), Step.GREY)
    return _drawn(reader, request, found, laid, blurred=False)


def _copy(reader: Reader, request: HttpRequest, copy_id: str) -> Copy:
    item_id = request.GET.get("of", "") or request.POST.get("of", "")
    links = models.get_copies(reader, item_id) if is_id(item_id, Kind.ITEM) else []
    found = next((one for one in links if one.id == copy_id), None)
    if found is None:
        raise NotFound("no such link", where=copy_id, do="go back to the copies of the item")
    return found


def _asked_first(found: Copy) -> tuple[str, str]:
    """The item that asked, then the one on file: the direction in which the link was found."""
    asked = dict(found.evidence.facts).get("asked")
    return found.pair if asked != found.item_b else (found.item_b, found.item_a)


def _drawn(reader: Reader, request: HttpRequest, found: Copy, laid: Laid, *, blurred: bool) -> HttpResponse:
    a, b = _asked_first(found)
    named = _names(reader, [a, b])
    drawing = base64.b64encode(laid.drawing(blurred=blurred)).decode()
    warnings: list[Warned] = [warned_of(reader, one, same_root(reader, one)) for one in (a, b)]
    context = {
        "copy": found,
        "of": request.GET.get("of", "") or request.POST.get("of", ""),
        "a": a,
        "b": b,
        "name_a": named.get(a, a),
        "name_b": named.get(b, b),
        "drawing": f"data:image/png;base64,{drawing}",
        "n_points": laid.way.n_inliers if laid.way else 0,
        "agreement": round(100 * laid.way.agreement) if laid.way else None,
        "mirrored": bool(laid.way and laid.way.mirrored),
        "n": round(found.value),
        "blurred": blurred,
        "tags": sorted({tag for one in warnings for tag in one.tags}),
    }
    return render(request, "desk/copy.html", context)


@page(Action.COPY_JUDGE, methods=("POST",))
def judge(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Confirm or reject a link, or split the cluster: ticked items part from the rest. Later copies inherit it."""
    verdict = request.POST.get("verdict", "")
    if verdict not in list(Verdict):
        raise BadInput("say what is so", where="verdict", do="confirm, reject, or split")
    left, right = _sides(reader, Verdict(verdict), item_id, request)
    with Work(reader.actor, Action.COPY_JUDGE) as work:
        for one in left | right:
            collect.get_item(work, one)
        models.put_judgement(work, Decision(Verdict(verdict), left, right, work.actor.id, work.at))
    messages.success(request, gettext("Kept. Later copies of these items inherit it."))
    return go("copies", item_id)


def _sides(
    reader: Reader, verdict: Verdict, item_id: str, request: HttpRequest
) -> tuple[frozenset[str], frozenset[str]]:
    if verdict is not Verdict.SPLIT:
        return frozenset([item_id]), frozenset([request.POST.get("other", "")])
    members, ticked = same_root(reader, item_id), frozenset(request.POST.getlist("members"))
    if not ticked or not ticked < members:
        raise BadInput("a split leaves items on both sides", where="members", do="tick some of them, not all")
    return ticked, members - ticked


@page(Action.COPY_JUDGE, methods=("POST",))
def align(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Look for points that two pictures share: through crops, captions, screenshots, turns."""
    other = request.POST.get("other", "").strip()
    if not is_id(other, Kind.ITEM) or other == item_id:
        raise BadInput("that is no id of another item", where="other", do="copy the id from the page of the other item")
    found = find_scene(reader, item_id, other)
    if found is None:
        messages.info(
            request, gettext("No shared points were found; that says nothing, since every method misses some.")
        )
    else:
        messages.success(request, gettext("A link was found and kept."))
    return go("copies", item_id)


urls: list[URLPattern] = [
    path("items/<str:item_id>/copies/", copies, name="copies"),
    path("items/<str:item_id>/copies/judge/", judge, name="copies_judge"),
    path("items/<str:item_id>/copies/align/", align, name="copies_align"),
    path("copies/<str:copy_id>/", copy, name="copy"),
    path("copies/<str:copy_id>/grey/", copy_grey, name="copy_grey"),
]
