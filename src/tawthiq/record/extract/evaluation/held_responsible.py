"""Held responsible: how surely an English text lays a deed at an organisation's door, in the five classes of MUC-4."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with the organisation written ORG. `weight`: 1 where it is named, less where "the rebels" stand
    for it, 0 where it is not spoken of."""

    words: str
    weight: float


_AUTHORITIES = (
    r"(?:police|military|army|government|minister|ministry|officials?|authorities|intelligence|prosecutors?|court|judge"
    r"|president|general|colonel|investigators|security forces|commander|brigade|coprefa|das|armed forces|carabineros"
    r"|cabinet|mayor|captain|major|attorney general|embassy|secretary)"
)
_ACCUSES = (
    r"(?:accus\w+|blam\w+|charg\w+|attribut\w+|implicat\w+|denounc\w+|link\w*|h[eo]lds?|suspect\w*|condemn\w*|alleg\w+)"
)
_DEED = (
    r"(?:kill\w*|murder\w*|attack\w*|kidnap\w*|dynamit\w*|bomb\w*|destroy\w*|fire|ambush\w*|bl[eo]w\w*|shot|shoot\w*"
    r"|assassinat\w*|burn\w*|detonat\w*|execut\w*|plant\w*|massacr\w*|sabotag\w*|explo\w+|crime|death|abduct\w*|raid\w*)"
)
_SHAPES: Mapping[Confidence, Sequence[tuple[float, re.Pattern[str]]]] = {
    Confidence.CLAIMED: (
        (1.0, re.compile(r"ORG(?: [^.;]{0,60})? (?:claim|admit|acknowledg|assum|took|take)\w*\b[^.;]{0,25}"
                         rf"(?:responsib|credit|authorship|{_DEED})")),
        (1.0, re.compile(r"(?:claim\w*|admitted|assumed) (?:responsib\w+|credit)[^.;]{0,60} by [^.;]{0,25}ORG")),
        (1.0, re.compile(r"(?:on behalf of|in the name of|communique (?:from|by|issued by)|signed(?: by)?)"
                         r" [^.;]{0,30}ORG")),
        (0.7, re.compile(r"ORG(?: [^.;]{0,25})? (?:communique|bulletin|leaflet|pamphlet)")),
    ),
    Confidence.ACCUSED: (
        (1.0, re.compile(r"(?:accus\w+|blam(?:e|es|ed|ing)|charg(?:ed|es|ing) (?:that|the)) [^.;]{0,45}ORG")),
        (1.0, re.compile(r"(?:attribut\w+|linked|links?|blamed) [^.;]{0,60}(?:to|on|with) [^.;]{0,30}ORG")),
        (1.0, re.compile(r"ORG(?: [^.;]{0,40})? (?:is|are|was|were|been|being) (?:\w+ )?(?:accused|blamed|suspected"
                         r"|held responsible|charged|implicated|responsible|guilty|involved|behind)")),
        (1.0, re.compile(r"(?:suspected|alleged|supposed|presumed|allegedly|reportedly) [^.;]{0,40}ORG")),
        (0.8, re.compile(r"(?:condemn|denounc|repudiat|deplor)\w* [^.;]{0,90}ORG")),
        (0.8, re.compile(r"(?:involvement|participation|responsibility|guilt) (?:of|by) [^.;]{0,30}ORG")),
        (0.6, re.compile(r"ORG[^.;]{0,50} den(?:y|ied|ies)\b")),
    ),
    Confidence.POSSIBLE: (
        (1.0, re.compile(r"(?:presumabl\w+|apparently|possib\w+|probabl\w+|may|might|could|perhaps|ruled? out|whether"
                         r"|if|believed|thought|suspicion|hypothes\w+|theory) [^.;]{0,45}ORG")),
        (1.0, re.compile(r"ORG[^.;]{0,30} (?:may|might|could) (?:have|be)")),
        (1.2, re.compile(r"ORG (?:style )?(?:uniforms?|type|weapons)|dressed as [^.;]{0,20}ORG"
                         r"|(?:wearing|in) [^.;]{0,12}ORG")),
        (0.6, re.compile(r"(?:clash|fighting|combat|battle|crossfire)\w*[^.;]{0,30}(?:between|with)[^.;]{0,30}ORG"
                         r"|between [^.;]{0,40} and [^.;]{0,10}ORG")),
    ),
}  # fmt: skip
_PLAIN = re.compile(rf"ORG[^.;]{{0,60}} {_DEED}|{_DEED} [^.;]{{0,40}}by [^.;]{{0,25}}ORG")
_NOT_CLAIMED = re.compile(r"\bno (?:one|group|organization|body)\b[^.]{0,40}claim|not claimed|denied")
_CLAIM_BESIDE = re.compile(r"(?:claim|admit|assum)\w* (?:the )?(?:responsib|credit)")
_OFFICIAL = re.compile(
    rf"\b{_AUTHORITIES}\b[^.;]{{0,60}}{_ACCUSES}|according to [^.;]{{0,50}}{_AUTHORITIES}"
    rf"|{_AUTHORITIES}(?: \w+){{0,4}} (?:said|says|stated|reported|maintained|believes?|hinted)"
)
_BY_OFFICIALS = re.compile(rf"according to [^.;]{{0,50}}{_AUTHORITIES}")
_REBELS = re.compile(r"front|liberation|path|guerrilla|movement|revolutionary|group")
_BACK = re.compile(
    r"\b(?:the |leftist )*(?:guerrillas?|rebels?|terrorists?|subversives?|insurgents?|extremists|organization|group)\b"
)
_BACK_WEIGHT, _DEED_WEIGHT, _TALK_WEIGHT, _BESIDE_WEIGHT = 0.3, 0.2, 0.06, 0.5
_OFFICIAL_DEED, _PRIOR, _OFFICIAL_SHARE = 0.35, 0.35, 0.5
"""Weights chosen on the sets dev, tst1, tst2: of "the rebels" for a name, of a deed told plainly, of a sentence without
one, of a claim in the sentence beside, of a deed that officials tell, of a fact before anything is read; from which
share of accusations on they are the authorities'."""


