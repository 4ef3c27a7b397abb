"""Attribution: who says it, with which words, over which clauses."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.words.lexicon import Hit


@dataclass(frozen=True, slots=True)
class Attribution:
    """`code`: say, prep, show, show_of, publish, unnamed. `source`: tokens of the source, None when unnamed.

    `clauses`: which clauses of the sentence it covers.
    """

    cue: Hit
    code: str
    level: Factuality
    source: tuple[int, int] | None
    clauses: tuple[int, ...]
