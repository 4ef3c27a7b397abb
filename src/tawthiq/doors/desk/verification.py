"""Verification: the queue of cases, and the page on which a person takes one step on one case."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm, labelled
from tawthiq.doors.desk.evidence import evidence_of
from tawthiq.doors.desk.incidents import shown_violations, types_of
from tawthiq.doors.desk.page import before_of, form_page, go, page
from tawthiq.doors.desk.standings import Stood, find_waiting, standings_of, trail_of
from tawthiq.record.link.models import read as link
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.four_eyes import why_not_final
from tawthiq.record.verify.models import read as verify
from tawthiq.record.verify.models.catalogue import find_neighbours
from tawthiq.record.verify.models.readings import readings_of
from tawthiq.record.verify.policy import POLICIES, Policy, needs_reasons, next_stage, policy_of
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, TawthiqError

PAGE_ROWS = 25
USUAL_POLICY = "two_independent@1"


class JudgementForm(DeskForm):
    """What an assessor says beside the outcome, which is the button pressed."""

    policy = forms.CharField(widget=forms.HiddenInput)
    stage = forms.CharField(widget=forms.HiddenInput)
    body = forms.ChoiceField(label=_("In the name of"))
    reliability = forms.ChoiceField(label=_("How reliable are the sources"), initial="F")
    credibility = forms.TypedChoiceField(label=_("How credible is what they say"), coerce=int, initial="6")
    reasons = forms.CharField(
        label=_("Reasons"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Needed when the decision before says verified and yours is another. Name nobody."),
    )

    def __init__(self, *args: object, bodies: list[str], asks_reasons: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reasons"].widget.attrs["required"] = asks_reasons
        options = {
            "body": [(name, name) for name in bodies],
            "reliability": [(code, f"{code} · {word}") for code, word in labelled("reliability")],
            "credibility": [(code, f"{code} · {word}") for code, word in labelled("credibility")],
        }
        for name, found in options.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = found


@dataclass(frozen=True, slots=True)
class Step:
    """The step that can be taken now. `subjects`: those at this step; `reopens`: every one was final already;

    `needs_reasons`: whatever is decided but verified, since the decision before says verified.
    """

    policy: Policy
    stage: Stage
    subjects: tuple[Stood, ...]
    reopens: bool
    needs_reasons: bool


def step_for(policy: Policy, stood: list[Stood]) -> Step:
    """The earliest step, in the policy's order, that some waiting subject is at; first step again when none waits."""
    waiting = [one for one in stood if one.waits] or stood
    at = [(next_stage(policy, one.on_this_version), one) for one in waiting]
    stage = min((stage for stage, _one in at), key=policy.stages.index, default=policy.stages[0])
    there = tuple(one for where, one in at if where is stage)
    taken_back = any(needs_reasons(one.on_this_version, Status.NOT_VERIFIABLE) for one in there)
    return Step(policy, stage, there, not any(one.waits for one in there), taken_back)


def usual_policy(stood: list[Stood]) -> str:
    """The policy of the last decision on this case, else the usual one."""
    taken = [one.on_this_version[-1] for one in stood if one.on_this_version]
    last = max(taken, key=lambda one: one.at, default=None)
    return last.policy if last is not None and last.policy in POLICIES else USUAL_POLICY


@page(Action.ASSESS)
def queue(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Cases that wait for an assessment, newest first."""
    found = find_waiting(reader, PAGE_ROWS, before_of(request))
    return render(request, "desk/queue.html", {"queue": found.rows, "before": found.before, "query": ""})


@page(Action.ASSESS, methods=("GET", "POST"))
def case(reader: Reader, request: HttpRequest, incident_id: str) -> HttpResponse:
    """One case: what it rests on beside the step to take."""
    incident = link.get_incident(reader, incident_id)
    stood = standings_of(reader, [incident_id])[incident_id]
    code = request.POST.get("policy") or request.GET.get("policy") or usual_policy(stood)
    step = step_for(policy_of(code), stood)
    bodies = list(dict.fromkeys([settings.CONFIGURATION.body, *verify.get_bodies(reader)]))
    initial = {"policy": code, "stage": step.stage.value}
    posted = request.POST if request.method == "POST" else None
    form = JudgementForm(posted, bodies=bodies, asks_reasons=step.needs_reasons, initial=initial)
    error: TawthiqError | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return _take(reader, request, form, step, incident_id)
        except TawthiqError as refused:
            error = refused
    newer, older = find_neighbours(reader, incident_id)
    shown = shown_violations(reader, incident_id, stood)
    context = {
        "incident": incident,
        "types": types_of(shown),
        "violations": shown,
        "trail": trail_of(stood),
        "step": step,
        "form": form,
        "policies": list(POLICIES),
        "outcomes": [status for status in Status if status in OTHER_OUTCOMES],
        "stopped": _stopped(reader, step),
        "evidence": evidence_of(reader, [one.subject for one in step.subjects]),
        "newer": newer,
        "older": older,
    }
    return form_page(request, "desk/case.html", context, error)


OTHER_OUTCOMES = (Status.SCREENED, Status.OUT_OF_SCOPE, Status.DID_NOT_OCCUR, Status.DUPLICATE)


def _take(reader: Reader, request: HttpRequest, form: JudgementForm, step: Step, incident_id: str) -> HttpResponse:
    said = form.cleaned_data
    judgement = Judgement(
        _stage(said["stage"]),
        _outcome(request.POST.get("occurrence", "")),
        said["policy"],
        said["body"],
        reliability=said["reliability"],
        credibility=said["credibility"],
        reasons=said["reasons"].strip(),
    )
    with Work(reader.actor, Action.ASSESS, thing=incident_id) as work:
        assess(work, [one.subject.id for one in step.subjects], judgement)
    messages.success(request, gettext("Signed, and kept in the ledger."))
    newer, older = find_neighbours(reader, incident_id)
    return go("case", older or newer) if older or newer else go("verification")


def _outcome(word: str) -> Status:
    try:
        return Status(word)
    except ValueError as reason:
        raise BadInput("no such outcome", where="occurrence", do="press one of the buttons") from reason


def _stage(word: str) -> Stage:
    try:
        return Stage(word)
    except ValueError as reason:
        raise BadInput("no such step", where="stage", do="open the case again") from reason


def _stopped(reader: Reader, step: Step) -> str:
    """Why this person may not take the step; empty when nothing stands against it."""
    if step.stage is not Stage.FINAL:
        return ""
    readings = readings_of(reader, [one.subject for one in step.subjects])
    refusals = {
        why_not_final(reader.actor.id, one.subject.makers, one.on_this_version, readings[one.subject.id])
        for one in step.subjects
    }
    return next(iter(sorted(refusals - {""})), "")


urls: list[URLPattern] = [
    path("verification/", queue, name="verification"),
    path("verification/<str:incident_id>/", case, name="case"),
]
