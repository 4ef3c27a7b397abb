"""A row in which deeds are looked for: tokens with their hits, and who only speaks of a site beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawthiq.record.extract.words.lexicon import Hit, Lexicon
from tawthiq.record.extract.words.text_row import TextRow
from tawthiq.record.extract.words.token import COMMAS, Token

_STOPS = frozenset('.;:!?()"“”«»؛؟')


class DeedRow(TextRow):
    """Tokens with their hits, asked by position."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.tokens, self.lexicon, self.hits = tokens, lexicon, hits

    def between(self, first: int, last: int, *sections: str) -> list[Hit]:
        """Hits of those sections that begin on those tokens."""
        near = range(max(0, first), min(last, len(self.tokens)))
        return [hit for at in near for hit in self.hits.get(at, ()) if hit.entry.section in sections]

    def stops(self, first: int, last: int) -> bool:
        """True when a mark that ends a thought stands on those tokens."""
        near = range(max(0, first), min(last, len(self.tokens)))
        return any(self.tokens[at].form in _STOPS and not self._is_of_number(at) for at in near)

    def _is_of_number(self, at: int) -> bool:
        """The point of "School no. 7"."""
        return self.is_one_of(at - 1, "numero_words") and self.is_number(at + 1)


def told_by(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "Died in the attack, said the head of the hospital": behind a verb of saying stands who speaks; not "attacked,
    neighbours said, the hospital", where a comma closes what was put in."""
    at = target.first - 1
    while row.is_one_of(at, "determiners"):
        at -= 1
    cues = row.between(deed.last, target.first, "cues")
    told = any(cue.code in ("say", "prep") and _opens_behind_comma(row, cue) for cue in cues)
    said = row.between(target.last, target.last + 1, "cues")
    parted = any(row.form(here) in COMMAS for here in range(deed.last, target.first))
    return (told and row.form(at) not in COMMAS) or (parted and any(cue.code == "say" for cue in said))


def _opens_behind_comma(row: DeedRow, cue: Hit) -> bool:
    """ ", dijo", ", a dit": the verb, past its auxiliary."""
    at = cue.first - 1
    while row.is_one_of(at, "have_words"):
        at -= 1
    return row.form(at) in COMMAS


def speaks_behind(row: DeedRow, deed: Hit, target: Hit) -> bool:
    """ "The hospital to which he was taken, doctors said": who speaks behind a comma was not taken."""
    parted = any(row.tokens[at].form in COMMAS for at in range(deed.last, target.first))
    return parted and bool(row.between(target.last, target.last + 2, "cues"))
