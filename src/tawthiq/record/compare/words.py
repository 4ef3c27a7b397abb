"""Words of a text folded for comparison, each with its place in the original.

Folding hides what reposting changes without meaning: case, vowel marks, the stretching tatweel, spellings of alef,
yeh and kaf, digits of other scripts, direction marks. Scripts written without spaces give one word per character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ARABIC_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f"
_MARKS = "".join(chr(c) for c in range(0x300, 0x10000) if unicodedata.category(chr(c)) in ("Mn", "Mc"))
_INSIDE = rf"{re.escape(_MARKS)}{_INVISIBLE}"
_WORD = re.compile(rf"[{_UNSPACED}][{_INSIDE}]*|(?:(?![{_UNSPACED}])[\w{_INSIDE}])+")
_DROPPED = re.compile(rf"[\u0300-\u036f{_ARABIC_MARKS}\u0640{_INVISIBLE}]")
_LETTERS = str.maketrans(
    {
        "\u0622": "\u0627",
        "\u0623": "\u0627",
        "\u0625": "\u0627",
        "\u0671": "\u0627",
        "\u0649": "\u064a",
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",
        "\u0629": "\u0647",
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the code points [start, end) of the original text that it stands for."""

    folded: str
    start: int
    end: int

    @property
    def has_number(self) -> bool:
        """True when it holds a digit of any script."""
        return any(char.isdecimal() for char in self.folded)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """One spelling for the many of one word; meant for comparing, never for showing."""
    loose = _DROPPED.sub("", unicodedata.normalize("NFKD", text).casefold())
    return "".join(_ascii_digit(char) for char in unicodedata.normalize("NFKC", loose).translate(_LETTERS))


def words(text: str) -> tuple[Word, ...]:
    """The folded words of a text in reading order; punctuation and signs are left out."""
    found = (Word(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))
    return tuple(word for word in found if word.folded)


def _ascii_digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
