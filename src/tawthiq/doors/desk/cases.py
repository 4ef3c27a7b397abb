"""Cases: the forms in which a person records an incident, a violation, an act, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk import drafts
from tawthiq.doors.desk.case_forms import ActForm, IncidentForm, SourceForm, ViolationForm
from tawthiq.doors.desk.desk_form import labelled
from tawthiq.doors.desk.page import form_page, page
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.chain import Role as ChainRole
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.record.link import by_hand
from tawthiq.record.link.models import read as link
from tawthiq.record.link.offered import tally_of
from tawthiq.record.link.particulars.form import OF_TYPE
from tawthiq.record.link.violation import Attributed
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import Conflict, TawthiqError
from tawthiq.terms.violation import Unit, violation_type

FORM = TypeVar("FORM", bound=forms.Form)


def confirmed(reader: Reader, statement_id: str) -> Statement:
    """A statement that a person confirmed; raises NotFound, Conflict for any other."""
    statement = extract.get_statement(reader, statement_id)
    if extract.get_status(reader, [statement_id])[statement_id] is not Status.CONFIRMED:
        raise Conflict("nothing rests on a statement that nobody confirmed", where=statement_id, do="confirm it first")
    return statement


def _begun_from(reader: Reader, request: HttpRequest) -> Statement | None:
    statement_id = request.GET.get("statement", "")
    return confirmed(reader, statement_id) if statement_id else None


def _answer(
    request: HttpRequest,
    form: FORM,
    take: Callable[[FORM], str],
    context: dict[str, object],
) -> HttpResponse:
    """Show a form, with what this person typed before; or take what it says and go where `take` says."""
    template = "desk/case_form.html"
    shown = {**context, "form": form, "draft": drafts.draft_of(request)}
    if request.method == "GET":
        return render(request, template, shown)
    if not form.is_valid():
        return render(request, template, shown, status=400)
    try:
        onward = take(form)
    except TawthiqError as error:
        return form_page(request, template, shown, error)
    drafts.forget(request)
    return HttpResponseRedirect(onward)


def _data(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _about(title: Promise, statement: Statement | None, incident_id: str = "") -> dict[str, object]:
    return {"title": title, "statement": statement, "incident_id": incident_id}


def _onward(name: str, thing: str, statement: Statement | None) -> str:
    return reverse(name, args=[thing]) + (f"?statement={statement.id}" if statement else "")


@page(Action.CASE_WRITE, methods=("GET", "POST"))
def add_incident(reader: Reader, request: HttpRequest) -> HttpResponse:
    """An incident by hand, or begun from a confirmed statement."""
    statement = _begun_from(reader, request)
    form = IncidentForm(_data(request), initial={**incident_said(statement), **drafts.typed(request)})

    def take(form: IncidentForm) -> str:
        incident = form.noun()
        with Work(reader.actor, Action.CASE_WRITE) as work:
            by_hand.make_incident(work, incident)
        if statement is None:
            return reverse("incident", args=[incident.id])
        return _onward("violation_add", incident.id, statement)

    about = {**_about(_("Record an incident"), statement), "similar_url": reverse("similar")}
    return _answer(request, form, take, about)


@page(Action.CASE_WRITE, methods=("GET", "POST"))
def add_violation(reader: Reader, request: HttpRequest, incident_id: str) -> HttpResponse:
    """A violation in an incident."""
    incident = link.get_incident(reader, incident_id)
    statement = _begun_from(reader, request)
    type_code = request.POST.get("type") or request.GET.get("type") or told_first(statement)
    said = violation_said(statement, type_code)
    if request.method == "GET" and type_code not in OF_TYPE:
        chosen = {"types": labelled("violation"), **_about(_("Add a violation"), statement, incident_id)}
        return render(request, "desk/violation_type.html", chosen)
    initial = {**said, **drafts.typed(request), "type": type_code}
    form = ViolationForm(_data(request), type_code=type_code, situation=incident.situation, initial=initial)

    def take(form: ViolationForm) -> str:
        violation = form.noun(incident_id)
        with Work(reader.actor, Action.CASE_WRITE) as work:
            by_hand.make_violation(work, violation)
        if statement is None:
            of_children = violation_type(violation.type).unit is Unit.CHILD
            return reverse("act_add", args=[violation.id]) if of_children else reverse("incident", args=[incident_id])
        return _onward("support_add", violation.id, statement)

    about = {**_about(_("Add a violation"), statement, incident_id), "type_code": type_code}
    return _answer(request, form, take, {**about, "similar_url": reverse("similar_violation", args=[incident_id])})


@page(Action.CASE_WRITE, methods=("GET", "POST"))
def add_act(reader: Reader, request: HttpRequest, violation_id: str) -> HttpResponse:
    """An act of a violation; a child gets a pseudonym, never a name."""
    violation = link.get_violation(reader, violation_id)

    def take(form: ActForm) -> str:
        act = form.noun(violation_id)
        with Work(reader.actor, Action.CASE_WRITE) as work:
            by_hand.make_act(work, act)
        return reverse("incident", args=[violation.incident_id])

    form = ActForm(_data(request), type_code=violation.type, initial=drafts.typed(request))
    about = {**_about(_("Add an act"), None, violation.incident_id), "type_code": violation.type}
    return _answer(request, form, take, about)


@page(Action.CASE_WRITE, methods=("GET", "POST"))
def add_support(reader: Reader, request: HttpRequest, subject_id: str) -> HttpResponse:
    """That a confirmed statement of a source supports a violation or an act."""
    incident_id = _incident_of(reader, subject_id)
    statement = _begun_from(reader, request)
    form = SourceForm(_data(request), initial={**source_said(statement), **drafts.typed(request)})

    def take(form: SourceForm) -> str:
        source, statement_id = form.noun(), form.cleaned_data["statement"].strip()
        with Work(reader.actor, Action.CASE_WRITE) as work:
            by_hand.support(work, subject_id, [statement_id], source)
        _told_too(request, reader, incident_id, statement)
        return reverse("incident", args=[incident_id])

    return _answer(request, form, take, _about(_("Say what it rests on"), statement, incident_id))


def _incident_of(reader: Reader, subject_id: str) -> str:
    if subject_id.startswith("act"):
        subject_id = link.get_act(reader, subject_id).violation_id
    return link.get_violation(reader, subject_id).incident_id


def incident_said(statement: Statement | None) -> dict[str, object]:
    """What a statement says of the incident, as the form's first values."""
    if statement is None or not isinstance(statement.act_period, StatedTime):
        return {}
    return {"happened_on": statement.act_period.when.text}


