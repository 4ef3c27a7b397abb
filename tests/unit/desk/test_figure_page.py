"""Promises of the figure page: it shows what was signed, and counts only when it is asked to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tawthiq.report.count.models import find_figures
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import build_figure
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import freeze, propose
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from unit.count.recorded import AT, put_register, verify

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]


def test_looking_at_a_figure_counts_nothing_and_asking_does(
    signed_in: SignedIn, collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    verify(verifier, put_register(collector, 1, 12))
    with Work(publisher, Action.FIGURE_BUILD) as work:
        spec = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party,sex")
        address = f"/figures/{build_figure(work, spec).id}/"
    client = signed_in(Role.ANALYST)
    with CaptureQueriesContext(connection) as looked:
        shown = client.get(address)
        queries = list(looked.captured_queries)
    assert b"the same figure" not in shown.content and b">12<" in shown.content
    assert not [one for one in queries if "link_act" in one["sql"]]
    assert b"the same figure" in client.post(f"{address}recount/").content


def test_a_table_is_looked_at_before_it_is_kept(signed_in: SignedIn, collector: Actor, verifier: Actor) -> None:
    verify(verifier, put_register(collector, 1, 12))
    client = signed_in(Role.ANALYST)
    asked = {"situation": "SY", "period": "2014", "violation": "recruitment_use", "rows": "party", "columns": "sex"}
    shown = client.post("/figures/build/", {**asked, "preview": "1"}, headers={"accept-language": "en"})
    assert b"nothing is kept yet" in shown.content and "Party × Sex" in shown.content.decode()
    assert find_figures(Reader(verifier)) == []
    assert client.post("/figures/build/", asked).status_code == 302
    mixed = {**asked, "violation": ["recruitment_use", "denial_access"], "unit": "child", "preview": "1"}
    assert client.post("/figures/build/", mixed).status_code == 400


def test_a_number_that_changed_names_the_act_and_the_deed(
    signed_in: SignedIn, collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    acts = put_register(collector, 1, 3)
    verify(verifier, acts[:2])
    spec = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="sex")
    ids = []
    for newly in ([], acts[2:]):
        verify(verifier, newly)
        proposal = Proposal((spec,), Bars(1, 1), reason="an invented release")
        with Work(verifier, Action.RELEASE_PROPOSE, at=AT) as work:
            asked = propose(work, proposal)
        with Work(publisher, Action.RELEASE_BUILD, at=AT) as work:
            ids.append(freeze(work, asked, override="invented").release.id)
    earlier, later = ids
    shown = signed_in(Role.PUBLISHER).get(
        f"/releases/{later}/explain/?since={earlier}", headers={"accept-language": "en"}
    )
    page = shown.content.decode()
    assert acts[2] in page and acts[0] not in page
    assert "Came in" in page and "assessed" in page
