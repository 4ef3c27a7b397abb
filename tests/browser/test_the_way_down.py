"""From a figure down to the custody of the bytes it rests on, and a statement decided without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_from_a_figure_to_custody_in_at_most_five_clicks(sign_in: Callable[..., Page]) -> None:
    page = sign_in("verifier")
    page.goto("/figures/")
    way = ("main th a", "main a.button[href$='/acts/']", "main td a[href^='/cases/']", "main a[href^='/items/']")
    for click in way:
        page.locator(click).first.click()
        page.wait_for_load_state()
    assert len(way) <= 5
    assert page.locator(".badge.good").count() >= 1, "the hash is not worked out again"
    assert page.locator("section[aria-labelledby=custody] li").count() >= 1


def test_a_statement_is_accepted_by_keyboard_alone(sign_in: Callable[..., Page]) -> None:
    page = sign_in("verifier")
    page.goto("/statements/")
    page.locator("main a[href^='/statements/stm_']").first.click()
    page.wait_for_load_state()
    decided = page.url
    page.locator("button[name=verdict][value=confirmed]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != decided)
    page.goto(decided)
    assert page.locator("button[name=verdict][value=confirmed]").count() == 0, "it still waits"
