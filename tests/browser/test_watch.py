"""The watch over pages sees what it is there to see."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from browser.watch import NARROW, Watched, assert_no_sideways_scroll, assert_speaks, axe_violations, crawl, pattern

pytestmark = pytest.mark.browser

HEAD = (
    '<!doctype html><html lang="en"><head><title>A page</title></head>'
    "<body><main><h1>A page</h1>{}</main></body></html>"
)
BODIES = {
    "/": '<p><a href="/second">The second</a> <a href="/items/itm_abc/">An item</a> <a href="/logout">Leave</a></p>',
    "/second": '<p><a href="/">The first</a></p>',
    "/items/itm_abc/": '<p><a href="/items/itm_def/">Another item</a></p>',
    "/items/itm_def/": '<p><a href="/items/itm_ghi/">A third item</a></p>',
    "/items/itm_ghi/": "<p>Not looked at: two of a kind are enough.</p>",
    "/unlabelled": '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>',
    "/outside": '<p><img alt="" src="http://elsewhere.invalid/pixel.gif"></p>',
    "/inline": "<p>Inline</p><script>document.title = 'changed'</script>",
    "/wide": '<div style="width: 600px">wide</div>',
    "/broken": "",
}


class Site(BaseHTTPRequestHandler):
    """A site of our own with one fault a page."""

    def do_GET(self) -> None:
        body = BODIES.get(self.path)
        self.send_response(404 if body is None else 500 if self.path == "/broken" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "script-src 'self'")
        self.end_headers()
        self.wfile.write(HEAD.format(body).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_a_clean_page_is_clean(page: Page, site: str) -> None:
    watched = Watched(page, site)
    page.goto(f"{site}/second")
    assert axe_violations(page) == []
    assert_speaks(page, "en")
    assert watched.faults == []


def test_a_picture_without_words_is_a_violation(page: Page, site: str) -> None:
    page.goto(f"{site}/unlabelled")
    assert [line.partition(":")[0] for line in axe_violations(page)] == ["image-alt"]


@pytest.mark.parametrize(
    ("path", "fault"),
    [("/outside", "left the machine"), ("/inline", "Content Security Policy"), ("/broken", "answered 500")],
)
def test_a_fault_is_noted(page: Page, site: str, path: str, fault: str) -> None:
    watched = Watched(page, site)
    page.goto(f"{site}{path}", wait_until="networkidle")
    assert [line for line in watched.faults if fault in line]


def test_a_page_wider_than_its_window_is_refused(page: Page, site: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(f"{site}/second")
    assert_no_sideways_scroll(page)
    page.goto(f"{site}/wide")
    with pytest.raises(AssertionError, match="wider than"):
        assert_no_sideways_scroll(page)


def test_a_page_that_does_not_speak_the_language_is_refused(page: Page, site: str) -> None:
    page.goto(f"{site}/second")
    with pytest.raises(AssertionError, match="says"):
        assert_speaks(page, "ar")


def test_the_crawl_meets_every_page_and_two_of_a_kind(page: Page, site: str) -> None:
    met = [address.removeprefix(site) for address in crawl(page, f"{site}/")]
    assert met == ["/", "/second", "/items/itm_abc/", "/items/itm_def/"]


def test_the_crawl_fails_on_a_dead_link(page: Page, site: str) -> None:
    with pytest.raises(AssertionError, match="answered 404"):
        list(crawl(page, f"{site}/nowhere"))


def test_a_kind_of_page_forgets_ids_numbers_and_values() -> None:
    assert pattern("http://a/items/itm_9xk2/?page=2&q=word") == "/items/itm_*/?page&q"
    assert pattern("http://a/ledger/41/") == pattern("http://a/ledger/7/")
