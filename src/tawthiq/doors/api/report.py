"""API of the report: verified figures, estimates, releases; three types that no client can mistake for one another."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tawthiq.doors.api.auth import reader_of
from tawthiq.doors.api.record import PROBLEMS, Limit
from tawthiq.doors.api.shapes import EstimateOut, FigureDetail, FigureOut, ReleaseOut, Rows
from tawthiq.report.count.models import Kept, find_figures
from tawthiq.report.count.step import get_figure as count_again
from tawthiq.report.count.wire import figure_document
from tawthiq.report.estimate.models import KeptEstimate, find_estimates, get_draws
from tawthiq.report.estimate.models import get_estimate as kept_estimate
from tawthiq.report.estimate.parquet import PARQUET
from tawthiq.report.publish.models import Kept as KeptRelease
from tawthiq.report.publish.models import find_releases
from tawthiq.report.publish.models import get_release as kept_release
from tawthiq.safe.access import Action, Refused, may
from tawthiq.safe.work import Reader

router = Router()
PARQUET_BYTES = {"schema": {"type": "string", "format": "binary"}}
Ids = Annotated[bool, Query(description="Whether to list the ids that each number rests on.")]


@router.get("/figures", response={200: Rows[FigureOut], **PROBLEMS}, operation_id="list_figures", tags=["report"])
def list_figures(request: HttpRequest, limit: Limit = 50) -> Rows[FigureOut]:
    """Kept figures, newest first."""
    return Rows(rows=[_figure(kept) for kept in find_figures(reader_of(request), limit=limit)])


@router.get(
    "/figures/{figure_id}", response={200: FigureDetail, **PROBLEMS}, operation_id="get_figure", tags=["report"]
)
def get_figure(request: HttpRequest, figure_id: str, ids: Ids = True) -> FigureDetail:
    """A kept figure, counted again as of its freeze for this answer."""
    document: dict[str, Any] = dict(figure_document(count_again(reader_of(request), figure_id), with_ids=ids))
    return FigureDetail(id=figure_id, kind="verified_figure", figure=document)


@router.get("/estimates", response={200: Rows[EstimateOut], **PROBLEMS}, operation_id="list_estimates", tags=["report"])
def list_estimates(request: HttpRequest, limit: Limit = 50) -> Rows[EstimateOut]:
    """Kept estimates, newest first; never added to a figure."""
    reader = reader_of(request)
    return Rows(rows=[_estimate(reader, kept) for kept in find_estimates(reader, limit=limit)])


@router.get(
    "/estimates/{estimate_id}", response={200: EstimateOut, **PROBLEMS}, operation_id="get_estimate", tags=["report"]
)
def get_estimate(request: HttpRequest, estimate_id: str) -> EstimateOut:
    """A kept estimate with all that reproduces it; who makes none gets the hash of the table, not its overlaps."""
    reader = reader_of(request)
    return _estimate(reader, kept_estimate(reader, estimate_id))


@router.get(
    "/estimates/{estimate_id}/draws/{method}",
    response={200: None, **PROBLEMS},
    operation_id="get_estimate_draws",
    tags=["report"],
    openapi_extra={"responses": {200: {"description": "Parquet", "content": {PARQUET: PARQUET_BYTES}}}},
)
def get_estimate_draws(request: HttpRequest, estimate_id: str, method: str) -> HttpResponse:
    """All draws of one method as Parquet (chain, draw, n, weight), for who may make estimates; a refusal has none."""
    return HttpResponse(get_draws(reader_of(request), estimate_id, method), content_type=PARQUET)


@router.get("/releases", response={200: Rows[ReleaseOut], **PROBLEMS}, operation_id="list_releases", tags=["report"])
def list_releases(request: HttpRequest, limit: Limit = 50) -> Rows[ReleaseOut]:
    """Releases, newest first."""
    return Rows(rows=[_release(kept) for kept in find_releases(reader_of(request), limit=limit)])


@router.get(
    "/releases/{release_id}", response={200: ReleaseOut, **PROBLEMS}, operation_id="get_release", tags=["report"]
)
def get_release(request: HttpRequest, release_id: str) -> ReleaseOut:
    """A release: what it was frozen from, the hash of its manifest."""
    return _release(kept_release(reader_of(request), release_id))


def _figure(kept: Kept) -> FigureOut:
    return FigureOut(
        id=kept.id,
        kind="verified_figure",
        value=kept.value,
        as_of_ledger_size=kept.size,
        spec=dict(kept.spec.content()),
    )


def _estimate(reader: Reader, kept: KeptEstimate) -> EstimateOut:
    document = dict(kept.document)
    if isinstance(may(reader.actor, Action.ESTIMATE_MAKE), Refused) and isinstance(document.get("table"), dict):
        document["table"] = {name: said for name, said in document["table"].items() if name != "cells"}
    return EstimateOut(id=kept.id, kind="estimate", item_id=kept.item_id, estimate=document)


def _release(kept: KeptRelease) -> ReleaseOut:
    release = kept.release
    return ReleaseOut(
        id=kept.id,
        situation=release.proposal.situation,
        period=release.proposal.period,
        frozen_at=release.freeze.frozen_at,
        as_of_ledger_size=release.freeze.size,
        manifest_sha256=kept.manifest,
        figures=list(release.figures),
        policies=list(release.policies),
    )
