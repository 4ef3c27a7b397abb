"""What must never happen on a page, and how a page is looked over.

watched = Watched(page, "http://127.0.0.1:8000")   # from here on everything the page does is noted
page.goto(...)
look_over(page)                                    # axe, direction, sideways scroll
assert watched.faults == []
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response, ViewportSize

AXE = (Path(__file__).parent / "vendor" / "axe-4.14.1.min.js").read_text(encoding="utf-8")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_RUN = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})"
EVERY_RULE: dict[str, object] = {"type": "tag", "values": AXE_TAGS}
RULES_OF_COLOUR: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
OURS = re.compile(r"\b((?:itm|stm|inc|vio|act|asm|fig|rel|chd|grp|est|job|usr)_)[a-z0-9]+|\b\d+\b")
LEAVES = re.compile(r"/(logout|sign-out|download|static|media)\b|\.(csv|pdf|json|zip|svg|png|txt)$")


class Violation(TypedDict):
    """The part of an axe result that a reader needs."""

    id: str
    help: str
    nodes: list[dict[str, str]]


class Watched:
    """Notes requests that leave the machine, refusals by the CSP, errors of console or script, answers of 500."""

    def __init__(self, page: Page, origin: str) -> None:
        self.faults: list[str] = []
        self._host = urlsplit(origin).netloc
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", self._script_error)
        page.on("response", self._response)

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.netloc != self._host:
            self.faults.append(f"left the machine: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        refused = "Content Security Policy" in message.text
        asked_for_nothing = "status of 40" in message.text
        if refused or (message.type == "error" and not asked_for_nothing):
            self.faults.append(f"console: {message.text}")

    def _script_error(self, error: Error) -> None:
        self.faults.append(f"script: {error.message}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"answered {response.status}: {response.url}")


def axe_violations(page: Page, only: dict[str, object] = EVERY_RULE) -> list[str]:
    """One line for each violation that axe-core finds: the rule, what it says, the first places."""
    page.evaluate(AXE)
    found: list[Violation] = page.evaluate(AXE_RUN, only)["violations"]
    return [f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


def assert_no_axe_violations(page: Page, only: dict[str, object] = EVERY_RULE) -> None:
    """Zero violations of WCAG 2.0 to 2.2 A and AA and of axe's best practices."""
    found = axe_violations(page, only)
    assert found == [], f"{page.url}\n" + "\n".join(found)


def assert_no_sideways_scroll(page: Page) -> None:
    """The page, at the width it has now, is not wider than its window; tables may scroll inside their own region."""
    wider_px = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider_px <= 0, f"{page.url} is {wider_px} px wider than {page.viewport_size}"


def assert_speaks(page: Page, language: str) -> None:
    """The document says which language it is in, and runs in that language's direction."""
    said = page.evaluate("() => [document.documentElement.lang, getComputedStyle(document.documentElement).direction]")
    assert said == [language, "rtl" if language == "ar" else "ltr"], f"{page.url} says {said}"


def look_over(page: Page, language: str) -> None:
    """Light, dark and at 320 px: no violation of access, no sideways scroll, the right language.

    The dark sheet changes nothing but colours, so that the rules of colour alone are asked again there.
    """
    assert_speaks(page, language)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert_no_axe_violations(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert_no_axe_violations(page, RULES_OF_COLOUR)
    page.set_viewport_size(NARROW)
    assert_no_sideways_scroll(page)
    page.set_viewport_size(WIDE)


def pattern(address: str) -> str:
    """The kind of page behind an address: ids and numbers taken out, the query reduced to its keys."""
    parts = urlsplit(address)
    keys = sorted(piece.partition("=")[0] for piece in parts.query.split("&") if piece)
    return OURS.sub(r"\1*", parts.path) + ("?" + "&".join(keys) if keys else "")


def crawl(page: Page, start: str, each: int = 2, most: int = 80) -> Iterator[str]:
    """Opens every page reachable by links from `start` on its host, `each` of a kind, at most `most`; yields addresses.

    A link that answers 4xx is a dead link and fails.
    """
    waiting, seen, kinds = deque([start]), {start}, Counter[str]()
    while waiting and kinds.total() < most:
        address = waiting.popleft()
        if kinds[pattern(address)] >= each:
            continue
        kinds[pattern(address)] += 1
        answer = page.goto(address, wait_until="load")
        assert answer is not None and answer.ok, f"{address} answered {answer and answer.status}"
        yield address
        for link in _links(page, start):
            if link not in seen:
                seen.add(link)
                waiting.append(link)


def _links(page: Page, start: str) -> list[str]:
    hrefs: list[str] = page.eval_on_selector_all(
        "a[href]:not([download])", "links => links.map(link => link.getAttribute('href'))"
    )
    whole = (urljoin(page.url, href).partition("#")[0] for href in hrefs)
    return [
        link
        for link in whole
        if urlsplit(link).netloc == urlsplit(start).netloc and not LEAVES.search(urlsplit(link).path)
    ]
