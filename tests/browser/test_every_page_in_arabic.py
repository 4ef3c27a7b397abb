"""Every page in Arabic that a role can reach by links can be read by everyone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.conftest import Desk
from browser.every_page import ROLES, look_over_all
from browser.watch import look_over

pytestmark = pytest.mark.browser
LANGUAGE = "ar"


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_can_be_read_by_everyone(sign_in: Callable[..., Page], desk: Desk, role: str) -> None:
    n_pages = look_over_all(sign_in(role, LANGUAGE), f"{desk.url}/", LANGUAGE)
    assert n_pages >= 5, f"a {role} meets {n_pages} pages only"


def test_the_way_in_can_be_read_by_everyone(open_page: Callable[..., Page]) -> None:
    page = open_page(LANGUAGE)
    page.goto("/")
    look_over(page, LANGUAGE)
    assert page.locator("input[type=password]").count() == 1
