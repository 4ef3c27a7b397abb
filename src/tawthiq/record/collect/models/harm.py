"""Renditions, cautions, seals, views: the queries on what is shown of an item, to whom, and on what must not be."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.db.models import QuerySet

from tawthiq.record.collect.caution import Caution, Sensitivity, Tag
from tawthiq.record.collect.models.tables import CautionRow, RenditionRow, SealRow, ViewRow
from tawthiq.record.collect.rendition import Form, Made, Rendition
from tawthiq.record.collect.sealing import Seal, SealAct, SealStep, moved, seal_of
from tawthiq.record.collect.view import Step, View
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotPermitted
from tawthiq.terms.identity import digest


@reads(Action.ITEM_READ)
def get_rendition(_reader: Reader, item_id: str, form: Form, part: int = 0) -> Rendition | None:
    """The newest stored rendition of that form."""
    row = RenditionRow.objects.filter(item_id=item_id, form=form.value, part=part).order_by("-since").first()
    return _rendition_from(row) if row else None


@reads(Action.ITEM_READ)
def get_renditions(_reader: Reader, item_id: str) -> list[Rendition]:
    """Every rendition that was ever stored of an item, oldest first."""
    return [_rendition_from(row) for row in RenditionRow.objects.filter(item_id=item_id).order_by("since")]


@reads(Action.ITEM_READ)
def get_cautions(_reader: Reader, item_ids: Iterable[str]) -> list[Caution]:
    """Everything that was said of these items, oldest first."""
    return [_caution_from(row) for row in CautionRow.objects.filter(item_id__in=list(item_ids)).order_by("since")]


@reads(Action.ITEM_READ)
def get_seal(_reader: Reader, item_id: str) -> Seal:
    """How an item stands."""
    return seal_of(_steps_of(item_id))


@reads(Action.ITEM_READ)
def get_closed(_reader: Reader, item_ids: Iterable[str]) -> frozenset[str]:
    """Those of these items that are sealed: nothing of them is shown, their words neither."""
    return _closed(SealRow.objects.filter(item_id__among=frozenset(item_ids)))


@reads(Action.ITEM_READ)
def get_all_closed(_reader: Reader) -> frozenset[str]:
    """Every item that is sealed."""
    return _closed(SealRow.objects.all())


@reads(Action.ITEM_READ)
def get_seal_steps(_reader: Reader, item_id: str) -> list[SealStep]:
    """The steps of sealing and opening an item, oldest first."""
    return list(_steps_of(item_id))


@reads(Action.ITEM_READ)
def get_waiting_seals(_reader: Reader) -> list[tuple[str, Seal]]:
    """(item, how it stands) of those that wait for a second person."""
    named = SealRow.objects.filter(inherited="").values("item_id")
    return [(item_id, seal) for item_id, seal in _seals(SealRow.objects.filter(item_id__in=named)) if seal.asked_by]


@reads(Action.ITEM_READ)
def count_my_views(reader: Reader) -> int:
    """How often the reader opened something; nobody can ask it of another."""
    return ViewRow.objects.filter(actor=reader.actor.id).count()


@reads(Action.ITEM_READ)
def get_my_steps(reader: Reader, item_id: str) -> frozenset[Step]:
    """How far the reader has opened an item before."""
    rows = ViewRow.objects.filter(actor=reader.actor.id, item_id=item_id)
    return frozenset(Step(step) for step in rows.values_list("step", flat=True))


@reads(Action.ITEM_READ)
def require_open(_reader: Reader, item_id: str) -> None:
    """Raise NotPermitted for a sealed item; asked again inside the Work that would show it."""
    if seal_of(_steps_of(item_id)).closed:
        raise NotPermitted("the item is sealed: nothing of it is shown", where=item_id, do="two persons can open it")


@writes(Action.ITEM_DERIVE, Action.MASK_WRITE)
def put_rendition(work: Work, rendition: Rendition, made: Made) -> None:
    """Keep a rendition beside the original; raises NotPermitted for a sealed item."""
    require_open(work, rendition.item_id)
    work.derivatives.put(io.BytesIO(made.data))
    detail = {"form": rendition.form.value, "sha256": rendition.sha256, "parent": rendition.parent_sha256}
    seq = work.record(rendition.item_id, rendition.content(), action="item.derived", detail=detail)
    RenditionRow.objects.create(since=seq, **rendition_fields(rendition))


@writes(Action.ITEM_CAUTION)
def put_caution(work: Work, caution: Caution) -> None:
    """Keep what a person says of an item."""
    tags = sorted(tag.value for tag in caution.tags)
    detail = {"sensitivity": caution.sensitivity.value, "tags": tags}
    seq = work.record(caution.item_id, caution.content(), detail=detail)
    CautionRow.objects.create(
        item_id=caution.item_id,
        sensitivity=caution.sensitivity.value,
        tags=tags,
        actor=caution.actor,
        decided_at=caution.decided_at,
        since=seq,
    )


@writes(Action.ITEM_SEAL, Action.STATEMENT_EXTRACT)
def put_seal_step(work: Work, step: SealStep) -> Seal:
    """Take a step; what was rendered of a closed item is destroyed. Raises Conflict, SecondSignature, NotPermitted."""
    if not step.inherited and step.actor != work.actor.id:
        raise NotPermitted("a step is taken in one's own name", where=step.item_id)
    after = moved(seal_of(_steps_of(step.item_id)), step.act, step.actor)
    n_destroyed = _destroy(work, step.item_id) if after.closed else 0
    detail = {"act": step.act.value, "inherited": step.inherited, "n_destroyed": n_destroyed}
    seq = work.record(step.item_id, step.content(), action="item.seal", detail=detail)
    SealRow.objects.create(
        item_id=step.item_id, act=step.act.value, actor=step.actor, at=step.at, inherited=step.inherited, since=seq
    )
    return after


@writes(Action.ITEM_REVEAL)
def put_view(work: Work, view: View) -> None:
    """Note that the actor opens an item; raises NotPermitted for a sealed one."""
    require_open(work, view.item_id)
    detail = {"step": view.step.value, "part": view.part}
    seq = work.record(view.item_id, view.content(), action=VIEWED[view.step], detail=detail)
    ViewRow.objects.create(
        item_id=view.item_id,
        step=view.step.value,
        part=view.part,
        actor=view.actor,
        at=view.at,
        recipe=view.recipe,
        since=seq,
    )


VIEWED = {Step.GREY: "item.viewed_grey", Step.FULL: "item.viewed_full", Step.SOUND: "item.heard"}
"""What the ledger calls each step."""


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for rendition in RenditionRow.objects.iterator():
        yield rendition.since, rendition.item_id, digest(_rendition_from(rendition).content())
    for caution in CautionRow.objects.iterator():
        yield caution.since, caution.item_id, digest(_caution_from(caution).content())
    for step in SealRow.objects.iterator():
        yield step.since, step.item_id, digest(_step_from(step).content())
    for row in ViewRow.objects.iterator():
        view = View(row.item_id, Step(row.step), row.part, row.actor, row.at, row.recipe)
        yield row.since, row.item_id, digest(view.content())


def rendition_hashes() -> Iterator[tuple[str, str]]:
    """(item, sha256) of every rendition, for the audit; one that was destroyed or lost can be made again."""
    yield from RenditionRow.objects.values_list("item_id", "sha256").iterator()


def _destroy(work: Work, item_id: str) -> int:
    """Delete what was rendered of an item, unless the same bytes belong to another item that stays open."""
    mine = set(RenditionRow.objects.filter(item_id=item_id).values_list("sha256", flat=True))
    shared = RenditionRow.objects.filter(sha256__in=mine).exclude(item_id=item_id).values_list("sha256", flat=True)
    return sum(work.derivatives.destroy(sha256) for sha256 in mine - set(shared))


def _closed(rows: QuerySet[SealRow]) -> frozenset[str]:
    return frozenset(item_id for item_id, seal in _seals(rows) if seal.closed)


def _seals(rows: QuerySet[SealRow]) -> Iterator[tuple[str, Seal]]:
    """How each item of these rows stands, by its id; one query."""
    ordered = rows.order_by("item_id", "since").iterator()
    for item_id, steps in groupby(ordered, key=lambda row: row.item_id):
        yield item_id, seal_of(_step_from(row) for row in steps)


def _steps_of(item_id: str) -> Iterator[SealStep]:
    return (_step_from(row) for row in SealRow.objects.filter(item_id=item_id).order_by("since"))


def _step_from(row: SealRow) -> SealStep:
    return SealStep(row.item_id, SealAct(row.act), row.actor, row.at, row.inherited)


def _caution_from(row: CautionRow) -> Caution:
    tags = frozenset(Tag(tag) for tag in row.tags)
    return Caution(row.item_id, Sensitivity(row.sensitivity), tags, row.actor, row.decided_at)


def rendition_fields(rendition: Rendition) -> dict[str, object]:
    """Columns of a rendition."""
    return {
        "item_id": rendition.item_id,
        "parent_sha256": rendition.parent_sha256,
        "form": rendition.form.value,
        "part": rendition.part,
        "recipe": rendition.recipe,
        "tool": rendition.tool,
        "media_type": rendition.media_type,
        "sha256": rendition.sha256,
        "n_bytes": rendition.n_bytes,
    }


def _rendition_from(row: RenditionRow) -> Rendition:
    form = Form(row.form)
    return Rendition(
        row.item_id, row.parent_sha256, form, row.part, row.recipe, row.tool, row.media_type, row.sha256, row.n_bytes
    )
