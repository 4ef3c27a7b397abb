"""Called: sorts of group with the name they go by behind them: "la milice dite Dan Sira", "la faction de Bakoura"."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, WORD

_NAME_TOKENS = 4
_QUOTES = frozenset('"“«')


def past_called(page: Page, at: int) -> int:
    """ "Dite", "connu sous le nom de", an opening mark: where the name begins that a sort goes by."""
    while page.is_one_of(at, "by_name_words"):
        at += 1
    at = next((hit.last for hit in page.hits_in(at, at + 1, "party_of") if hit.last - hit.first > 2), at)
    return at + (page.form(at) in _QUOTES)


def stands_by_name(page: Page, sort: Hit, names: Sequence[Mention]) -> bool:
    """ "La milice Kamwina", "le groupe dit Nuage Noir", "Baz Lanmè, la bande qui": the sort beside its own name refers
    to nobody else; "la estructura del hospital" is no band at all."""
    at = past_called(page, sort.last)
    at += int(page.is_capital(at) and page.is_capital(at + 1) and page.is_one_of(at, "plural_articles"))
    if page.is_one_of(sort.last - 1, "loose_sorts") and page.is_one_of(sort.last, "of_words"):
        return True
    told = page.form(sort.first - 1) in COMMAS and page.is_one_of(sort.last, "relatives")
    return any(name.first in (at, sort.last - 1) or (told and name.last == sort.first - 1) for name in names)


def named_by_owner(page: Page, sort: Hit) -> Mention | None:
    """ "La faction de Bakoura", "la milice de Tamba": a band goes by its leader's name or its place."""
    if not page.is_one_of(sort.last - 1, "owned_sorts"):
        return None
    at = sort.last
    while page.is_one_of(at, "by_name_words"):
        at += 1
    if not page.is_one_of(at, "of_words"):
        return None
    start = at + 1 + page.is_one_of(at + 1, "determiners")
    end = start
    while end - start < _NAME_TOKENS and page.is_capital(end) and page.tokens[end].sort == WORD:
        end += 1
    dated = page.dates.between(start, end) or page.hits_in(start, end, "group_heads", "groups")
    return Mention(sort.last - 1, end) if end > start and not dated else None


def as_called(page: Page, first: int, last: int) -> str:
    """The words of a mention without what says that it is only called so; empty where nothing does."""
    called = [at for at in range(first + 1, last) if page.is_one_of(at, "by_name_words")]
    if not called:
        return ""
    end = past_called(page, called[0])
    return f"{page.words(first, called[0])} {page.words(end, last)}" if end < last else ""
