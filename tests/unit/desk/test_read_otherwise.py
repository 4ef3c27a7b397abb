"""The desk shows a statement where its words stand today, and says when that is elsewhere, or nowhere."""

import io
from dataclasses import replace

import pytest

from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.record.extract.models import put_statements
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from unit.desk.test_pages import SignedIn, page_of

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
PAGE = "<p>An invented page of Lusa.</p><p>The militia abducted 12 boys in Lusa.</p><p>It left.</p>"


def kept(collector: Actor, by: int, quote: str = "") -> Statement:
    """A statement of the page as an earlier reader counted its place."""
    with Work(collector, Action.ITEM_ADD) as work:
        item = add_item(work, io.BytesIO(PAGE.encode()), Arrival(name="page.html")).item
    (one,) = rules().extract(document_of_item(Reader(collector), item))
    assert isinstance(one.span, Span)
    span = Span(one.span.start + by, one.span.end + by)
    old = replace(one, span=span, quote=quote or one.quote, quantities=(), violations=(), extractor="rules@1")
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put_statements(work, [old])
    return old


def test_words_that_moved_are_marked_where_they_stand_and_said_to_have_moved(
    signed_in: SignedIn, collector: Actor
) -> None:
    old = kept(collector, by=-9)
    client = signed_in(Role.COLLECTOR)
    card, item = page_of(client, f"/statements/{old.id}/"), page_of(client, f"/items/{old.item_id}/")
    assert "here" in card.partition(f"{old.quote}</mark>")[0].rpartition("<mark")[2]
    assert "marked where they stand now" in card
    assert "1 statement was read when the text was read otherwise" in item
    assert f"{old.quote}</mark>" in item
    assert f"{old.quote}</mark>" in card


def test_words_that_stand_nowhere_mark_nothing_and_are_said(signed_in: SignedIn, collector: Actor) -> None:
    old = kept(collector, by=0, quote="The militia  abducted 12 boys in Lusa")
    client = signed_in(Role.COLLECTOR)
    card, item = page_of(client, f"/statements/{old.id}/"), page_of(client, f"/items/{old.item_id}/")
    assert "Lusa</mark>" not in card
    assert "do not stand in the text as it is read today" in card
    assert "Lusa</mark>" not in item
    assert "The words of 1 statement do not stand in the text" in item