def told_first(statement: Statement | None) -> str:
    """The first violation that a statement tells; empty where it tells none that has a type."""
    return statement.violations[0].code if statement and statement.violations else ""


def violation_said(statement: Statement | None, type_code: str) -> dict[str, object]:
    """What a statement says of a violation of that type; a count of children becomes a claimed number, never acts."""
    if statement is None:
        return {}
    codes = sorted({party.code for party in statement.parties if party.code and not party.group})
    how = Attributed.UNIDENTIFIED if not codes else Attributed.SOLE if len(codes) == 1 else Attributed.JOINT
    said: dict[str, object] = {**incident_said(statement), "parties": codes, "how": how.value}
    n_claimed = tally_of(statement, type_code)
    return said if n_claimed is None else {**said, "n_claimed": n_claimed}


def source_said(statement: Statement | None) -> dict[str, object]:
    """What a statement says of whose knowledge it is: its last mouth where that is an organisation, never a person."""
    if statement is None:
        return {}
    last = statement.chain[-1] if statement.chain else None
    named = {"name": last.actor} if last and last.role is ChainRole.ORGANISATION else {}
    return {"statement": statement.id, **named}


def _told_too(request: HttpRequest, reader: Reader, incident_id: str, statement: Statement | None) -> None:
    """Say which other violations the statement tells that the incident does not hold, each with its form."""
    if statement is None:
        return
    held = {one.type for one in link.get_violations(reader, incident_id)}
    for code in [ref.code for ref in statement.violations]:
        if code in OF_TYPE and code not in held:
            address = f"{reverse('violation_add', args=[incident_id])}?statement={statement.id}&type={code}"
            words = gettext("The statement tells of another violation too: %(what)s.")
            label = vocabulary.load("violation").label(code, (get_language() or "en").split("-")[0])
            link_to = format_html('<a href="{}">{}</a>', address, gettext("Record it"))
            messages.info(request, format_html("{} {}", words % {"what": label}, link_to))


urls: list[URLPattern] = [
    path("incidents/add/", add_incident, name="incident_add"),
    path("incidents/<str:incident_id>/violations/add/", add_violation, name="violation_add"),
    path("violations/<str:violation_id>/acts/add/", add_act, name="act_add"),
    path("support/<str:subject_id>/add/", add_support, name="support_add"),
]
