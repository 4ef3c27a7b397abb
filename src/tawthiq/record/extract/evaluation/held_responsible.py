"""Held responsible: how surely an English text lays a deed at an organisation's door, in the five classes of MUC-4."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.record.extract.evaluation import held_shapes
from tawthiq.record.extract.evaluation.held_turns import by_authorities
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.words.token import tokens_of


class Confidence(StrEnum):
    """The classes of slot 11, from the surest."""

    FACT = "REPORTED AS FACT"
    CLAIMED = "CLAIMED OR ADMITTED"
    BY_AUTHORITIES = "SUSPECTED OR ACCUSED BY AUTHORITIES"
    ACCUSED = "SUSPECTED OR ACCUSED"
    POSSIBLE = "POSSIBLE"


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with the organisation written ORG. `weight`: 1 where it is named, less where "the rebels" stand
    for it, 0 where it is not spoken of. `official`: an authority has the floor."""

    words: str
    weight: float
    official: bool = False


_SHORTEST_NAME = 3
_BACK_WEIGHT, _DEED_WEIGHT, _BESIDE_WEIGHT = 0.3, 0.2, 0.5
_OFFICIAL_DEED, _OWN_DEED, _PRIOR, _OFFICIAL_SHARE = 0.6, 0.6, 0.25, 0.5
"""Weights set by hand on the sets dev, tst1, tst2: of "the rebels" for a name, of a deed told plainly, of what the
sentences beside say; of a deed that officials tell, that the organisation tells, of a fact before anything is read;
from which share of accusations on they are the authorities'."""


def confidence_of(page: Page, names: Sequence[str], voice: str = "") -> Confidence:
    """The class that most of what is told about the organisation speaks for. `voice`: the line that says who speaks."""
    told = _told(page, names, voice)
    own = _speaks_itself(names, voice)
    votes = dict.fromkeys(Confidence, 0.0)
    for number, one in enumerate(told):
        if one.weight:
            _vote(votes, one, own)
            beside = " ".join(other.words for other in told[max(0, number - 1) : number + 2] if other.weight < 1)
            votes[Confidence.CLAIMED] += _BESIDE_WEIGHT * _claims(beside, (held_shapes.CLAIM_BESIDE,))
    if any(held_shapes.NOBODY_CLAIMS.search(one.words) for one in told):
        votes[Confidence.POSSIBLE] += _BESIDE_WEIGHT
    return _decided(votes)


def _speaks_itself(names: Sequence[str], voice: str) -> bool:
    """Rebels on a clandestine station, or under a heading with their name: their communiqué."""
    named = any(name in voice for name in names if len(name) > _SHORTEST_NAME)
    return _is_one(held_shapes.REBELS, names) and (named or "CLANDESTINE" in voice)


def _is_one(kind: re.Pattern[str], names: Sequence[str]) -> bool:
    return bool(kind.search(" ".join(names).casefold()))


def _told(page: Page, names: Sequence[str], voice: str) -> list[Told]:
    rows = [tuple(token.form for token in tokens_of(name)) for name in names if any(char.isalpha() for char in name)]
    marked = [_with_mark(page, sentence, rows) for sentence in page.sentences]
    floor = by_authorities(marked, voice)
    rebels = _is_one(held_shapes.REBELS, names)
    forces = not rebels and _is_one(held_shapes.FORCES, names)
    return [
        _weighed(held_shapes.INSERTED.sub("", words), official and not forces, rebels=rebels)
        for words, official in zip(marked, floor, strict=True)
    ]


def _weighed(words: str, official: bool, *, rebels: bool) -> Told:
    """A sentence without what its editor explains in brackets."""
    if "ORG" in words or not rebels or not held_shapes.BACK.search(words):
        return Told(words, float("ORG" in words), official)
    return Told(held_shapes.BACK.sub("ORG", words), _BACK_WEIGHT, official)


def _with_mark(page: Page, sentence: Sentence, rows: Sequence[tuple[str, ...]]) -> str:
    words: list[str] = []
    at = sentence.first
    while at < sentence.last:
        row = next((row for row in rows if tuple(page.form(at + step) for step in range(len(row))) == row), ())
        words.append("ORG" if row else page.form(at))
        at += len(row) or 1
    return " ".join(words)


def _vote(votes: dict[Confidence, float], one: Told, own: bool) -> None:
    """Adds what one sentence speaks for: a claim, an accusation or else a chance; without any of them, the deed."""
    claimed = _claims(one.words, held_shapes.CLAIMS)
    accused = _accuses(one.words)
    chance = not accused and _finds(held_shapes.CHANCES, one.words)
    votes[Confidence.CLAIMED] += one.weight * claimed
    votes[Confidence.POSSIBLE] += one.weight * chance
    if accused:
        _accuse(votes, one.weight, by_authorities=one.official or _officials_accuse(one.words))
    elif not claimed and not chance:
        _tell(votes, one, own)


def _claims(words: str, shapes: Sequence[re.Pattern[str]]) -> bool:
    return _finds(shapes, words) and not held_shapes.NOBODY_CLAIMS.search(words)


def _accuses(words: str) -> bool:
    shapes = (*held_shapes.ACCUSATIONS, held_shapes.ARRESTS, held_shapes.HEDGED)
    return _finds(shapes, words) and not held_shapes.CLEARED.search(words)


def _officials_accuse(words: str) -> bool:
    """True where an authority arrests or accuses; not where it only tells of "presumed" members."""
    if held_shapes.ARRESTS.search(words):
        return True
    return _finds(held_shapes.ACCUSATIONS, words) and _finds(held_shapes.OFFICIAL, words.replace("ORG", ""))


def _tell(votes: dict[Confidence, float], one: Told, own: bool) -> None:
    """A deed told plainly: a claim where the organisation tells it, an accusation where officials do."""
    if held_shapes.RELEASES.search(one.words):
        votes[Confidence.CLAIMED] += one.weight * _OWN_DEED
    elif not held_shapes.PLAIN.search(one.words):
        return
    elif own:
        votes[Confidence.CLAIMED] += one.weight
    elif one.official or held_shapes.BY_OFFICIALS.search(one.words):
        _accuse(votes, one.weight * _OFFICIAL_DEED, by_authorities=True)
    elif held_shapes.SAYS_ITSELF.search(one.words):
        votes[Confidence.CLAIMED] += one.weight * _OWN_DEED
    else:
        votes[Confidence.FACT] += one.weight * _DEED_WEIGHT


def _accuse(votes: dict[Confidence, float], weight: float, *, by_authorities: bool) -> None:
    """Accusations of officials are counted among the accusations as well."""
    votes[Confidence.ACCUSED] += weight
    votes[Confidence.BY_AUTHORITIES] += weight * by_authorities


def _finds(shapes: Sequence[re.Pattern[str]], words: str) -> bool:
    return any(shape.search(words) for shape in shapes)


def _decided(votes: Mapping[Confidence, float]) -> Confidence:
    rivals = {
        Confidence.FACT: votes[Confidence.FACT] + _PRIOR,
        Confidence.CLAIMED: votes[Confidence.CLAIMED],
        Confidence.ACCUSED: votes[Confidence.ACCUSED],
        Confidence.POSSIBLE: votes[Confidence.POSSIBLE],
    }
    best = max(rivals, key=lambda kind: rivals[kind])
    if best is Confidence.ACCUSED and votes[Confidence.BY_AUTHORITIES] >= _OFFICIAL_SHARE * votes[best]:
        return Confidence.BY_AUTHORITIES
    return best
