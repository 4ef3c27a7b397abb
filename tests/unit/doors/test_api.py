"""Promises of the API: closed without a right, honest about what is not there, as its description says."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation

from tawthiq.doors.accounts import make_account
from tawthiq.doors.api.auth import make_token
from tawthiq.doors.api.routes import api
from tawthiq.doors.wsgi import application
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.extract.models import put_statements
from tawthiq.report.estimate.step import estimate_item
from tawthiq.safe.access import Action, Role
from tawthiq.safe.models import Account
from tawthiq.safe.work import Work
from unit.desk.made import a_statement

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SCHEMA = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
PATHS = sorted((path.replace("/api/v1", ""), method) for path, methods in SCHEMA.items() for method in methods)
LISTS = [path for path, method in PATHS if "{" not in path and method == "get"]


@pytest.fixture
def account() -> Account:
    return make_account("reader", [Role.COLLECTOR])


def bearer(account: Account) -> dict[str, str]:
    return {"Authorization": f"Bearer {make_token(account)}"}


@pytest.mark.parametrize(("path", "method"), PATHS)
def test_a_stranger_gets_401_in_words(client: Client, path: str, method: str) -> None:
    response = client.generic(method.upper(), f"/api/v1{path}")
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["do"]


@pytest.mark.parametrize("path", [path for path in LISTS if "figure" not in path and "release" not in path])
def test_a_role_that_opens_nothing_of_the_record_gets_403(client: Client, path: str) -> None:
    administrator = make_account("admin", [Role.ADMINISTRATOR])
    assert client.get(f"/api/v1{path}", headers=bearer(administrator)).status_code == 403


def test_a_forged_or_foreign_token_opens_nothing(client: Client, account: Account) -> None:
    token = make_token(account)
    for forged in (token[:-1] + ("a" if token[-1] != "a" else "b"), "x", ""):
        assert client.get("/api/v1/items", headers={"Authorization": f"Bearer {forged}"}).status_code == 401
    account.is_active = False
    account.save()
    assert client.get("/api/v1/items", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_an_item_shows_its_hash_worked_out_now(client: Client, account: Account) -> None:
    with Work(account.as_actor(), Action.ITEM_ADD) as work:
        item = add_item(work, io.BytesIO(b"invented words"), Arrival("note.txt")).item
    shown = client.get(f"/api/v1/items/{item.id}", headers=bearer(account)).json()
    assert (shown["sha256"], shown["intact"]) == (item.sha256, True)
    assert [event["action"] for event in shown["custody"]] == ["item.add", "item.received"]
    assert client.get("/api/v1/items", headers=bearer(account)).json()["rows"][0]["id"] == item.id


def test_what_is_implied_or_missing_needs_its_tick_here_too(client: Client, account: Account) -> None:
    with Work(account.as_actor(), Action.STATEMENT_EXTRACT) as work:
        put_statements(work, [one := a_statement()])
    address, told = f"/api/v1/statements/{one.id}/decisions", {"verdict": "confirmed", "ticked": ["party_implied"]}
    refused = client.post(address, told, content_type="application/json", headers=bearer(account))
    assert (refused.status_code, "denominator_missing" in refused.content.decode()) == (422, True)
    told["ticked"] = ["party_implied", "denominator_missing"]
    said = client.post(address, told, content_type="application/json", headers=bearer(account)).json()
    assert (said["status"], said["n_behind"]) == ("confirmed", 1)


def test_what_is_not_there_is_a_404_that_names_it(client: Client, account: Account) -> None:
    response = client.get("/api/v1/items/itm_nothing", headers=bearer(account))
    assert response.status_code == 404
    assert response.json()["where"] == "itm_nothing"


def test_a_page_size_that_does_not_fit_is_named(client: Client, account: Account) -> None:
    response = client.get("/api/v1/items?limit=100000", headers=bearer(account))
    assert (response.status_code, response.json()["where"]) == (422, "limit")


def test_the_overlaps_of_an_estimate_are_for_those_who_make_estimates(client: Client) -> None:
    analyst, auditor = make_account("analyst", [Role.ANALYST, Role.COLLECTOR]), make_account("auditor", [Role.AUDITOR])
    lists = b"a,b,count\n1,0,41\n0,1,37\n1,1,2\n"
    with Work(analyst.as_actor(), Action.ITEM_ADD) as work:
        item = add_item(work, io.BytesIO(lists), Arrival("invented-lists.csv")).item
    with Work(analyst.as_actor(), Action.ESTIMATE_MAKE) as work:
        address = f"/api/v1/estimates/{estimate_item(work, item.id, ('chapman',))[0]}"
    tables = [client.get(address, headers=bearer(who)).json()["estimate"]["table"] for who in (analyst, auditor)]
    assert [set(one) - set(tables[1]) for one in tables] == [{"cells"}, set()]
    assert tables[0]["hash"] == tables[1]["hash"]


def test_draws_are_handed_out_to_those_who_make_estimates(client: Client) -> None:
    analyst, auditor = make_account("analyst", [Role.ANALYST, Role.COLLECTOR]), make_account("auditor", [Role.AUDITOR])
    lists = b"a,b,c,count\n0,0,1,31\n0,1,0,28\n1,0,0,40\n0,1,1,9\n1,0,1,7\n1,1,0,8\n1,1,1,6\n"
    with Work(analyst.as_actor(), Action.ITEM_ADD) as work:
        item = add_item(work, io.BytesIO(lists), Arrival("invented-lists.csv")).item
    with Work(analyst.as_actor(), Action.ESTIMATE_MAKE) as work:
        address = f"/api/v1/estimates/{estimate_item(work, item.id, ('dga', 'chao'))[0]}"
    handed = client.get(f"{address}/draws/dga", headers=bearer(analyst))
    assert (handed["Content-Type"], handed.content[:4]) == ("application/vnd.apache.parquet", b"PAR1")
    assert client.get(f"{address}/draws/chao", headers=bearer(analyst)).status_code == 404
    assert client.get(f"{address}/draws/dga", headers=bearer(auditor)).status_code == 403
    told = client.get(address, headers=bearer(analyst)).json()["estimate"]["draws"]
    assert told == {"dga": hashlib.sha256(handed.content).hexdigest()}


@pytest.fixture
def kept_connections() -> Iterator[None]:
    """A request of the WSGI application ends the connection, and with it the transaction that holds the test's rows."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_every_answer_is_as_the_description_says(account: Account, kept_connections: None) -> None:
    schema = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
    schema.app = application
    headers = bearer(account)
    for result in schema.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()

        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def try_it(case: schemathesis.Case[APIOperation[Any, Any, Any, Any]]) -> None:
            case.call_and_validate(headers=headers)

        try_it()
