"""The doors beside the pages: the API and the pages of one's own account, walked as every role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from allauth.account import urls as account_urls
from allauth.mfa import urls as mfa_urls
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tawthiq.doors.api.routes import api
from tawthiq.safe.access import Role

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]
C, V, R, A, P, AU, AD = Role
CASE, REPORT = {C, V, P}, {C, V, A, P, AU}

OPEN_TO: dict[str, set[Role]] = {
    "list_items": CASE,
    "get_item": CASE,
    "list_statements": CASE,
    "get_statement": CASE,
    "decide_statement": {C, V},
    "list_incidents": CASE,
    "get_incident": CASE,
    "list_figures": REPORT,
    "get_figure": REPORT,
    "list_estimates": REPORT,
    "get_estimate": REPORT,
    "get_estimate_draws": {A, P},
    "list_releases": REPORT,
    "get_release": REPORT,
}
"""Operation of the API -> roles that open it. An operation that is not here fails the test."""

ENTRANCE = {"account_login", "account_signup", "account_inactive"}
"""Pages of accounts that answer those who are not signed in: the way in, and that there is no other."""


def operations() -> Iterator[tuple[str, str, str]]:
    """(operation, method, address with an id of nothing) of everything in the API's own description."""
    for path, found in api.get_openapi_schema()["paths"].items():
        for method, operation in found.items():
            yield operation["operationId"], method.upper(), re.sub(r"\{\w+\}", "inc_nothing", path)


def asked(client: Client, method: str, address: str) -> int:
    """The status of the answer; what is posted is well formed, so that nothing but the role decides."""
    return client.generic(method, address, '{"verdict": "confirmed"}', "application/json").status_code


def account_pages(patterns: list[URLPattern | URLResolver], under: str) -> Iterator[str]:
    """Addresses of the pages of one's own account that need no key."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from account_pages(one.url_patterns, under + str(one.pattern))
        elif not one.pattern.converters and "(" not in str(one.pattern):
            yield under + str(one.pattern)


def all_account_pages() -> list[str]:
    mounted = next(one for one in get_resolver().url_patterns if str(one.pattern) == "accounts/")
    assert isinstance(mounted, URLResolver)
    own = list(account_pages(mounted.url_patterns, "/accounts/"))
    return own + list(account_pages(mfa_urls.urlpatterns, "/accounts/2fa/"))


def test_no_operation_is_missing_from_the_table() -> None:
    assert {name for name, _method, _address in operations()} == set(OPEN_TO)


@pytest.mark.parametrize("role", list(Role))
def test_an_operation_opens_to_the_roles_of_the_table_alone(signed_in: SignedIn, role: Role) -> None:
    client = signed_in(role)
    answers = {name: asked(client, method, address) for name, method, address in operations()}
    assert {name for name, status in answers.items() if status != 403} == {
        name for name, roles in OPEN_TO.items() if role in roles
    }


def test_nobody_unsigned_reads_the_api() -> None:
    assert {asked(Client(), method, address) for _name, method, address in operations()} == {401}


@pytest.mark.parametrize("role", list(Role))
def test_the_pages_of_an_account_are_the_same_for_every_role(signed_in: SignedIn, role: Role) -> None:
    client, other = signed_in(role), signed_in(name="invented-other")
    pages = [one for one in all_account_pages() if "logout" not in one]
    answers = {one: client.get(one).status_code for one in pages}
    assert not [one for one, status in answers.items() if status >= 500]
    assert answers == {one: other.get(one).status_code for one in pages}


def test_nobody_unsigned_opens_a_page_of_an_account() -> None:
    assert len(account_urls.urlpatterns) > 5
    entrance = {reverse(name) for name in ENTRANCE} | {"/accounts/2fa/authenticate/", "/accounts/2fa/webauthn/login/"}
    for address in set(all_account_pages()) - entrance:
        answer = Client().get(address)
        assert answer.status_code in (302, 404, 405), address
