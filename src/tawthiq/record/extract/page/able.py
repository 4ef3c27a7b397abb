"""Able: "a pu confirmer", "en mesure de vérifier" limit what is known only where it is denied."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.words.lexicon import Hit, Lexicon
from tawthiq.record.extract.words.token import Token

_DENIED_TOKENS = 5


def is_able(tokens: Sequence[Token], lexicon: Lexicon, hit: Hit) -> bool:
    """ "The mission could confirm that": a limit begins with a word of being able, and no word of denial is near."""
    if hit.entry.section != "limits" or tokens[hit.first].form not in lexicon.data.get("able_words", ()):
        return False
    denials = lexicon.data.get("never_words", frozenset())
    near = tokens[max(0, hit.first - _DENIED_TOKENS) : hit.last]
    return all(token.form not in denials for token in near)
