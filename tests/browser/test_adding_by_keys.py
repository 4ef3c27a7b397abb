"""A statement that the machine missed is added by keys alone, from words chosen in the text, and taken back by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.test_two_people import press, with_keys
from browser.watch import look_over

pytestmark = pytest.mark.browser
UNDER_A_BAR = """() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  return [...document.querySelectorAll(".bar")].some((bar) => {
    const its = bar.getBoundingClientRect();
    return getComputedStyle(bar).position === "sticky" && !bar.contains(focused) && !focused.contains(bar)
      && Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 1;
  });
}"""


def open_a_text(page: Page) -> str:
    """The first statement of the queue, in its text; its address."""
    page.goto("/statements/")
    page.goto(str(page.eval_on_selector("main li[data-row] a", "link => link.href")))
    page.wait_for_selector("[data-key=missed]")
    return page.url


def chosen(page: Page) -> str:
    return str(page.evaluate("getSelection().toString()"))


def keep(page: Page) -> None:
    page.select_option("#kind", "context")
    page.select_option("#factuality", "unknown")
    page.focus("#kind")
    press(page, "Control+Enter")


@pytest.mark.parametrize(("language", "who"), [("en", "verifier"), ("ar", "verifier2")])
def test_words_are_chosen_with_arrows_and_kept_as_a_statement(
    sign_in: Callable[..., Page], language: str, who: str
) -> None:
    page = with_keys(sign_in(who, language))
    open_a_text(page)
    page.keyboard.press("m")
    first = chosen(page)
    backwards = page.evaluate("getComputedStyle(document.querySelector('.text [data-at]')).direction") == "rtl"
    forth = "ArrowLeft" if backwards else "ArrowRight"
    page.keyboard.press(forth)
    page.keyboard.press(f"Shift+{forth}")
    words = chosen(page)
    assert len(words.split()) == 2 and words.split()[0] != first, "the arrows do not go word by word"
    page.keyboard.press("Enter")
    page.wait_for_selector("#kind")
    assert page.locator("blockquote").inner_text() == words
    assert page.evaluate("document.activeElement.id") == "kind"
    look_over(page, language)
    keep(page)
    assert page.locator(".card blockquote").first.inner_text() == words
    assert page.locator("mark.here").first.is_visible()
    added = page.url
    press(page, "r")
    page.goto(added)
    assert page.locator(".card .badge.bad-badge").count() == 1, "what was added cannot be taken back"


def test_whole_sentences_are_taken_and_escape_leaves(sign_in: Callable[..., Page]) -> None:
    page = with_keys(sign_in("verifier"))
    open_a_text(page)
    page.keyboard.press("m")
    page.keyboard.press("Shift+ArrowDown")
    sentence = chosen(page)
    page.keyboard.press("Shift+ArrowDown")
    assert len(chosen(page)) > len(sentence) > len(sentence.split()[0])
    page.keyboard.press("Escape")
    assert chosen(page) == "" and not page.locator("[data-selecting]").is_visible()


def test_words_are_chosen_with_the_mouse(sign_in: Callable[..., Page]) -> None:
    page = sign_in("verifier")
    open_a_text(page)
    piece = page.locator("[data-selects] [data-at]").first
    piece.dblclick(position={"x": 12, "y": 10})
    words = chosen(page).strip()
    page.locator("[data-key=missed]").click()
    page.wait_for_selector("#kind")
    assert words and page.locator("blockquote").inner_text() == words


def test_no_control_is_ever_under_the_bar(sign_in: Callable[..., Page]) -> None:
    page = sign_in("verifier")
    address = open_a_text(page)
    page.goto("/verification/")
    case = str(page.eval_on_selector("main [data-row] a", "link => link.href"))
    covered = []
    for one in (address, f"{address}edit/", case):
        page.goto(one)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        for key in ("Tab", "Shift+Tab"):
            for _ in range(60):
                page.keyboard.press(key)
                if page.evaluate(UNDER_A_BAR):
                    covered.append((one, page.evaluate("document.activeElement.outerHTML")[:80]))
    assert covered == []
