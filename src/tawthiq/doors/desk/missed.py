"""Missed: a person adds a statement that no machine read: finds its words in the text, says what they say, signs it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext

from tawthiq.doors.desk.correction import added
from tawthiq.doors.desk.correction_form import choices_of, filled, refused, unfilled
from tawthiq.doors.desk.highlight import Mark, passages_of
from tawthiq.doors.desk.marks import marks_of
from tawthiq.doors.desk.page import go, page, status_of
from tawthiq.doors.desk.window import window_on
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.models import harm
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.by_hand import Begun, begun, is_selected, places_of, span_of
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.record.extract.span import Span
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, TawthiqError

MOST_DIGITS = 12
BESIDE_CHARS = 70


@dataclass(frozen=True, slots=True)
class Place:
    """One of several places where the words stand, with what stands around them. `address`: where to go on from it."""

    before: str
    words: str
    after: str
    address: str


@page(Action.STATEMENT_DECIDE, methods=("GET", "POST"))
def words(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Which words: those selected on a page; else typed, letter for letter, and chosen where they stand twice."""
    document = _document(reader, item_id)
    said = request.POST.get("words", "").replace("\r\n", "\n")
    context = {**_beside(reader, document, None, _number(request.GET, "at") or 0), "said": said}
    if request.method == "GET":
        return render(request, "desk/statement_words.html", context)
    if not said.strip() and "typed" not in request.POST:
        return go("statement_words", item_id)
    try:
        found = _selected(document.text, request, said) or places_of(document.text, said)
    except TawthiqError as error:
        where = gettext("The words, as the text has them")
        context |= {"error": error, "where": where, "focus_elsewhere": True}
        return render(request, "desk/statement_words.html", context, status=status_of(error))
    if len(found) == 1:
        return HttpResponseRedirect(_form_of(item_id, found[0]))
    context["places"] = [_place(document, one) for one in found]
    return render(request, "desk/statement_words.html", context)


@page(Action.STATEMENT_DECIDE, methods=("GET", "POST"))
def add(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """What they say: the form of a correction, with the words and the numbers our grammar reads in them."""
    document = _document(reader, item_id)
    start, end = _number(request.GET, "start"), _number(request.GET, "end")
    if start is None or end is None:
        return go("statement_words", item_id)
    span = span_of(document.text, start, end)
    made = begun(document, span, reader.actor.id, rules().page)
    context = {**_beside(reader, document, span, span.start), **choices_of(), **_fresh(made)}
    if request.method == "GET":
        return render(request, "desk/statement_add.html", context)
    try:
        statement = added(made.statement, request.POST.dict(), request.POST.getlist("violations"))
        with Work(reader.actor, Action.STATEMENT_DECIDE, thing=item_id) as work:
            extract.put_by_hand(work, statement)
    except TawthiqError as error:
        context |= refused(made.statement, request.POST, error)
        return render(request, "desk/statement_add.html", context, status=status_of(error))
    messages.success(request, gettext("Your statement is kept under your id; it waits to be confirmed."))
    return go("statement", statement.id)


def _document(reader: Reader, item_id: str) -> Document:
    """The words of an item that nobody sealed."""
    kept = collect.get_item(reader, item_id)
    harm.require_open(reader, item_id)
    return document_of_item(reader, kept)


def _selected(text: str, request: HttpRequest, said: str) -> list[Span]:
    """Where the page says that they were selected, if they stand there."""
    start, end = _number(request.POST, "start"), _number(request.POST, "end")
    if start is None or end is None or not start < end <= len(text):
        return []
    return [span_of(text, start, end)] if is_selected(text, Span(start, end), said) else []


def _fresh(made: Begun) -> dict[str, object]:
    """The form as it is opened: nothing is chosen for anybody but how sure its sentence is, where that says so."""
    return {"statement": made.statement, **filled(made.statement), **unfilled(made.sure)}


def _beside(reader: Reader, document: Document, span: Span | None, at: int) -> dict[str, object]:
    """The text that stands on the left, and the statements that stand on some of the selected words already."""
    window = window_on(document, at)
    marks = marks_of(reader, document.item_id, document.text, window.span).marks
    near = [mark.thing for mark in marks if span and mark.span.overlap_chars(span)]
    own = [Mark(0, "", span, "new", here=True)] if span else []
    receipts = collect.get_receipts(reader, document.item_id)
    return {
        "item_id": document.item_id,
        "name": receipts[0].original_name if receipts else document.item_id,
        "language": document.language,
        "window": window,
        "passages": passages_of(window.document, [*marks, *own], shown=window.span),
        "near": extract.get_statements(reader, near),
    }


def _place(document: Document, span: Span) -> Place:
    before = document.text[max(0, span.start - BESIDE_CHARS) : span.start]
    after = document.text[span.end : span.end + BESIDE_CHARS]
    return Place(before, span.of(document.text), after, _form_of(document.item_id, span))


def _form_of(item_id: str, span: Span) -> str:
    return f"{reverse('statement_add', args=[item_id])}?start={span.start}&end={span.end}"


def _number(sent: QueryDict, name: str) -> int | None:
    """A place in the text as an address or a form carries it; None without one."""
    said = sent.get(name, "")
    if said and not (said.isdecimal() and len(said) < MOST_DIGITS):
        raise BadInput("a place in a text is a whole number", where=name, do="select the words in the text again")
    return int(said) if said else None


urls: list[URLPattern] = [
    path("items/<str:item_id>/statements/words/", words, name="statement_words"),
    path("items/<str:item_id>/statements/add/", add, name="statement_add"),
]
