"""Two people verify one case from end to end, by keyboard alone."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
LIMIT_S = 60


def with_keys(page: Page) -> Page:
    page.goto("/keys/")
    page.locator("input[name=keys_on]").check()
    page.locator("main form button").last.click()
    page.wait_for_load_state()
    return page


def open_first_case(page: Page, policy: str) -> str:
    """From the queue into its first case, under a policy, without a mouse; the case's address."""
    page.goto("/verification/")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/verification/inc_*/")
    address = page.url
    page.goto(f"{address}?policy={policy}")
    return address


def press(page: Page, key: str) -> None:
    before = page.url
    page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)


def test_a_case_is_verified_by_two_people_with_keys_alone(sign_in: Callable[..., Page]) -> None:
    first, second = with_keys(sign_in("verifier")), with_keys(sign_in("verifier2"))
    began = time.monotonic()
    case = open_first_case(first, "provisional@1")
    press(first, "v")
    first.goto(case)
    assert first.locator("form#step").count() == 0, "who took the first step is offered the last one"
    assert first.locator(".notice.doubt").first.is_visible()
    second.goto(case)
    second.keyboard.press("o")
    second.wait_for_url("**/statements/stm_*/")
    second.go_back()
    press(second, "v")
    assert time.monotonic() - began < LIMIT_S
    second.goto(case.replace("/verification/", "/incidents/"))
    assert second.locator(".badge.good").count() >= 1, "the case does not stand verified"