def confidence_of(page: Page, names: Sequence[str]) -> Confidence:
    """The class that most of what is told about the organisation speaks for."""
    told = list(_told(page, names))
    votes = dict.fromkeys(Confidence, 0.0)
    for number, one in enumerate(told):
        if one.weight:
            _vote(votes, one)
            beside = " ".join(other.words for other in told[max(0, number - 1) : number + 2] if other.weight < 1)
            if _CLAIM_BESIDE.search(beside) and not _NOT_CLAIMED.search(beside):
                votes[Confidence.CLAIMED] += _BESIDE_WEIGHT
    return _decided(votes)


def _told(page: Page, names: Sequence[str]) -> Iterator[Told]:
    rows = [tuple(token.form for token in tokens_of(name)) for name in names if any(char.isalpha() for char in name)]
    rebels = _REBELS.search(" ".join(names).casefold())
    for sentence in page.sentences:
        words, named = _with_mark(page, sentence, rows)
        if named or not rebels or not _BACK.search(words):
            yield Told(words, float(named))
        else:
            yield Told(_BACK.sub("ORG", words), _BACK_WEIGHT)


def _with_mark(page: Page, sentence: Sentence, rows: Sequence[tuple[str, ...]]) -> tuple[str, bool]:
    words: list[str] = []
    at = sentence.first
    while at < sentence.last:
        row = next((row for row in rows if tuple(page.form(at + step) for step in range(len(row))) == row), ())
        words.append("ORG" if row else page.form(at))
        at += len(row) or 1
    return " ".join(words), "ORG" in words


def _vote(votes: dict[Confidence, float], one: Told) -> None:
    """Adds what one sentence speaks for; accusations of officials are counted among the accusations as well."""
    read = False
    for kind, shapes in _SHAPES.items():
        if kind is Confidence.CLAIMED and _NOT_CLAIMED.search(one.words):
            continue
        weight = one.weight * sum(weight for weight, shape in shapes if shape.search(one.words))
        read = read or weight > 0
        votes[kind] += weight
        if kind is Confidence.ACCUSED and _OFFICIAL.search(one.words.replace("ORG", "")):
            votes[Confidence.BY_AUTHORITIES] += weight
    if read:
        return
    deed = bool(_PLAIN.search(one.words))
    votes[Confidence.FACT] += one.weight * (_DEED_WEIGHT if deed else _TALK_WEIGHT)
    if deed and _BY_OFFICIALS.search(one.words):
        votes[Confidence.ACCUSED] += _OFFICIAL_DEED
        votes[Confidence.BY_AUTHORITIES] += _OFFICIAL_DEED


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
