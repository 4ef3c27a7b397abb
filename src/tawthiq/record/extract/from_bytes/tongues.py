"""Tongues: a text of which one part is in another language than the rest, block by block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.document import Block
from tawthiq.record.extract.from_bytes.language import (
    ARABIC,
    SHARE_OF_SMALL_WORDS,
    UNDETERMINED,
    arabic_or_neighbour,
    is_arabic,
    likely,
    small_words,
)
from tawthiq.record.extract.page.sentences import SILENT

_WORD = re.compile(r"[^\W\d_]+'?")
_FEWEST_ARABIC = 4
_FEWEST_OTHER = 8
_FEWEST_LATIN = 20
_FEWEST_FOREIGN = 30
_FOREIGN_SHARE = 0.08
_LOW_SHARE = 0.6
"""Running text is mostly small letters; a list of names, in whatever language, is not."""


@dataclass(frozen=True, slots=True)
class Tongues:
    """`language`: the one that most of the text is in; `blocks`: each with its own where that is another; `shares`:
    (language, share of the words), the most first, of a text in several."""

    language: str
    blocks: tuple[Block, ...]
    shares: tuple[tuple[str, float], ...] = ()

    @property
    def reads_any(self) -> bool:
        """True when some of the words are in one of the four."""
        return any(name != UNDETERMINED for name, _ in self.shares)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of a block tell. `language`: empty where they are too few to be sure, then `leaning` is what they
    look like; `letters`: of most of them."""

    n_words: int
    language: str
    letters: str
    leaning: str = ""


def tongues_of(text: str, blocks: Sequence[Block], language: str) -> Tongues:
    """The language of each block. `language`: that of the text's beginning.

    Only a block that is surely in another language is set apart; what is too short goes with what stands beside it.
    """
    told = [_told(block.span.of(text)) if block.kind not in SILENT else _NOBODY for block in blocks]
    own = _filled(told, language)
    shares = _shares(told, own)
    if len(shares) < 2:
        return Tongues(shares[0][0] if shares else language, tuple(blocks))
    most = shares[0][0]
    apart = (replace(block, language=name) if name != most else block for block, name in zip(blocks, own, strict=True))
    return Tongues(most, tuple(apart), shares)


def _shares(told: Sequence[_Told], own: Sequence[str]) -> tuple[tuple[str, float], ...]:
    words = Counter[str]()
    for one, name in zip(told, own, strict=True):
        if one.n_words:
            words[name] += one.n_words
    n_words = words.total()
    return tuple((name, n / n_words) for name, n in words.most_common())


_LATIN, _ARABIC_LETTERS, _OTHER = "latin", "arabic", "other"
_NOBODY = _Told(0, "", "")


def _told(written: str) -> _Told:
    words = Counter(_WORD.findall(written.casefold().replace("’", "'")))
    n_words = words.total()
    if not n_words:
        return _NOBODY
    if written.isascii():
        return _latin(words, written, n_words)
    if 2 * sum(n for word, n in words.items() if is_arabic(word)) > n_words:
        return _Told(n_words, arabic_or_neighbour(words) if n_words >= _FEWEST_ARABIC else "", _ARABIC_LETTERS)
    if 2 * sum(n for word, n in words.items() if word[0] > "\u036f") > n_words:
        return _Told(n_words, UNDETERMINED if n_words >= _FEWEST_OTHER else "", _OTHER)
    return _latin(words, written, n_words)


def _latin(words: Counter[str], written: str, n_words: int) -> _Told:
    best = likely(words)
    if n_words < _FEWEST_LATIN:
        return _Told(n_words, "", _LATIN, best)
    telling = small_words(words)
    if best and telling[best] >= SHARE_OF_SMALL_WORDS * n_words:
        return _Told(n_words, best, _LATIN)
    few = max(telling.values(), default=0) < _FOREIGN_SHARE * n_words
    return _Told(n_words, UNDETERMINED if few and _is_running(written, n_words) else "", _LATIN, best)


def _is_running(written: str, n_words: int) -> bool:
    low = sum(word[0].islower() for word in _WORD.findall(written))
    return n_words >= _FEWEST_FOREIGN and low >= _LOW_SHARE * n_words


def _filled(told: Sequence[_Told], spoken: str) -> list[str]:
    """The language of each block, a short one's by its look if the text has that language or by those before and
    behind it in the same letters."""
    before = _last_told(told)
    behind = _last_told(told[::-1])[::-1]
    letters = _ARABIC_LETTERS if spoken == ARABIC else _LATIN
    known = {spoken, *(one.language for one in told)}
    found: list[str] = []
    for one, earlier, later in zip(told, before, behind, strict=True):
        near = earlier.get(one.letters, ""), later.get(one.letters, "")
        agreed = near[0] if near[0] == near[1] or not near[1] else near[1] if not near[0] else ""
        leaning = one.leaning if one.leaning in known or one.letters != letters else ""
        other = near[0] if one.letters != letters else ""
        found.append(one.language or leaning or agreed or other or spoken)
    return found


def _last_told(told: Iterable[_Told]) -> list[dict[str, str]]:
    """For each block, letters -> the language told last in them."""
    latest: dict[str, str] = {}
    found: list[dict[str, str]] = []
    for one in told:
        if one.language:
            latest = {**latest, one.letters: one.language}
        found.append(latest)
    return found
