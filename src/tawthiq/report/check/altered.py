"""Altered: whether words given as a quotation stand so in the text that they are said to be from; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.folding import fold_name

MIN_WORDS = 4
"""Fewer words than this stand in any text by chance."""
MIN_SHARED = 0.6
"""Share of the quoted words that must stand, in order, in one passage, for it to be the passage quoted; a guess."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source, and what stands in their place in the quotation; one of the two may be empty."""

    source: str
    quoted: str


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Words in quotation marks, found in the text of another item. `changes`: in order, none when they are exact."""

    statement_id: str
    words: str
    source_item_id: str
    changes: tuple[Change, ...]

    @property
    def exact(self) -> bool:
        """True when every word stands so in the source."""
        return not self.changes


def quotes_checked(statements: Iterable[Statement], texts: Mapping[str, str]) -> list[QuoteCheck]:
    """Every quotation that is found in one of the texts (item id -> text), beside the passage nearest to it.

    A quotation that is found nowhere is left out: its source may not be kept here.
    """
    cut = {item: _words(text) for item, text in texts.items()}
    found = []
    for statement in statements:
        for words in quoted_words(statement):
            near = [(len(changes), item, changes) for item, changes in _in_texts(words, cut)]
            if near:
                _, item, changes = min(near, key=lambda one: one[:2])
                found.append(QuoteCheck(statement.id, words, item, changes))
    return found


def quoted_words(statement: Statement) -> list[str]:
    """The parts of a statement's own words that stand in quotation marks."""
    whole = statement.span
    if not isinstance(whole, Span):
        return []
    parts = ((max(one.start, whole.start), min(one.end, whole.end)) for one in statement.direct_quotes)
    return [statement.quote[first - whole.start : last - whole.start] for first, last in parts if last > first]


def _in_texts(words: str, texts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    for item, text in texts.items():
        changes = changes_from(_words(words), text)
        if changes is not None:
            yield item, changes


def changes_from(quoted: Sequence[str], text: Sequence[str]) -> tuple[Change, ...] | None:
    """What was changed on the way from the text to the quotation; None when no passage of it is the one quoted."""
    if len(quoted) < MIN_WORDS:
        return None
    mine, theirs = [fold_name(word) for word in quoted], [fold_name(word) for word in text]
    passage = _passage(mine, theirs)
    if passage is None:
        return None
    first, last = passage
    matcher = SequenceMatcher(None, theirs[first:last], mine, autojunk=False)
    return tuple(
        Change(" ".join(text[first + a : first + b]), " ".join(quoted[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def _passage(quoted: Sequence[str], text: Sequence[str]) -> tuple[int, int] | None:
    """Where in the text the quotation lies, from its longest common run outward; None when too little of it does."""
    run = SequenceMatcher(None, text, quoted, autojunk=False).find_longest_match()
    slack = len(quoted) // 2
    first = max(0, run.a - run.b - slack)
    window = text[first : run.a - run.b + len(quoted) + slack]
    blocks = [one for one in SequenceMatcher(None, window, quoted, autojunk=False).get_matching_blocks() if one.size]
    if not blocks or sum(one.size for one in blocks) < MIN_SHARED * len(quoted):
        return None
    return first + blocks[0].a, first + blocks[-1].a + blocks[-1].size


def _words(text: str) -> list[str]:
    """Runs of letters and digits, with the sign before a number; marks between them do not change a quotation."""
    return re.findall(r"[$£€]?\w+(?:[.,’'-]\w+)*", text)
