"""Votes: how much the wording of sentences speaks for each class of responsibility, by weights chosen by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.extract.evaluation.held_classes import Confidence
from tawthiq.record.extract.evaluation.held_marks import Marked


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
_BACK = re.compile(
    r"\b(?:the |leftist )*(?:guerrillas?|rebels?|terrorists?|subversives?|insurgents?|extremists|organization|group)\b"
)
_BACK_WEIGHT, _DEED_WEIGHT, _TALK_WEIGHT, _BESIDE_WEIGHT, _OFFICIAL_DEED = 0.3, 0.2, 0.06, 0.5, 0.35
"""Chosen on the sets dev, tst1, tst2: of "the rebels" for a name, of a deed told plainly, of a sentence without one, of
a claim in the sentence beside, of a deed that officials tell."""


def votes(sentences: Sequence[Marked], *, rebels: bool) -> dict[Confidence, float]:
    """What all sentences about the organisation speak for. `rebels`: "the guerrillas" may stand for it."""
    told = list(_told(sentences, rebels))
    found = dict.fromkeys(Confidence, 0.0)
    for number, one in enumerate(told):
        if one.weight:
            _vote(found, one)
            beside = " ".join(other.words for other in told[max(0, number - 1) : number + 2] if other.weight < 1)
            if _CLAIM_BESIDE.search(beside) and not _NOT_CLAIMED.search(beside):
                found[Confidence.CLAIMED] += _BESIDE_WEIGHT
    return found


def _told(sentences: Sequence[Marked], rebels: bool) -> Iterator[Told]:
    for one in sentences:
        if one.at or not rebels or not _BACK.search(one.words):
            yield Told(one.words, float(bool(one.at)))
        else:
            yield Told(_BACK.sub("ORG", one.words), _BACK_WEIGHT)


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
