"""Statements: what waits for a person, and the card on which a person accepts, edits or rejects one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext

from tawthiq.doors.desk.card import card_of
from tawthiq.doors.desk.correction import corrected
from tawthiq.doors.desk.correction_form import choices_of, filled, refused
from tawthiq.doors.desk.deciding import decision_of, done, others_rejected, said_already, seen_by, verdict_of
from tawthiq.doors.desk.page import page, status_of
from tawthiq.doors.desk.words import choices, word
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.decision import Decision, Status, Verdict
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict, TawthiqError

PAGE_ROWS = 50
LISTS: Mapping[str, Callable[..., list[tuple[str, Statement]]]] = MappingProxyType(
    {"": extract.find_undecided_from, "second": extract.find_to_second, "all": extract.find_statements}
)


@page(Action.STATEMENT_READ)
def statements(reader: Reader, request: HttpRequest) -> HttpResponse:
    """What nobody has decided on or one other person confirmed, oldest first; or everything, newest first."""
    show = request.GET.get("show", "")
    show = show if show in LISTS else ""
    kind = request.GET.get("kind", "")
    kind = kind if kind in dict(choices("statement_kind")) else ""
    rows = LISTS[show](reader, kind=kind, limit=PAGE_ROWS, after=request.GET.get("before", ""))
    status = extract.get_status(reader, [one.id for _seq, one in rows])
    context = {
        "rows": [(one, status[one.id]) for _seq, one in rows],
        "before": rows[-1][0] if len(rows) == PAGE_ROWS else None,
        "query": f"show={show}&kind={kind}&",
        "show": show,
        "kind": kind,
        "kinds": choices("statement_kind"),
        "n_undecided": extract.count_undecided(reader),
        "pace": extract.get_own_pace(reader),
    }
    return render(request, "desk/statements.html", context)


@page(Action.STATEMENT_READ)
def statement(reader: Reader, request: HttpRequest, statement_id: str) -> HttpResponse:
    """The text on the left, one statement's card on the right."""
    return render(request, "desk/statement.html", card_of(reader, extract.get_statement(reader, statement_id)))


@page(Action.STATEMENT_DECIDE, methods=("POST",))
def decide(reader: Reader, request: HttpRequest, statement_id: str) -> HttpResponse:
    """Accept or reject; then on to the next that waits, with the way back."""
    one = extract.get_statement(reader, statement_id)
    verdict, before = verdict_of(request), extract.get_status(reader, [one.id])[one.id]
    try:
        with Work(reader.actor, Action.STATEMENT_DECIDE, thing=statement_id) as work:
            extract.put_decision(work, decision_of(work, request, verdict), seen=seen_by(request))
            for decision in _against_others(work, request, one, verdict):
                extract.put_decision(work, decision)
    except TawthiqError as error:
        decisions = extract.get_decisions(reader, [one.id]).get(one.id, [])
        if isinstance(error, Conflict) and said_already(decisions, reader.actor.id, verdict):
            return _onward(reader, request, one)
        context = {**card_of(reader, one), **_refused(one, request, error)}
        return render(request, "desk/statement.html", context, status=status_of(error))
    messages.success(request, done(request, one.id, verdict, extract.get_neighbours(reader, one.id)))
    return _onward(reader, request, one, seconded=before is Status.CONFIRMED)


def _against_others(work: Work, request: HttpRequest, one: Statement, verdict: Verdict) -> list[Decision]:
    """Who accepts a reading may turn down, in the same breath, others of the same words that wait."""
    if verdict is not Verdict.CONFIRMED:
        return []
    others = [other.id for other in extract.find_other_readings(work, one)]
    status = extract.get_status(work, others)
    return others_rejected(work, request, [other for other in others if status[other] is Status.CANDIDATE])


def _refused(one: Statement, request: HttpRequest, error: TawthiqError) -> dict[str, object]:
    """What was wrong with a decision, beside what was ticked and written."""
    ticked = request.POST.getlist("ticked")
    missing = [tick for tick in one.needs_tick if tick in error.where.split(", ")]
    return {
        "error": error,
        "where": " · ".join(word(tick, "tick") for tick in missing),
        "focus_elsewhere": bool(missing),
        "missing": missing[:1],
        "ticked": ticked,
        "reason": request.POST.get("reason", ""),
        "others_wait": request.POST.get("others") != "reject",
    }


@page(Action.STATEMENT_DECIDE, methods=("GET", "POST"))
def edit(reader: Reader, request: HttpRequest, statement_id: str) -> HttpResponse:
    """Correct a statement; the machine's version stays beside the person's."""
    one = extract.get_statement(reader, statement_id)
    context = {**card_of(reader, one), "editing": True, **choices_of()}
    if request.method == "GET":
        return render(request, "desk/statement.html", {**context, **filled(one)})
    try:
        replacement = corrected(one, request.POST.dict(), request.POST.getlist("violations"))
        with Work(reader.actor, Action.STATEMENT_DECIDE, thing=statement_id) as work:
            decision = decision_of(work, request, Verdict.EDITED, replacement.id)
            extract.put_decision(work, decision, replacement, seen=seen_by(request))
    except TawthiqError as error:
        context |= refused(one, request.POST, error)
        return render(request, "desk/statement.html", context, status=status_of(error))
    messages.success(request, gettext("Your version is kept beside the machine's; it waits to be confirmed."))
    return HttpResponseRedirect(reverse("statement", args=[replacement.id]))


def _onward(reader: Reader, request: HttpRequest, done_with: Statement, *, seconded: bool = False) -> HttpResponse:
    """To the next that waits in the same way in its item, else in another text, else to the list."""
    follows = _next_of_item(reader, done_with, seconded=seconded)
    if not follows:
        rows = (LISTS["second"] if seconded else LISTS[""])(reader, limit=1)
        follows = rows[0][1].id if rows else ""
        more = gettext("None of that text waits any more; this is another text.") if follows else ""
        messages.info(request, more or gettext("No statement waits any more."))
    return HttpResponseRedirect(reverse("statement", args=[follows]) if follows else reverse("statements"))


def _next_of_item(reader: Reader, done_with: Statement, *, seconded: bool) -> str:
    if not seconded:
        return extract.find_next_undecided(reader, done_with.id)
    rows = extract.find_to_second(reader, item_id=done_with.item_id, limit=1)
    return rows[0][1].id if rows else ""


urls: list[URLPattern] = [
    path("statements/", statements, name="statements"),
    path("statements/<str:statement_id>/", statement, name="statement"),
    path("statements/<str:statement_id>/decide/", decide, name="statement_decide"),
    path("statements/<str:statement_id>/edit/", edit, name="statement_edit"),
]
