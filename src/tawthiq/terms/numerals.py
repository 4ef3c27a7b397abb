"""Numerals: digits of any script as 0-9, and a number without the marks that part its thousands."""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans("٫٬", ".,")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([, \u00a0\u202f'’])\d{3})(?:\1\d{3})*(?:\.\d+)?", re.ASCII)


def western(text: str) -> str:
    """The text with every digit, Arabic, Persian, Burmese or other, as 0-9; as long as before."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def ungrouped(text: str) -> str:
    """A number as told, in 0-9, without the marks that part its thousands.

    1,276 and 1 276 and ١٬٢٧٦; never 1.276, which is less than two, nor 0,500, which is less than one.
    """
    plain = western(text).translate(_MARKS)
    grouped = _GROUPED.fullmatch(plain)
    return plain.replace(grouped[1], "") if grouped else plain
