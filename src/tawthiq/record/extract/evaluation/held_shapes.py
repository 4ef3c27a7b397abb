"""The shapes in which English news holds an organisation, written ORG, responsible: claims, accusations, chances."""

from __future__ import annotations

import re

_AUTHORITIES = (
    r"(?:police|military|army|government|minister|ministry|officials?|authorities|intelligence|prosecutors?|judge"
    r"|president|general|gen|colonel|col|lieutenant|investigators?|security forces|commander|brigade|coprefa|das"
    r"|armed forces|carabineros|cabinet|mayor|captain|major|attorney general|embassy|secretary)"
)
_ACCUSES = (
    r"(?:accus\w+|blam\w+|charg\w+|attribut\w+|implicat\w+|denounc\w+|link\w*|h[eo]lds?|suspect\w*|condemn\w*|alleg\w+)"
)
_SAYS = (
    r"(?:said|says|stated|reported|reports|maintained|believes?|hinted|claimed|announced|acknowledge[ds]?|admit\w*"
    r"|accepted|confirmed|added|revealed|disclosed)"
)
_DEED = (
    r"(?:kill\w*|murder\w*|attack\w*|kidnap\w*|dynamit\w*|bomb\w*|destroy\w*|fire|ambush\w*|bl[eo]w\w*|shot|shoot\w*"
    r"|assassinat\w*|burn\w*|detonat\w*|execut\w*|plant\w*|massacr\w*|sabotag\w*|explo\w+|crime|death|abduct\w*|raid\w*)"
)
CLAIMS = (
    re.compile(
        rf"ORG(?: [^.;]{{0,60}})? (?:claim|admit|acknowledg|assum|took|take)\w*\b[^.;]{{0,25}}"
        rf"(?:responsib|credit|authorship|{_DEED})"
    ),
    re.compile(r"(?:claim\w*|admitted|assumed) (?:responsib\w+|credit)[^.;]{0,60} by [^.;]{0,25}ORG"),
    re.compile(r"(?:on behalf of|in the name of|communique (?:from|by|issued by)|signed(?: by)?) [^.;]{0,30}ORG"),
    re.compile(
        r"(?:identified themselves|calling (?:itself|themselves)|calls itself|said (?:he|she|they) (?:was|were|belonged"
        r"|spoke)) [^.;]{0,40}ORG"
    ),
)
ACCUSATIONS = (
    re.compile(r"\b(?:accus\w+|blam(?:e|es|ed|ing)|charg(?:ed|es|ing)) [^.;]{0,120}ORG"),
    re.compile(r"\b(?:attribut\w+|linked|links?|blamed) [^.;]{0,60}(?:to|on|with) [^.;]{0,30}ORG"),
    re.compile(
        r"ORG(?: [^.;]{0,40})? (?:is|are|was|were|been|being) (?:\w+ )?(?:accused|blamed|suspected|held responsible"
        r"|charged|implicated|responsible|guilty|involved|behind)"
    ),
    re.compile(r"\b(?:alleged|supposed|presumed|allegedly|reportedly|presumably|apparently) [^.;]{0,45}ORG"),
    re.compile(r"\bsuspect(?:s|ed)? [^.;]{0,80}ORG"),
    re.compile(r"\bh[eo]lds? [^.;]{0,70}ORG[^.;]{0,40} responsible|\blink\w* [^.;]{0,20}ORG [^.;]{0,30}(?:to|with)"),
    re.compile(r"\b(?:involvement|participation|responsibility|guilt) (?:of|by) [^.;]{0,30}ORG"),
    re.compile(r"ORG[^.;]{0,50} den(?:y|ied|ies)\b"),
    re.compile(
        rf"\b(?:believes?|think|convinced|opinion|claims?|claimed)\b [^.;]{{0,90}}"
        rf"(?:{_DEED}|work|action)[^.;]{{0,40}}ORG"
    ),
    re.compile(r"\b(?:implicat\w+ [^.;]{0,90}|work of [^.;]{0,40})ORG"),
    re.compile(
        r"(?:\b(?:arrest\w*|detain\w*|custody|prosecut\w*|tried|trial|warrants?)\b[^.;]{0,90}ORG"
        r"|ORG[^.;]{0,40} (?:arrested|detained|prosecuted|on trial)\b)[^.;]{0,90}"
        r"(?:involve\w*|implicat\w*|connection|charged|massacre|murder|assassination)"
    ),
    re.compile(
        rf"\b(?:admit\w*|acknowledg\w*|accept\w*|recogni[sz]\w+)\b [^.;]{{0,100}}ORG[^.;]{{0,60}} "
        rf"(?:{_DEED}|responsible|involved)"
    ),
)
"""Who blames, charges, arrests, suspects, doubts with "presumably", answers a denial, admits for another."""
CHANCES = (
    re.compile(
        r"\b(?:possib\w+|may|might|could|perhaps|ruled? out|whether|if|thought|suspicion|hypothes\w+|theory)"
        r" [^.;]{0,45}ORG"
    ),
    re.compile(r"ORG[^.;]{0,30} (?:may|might|could) (?:have|be)"),
    re.compile(r"ORG (?:style )?(?:uniforms?|type|weapons)|dressed as [^.;]{0,20}ORG|wearing [^.;]{0,12}ORG"),
    re.compile(r"(?:clash|fighting|combat|battle|crossfire)\w*[^.;]{0,30}(?:between|with)[^.;]{0,30}ORG"),
    re.compile(r"between [^.;]{0,40} and [^.;]{0,10}ORG"),
)
PLAIN = re.compile(rf"ORG[^.;]{{0,60}} {_DEED}|{_DEED} [^.;]{{0,60}}by [^.;]{{0,25}}ORG")
NOBODY_CLAIMS = re.compile(
    r"\bno (?:one|ORG|group|organi[sz]ation|body|terrorist group)\b[^.]{0,60}(?:claim|responsib)"
    r"|\b(?:not|none)\b[^.]{0,40}(?:claimed|taken) (?:responsib|credit)"
)
DENIED = re.compile(r"\bdenied\b|not claimed")
CLEARED = re.compile(
    r"\b(?:not|nor|than)(?: to| the| it was| by| of)* (?:institution )?\W*ORG|accused by [^.;]{0,12}ORG"
)
CLAIM_BESIDE = re.compile(r"(?:claim|admit|assum)\w* (?:the )?(?:responsib|credit)")
BY_OFFICIALS = re.compile(rf"(?:according to|opinion of) [^.;,]{{0,40}}\b{_AUTHORITIES}\b")
OFFICIAL = (
    BY_OFFICIALS,
    re.compile(rf"\b{_AUTHORITIES}\b(?: \S+){{0,12}} {_ACCUSES}"),
    re.compile(rf"\b{_AUTHORITIES}\b(?: \S+){{0,6}} {_SAYS}\b"),
)
REBELS = re.compile(r"front|liberation|path|guerrilla|movement|revolutionary|group")
BACK = re.compile(
    r"\b(?:the |leftist )*(?:guerrillas?|rebels?|terrorists?|subversives?|insurgents?|extremists|organization|group)\b"
)
