"""A statement is decided, decided again, ticked and rejected with a reason by keys alone, on an Arabic keyboard too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.test_two_people import press, with_keys

pytestmark = pytest.mark.browser
ARABIC = {"KeyR": "ق", "KeyZ": "ئ", "KeyW": "ص"}


def first_waiting(page: Page, holds: str = "form#decide") -> str:
    """The first statement of the list whose page holds that; its address."""
    page.goto("/statements/")
    links = page.eval_on_selector_all("main li[data-row] a", "links => links.map(link => link.href)")
    for link in links:
        page.goto(link)
        if page.locator(holds).count():
            return str(link)
    raise AssertionError(f"no statement that waits holds {holds}")


def press_arabic(page: Page, code: str) -> None:
    """The key at that place of an Arabic keyboard."""
    session, stroke = page.context.new_cdp_session(page), {"key": ARABIC[code], "code": code, "text": ARABIC[code]}
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", **stroke})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **stroke})


def test_a_slip_is_put_right_by_the_keys_of_an_arabic_keyboard(sign_in: Callable[..., Page]) -> None:
    page = with_keys(sign_in("verifier", "ar"))
    slip = first_waiting(page)
    press_arabic(page, "KeyR")
    page.wait_for_url(lambda url: url != slip)
    press_arabic(page, "KeyZ")
    page.wait_for_url(slip)
    assert page.locator(".badge.bad-badge").count() == 1
    assert page.locator("[data-key=accept]").count() == 1


def test_doubts_are_ticked_one_by_one_and_then_it_is_accepted(sign_in: Callable[..., Page]) -> None:
    page = with_keys(sign_in("verifier"))
    address = first_waiting(page, "input[data-tick]")
    page.keyboard.press("a")
    page.wait_for_selector(".notice.wrong")
    assert page.evaluate("document.activeElement.matches('input[data-tick]')"), "the missing tick is not at hand"
    for _ in range(page.locator("input[data-tick]").count()):
        page.keyboard.press("t")
    press(page, "a")
    page.goto(address)
    assert page.locator("main .card .scrolls > p:first-child .badge.good").count() == 1


def test_a_reason_is_written_and_sent_without_leaving_its_field(sign_in: Callable[..., Page]) -> None:
    page = with_keys(sign_in("verifier"))
    address = first_waiting(page)
    page.keyboard.press("w")
    page.keyboard.type("The text does not say so, a reviewer wrote.")
    press(page, "Control+Enter")
    page.goto(address)
    assert page.locator("text=a reviewer wrote").is_visible()


def test_a_key_that_is_held_down_decides_once(sign_in: Callable[..., Page]) -> None:
    page = with_keys(sign_in("verifier"))
    first_waiting(page)
    decided = page.url
    page.keyboard.down("r")
    page.wait_for_url(lambda url: url != decided)
    following = page.url
    page.keyboard.down("r")
    page.wait_for_timeout(500)
    assert page.url == following, "what came next was decided by a key that nobody let go"
    page.keyboard.up("r")
