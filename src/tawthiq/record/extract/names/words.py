"""Words: what the learner of names looks at: one text's tokens, hits by first token."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.extract.words.lexicon import Hit, Lexicon
from tawthiq.record.extract.words.text_row import TextRow
from tawthiq.record.extract.words.token import WORD, Token

BY_REACH = 9


@dataclass(frozen=True, slots=True)
class Words(TextRow):
    """What the learner looks at: one text's tokens, hits by first token."""

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    hits: Mapping[int, Sequence[Hit]]

    def is_capital(self, at: int) -> bool:
        """True when a word at the token begins with a capital letter."""
        return (
            0 <= at < len(self.tokens) and self.tokens[at].sort == WORD and self.text[self.tokens[at].start].isupper()
        )

    def hit(self, at: int, *sections: str) -> Hit | None:
        """A hit of those sections beginning at the token."""
        return next((hit for hit in self.hits.get(at, ()) if hit.entry.section in sections), None)

    def ends_at(self, last: int, *sections: str) -> bool:
        """True when a hit of those sections ends just before the token."""
        near = range(max(0, last - BY_REACH - 1), last)
        return any(hit.last == last for at in near for hit in self.hits.get(at, ()) if hit.entry.section in sections)
