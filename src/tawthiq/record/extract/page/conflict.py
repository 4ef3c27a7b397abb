"""Conflict: whether a text tells of war at all, by the words of its language and the parties that it names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tawthiq.record.extract.words.token import Token, spellings

_SHORT_TOKENS = 80
_NOTE_TOKENS = 150
_TOKENS_A_WORD = 400


def tells_of_conflict(tokens: Sequence[Token], named: Sequence[str], data: Mapping[str, Any]) -> bool:
    """True when words of war come often enough for its length, one of them of nothing else, two of them in a text that
    is no note; of a short text, or without such a list, always. `named`: parties, known by a registry or by what the
    text does with them."""
    words = data.get("conflict_words", ())
    if not words or len(tokens) < _SHORT_TOKENS:
        return True
    found = [*filter(None, (_listed(token, words) for token in tokens)), *named]
    sure = any(word not in data.get("words_of_peace_too", ()) for word in found)
    several = len(tokens) < _NOTE_TOKENS or len(set(found)) > 1
    return sure and several and len(found) * _TOKENS_A_WORD >= len(tokens)


def _listed(token: Token, words: Collection[str]) -> str:
    """The token as the list spells it, empty where it is no word of it."""
    return next((form for form in spellings(token.form) if form in words), "")
