"""Short heads: "the column", "la brigade", in small letters: the one party of the text whose name has that head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from tawthiq.record.extract.names.names import NameFound
from tawthiq.record.extract.names.words import Words


def low_short_forms(words: Words, short: Mapping[str, str], taken: Set[int]) -> Iterator[NameFound]:
    """ "The column", where the Telembi Resistance Column was named: behind an article, in front of no name. `short`:
    whole names by their heads."""
    for at in range(1, len(words.tokens)):
        if at in taken or words.is_capital(at) or not words.is_one_of(at, "low_short_heads"):
            continue
        led = words.is_one_of(at - 1, "definite") or words.is_one_of(at - 1, "this_words")
        if led and words.form(at) in short and not _goes_on(words, at + 1):
            yield NameFound((), at, at + 1, short[words.form(at)])


def _goes_on(words: Words, at: int) -> bool:
    """ "The brigade of the Second Army", "la brigade mobile", "the column Red": more of a name stands behind it."""
    linked = words.is_one_of(at, "of_words")
    adjective = words.form(at).endswith(tuple(words.lexicon.data.get("nation_endings", ())) or ("\0",))
    return words.is_capital(at) or linked or adjective
