"""Sentences: what an error says, in the reader's language, also where a value stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext

from tawthiq.doors.desk import error_patterns, register_words

_PLACE = re.compile(r"\\\{(\w+)\\\}")
_ISOLATED = "\u2068{}\u2069"
"""Between these marks a code or a number keeps its own direction within a sentence of the other."""


def spoken(sentence: str) -> str:
    """The sentence in the reader's language; as it stands where the catalogue has no words for it."""
    if not sentence or (plain := gettext(sentence)) != sentence:
        return plain if sentence else ""
    for pattern, written in _patterns():
        if (found := pattern.fullmatch(sentence)) and (words := gettext(written)) != written:
            return words.format_map({name: _ISOLATED.format(value) for name, value in found.groupdict().items()})
    return sentence


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Those with most words of their own first: a pattern that is all places would fit everything."""
    written = (*register_words.PATTERNS, *error_patterns.PATTERNS)
    return tuple((_pattern(one), one) for one in sorted(written, key=_n_own, reverse=True))


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(written)), re.DOTALL)


def _n_own(written: str) -> int:
    return len(re.sub(r"\{\w+\}", "", written))


def unspoken(sentences: Iterable[str]) -> list[str]:
    """Those that would be shown as they stand in the language that is active now."""
    return sorted({one for one in sentences if spoken(one) == one})
