"""Cursor: where one page of a list ended, so that the next begins right behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawthiq.terms.errors import BadInput

_TEXT = re.compile(r"(\d{1,18}(?:\.\d{1,18})*)\.([a-z]{3}_[a-z2-7]+)")


@dataclass(frozen=True, slots=True)
class Cursor:
    """A row's place in its list. `numbers`: what the list is ordered by, most significant first; `id` tells apart

    the rows that share them (all rows of one batch share a line of the ledger).
    """

    numbers: tuple[int, ...]
    id: str

    @property
    def text(self) -> str:
        """As it stands in an address: `120.7.stm_abc`."""
        return ".".join((*map(str, self.numbers), self.id))


def cursor_from(text: str, n_numbers: int) -> Cursor | None:
    """Read a cursor of so many numbers back; None for empty text. Raises BadInput for any other text."""
    if not text:
        return None
    found = _TEXT.fullmatch(text)
    numbers = tuple(map(int, found[1].split("."))) if found else ()
    if found is None or len(numbers) != n_numbers:
        raise BadInput("not the place of a row in this list", where="before", do="follow the links of the list")
    return Cursor(numbers, found[2])
