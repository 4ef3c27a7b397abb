"""Marks: the sentences of an English text with the organisation that is asked about written ORG."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.record.extract.page import Page
from tawthiq.record.extract.sentences import Sentence
from tawthiq.record.extract.token import tokens_of

Name = tuple[str, ...]
_LONGEST_ALIAS, _SHORTEST_ALIAS_WORD = 2, 3
_INITIALS = re.compile(r"\b(\w) \. (?=\w \.)")
_TWICE = re.compile(r"ORG [\[(] ORG [\])]")


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence. `words`: lower case, one blank between tokens, ORG for the organisation; `start`, `end`: its
    letters; `at`: where the organisation is named in the text."""

    words: str
    start: int
    end: int
    at: tuple[int, ...]


def names_of(names: Sequence[str]) -> list[Name]:
    """The spellings as rows of words."""
    return [tuple(token.form for token in tokens_of(name)) for name in names if any(char.isalpha() for char in name)]


def marked(page: Page, names: Sequence[str]) -> list[Marked]:
    """Every sentence; letters that a text puts in brackets behind the name stand for it as well."""
    rows = names_of(names)
    found = _all(page, {*rows, *_aliases(page, rows)})
    if any(one.at for one in found):
        return found
    return _all(page, {row[cut:] for row in rows for cut in range(1, len(row) - 1)})


def _all(page: Page, rows: set[Name]) -> list[Marked]:
    longest_first = sorted(rows, key=lambda row: (-len(row), row))
    return [_sentence(page, sentence, longest_first) for sentence in page.sentences]


def _sentence(page: Page, sentence: Sentence, rows: Sequence[Name]) -> Marked:
    words: list[str] = []
    starts: list[int] = []
    at = sentence.first
    while at < sentence.last:
        row = next((row for row in rows if _stands(page, at, row, sentence.last)), ())
        words.append("ORG" if row else page.form(at))
        starts += [page.tokens[at].start] if row else []
        at += len(row) or 1
    span = page.span(sentence.first, sentence.last)
    written = _TWICE.sub("ORG", _INITIALS.sub(r"\1", " ".join(words)))
    return Marked(written, span.start, span.end, tuple(starts))


def _stands(page: Page, at: int, row: Name, last: int) -> bool:
    return at + len(row) <= last and all(page.form(at + step) == word for step, word in enumerate(row))


def _aliases(page: Page, rows: Sequence[Name]) -> Iterator[Name]:
    """ "Front [KLF]", "Front (KLF)"."""
    end = len(page.tokens)
    for row in rows:
        for at in range(end - len(row)):
            opens = at + len(row)
            if _stands(page, at, row, end) and page.form(opens) in ("(", "["):
                closes = next((here for here in range(opens + 1, end) if page.form(here) in (")", "]")), end)
                alias = tuple(page.form(here) for here in range(opens + 1, min(closes, opens + 4)))
                if 0 < len(alias) <= _LONGEST_ALIAS and len(alias[0]) >= _SHORTEST_ALIAS_WORD:
                    yield alias
