"""Words of a text folded for comparison, each with its place in the original.

Folding hides what reposting changes without meaning: case, vowel marks, the stretching tatweel, spellings of alef,
yeh and kaf, digits of other scripts, direction marks. Scripts written without spaces give one word per character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from tawthiq.record.compare.folded import INVISIBLE, fold
from tawthiq.record.compare.number_words import is_number_word

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f"
_MARKS = "".join(chr(c) for c in range(0x300, 0x10000) if unicodedata.category(chr(c)) in ("Mn", "Mc"))
_INSIDE = rf"{re.escape(_MARKS)}{INVISIBLE}"
_WORD = re.compile(rf"[{_UNSPACED}][{_INSIDE}]*|(?:(?![{_UNSPACED}])[\w{_INSIDE}])+")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the code points [start, end) of the original text that it stands for."""

    folded: str
    start: int
    end: int

    @property
    def has_number(self) -> bool:
        """True when it holds a digit of any script, or counts in words."""
        return any(char.isdecimal() for char in self.folded) or is_number_word(self.folded)


def words(text: str) -> tuple[Word, ...]:
    """The folded words of a text in reading order; punctuation and signs are left out."""
    found = (Word(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))
    return tuple(word for word in found if word.folded)
