"""Parties known by who leads them, or by their land: "the men of General Tchari", "the Harran-led coalition"."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page


def leaders_men(page: Page, first: int, last: int) -> list[Mention]:
    """ "The men of General Tchari", "les hommes du colonel Tchari", "los hombres de alias Tigre": known by who leads
    them."""
    return [
        Mention(at, end)
        for at in range(first, last - 3)
        if page.is_one_of(at, "men_words") and (end := _past_leader(page, at + 1, last)) > at
    ]


def _past_leader(page: Page, at: int, last: int) -> int:
    """Behind "of", a rank, a name: where the name ends; 0 where no leader is named."""
    if page.is_one_of(at, "loyal_words"):
        at += 1
    if not any(page.is_one_of(at, table) for table in ("of_words", "to_whom", "loyal_to")):
        return 0
    at += 1 + page.is_one_of(at + 1, "determiners")
    end = _past_capitals(page, at + 1, last)
    led = page.is_one_of(at, "leader_words")
    return end if led and end > at + 1 else 0


def led_by(page: Page, first: int, last: int) -> list[Mention]:
    """ "The Harran-led coalition", "la coalition menée par le Harran": known by who leads it."""
    at_words = (at for at in range(first + 1, last - 1) if page.is_one_of(at, "led_words"))
    found = (_led_in_front(page, at, first) or _led_behind(page, at, last) for at in at_words)
    return [mention for mention in found if mention is not None]


def _led_in_front(page: Page, at: int, first: int) -> Mention | None:
    """ "Harran-led coalition", where heads come last."""
    if not page.lexicon.heads_last or page.form(at - 1) != "-" or not page.is_capital(at - 2):
        return None
    start = at - 2
    while start > first and page.is_capital(start - 1):
        start -= 1
    end = at + 1 + page.is_one_of(at + 1, "armed_adjectives")
    return Mention(start, end + 1, group=True) if page.is_one_of(end, "led_bodies") else None


def _led_behind(page: Page, at: int, last: int) -> Mention | None:
    """ "Coalición liderada por Harran"."""
    if not (page.is_one_of(at - 1, "led_bodies") and page.is_one_of(at + 1, "by_words")):
        return None
    start = at + 2 + page.is_one_of(at + 2, "determiners")
    end = _past_capitals(page, start, last)
    return Mention(at - 1, end, group=True) if end > start else None


def _past_capitals(page: Page, at: int, last: int) -> int:
    while at < last and page.is_capital(at):
        at += 1
    return at


def names_only_land(page: Page, name: Mention, found: Sequence[Mention]) -> bool:
    """ "The Sarrat authorities", "Kesh government forces": the land in front of a sort is a part of the sort's name."""
    if name.group or name.back or name.name or not page.lexicon.heads_last or name.last - name.first > 1:
        return False
    headed = page.hits_in(name.first, name.last, "group_heads") or page.words(name.first, name.last).isupper()
    sorts = [one for one in found if one.group and one.first == name.last]
    return bool(sorts) and not headed and not page.is_one_of(sorts[0].first, "men_words")
