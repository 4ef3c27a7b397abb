"""Promises of the list of incidents and of the page of what is not verified."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from django.http import QueryDict

from tawthiq.doors.desk.incident_list import asked_of, facets_of, query_of
from tawthiq.record.link.models import write as link
from tawthiq.record.verify.catalogue import Asked
from tawthiq.record.verify.models.catalogue import Found
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Work
from unit.desk.conftest import SignedIn
from unit.verify.made import NOW, incident, put_case

SECRET = "zzsecretword"


def test_an_address_says_the_same_whatever_was_chosen_first() -> None:
    one, other = (
        QueryDict("q=river&year=2014&year=2013&party=fsa"),
        QueryDict("party=fsa&year=2013&year=2014&q=river&x=1"),
    )
    assert query_of(asked_of(one)) == query_of(asked_of(other)) == "q=river&party=fsa&year=2013&year=2014"


def test_a_value_that_is_chosen_can_be_let_go_even_when_nothing_fits() -> None:
    asked = Asked({"year": ("1999",)})
    (facet,) = facets_of(asked, Found((), None, 0, {"year": {"2014": 0}}))
    (value,) = facet.shown
    assert (value.code, value.n, value.chosen, value.query) == ("1999", 0, True, "")


def test_years_go_from_the_newest_and_what_is_not_known_stands_last() -> None:
    counts = {"year": {"2013": 5, "-": 9, "2015": 1}, "party": {"-": 9, "fsa": 1, "isil": 2}}
    years, parties = (facet for facet in facets_of(Asked(), Found((), None, 0, counts)) if facet.name in counts)
    named = {facet.name: [value.code for value in facet.shown] for facet in (years, parties)}
    assert named == {"year": ["2015", "2013", "-"], "party": ["isil", "fsa", "-"]}


@pytest.mark.django_db(databases=["default", "identities"])
def test_the_list_is_narrowed_searched_and_counted_and_no_word_is_logged(
    signed_in: SignedIn, collector: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    put_case(collector)
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_incident(work, replace(incident("two"), admin1="SY07", public_account=f"By the {SECRET}."))
    client = signed_in(Role.COLLECTOR)
    whole = client.get("/incidents/").content.decode()
    assert "2 incidents" in whole and 'href="?admin1=SY07"' in whole
    with caplog.at_level(logging.DEBUG):
        found = client.get("/incidents/", {"q": SECRET}, headers={"HX-Request": "true"}).content.decode()
    assert "1 incident" in found and "<html" not in found
    assert SECRET not in caplog.text
    assert "Nothing fits" in client.get("/incidents/", {"q": SECRET, "admin1": "SY02"}).content.decode()
    assert signed_in(Role.ANALYST).get("/incidents/", {"q": SECRET}).status_code == 403


@pytest.mark.django_db(databases=["default", "identities"])
def test_what_is_not_verified_has_a_page_apart_from_figures(signed_in: SignedIn, collector: Actor) -> None:
    put_case(collector)
    client = signed_in(Role.ANALYST)
    page = client.get("/figures/unverified/", {"situation": "SY", "period": "2014"}).content.decode()
    assert 'class="sheet unverified"' in page and "<dd>1 child</dd>" in page
    assert client.get("/figures/unverified/", {"situation": "SY", "period": "14"}).status_code == 400
    assert "unverified" not in client.get("/figures/", {}).content.decode().partition("<table")[2]
