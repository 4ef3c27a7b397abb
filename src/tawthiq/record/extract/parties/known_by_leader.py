"""Parties known by who leads them, or by their land: "the men of General Tchari", "the Harran-led coalition"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import WORD


def leaders_men(page: Page, first: int, last: int) -> list[Mention]:
    """ "The men of General Tchari", "les hommes du colonel Tchari", "los hombres de alias Tigre": known by who leads
    them."""
    return [
        Mention(at, end)
        for at in range(first, last - 2)
        if _are_men(page, at)
        and ((end := _past_leader(page, at + 1, last)) > at or (end := _past_loyal(page, at + 1, last)) > at)
    ]


def _are_men(page: Page, at: int) -> bool:
    bodies = page.is_one_of(at, "led_bodies") and page.is_one_of(at + 1, "loyal_words")
    return bodies or page.is_one_of(at, "men_words")


def _past_loyal(page: Page, at: int, last: int) -> int:
    """ "Forces loyal to former president Omar Sey", "to Habib Sor": behind a name of two words, no body's."""
    if not page.lexicon.heads_last or not page.is_one_of(at, "loyal_words") or not page.is_one_of(at + 1, "loyal_to"):
        return 0
    start = at + 2
    start += page.is_one_of(start, "determiners") and not page.is_capital(start + 1)
    while start < last and (page.is_one_of(start, "former_words") or page.is_one_of(start, "ruler_words")):
        start += 1
    end = _past_capitals(page, start, last)
    known = any(item.codes for item in page.parties.between(start, end))
    bodies = known or bool(page.hits_in(start, end, "group_heads"))
    return end if end - start > int(start == at + 2) and not bodies else 0


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


def leaders_own(page: Page, first: int, last: int) -> list[Mention]:
    """ "Dogo Ali's men", "Commander Usop's fighters": known by whose they are, where heads come last."""
    if not page.lexicon.heads_last:
        return []
    marks = (at for at in range(first + 1, last - 2) if page.form(at) == "'" and page.form(at + 1) == "s")
    ends = ((at, _past_owned(page, at + 2)) for at in marks)
    owned = ((_owner_start(page, mark, first), end) for mark, end in ends if end > mark + 2)
    return [Mention(start, end) for start, end in owned if start >= 0]


def _past_owned(page: Page, at: int) -> int:
    """ "Men", "forces", "armed group": past what a leader has; the token itself where nothing of that sort stands."""
    if page.is_one_of(at, "men_words"):
        return at + 1
    noun = at + int(page.is_one_of(at, "armed_adjectives"))
    return noun + 1 if page.is_one_of(noun, "owned_bodies") else at


def _owner_start(page: Page, mark: int, first: int) -> int:
    """Where the name of a person begins that ends at the token; -1 for a body, a place, one word alone."""
    start = mark
    while start > first and page.is_capital(start - 1) and page.tokens[start - 1].sort == WORD:
        start -= 1
    names_body = page.hits_in(start, mark, "group_heads", "groups") or page.parties.between(start, mark)
    placed = any(item.last == mark for item in page.places.between(start, mark))
    ranked = page.is_one_of(start, "leader_words")
    whole = mark - start > 1 or _is_somebodys_last(page, start)
    return start if whole and (ranked or not (names_body or placed)) else -1


def _is_somebodys_last(page: Page, at: int) -> bool:
    """ "Ndoba's forces", where Paul Ndoba was named before."""
    form = page.form(at)
    return any(page.form(here) == form and _ends_name(page, here) for here in range(1, at))


def _ends_name(page: Page, at: int) -> bool:
    """The last of two capitals inside a sentence or at its head, no body and no place."""
    two = page.is_capital(at - 1) and not page.is_one_of(at - 1, "source_leads")
    return two and page.is_capital(at) and not page.is_one_of(at - 1, "determiners") and not page.is_capital(at + 1)


def splinters(page: Page, first: int, last: int) -> list[Mention]:
    """ "A breakaway faction of the Hill Front": those who left, not whom they left."""
    found = []
    for at in range(first, last - 3):
        if page.is_one_of(at, "splinter_words") and page.is_one_of(at + 1, "splinter_heads"):
            start = at + 3 + page.is_one_of(at + 3, "determiners")
            led = page.is_one_of(at + 2, "of_words") or page.is_one_of(at + 2, "from_words")
            end = _past_capitals(page, start, last) if led else 0
            found += [Mention(at, end)] if end > start else []
    return found


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


def with_leader(page: Page, mention: Mention, last: int) -> Mention:
    """ "التحالف العسكري الذي تقوده كولو": who leads it belongs to what it is called."""
    led = page.is_one_of(mention.last, "relatives") and page.is_one_of(mention.last + 1, "leading_verbs")
    end = mention.last + 3
    if not led or mention.back or end > last or page.tokens[end - 1].sort != WORD:
        return mention
    end += int(end < last and page.form(end).startswith("ال") and page.is_one_of(end, "name_qualities"))
    return replace(mention, last=end, name="", code="")


def names_only_land(page: Page, name: Mention, found: Sequence[Mention]) -> bool:
    """ "The Sarrat authorities", "Kesh government forces": the land in front of a sort is a part of the sort's name."""
    if name.group or name.back or name.name or not page.lexicon.heads_last or name.last - name.first > 1:
        return False
    headed = page.hits_in(name.first, name.last, "group_heads") or page.words(name.first, name.last).isupper()
    sorts = [one for one in found if one.group and one.first == name.last]
    return bool(sorts) and not headed and not page.is_one_of(sorts[0].first, "men_words")


def goes_by_land(page: Page, shaped: Mention, named: Mention) -> bool:
    """ "جبهة الإنقاذ الماندورية" where "جبهة الإنقاذ" was learned: whose land it is of belongs to the name."""
    more = shaped.first == named.first and shaped.last == named.last + 1 and not (named.code or named.name)
    endings = tuple(page.lexicon.data.get("nation_endings", ()))
    form = page.form(named.last)
    plain = page.is_one_of(named.last, "not_name_qualities") or page.is_one_of(named.last, "place_adjectives")
    return more and page.lexicon.language == "ar" and form.startswith("ال") and form.endswith(endings) and not plain
