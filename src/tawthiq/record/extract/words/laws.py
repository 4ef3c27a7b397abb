"""Laws: the number and the year in the name of a law, a ruling, a resolution; they count nothing and tell no time."""

from __future__ import annotations

from tawthiq.record.extract.words.text_row import TextRow
from tawthiq.record.extract.words.token import NUMBER

_LAW_TOKENS = 6
_TABLES = ("law_words", "ruling_words")


def is_of_law(row: TextRow, at: int) -> bool:
    """ "La Ley 1448 de 2011", "resolution 1612 (2005)", "sentencia T-025 de 2004": a year behind the number."""
    here = at - 1
    while here >= 0 and (row.is_one_of(here, "of_words") or row.form(here) == "("):
        here -= 1
    if here == at - 1 or here < 0 or row.tokens[here].sort != NUMBER:
        return False
    near = range(max(0, here - _LAW_TOKENS), here)
    return any(row.is_one_of(back, table) for back in near for table in _TABLES)
