"""Releases: what was proposed, what was frozen, whether every file is still as it was built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm, labelled
from tawthiq.doors.desk.estimate_words import title_of
from tawthiq.doors.desk.page import error_page, form_page, go, page
from tawthiq.report.count.models import get_kept
from tawthiq.report.estimate.models import KeptEstimate, find_estimates
from tawthiq.report.publish import models
from tawthiq.report.publish.products import Product, beside_of, product, standard_specs
from tawthiq.report.publish.release import LANGUAGES, Proposal
from tawthiq.report.publish.step import build_release, folder_of, propose, verify_release, write_again
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import NotFound, TawthiqError

PAGE_ROWS = 50


class ProposalForm(DeskForm):
    """What to publish: the tables of a country section, for one situation and period."""

    situation = forms.ChoiceField(label=_("Situation"))
    period = forms.CharField(label=_("Period"), max_length=40, help_text=_("2014, 2014-Q2, 2014-H1 or 2014-07"))
    products = forms.MultipleChoiceField(
        label=_("Tables of"),
        choices=[
            (Product.COUNTRY.value, _("the country section of an annual report, with its sentences")),
            (Product.NOTE.value, _("a horizontal note")),
            (Product.ANNEX.value, _("the annexes: parties, what was laid to them, how they are listed")),
            (Product.CROSS.value, _("parties by violation and sex, age by sex, divisions by violation")),
        ],
        widget=forms.CheckboxSelectMultiple,
        initial=[Product.COUNTRY.value],
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=[("en", "English"), ("ar", "العربية"), ("fr", "Français"), ("es", "Español")],
        widget=forms.CheckboxSelectMultiple,
        initial=LANGUAGES,
    )
    estimates = forms.MultipleChoiceField(
        label=_("Estimates"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Printed in a folder of their own, never in a table of what was verified."),
    )
    supersedes = forms.CharField(
        label=_("Release it replaces"), required=False, max_length=30, help_text=_("Its id; empty for a new one.")
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, help_text=_("Needed when it replaces another; printed with what changed.")
    )

    def __init__(self, kept: Sequence[KeptEstimate], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "situation": labelled("situation", empty=_("Choose one")),
            "estimates": [(one.id, title_of(one)) for one in kept],
        }
        for name, choices in offered.items():
            if isinstance(field := self.fields[name], forms.ChoiceField):
                field.choices = choices
        if not kept:
            del self.fields["estimates"]

    def noun(self) -> Proposal:
        """The proposal; raises BadInput, MissingField."""
        said = self.cleaned_data
        products = tuple(product(name) for name in said["products"])
        return Proposal(
            standard_specs(said["situation"], said["period"], products),
            languages=tuple(said["languages"]),
            supersedes=said["supersedes"].strip(),
            reason=said["reason"].strip(),
            beside=beside_of(products),
            estimates=tuple(said.get("estimates", ())),
        )


@page(Action.RELEASE_READ)
def releases(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Releases and the proposals that wait for a second person, newest first."""
    proposals = [one for one in models.find_proposals(reader, limit=PAGE_ROWS) if not one.released]
    context = {
        "releases": models.find_releases(reader, limit=PAGE_ROWS),
        "proposals": [(one, one.proposed_by == reader.actor.id) for one in proposals],
    }
    return render(request, "desk/releases.html", context)


@page(Action.RELEASE_PROPOSE, methods=("GET", "POST"))
def add_proposal(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Propose a release; another person builds it."""
    form = ProposalForm(find_estimates(reader, limit=PAGE_ROWS), request.POST or None)
    if request.method == "GET" or not form.is_valid():
        status = 400 if request.method == "POST" else 200
        return render(request, "desk/release_propose.html", {"form": form}, status=status)
    try:
        with Work(reader.actor, Action.RELEASE_PROPOSE) as work:
            propose(work, form.noun())
    except TawthiqError as error:
        return form_page(request, "desk/release_propose.html", {"form": form}, error)
    return go("releases")


@page(Action.RELEASE_BUILD, methods=("POST",))
def build(reader: Reader, request: HttpRequest, proposal_id: str) -> HttpResponse:
    """Freeze a proposal into a release."""
    try:
        built = build_release(reader.actor, proposal_id, override=request.POST.get("override", ""))
    except TawthiqError as error:
        return error_page(request, error)
    return go("release", built.release.id)


@page(Action.RELEASE_READ)
def release(reader: Reader, request: HttpRequest, release_id: str) -> HttpResponse:
    """One release."""
    return render(request, "desk/release.html", _about(reader, release_id))


@page(Action.RELEASE_READ, methods=("POST",))
def verify(reader: Reader, request: HttpRequest, release_id: str) -> HttpResponse:
    """Every file set beside what is built again now."""
    about = _about(reader, release_id)
    return render(
        request, "desk/release.html", {**about, "verified": True, "faults": verify_release(reader, release_id)}
    )


@page(Action.RELEASE_BUILD, methods=("POST",))
def write_files(reader: Reader, _request: HttpRequest, release_id: str) -> HttpResponse:
    """Write the files of a release again, where a crash or a loss left none."""
    write_again(reader, release_id)
    return go("release", release_id)


def _about(reader: Reader, release_id: str) -> dict[str, object]:
    kept = models.get_release(reader, release_id)
    return {
        "kept": kept,
        "figures": [get_kept(reader, figure_id) for figure_id in kept.release.figures],
        "files": files_of(release_id),
        "restatements": models.get_restatements(reader, release_id),
    }


def files_of(release_id: str) -> list[tuple[str, int]]:
    """(path in the release's folder, bytes) of its files, documents before folders; empty where it is missing."""
    place = folder_of(release_id)
    files = [one for one in place.rglob("*") if one.is_file()] if place.is_dir() else []
    found = sorted(files, key=lambda one: (one.parent != place, one))
    return [(one.relative_to(place).as_posix(), one.stat().st_size) for one in found]


@page(Action.RELEASE_READ)
def download(reader: Reader, _request: HttpRequest, release_id: str, file: str) -> HttpResponse:
    """One file of a release, to keep; only what lies in its folder is given out."""
    models.get_release(reader, release_id)
    if file not in {name for name, _size in files_of(release_id)}:
        raise NotFound("the release has no such file", where=release_id, do="choose one from its page")
    source = (folder_of(release_id) / file).open("rb")
    return FileResponse(source, as_attachment=True, filename=file.replace("/", "_"))  # type: ignore[return-value]  # a streaming response is a response


urls: list[URLPattern] = [
    path("releases/", releases, name="releases"),
    path("releases/propose/", add_proposal, name="release_propose"),
    path("releases/proposals/<str:proposal_id>/build/", build, name="release_build"),
    path("releases/<str:release_id>/", release, name="release"),
    path("releases/<str:release_id>/verify/", verify, name="release_verify"),
    path("releases/<str:release_id>/write/", write_files, name="release_write"),
    path("releases/<str:release_id>/download/<path:file>", download, name="release_download"),
]
