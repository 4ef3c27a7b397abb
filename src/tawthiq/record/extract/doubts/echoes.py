"""Echoes: words of one text found again in another, as they were or altered, with what was changed."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass

from tawthiq.record.extract.factuality import stronger
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.record.extract.words.token import NUMBER, SIGN, Token, tokens_of

_COPIED_SHARE = 0.6
_FEWEST_COPIED_TOKENS = 6
_WORDS_TOGETHER = 4
_MOST_KEYS = 8


@dataclass(frozen=True, slots=True)
class Reuse:
    """A quotation of one text found again, altered, in another. `changes`: (words here, words there), pairwise."""

    here: Span
    there: Span
    share: float
    changes: tuple[tuple[str, str], ...]

    @property
    def verbatim(self) -> bool:
        """True when not a word was changed."""
        return not self.changes


def reuse_of(quotation: Span, text: str, upstream: str) -> Reuse | None:
    """Where the quoted words stand in another text, with what was altered or put in; None when they do not."""
    here = tokens_of(quotation.of(text))
    there = tokens_of(upstream)
    left, right = [token.form for token in here], [token.form for token in there]
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    seed = matcher.find_longest_match(0, len(left), 0, len(right))
    if seed.size < min(_FEWEST_COPIED_TOKENS, len(left)) or not left:
        return None
    low, high = (
        max(0, seed.b - 2 * seed.a - 4),
        min(len(right), seed.b + seed.size + 2 * (len(left) - seed.a - seed.size) + 4),
    )
    matcher = difflib.SequenceMatcher(None, left, right[low:high], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    share = sum(block.size for block in blocks) / len(left)
    if share < _COPIED_SHARE:
        return None
    first, last = blocks[0], blocks[-1]
    span = Span(there[low + first.b].start, there[low + last.b + last.size - 1].end)
    words = (_Words(quotation.of(text), here), _Words(upstream, there[low:high]))
    return Reuse(quotation, span, share, _changes(matcher, *words, first.b, last.b + last.size))


@dataclass(frozen=True, slots=True)
class _Words:
    """A text with its tokens, to write out some of them as they stand there."""

    text: str
    tokens: list[Token]

    def of(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


def _changes(
    matcher: difflib.SequenceMatcher[str], left: _Words, right: _Words, low: int, high: int
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (left.of(a, b), right.of(c, d))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal" and (a < b or low <= c < d <= high)
    )


@dataclass(frozen=True, slots=True)
class Echo:
    """Another statement that says this again, or that this one says again. `changes`: (words here, words there)."""

    there: Statement
    share: float
    changes: tuple[tuple[str, str], ...]

    @property
    def verbatim(self) -> bool:
        """True when not a word differs."""
        return not self.changes

    @property
    def number_changed(self) -> bool:
        """True when a number was put in, left out or altered, as by a conversion."""
        return any(_numbers(one) != _numbers(other) for one, other in self.changes)

    def weaker(self, here: Statement) -> bool:
        """True when the other is less sure: an incident takes the weaker of the two."""
        return stronger(here.factuality, self.there.factuality)


def echo_of(here: Statement, there: Statement) -> Echo | None:
    """How one statement repeats the other, whichever is the longer; None when their words are their own."""
    found = reuse_of(Span(0, len(here.quote)), here.quote, there.quote)
    if found is not None:
        return Echo(there, found.share, found.changes)
    back = reuse_of(Span(0, len(there.quote)), there.quote, here.quote)
    return Echo(there, back.share, tuple((mine, its) for its, mine in back.changes)) if back else None


def echo_keys(words: str) -> tuple[int, ...]:
    """Numbers under which the words are filed, so that a text that shares four words in a row is likely found."""
    forms = [token.form for token in tokens_of(words) if token.sort != SIGN]
    runs = {" ".join(forms[at : at + _WORDS_TOGETHER]) for at in range(len(forms) - _WORDS_TOGETHER + 1)}
    return tuple(sorted(_key(run) for run in runs)[:_MOST_KEYS])


def _key(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) >> 1


def _numbers(words: str) -> list[str]:
    return [token.form for token in tokens_of(words) if token.sort == NUMBER]
