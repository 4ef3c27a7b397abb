"""Held responsible: how surely an English text lays a deed at an organisation's door, in the five classes of MUC-4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from tawthiq.record.extract.page import Page
from tawthiq.record.extract.sentences import Sentence
from tawthiq.record.extract.token import tokens_of


class Confidence(StrEnum):
    """The classes of slot 11, from the surest."""

    FACT = "REPORTED AS FACT"
    CLAIMED = "CLAIMED OR ADMITTED"
    BY_AUTHORITIES = "SUSPECTED OR ACCUSED BY AUTHORITIES"
    ACCUSED = "SUSPECTED OR ACCUSED"
    POSSIBLE = "POSSIBLE"


_TABLES = ("claiming", "owned", "accusing", "authorities", "doubting")
_TALK_WEIGHT = 0.3
"""Of a sentence that names the organisation and no deed."""
_CLAIM_SHARE, _ACCUSED_SHARE, _AUTHORITY_SHARE = 0.2, 0.2, 0.75
"""How much of such words it takes beside plain telling; chosen on the sets dev, tst1, tst2."""


def confidence_of(page: Page, names: Sequence[str]) -> Confidence:
    """The class that most of the sentences about the organisation's deeds speak for."""
    rows = [tuple(token.form for token in tokens_of(name)) for name in names]
    votes: dict[Confidence, float] = dict.fromkeys(Confidence, 0.0)
    for sentence in page.sentences:
        span = _mention(page, sentence, rows)
        if span is not None:
            read = _read(page, sentence, span)
            deed = read is not Confidence.FACT or page.hits_in(sentence.first, sentence.last, "violations")
            votes[read] += 1.0 if deed else _TALK_WEIGHT
    return _decided(votes)


def _mention(page: Page, sentence: Sentence, rows: Sequence[tuple[str, ...]]) -> range | None:
    for at in range(sentence.first, sentence.last):
        for row in rows:
            if tuple(page.form(at + step) for step in range(len(row))) == row:
                return range(at, at + len(row))
    return None


def _read(page: Page, sentence: Sentence, mention: range) -> Confidence:
    words = [here for here in range(sentence.first, sentence.last) if here not in mention]
    has = {table: any(page.is_one_of(here, table) for here in words) for table in _TABLES}
    if has["claiming"] and has["owned"]:
        return Confidence.CLAIMED
    if has["accusing"]:
        return Confidence.BY_AUTHORITIES if has["authorities"] else Confidence.ACCUSED
    return Confidence.POSSIBLE if has["doubting"] else Confidence.FACT


def _decided(votes: Mapping[Confidence, float]) -> Confidence:
    plain = votes[Confidence.FACT]
    accused = votes[Confidence.ACCUSED] + votes[Confidence.BY_AUTHORITIES]
    if votes[Confidence.CLAIMED] and votes[Confidence.CLAIMED] >= _CLAIM_SHARE * plain:
        return Confidence.CLAIMED
    if accused and accused >= _ACCUSED_SHARE * plain:
        by_authorities = votes[Confidence.BY_AUTHORITIES] >= _AUTHORITY_SHARE * accused
        return Confidence.BY_AUTHORITIES if by_authorities else Confidence.ACCUSED
    return Confidence.POSSIBLE if votes[Confidence.POSSIBLE] > plain else Confidence.FACT
