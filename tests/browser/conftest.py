"""Fixtures for tests in the browser.

    chromium            Debian's Chromium; absent: skipped with a reason, in CI a failure
    desk                the invented demo in a home of its own, served on 127.0.0.1 for the whole session
    open_page(...)      a page that nobody is signed in on
    sign_in(role, ...)  a page signed in as the first demo account with that role (collector, verifier, publisher ...)
                        or as the demo account of that name (verifier2)

Both page makers take `language` (en, ar) and watch the page: a request that leaves the machine, a refusal by the
content security policy, a script error or an answer of 500 fails the test at its end.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser.watch import WIDE, Watched
from house.source import newcomer

IN_CI = os.environ.get("CI") == "true"
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"]
START_TIMEOUT_S = 60
HERE = Path(__file__).parent
TAWTHIQ = str(Path(sys.executable).parent / "tawthiq")


def lacking(what: str) -> None:
    """Skips the test on a desk, fails it in CI."""
    if IN_CI:
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        lacking("this machine lacks chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Desk:
    """A served demo. `sessions`: role -> session key of the first account that has it; `people`: user name -> key."""

    url: str
    home: Path
    cookie: str
    sessions: dict[str, str]
    people: dict[str, str]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_answered(url: str, server: subprocess.Popen[str]) -> None:
    until = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < until:
        if server.poll() is not None:
            pytest.fail(f"the desk stopped with {server.returncode}: {server.communicate()[0][-2000:]}")
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the desk did not answer on {url} within {START_TIMEOUT_S} s")


def _sessions(home: dict[str, str]) -> tuple[str, dict[str, str], dict[str, str]]:
    command = [sys.executable, str(HERE / "sessions.py")]
    said = json.loads(subprocess.run(command, env=home, check=True, capture_output=True, text=True).stdout)
    by_role: dict[str, str] = {}
    for account in said["accounts"].values():
        for role in account["roles"]:
            by_role.setdefault(role, account["key"])
    return said["cookie"], by_role, {name: account["key"] for name, account in said["accounts"].items()}


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp("home")
    env = newcomer() | {"TAWTHIQ_HOME": str(home), "DJANGO_SETTINGS_MODULE": "tawthiq.doors.settings"}
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    subprocess.run([TAWTHIQ, "demo", "load", "--home", str(home)], env=env, check=True, capture_output=True)
    command = [TAWTHIQ, "demo", "serve", "--home", str(home), "--port", str(port)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            _wait_until_answered(url, server)
            cookie, sessions, people = _sessions(env)
            yield Desk(url, home, cookie, sessions, people)
        finally:
            server.terminate()
            server.communicate(timeout=20)


@pytest.fixture
def open_page(chromium: Browser, desk: Desk) -> Iterator[Callable[..., Page]]:
    opened: list[tuple[BrowserContext, Watched]] = []

    def make(language: str = "en", session: str = "") -> Page:
        context = chromium.new_context(base_url=desk.url, locale=language, viewport=WIDE)
        if session:
            context.add_cookies([{"name": desk.cookie, "value": session, "url": desk.url}])
        page = context.new_page()
        opened.append((context, Watched(page, desk.url)))
        return page

    yield make
    for context, _ in opened:
        context.close()
    assert [fault for _, watched in opened for fault in watched.faults] == []


@pytest.fixture
def sign_in(open_page: Callable[..., Page], desk: Desk) -> Callable[..., Page]:
    def make(role: str, language: str = "en") -> Page:
        return open_page(language, desk.sessions.get(role) or desk.people[role])

    return make
