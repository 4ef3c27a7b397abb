"""Folding: one spelling for the many of one word, for comparing texts; never for showing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARABIC_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DROPPED = re.compile(rf"[\u0300-\u036f{ARABIC_MARKS}\u0640{INVISIBLE}]")
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


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """One spelling for the many of one word; meant for comparing, never for showing."""
    loose = _DROPPED.sub("", unicodedata.normalize("NFKD", text).casefold())
    return "".join(_ascii_digit(char) for char in unicodedata.normalize("NFKC", loose).translate(_LETTERS))


def _ascii_digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
