"""Rows: parties that stand in one row, parted by commas, "and", numbers in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import NUMBER

_BETWEEN_TOKENS = 12


def chained_back(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """ "A and B were responsible for": the last mention, with those joined to it."""
    found = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = _outside_brackets(page, mention.last, found[0].first)
        if any(not _is_list_glue(page, at) for at in between):
            break
        found.insert(0, mention)
    return found


def listed_behind(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Whom "attributed to" names in a row: up to a verb, a deed, a new thought; words between are passed over."""
    found = list(mentions[:1])
    for mention in mentions[1:]:
        between = range(found[-1].last, mention.first)
        joined = any(page.form(at) in (",", "،", ";") or page.is_one_of(at, "list_joiners") for at in between)
        joined = joined or page.form(mention.first).startswith("و")
        stops = len(between) > _BETWEEN_TOKENS or any(is_verb(page, at) for at in between)
        stops = stops or any(page.is_one_of(at, "affiliating_words") for at in between)
        if stops or not joined or page.hits_in(found[-1].last, mention.first, "violations", "cues"):
            break
        found.append(mention)
    return found


def chained(page: Page, mentions: Sequence[Mention], start: int) -> list[Mention]:
    """A, B and C: mentions with nothing but commas, joiners, articles, numbers in brackets between them."""
    found: list[Mention] = []
    end = start
    for mention in mentions:
        between = range(end, mention.first)
        if found and any(not _is_list_glue(page, at) for at in between):
            break
        found.append(mention)
        end = mention.last
    return found


def are_listed(page: Page, one: Mention, other: Mention) -> bool:
    first, last = (one.last, other.first) if one.first < other.first else (other.last, one.first)
    return 0 < last - first < 8 and all(
        _is_list_glue(page, at) or page.is_one_of(at, "gerunds") for at in range(first, last)
    )


def _is_list_glue(page: Page, at: int) -> bool:
    if page.tokens[at].sort == NUMBER or page.form(at) in (",", "،", "(", ")", "-"):
        return True
    sends = page.is_one_of(at, "men_words") and page.is_one_of(at + 1, "of_words")
    if sends or (page.is_one_of(at, "of_words") and page.is_one_of(at - 1, "men_words")):
        return True
    tables = ("list_joiners", "determiners", "by_words", "allied_words", "neither_words", "lesser_words", "row_words")
    return any(page.is_one_of(at, table) for table in tables)


def _outside_brackets(page: Page, first: int, last: int) -> list[int]:
    """The tokens between two mentions but for letters in brackets behind the first."""
    if page.form(first) == "(" and page.form(first + 2) == ")":
        first += 3
    return list(range(first, last))
