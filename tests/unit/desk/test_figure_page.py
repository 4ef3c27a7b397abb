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
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from unit.count.recorded import put_register, verify

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
