"""Signs: what an English text tells about an organisation's part in a deed, counted by name."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from tawthiq.record.extract.evaluation.held_marks import Marked, marked
from tawthiq.record.extract.evaluation.held_voices import Heading, Party, Voice, speaks, voices
from tawthiq.record.extract.evaluation.held_votes import votes
from tawthiq.record.extract.page import Page

_STATE = re.compile(
    r"\b(?:army|armies|armed forces|police|military|air force|government|regime|battalion|brigade|troops|security"
    r"|soldiers|state|command(?:ers|ing)?|guard|embassy|cabinet|ministry|navy)\b"
)
_REBEL_NAME = re.compile(r"front|liberation|path|guerrill|movement|revolution|group")
_NOT_STATE = re.compile(r"liberation|revolutionary|guerril")
_VAGUE = re.compile(r"group|squads|sector|elements|factions|guerrillas|rightist|leftist|terrorists|organizations|men")
_BACK = re.compile(
    r"\b(?:guerrillas?|rebels?|terrorists?|subversives?|insurgents?|extremists|guerrilla (?:group|organization)"
    r"|the (?:organization|group))\b"
)
_DEED = (
    r"(?:kill\w*|murder\w*|attack\w*|kidnap\w*|dynamit\w*|bomb\w*|destr\w+|fired|firing|ambush\w*|bl[eo]w\w*|shot"
    r"|shoot\w*|assassin\w*|burn\w*|detonat\w*|execut\w*|plant\w*|massacr\w*|sabotag\w*|explo\w+|crimes?|deaths?"
    r"|abduct\w*|raid\w*|harass\w*|threat\w*|seiz\w+|machinegun\w*|straf\w+|hostages?|wound\w*|died|terroris\w+"
    r"|captur\w+|held|tortur\w+|damag\w+|offensive|hurl\w+|h[iu]jack\w*|shell\w+|releas\w+)"
)
_TELLS = (
    r"(?:said|says|stated?|states|report(?:s|ed)?|maintain\w*|believes?|announc\w+|add(?:s|ed)|told|declar\w+"
    r"|indicat\w+|reveal\w+|claim(?:s|ed)|confirm\w*|not(?:es|ed)|assert\w*|affirm\w*|stress\w+|explain\w*)"
)
_CLAIMS_CREDIT = re.compile(
    r"(?:claim\w*|admit\w*|assum\w*|acknowledg\w*|took|taken|take\w*) (?:the |full |immediate )?"
    r"(?:responsib|credit|authorship)"
)
_NOBODY_CLAIMS = re.compile(
    r"\bno (?:one|group|organi\w+|body|guerrilla|terrorist)[^;]{0,60}(?:claim|credit|responsib)"
    r"|not (?:yet )?claimed|nobody has claimed"
)
_SHAPES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(shape)
    for name, shape in {
        "claim": r"ORG(?: [^;]{0,60})? (?:claim\w*|admit\w*|acknowledg\w*|assum\w*|took|take\w*)\b[^;]{0,25}"
                 r"(?:responsib|credit|authorship)|ORG(?: [^;]{0,40})? (?:admit\w*|acknowledg\w*|recogni\w+) "
                 r"|(?:claim\w*|admitted|assumed|credit|responsibility)[^;]{0,60} by [^;]{0,30}ORG",
        "tells": r"ORG(?: \w+| [\[(] \w+ [\])])?(?: general command| command| leaders?| spokes\w+| commanders?)?"
                 rf"(?: today| also| has| have)? {_TELLS}\b",
        "station": r"(?:radio|agency|mouthpiece|voice|newspaper|station)[^;]{0,40}(?:rebel|clandestine|guerrilla|ORG)"
                   r"|(?:clandestine|rebel|guerrilla\w*|ORG)[^;]{0,20} (?:radio|station|mouthpiece|voice|broadcast)",
        "denial": r"ORG[^;]{0,50} (?:den(?:y|ied|ies)|reject\w+|disclaim\w+)\b|den(?:y|ied|ies|ying)[^;]{0,60}ORG",
        "accusation": r"(?:accus\w+|blam(?:e|es|ed|ing)|charg(?:ed|es|ing)|implicat\w+|hold(?:s|ing)?|held|denounc\w+"
                      r"|condemn\w*|repudiat\w+) (?:[^;]{0,50} )?ORG"
                      r"|(?:attribut\w+|linked|links?|blamed|imput\w+) (?:[^;]{0,70} )?(?:to|on|with) "
                      r"(?:[^;]{0,35} )?ORG"
                      r"|ORG(?: [^;]{0,40})? (?:is|are|was|were|been|being) (?:\w+ )?(?:accused|blamed|suspected"
                      r"|held responsible|charged|implicated|responsible|guilty|involved|behind|linked)"
                      r"|(?:involvement|participation|responsib\w+|guilt|complicity) (?:of|by|on) (?:[^;]{0,35} )?ORG"
                      r"|(?:work|responsibility|fault) of (?:[^;]{0,40} )?ORG",
        "suspicion": r"(?:suspected|alleged\w*|supposed\w*|presum\w+|reportedly|apparently|probably|said to be"
                     r"|believed to (?:be|have)|so - called)(?: [^;]{0,45})? ORG"
                     r"|ORG(?: [^;]{0,25})? (?:allegedly|presumably|apparently|reportedly|suspects|is believed"
                     r"|are believed)",
        "chance": r"(?:possib\w+|may|might|could|perhaps|ruled? out|whether|hypothes\w+|theor\w+|suspicion\w*"
                  r"|not (?:been )?(?:confirmed|known)|no confirmation|unconfirmed|doubt\w*)(?: [^;]{0,60})? ORG"
                  r"|ORG[^;]{0,40} (?:may|might|could) (?:have|be)|either[^;]{0,60}ORG|ORG or |or (?:the )?ORG",
        "dress": r"ORG (?:style )?(?:uniforms?|type|weapons|insignia)|dressed (?:as|in) [^;]{0,25}ORG"
                 r"|(?:wearing|wore|walls|slogans?|painted|graffiti|flags?)(?: [^;]{0,60})? ORG",
        "clash": r"(?:clash|fighting|combat|battle|crossfire|confront)\w*[^;]{0,50}ORG"
                 r"|ORG[^;]{0,60}(?:clash|fighting|combat|battle|confront)"
                 r"|between (?:[^;]{0,50} )?and (?:[^;]{0,20} )?ORG|between (?:[^;]{0,20} )?ORG(?: [^;]{0,40})? and ",
        "active": r"ORG(?: [^;]{0,25})?(?: (?:has|have|had|today|also|yesterday|urban|units|guerrillas|rebels"
                  r"|commandos?|members|terrorists|troops))* (?:kill|murder|attack|kidnap|dynamit|bomb|destroy|fired"
                  r"|ambush|bl[eo]w|shot|assassinat|burn|detonat|execut|plant|massacr|sabotag|set |explod|abduct|raid"
                  r"|harass|seiz|machinegun|straf|wound|carried out|captur|stag|launch|perpetrat|commit|claim|hurl"
                  r"|throw|threw|took|held|inflict|us)\w*",
        "passive": rf"{_DEED}(?: [^;]{{0,60}})? by (?:[^;]{{0,40}} )?ORG",
        "own_deed": rf"ORG(?: (?:'|s|guerrilla|terrorist|urban|armed|latest|military|criminal))* {_DEED}",
        "near": rf"ORG[^;]{{0,80}} {_DEED}|{_DEED}[^;]{{0,80}} ORG",
        "victim": r"(?:kill\w*|captur\w*|arrest\w*|wound\w*|against|inflict\w*|casualties|dead|seiz\w+)"
                  r"(?: [^;]{0,25})? ORG",
    }.items()
}  # fmt: skip
_OF_TEXT: Mapping[str, re.Pattern[str]] = {
    name: re.compile(shape)
    for name, shape in {
        "text_accuses": r"accus|blam", "text_presumes": r"presum|alleg|suspect", "text_claims": r"claim",
        "text_communique": r"communique", "text_releases": r"releas", "text_kidnapping": r"kidnap|hostage",
        "text_bomb": r"bomb|dynamit|explo", "text_threat": r"threat", "text_our": r"\bour\b",
    }.items()
}  # fmt: skip
_KINDS = ("accusation", "suspicion", "chance", "deed", "near", "talk")
_MOST = 4


def signs_of(page: Page, names: Sequence[str], heading: str = "") -> dict[str, float]:
    """Signs by name: logarithms of counts, shares, or 1 for what is so."""
    head, party = Heading(heading.lower()), _party(names)
    sentences = marked(page, names)
    told = list(zip(sentences, voices(page, head, party, sentences), strict=True))
    named = [(one, voice) for one, voice in told if one.at]
    counts = Counter({"org_speaks": speaks(page, sentences)})
    for one, voice in named:
        counts.update(_of_sentence(one, voice))
    counts.update(_of_rest(sentences, party))
    found = {name: math.log1p(min(count, _MOST)) for name, count in counts.items()}
    found |= _shares(counts, len(named)) | {
        name: 1.0 for name, shape in _OF_TEXT.items() if shape.search(page.text.lower())
    }
    given = votes(sentences, rebels=bool(_REBEL_NAME.search(" ".join(names).lower())))
    found |= {f"vote_{one.name.lower()}": math.log1p(3 * vote) for one, vote in given.items()}
    return found | _of_party(party, head, bool(named))


def _party(names: Sequence[str]) -> Party:
    words = " ".join(names).lower()
    state = bool(_STATE.search(words)) and not _NOT_STATE.search(words)
    return Party(tuple(names), state, not state and bool(_REBEL_NAME.search(words)))


def _of_party(party: Party, head: Heading, named: bool) -> dict[str, float]:
    so = {
        "state": party.state,
        "vague": bool(_VAGUE.search(" ".join(party.names).lower())),
        "unnamed": not named,
        "enemy_station": head.clandestine and party.state,
        "own_station": head.clandestine and not party.state,
    }
    return {name: 1.0 for name, holds in so.items() if holds}


def _of_sentence(one: Marked, voice: Voice) -> list[str]:
    """The shapes of one sentence that names the organisation, its kind, whose voice tells it."""
    shapes = {name for name, shape in _SHAPES.items() if shape.search(one.words)}
    kind = _kind(shapes)
    return [*sorted(shapes), f"kind_{kind}", f"voice_{voice}", f"{voice}_{kind}"]


def _kind(shapes: set[str]) -> str:
    if "accusation" in shapes or "suspicion" in shapes:
        return "accusation" if "accusation" in shapes else "suspicion"
    if shapes & {"chance", "dress"}:
        return "chance"
    if shapes & {"active", "passive", "own_deed"}:
        return "deed"
    return "near" if "near" in shapes else "talk"


def _of_rest(sentences: Sequence[Marked], party: Party) -> Counter[str]:
    """What sentences without the name tell: of the rebels, of claims, of nobody's claim."""
    found: Counter[str] = Counter()
    for number, one in enumerate(sentences):
        nobody = bool(_NOBODY_CLAIMS.search(one.words))
        claimed = bool(_CLAIMS_CREDIT.search(one.words)) and not nobody
        found["nobody_claims"] += nobody
        found["claim_anywhere"] += claimed
        if one.at:
            continue
        found["claim_beside"] += claimed * sum(bool(other.at) for other in _beside(sentences, number))
        if party.rebels and _BACK.search(one.words):
            words = _BACK.sub("ORG", one.words)
            found.update(f"rebels_{name}" for name in ("own_deed", "tells") if _SHAPES[name].search(words))
    return found


def _beside(sentences: Sequence[Marked], number: int) -> Sequence[Marked]:
    return [*sentences[max(0, number - 1) : number], *sentences[number + 1 : number + 2]]


def _shares(counts: Mapping[str, int], named: int) -> dict[str, float]:
    names = (*(f"kind_{kind}" for kind in _KINDS), *(f"voice_{voice}" for voice in Voice))
    return {f"share_{name}": counts.get(name, 0) / (named or 1) for name in names}
