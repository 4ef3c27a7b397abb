"""Decades: "in the 1990s", "the late 1980s": ten years under one number, and parts of them."""

from __future__ import annotations

from tawthiq.record.extract.dates.date_words import Reading, has_form, is_small_word, year_at
from tawthiq.record.extract.dates.points import Point

_TEN = 10
_PARTS = ("early", "mid", "late")


def decade(reading: Reading, at: int) -> Point | None:
    """The 1990s, the mid-1990s; None where no ten years are told."""
    part = reading.hit(at, "date_parts")
    after = part.last if part is not None and part.code in _PARTS else at
    while after > at and (is_small_word(reading, after) or has_form(reading, after, "-")):
        after += 1
    year = year_at(reading, after)
    if year is None or year % _TEN or not _is_several(reading, after):
        return None
    return Point(at, after + 2, "decade", year, part=f"decade:{part.code}" if part and after > at else "decade:")


def _is_several(reading: Reading, at: int) -> bool:
    """The "s" of "1990s", glued to the number."""
    glued = has_form(reading, at + 1, "s") and reading.tokens[at].end == reading.tokens[at + 1].start
    return reading.lexicon.language == "en" and glued
