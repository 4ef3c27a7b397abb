"""Posts: whose post a clause stands in, where a thread shows those of others than its author."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawthiq.record.extract.chain import Link, Mode, Role
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.handles import handle_end
from tawthiq.record.extract.words.token import SIGN

_HEADING_TOKENS = 14
_LABEL_TOKENS = 9
_REPOST_TOKENS = 5
_FEWEST_LABELS = 3

Posts = Mapping[int, tuple[int, int]]
"""By number of block the tokens of the handle of whoever wrote it; nothing for posts of the thread's author."""


def posts_of(page: Page) -> Posts:
    """Blocks that open with the handle of another than who opened the thread; where nobody goes by a handle, with a
    name and a colon."""
    author, over = "", None
    found: dict[int, tuple[int, int]] = {}
    labels = {sentence.block: label for sentence in _openings(page) if (label := _label(page, sentence))}
    for sentence in _openings(page):
        at = sentence.first
        reach = (_REPOST_TOKENS if _is_repost(page, sentence) else 1) if author else _HEADING_TOKENS
        at = next((here for here in range(at, min(at + reach, sentence.last)) if page.form(here) == "@"), -1)
        if at < 0 or handle_end(page, at) == at + 1:
            found |= {sentence.block: over} if over else {}
            continue
        end = handle_end(page, at)
        name = page.words(at + 1, end).casefold()
        author = author or name
        over = (at, end) if name != author and _stands_alone(sentence, end) else None
        if name != author:
            found[sentence.block] = (at, end)
    return found if author or len(labels) < _FEWEST_LABELS else labels


def _stands_alone(sentence: Sentence, end: int) -> bool:
    """A line that holds nothing but the handle: what stands below it, up to the next handle, is that person's."""
    return end >= sentence.last and sentence.last - sentence.first <= _LABEL_TOKENS


def _is_repost(page: Page, sentence: Sentence) -> bool:
    """ "RT @name: ...", behind the number of a post too."""
    return any(
        page.is_one_of(at, "repost_marks") for at in range(sentence.first, min(sentence.first + 3, sentence.last))
    )


def _label(page: Page, sentence: Sentence) -> tuple[int, int] | None:
    """ "Odette Sih : they let him go": a name of a few words, then a colon, at the head of a block of a thread."""
    end = next(
        (
            at
            for at in range(sentence.first, min(sentence.first + _LABEL_TOKENS, sentence.last))
            if page.form(at) == ":"
        ),
        -1,
    )
    if end <= sentence.first or sentence.last - end < 3:
        return None
    first, last = sentence.first, end
    while last > first and page.tokens[last - 1].sort == SIGN and page.form(last - 1) != ".":
        last -= 1
    words = [at for at in range(first, last) if page.tokens[at].sort != SIGN]
    named = all(
        page.is_capital(at) or page.is_one_of(at, "name_links") or page.is_one_of(at, "determiners") for at in words
    )
    told = page.is_one_of(first, "post_labels")
    return (first, last) if words and named and page.is_capital(first) and not told else None


def _openings(page: Page) -> Iterator[Sentence]:
    block = -1
    for sentence in page.sentences:
        if sentence.block != block:
            yield sentence
        block = sentence.block


def poster_of(page: Page, clause: Clause, posts: Posts) -> Link | None:
    """The link of whoever wrote the post that holds the clause; None for the thread's author and for other texts.

    A handle that holds a party's letters speaks for that party.
    """
    handle = posts.get(page.sentences[clause.sentence].block)
    if handle is None:
        return None
    first, last = handle
    mentions = mentions_of(page, first + 1, last)
    level = Factuality.CLAIMED_BY_PARTY if mentions else Factuality.ATTRIBUTED
    role = Role.PARTY if mentions else Role.PERSON
    code = mentions[0].code if mentions else ""
    return Link(page.words(first, last), role, Mode.DIRECT, code=code, mention=page.span(first, last), factuality=level)
