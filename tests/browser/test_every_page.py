"""Every page that a role can reach by links: readable by everyone, silent towards the world."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.conftest import Desk
from browser.watch import crawl, look_over, pattern

pytestmark = pytest.mark.browser


LOOKED_OVER: set[tuple[str, str, tuple[str, ...]]] = set()
"""Language, kind of page, what it offers to do: another role to whom it shows the same is not looked over again."""


def _offers(page: Page) -> tuple[str, ...]:
    actions: list[str] = page.eval_on_selector_all("main form", "forms => forms.map(form => form.action)")
    return tuple(sorted({pattern(action) for action in actions}))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("role", ["collector", "verifier", "publisher"])
def test_every_page_of_a_role_can_be_read_by_everyone(
    sign_in: Callable[..., Page], desk: Desk, role: str, language: str
) -> None:
    page = sign_in(role, language)
    n_pages = 0
    for address in crawl(page, f"{desk.url}/", each=1):
        n_pages += 1
        if (shown := (language, pattern(address), _offers(page))) not in LOOKED_OVER:
            look_over(page, language)
            LOOKED_OVER.add(shown)
    assert n_pages >= 5, f"a {role} meets {n_pages} pages only"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_way_in_can_be_read_by_everyone(open_page: Callable[..., Page], language: str) -> None:
    page = open_page(language)
    page.goto("/")
    look_over(page, language)
    assert page.locator("input[type=password]").count() == 1
