"""Every page that a role can reach by links: readable by everyone, silent towards the world.

One file of tests a language: two workers share the files, and what one has looked over it need not look over again.
"""

from __future__ import annotations

from playwright.sync_api import Page

from browser.watch import crawl, look_over, pattern

ROLES = ("collector", "verifier", "publisher")
LOOKED_OVER: set[tuple[str, str, tuple[str, ...]]] = set()
"""Language, kind of page, what it offers to do: another role to whom it shows the same is not looked over again."""


def look_over_all(page: Page, start: str, language: str) -> int:
    """How many pages were reached from there, each kind of them looked over once."""
    n_pages = 0
    for address in crawl(page, start, each=1):
        n_pages += 1
        if (shown := (language, pattern(address), _offers(page))) not in LOOKED_OVER:
            look_over(page, language)
            LOOKED_OVER.add(shown)
    return n_pages


def _offers(page: Page) -> tuple[str, ...]:
    actions: list[str] = page.eval_on_selector_all("main form", "forms => forms.map(form => form.action)")
    return tuple(sorted({pattern(action) for action in actions}))
