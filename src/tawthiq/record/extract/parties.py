"""Parties: who is said to have done it, found by list structure, name, sort of group, or reference back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.mention import Mention
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.party_lists import listed_mentions
from tawthiq.record.extract.party_shapes import shaped_mentions
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PartyRef
from tawthiq.record.extract.token import WORD


def mentions_of(page: Page, first: int, last: int) -> list[Mention]:
    """Every mention on those tokens, in order; names win over sorts of group."""
    listed = listed_mentions(page, first, last)
    named = [
        Mention(item.first, item.last, item.codes[0] if len(item.codes) == 1 else "", name=item.name)
        for item in page.parties.between(first, last)
        if item.last <= last
    ]
    shaped = shaped_mentions(page, first, last)
    back = [Mention(hit.first, hit.last, back=True) for hit in page.hits_in(first, last, "party_back")]
    groups = [
        Mention(hit.first, hit.last, group=True)
        for hit in page.hits_in(first, last, "groups")
        if not _are_children(page, hit.first, hit.last)
    ]
    found: list[Mention] = []
    for mention in (*_named_in_lists(listed, named), *named, *shaped, *back, *groups):
        if not any(mention.first < other.last and other.first < mention.last for other in found):
            found.append(mention)
    merged = [mention for mention in found if not (mention.group and _belongs(page, mention, found))]
    return sorted((_widened(page, mention, first) for mention in merged), key=lambda mention: mention.first)


def _belongs(page: Page, group: Mention, found: Sequence[Mention]) -> bool:
    """ "Kesh Front fighters", "fighters of the Kesh Front": the name says who, the sort adds nothing."""
    names = [mention for mention in found if not mention.group and not mention.back]
    behind = group.last
    while page.is_one_of(behind, "of_words") or page.is_one_of(behind, "determiners"):
        behind += 1
    return any(name.last == group.first or (behind > group.last and name.first == behind) for name in names)


def _named_in_lists(listed: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """A list entry takes the code of the known name inside it."""
    found: list[Mention] = []
    for mention in listed:
        inside = [name for name in named if mention.first <= name.first and name.last <= mention.last]
        code = inside[0].code if len(inside) == 1 else ""
        found.append(replace(mention, code=code))
    return found


def _widened(page: Page, mention: Mention, first: int) -> Mention:
    """A sort of group takes the capitalised words before it: "Kesh government forces"."""
    start = mention.first
    if not mention.group:
        return mention
    mention = replace(mention, last=_past_of_name(page, mention.last))
    while start > first and page.is_capital(start - 1) and page.tokens[start - 1].sort == WORD:
        if page.is_one_of(start - 1, "determiners") or page.is_one_of(start - 1, "source_leads"):
            break
        start -= 1
    return replace(mention, first=start)


def _are_children(page: Page, first: int, last: int) -> bool:
    """ "Child soldiers" are victims, no party."""
    return any(
        hit.first <= first and last <= hit.last and hit.entry.more.get("victim") == "child"
        for hit in page.hits_in(max(0, first - 2), last, "units")
    )


def _past_of_name(page: Page, at: int) -> int:
    """ "The army of Kesh", "l'armée du Kesh": the name behind a sort of group."""
    if not page.is_one_of(at, "of_words"):
        return at
    end = at + 1
    while page.is_capital(end) and page.tokens[end].sort == WORD:
        end += 1
    return end if end > at + 1 else at


def named(page: Page, mention: Mention) -> PartyRef:
    """The mention as the statement keeps it."""
    first = mention.first
    while first < mention.last - 1 and page.is_one_of(first, "determiners"):
        first += 1
    span = page.span(first, mention.last)
    if mention.listed and page.lexicon.language == "ar" and page.form(first - 1) in (")", "،", ","):
        span = Span(span.start + int(page.text[span.start] == "و"), span.end)
    name = mention.name or span.of(page.text)
    is_sort = mention.group and not any(page.is_capital(at) for at in range(first, mention.last))
    return PartyRef(name, Basis.STATED, mention.code, span, is_sort)
