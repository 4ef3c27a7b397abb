"""A row of tokens with its lexicon, asked token by token; positions outside the text answer no."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.words.lexicon import Lexicon
from tawthiq.record.extract.words.token import NUMBER, Token, spellings

_FIRST_ARABIC = "\u0621"


class TextRow:
    """What everything that looks at one text asks of its words."""

    __slots__ = ()
    tokens: Sequence[Token]
    lexicon: Lexicon

    def is_one_of(self, at: int, table: str) -> bool:
        """True when the token's form stands in a list of the lexicon."""
        if not 0 <= at < len(self.tokens):
            return False
        listed = self.lexicon.lists.get(table)
        if not listed:
            return False
        form = self.tokens[at].form
        return form in listed or (form >= _FIRST_ARABIC and not listed.isdisjoint(spellings(form)))

    def is_number(self, at: int) -> bool:
        """True at a number, in digits or in words."""
        if not 0 <= at < len(self.tokens):
            return False
        return self.tokens[at].sort == NUMBER or not self.lexicon.number_words.isdisjoint(spellings(self.form(at)))

    def form(self, at: int) -> str:
        """The token's form, empty outside the text."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""
