"""Hiding: what a page writes and does not show to whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

_UNSEEN = frozenset(("template", "noscript", "svg"))
"""What is shown by a script or instead of one, and what is drawn."""
_UNVEILED = frozenset(("html", "body"))
"""A page that hides itself whole is shown by its own script."""
LAID_BARE = frozenset(("main", "article", "h1"))
"""What the page is there for: a page whose dialogue is open marks all the rest as hidden from screen readers."""
_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_FOUND_BY_SEARCH = "until-found"


class Hiding(StrEnum):
    """From whom an element hides its words. Style sheets are not looked at: only what the element says itself."""

    NOTHING = "nothing"
    FROM_ALL = "from_all"
    FROM_SCREEN_READERS = "from_screen_readers"


def hiding_of(tag: str, attributes: Mapping[str, str | None]) -> Hiding:
    """What an element hides of the words in it; a part that opens when it is searched hides nothing."""
    if tag in _UNSEEN or (tag == "dialog" and "open" not in attributes):
        return Hiding.FROM_ALL
    if not attributes or tag in _UNVEILED:
        return Hiding.NOTHING
    told = "hidden" in attributes and (attributes["hidden"] or "").strip().casefold() != _FOUND_BY_SEARCH
    if told or _STYLE.search(attributes.get("style") or ""):
        return Hiding.FROM_ALL
    spoken = (attributes.get("aria-hidden") or "").strip().casefold() == "true"
    return Hiding.FROM_SCREEN_READERS if spoken else Hiding.NOTHING
