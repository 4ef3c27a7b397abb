"""Every address of the desk is closed, except to the roles in this table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tawthiq.safe.access import Role

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]

C, V, R, A, P, AU, AD = Role
EVERYBODY = set(Role)
CASE = {C, V, P}
REPORT = {C, V, A, P, AU}

OPEN_TO: dict[str, set[Role]] = {
    "my_work": EVERYBODY,
    "guide_dismiss": EVERYBODY,
    "guide_show": EVERYBODY,
    "settings": EVERYBODY,
    "counts": REPORT,
    "keys": EVERYBODY,
    "items": CASE,
    "item": CASE,
    "item_add": {C},
    "item_paste": {C},
    "item_open": {C, V},
    "item_caution": {C, V},
    "item_seal": {C, V},
    "pause": {C, V},
    "copies": CASE,
    "copies_judge": {C, V},
    "copies_align": {C, V},
    "copy": CASE,
    "copy_grey": {C, V},
    "masks": {C, V},
    "mask": {C, V},
    "mask_propose": {C, V},
    "mask_download": {C, V},
    "mask_frames": {C, V},
    "mask_frame": {C, V},
    "mask_review": {C, V},
    "mask_write": {C, V},
    "item_extract": {C},
    "item_model": {C},
    "statements": CASE,
    "statement": CASE,
    "statement_decide": {C, V},
    "statement_edit": {C, V},
    "statement_words": {C, V},
    "statement_add": {C, V},
    "incidents": CASE,
    "incident": CASE,
    "evidence": CASE,
    "incident_add": {C},
    "people": {AD},
    "register_import": {C},
    "register_template": {C},
    "similar": CASE,
    "similar_violation": CASE,
    "draft_save": {C},
    "draft_discard": {C},
    "violation_add": {C},
    "act_add": {C},
    "support_add": {C},
    "subject": CASE,
    "figures": REPORT,
    "unverified": REPORT,
    "figure": REPORT,
    "recount": REPORT,
    "figure_build": {V, A, P},
    "behind": CASE,
    "estimates": REPORT,
    "estimate": REPORT,
    "estimate_chart": REPORT,
    "estimate_draws": {A, P},
    "estimate_ask": {A, P},
    "estimate_new": {A, P},
    "estimate_new_ask": {A, P},
    "estimates_compared": REPORT,
    "estimates_compared_chart": REPORT,
    "releases": REPORT,
    "release": REPORT,
    "release_explain": REPORT,
    "release_verify": REPORT,
    "release_download": REPORT,
    "release_propose": {V, A, P},
    "release_build": {P},
    "release_write": {P},
    "check": CASE,
    "verification": {V},
    "case": {V},
    "ledger": {V, P, AU, AD},
    "ledger_line": {V, P, AU, AD},
    "ledger_verify": {V, P, AU, AD},
    "jobs": {C, V, A, P, AU, AD},
    "job": {C, V, A, P, AU, AD},
    "jobs_run": {C, V, A, P},
    "job_cancel": {C, V, A, P},
}
"""Name of the address -> roles that open it. An address that is not here fails the test."""

WITHOUT_ACCOUNT = {"enter", "set_language"}
"""Open to those who are not signed in: the way in, and the language it speaks."""


def addresses(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    for one in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(one, URLPattern):
            yield one
        elif str(one.pattern) not in ("accounts/", "accounts/2fa/", "api/v1/"):
            yield from addresses(one.url_patterns)


def filled(pattern: URLPattern) -> str:
    """The address with an id of nothing in each of its places."""
    places = pattern.pattern.converters
    numbers = ("seq", "draft_id")
    return reverse(str(pattern.name), kwargs={name: 0 if name in numbers else "inc_nothing" for name in places})


def test_no_address_is_missing_from_the_table() -> None:
    assert {str(one.name) for one in addresses()} == set(OPEN_TO) | WITHOUT_ACCOUNT


def test_every_view_says_what_opens_it() -> None:
    silent = [one.name for one in addresses() if not hasattr(one.callback, "opens")]
    assert set(silent) == WITHOUT_ACCOUNT


@pytest.mark.parametrize("role", list(Role))
def test_an_address_opens_to_the_roles_of_the_table_alone(signed_in: SignedIn, role: Role) -> None:
    client = signed_in(role)
    wrong = []
    for one in addresses():
        if one.name in WITHOUT_ACCOUNT:
            continue
        methods = one.callback.methods  # type: ignore[attr-defined]  # set by @page
        for method in set(methods) & {"GET", "POST"}:
            status = client.generic(method, filled(one), data="purpose=shown", content_type=FORM).status_code
            if (status != 403) != (role in OPEN_TO[str(one.name)]):
                wrong.append((one.name, method, status))
    assert wrong == []


FORM = "application/x-www-form-urlencoded"


def test_nobody_unsigned_sees_anything() -> None:
    for one in addresses():
        if one.name in WITHOUT_ACCOUNT:
            continue
        for method in ("GET", "POST"):
            answer = Client().generic(method, filled(one))
            assert answer.status_code == 302
            assert answer["Location"].startswith("/accounts/login/")


def test_an_account_without_roles_opens_nothing(signed_in: SignedIn) -> None:
    client = signed_in(name="invented-nobody")
    shown = {one.name: filled(one) for one in addresses() if one.name not in WITHOUT_ACCOUNT and "GET" in methods(one)}
    open_to_it = {name for name, address in shown.items() if client.get(address).status_code != 403}
    assert open_to_it == {name for name, roles in OPEN_TO.items() if roles == EVERYBODY} & set(shown)


def methods(one: URLPattern) -> tuple[str, ...]:
    """How the view of an address may be asked."""
    asked: tuple[str, ...] = getattr(one.callback, "methods", ("GET", "POST"))
    return asked


def test_who_comes_back_to_the_address_of_an_act_sees_its_thing(signed_in: SignedIn) -> None:
    client = signed_in(Role.VERIFIER)
    acts = [filled(one) for one in addresses() if one.name not in WITHOUT_ACCOUNT and "GET" not in methods(one)]
    led = {one: client.get(one) for one in acts}
    assert len(acts) > 15 and {answer.status_code for answer in led.values()} == {302}
    assert all(one.startswith(answer["Location"]) and one != answer["Location"] for one, answer in led.items())
    assert client.get("/ledger/verify/")["Location"] == "/ledger/"
    assert client.get("/items/itm_x/open/")["Location"] == "/items/itm_x/"
    assert client.get("/drafts/save/")["Location"] == "/"
    assert client.put("/ledger/verify/").status_code == 405


def test_nobody_signs_up_alone() -> None:
    assert b"password" not in Client().get("/accounts/signup/").content.split(b"<main")[1]


def test_an_account_that_came_by_link_can_set_its_password(signed_in: SignedIn) -> None:
    answer = signed_in(Role.COLLECTOR).get("/accounts/password/change/", follow=True)
    assert answer.status_code == 200
    assert b"password1" in answer.content
