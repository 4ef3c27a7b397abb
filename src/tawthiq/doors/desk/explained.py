"""Explained: who changed which number between two releases, when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.figures import labels_of
from tawthiq.doors.desk.page import page
from tawthiq.record.verify.touch import Touch
from tawthiq.report.count.spec import Spec
from tawthiq.report.publish.between import explain_releases
from tawthiq.report.publish.explain import Explained, Moved, RowChange
from tawthiq.report.publish.models import get_release
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import MissingField

SHOWN_ACTS = 100


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row whose number changed, in the reader's words."""

    labels: tuple[str, ...]
    change: RowChange


@dataclass(frozen=True, slots=True)
class ActShown:
    """An act behind the change, with what was done to it; `deeds` is empty where the reader may not see who decided."""

    moved: Moved
    deeds: Sequence[Touch]


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One question asked by both releases. `n_more`: acts that are not listed."""

    spec: Spec
    explained: Explained
    rows: list[RowShown]
    acts: list[ActShown]
    n_more: int

    @property
    def changed(self) -> bool:
        """True where a number or an act behind it differs."""
        return bool(self.rows or self.acts)


@page(Action.RELEASE_READ)
def explained(reader: Reader, request: HttpRequest, release_id: str) -> HttpResponse:
    """This release beside the one it replaced, or another that is named; both are counted again for it."""
    kept = get_release(reader, release_id)
    other = request.GET.get("since", "").strip() or kept.release.proposal.supersedes
    if not other:
        raise MissingField("a change is between two releases", where="since", do="name the earlier one")
    found = explain_releases(reader, other, release_id)
    context = {
        "between": found,
        "figures": [_shown(one, found.why) for one in found.figures],
        "hidden": found.why is None,
    }
    return render(request, "desk/explained.html", context)


def _shown(one: Explained, why: Mapping[str, Sequence[Touch]] | None) -> FigureShown:
    by = one.after.spec.by
    rows = [RowShown(labels_of(by, change.cell), change) for change in one.rows]
    acts = [ActShown(moved, (why or {}).get(moved.subject_id, ())) for moved in one.moved[:SHOWN_ACTS]]
    return FigureShown(one.after.spec, one, rows, acts, len(one.moved) - len(acts))


urls: list[URLPattern] = [path("releases/<str:release_id>/explain/", explained, name="release_explain")]
