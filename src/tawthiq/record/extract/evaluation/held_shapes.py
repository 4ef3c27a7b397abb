"""The shapes in which English news holds an organisation, written ORG, responsible: claims, accusations, chances."""

from __future__ import annotations

import re

AUTHORITIES = (
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
_TELLS = (
    rf"(?:{_SAYS}|claims|noted|indicated|declared|told|stressed|explained|asserted|warned|recalled|pointed out|argued)"
)
_DEED = (
    r"(?:kill\w*|murder\w*|attack\w*|kidnap\w*|dynamit\w*|bomb\w*|destroy\w*|fire|ambush\w*|bl[eo]w\w*|shot|shoot\w*"
    r"|assassinat\w*|burn\w*|detonat\w*|execut\w*|plant\w*|massacr\w*|sabotag\w*|explo\w+|crime|death|abduct\w*|raid\w*)"
)
_NEAR = r"[^.;]{0,60}"
"""What may stand between two words of a shape: one length for all. Lengths of their own had fitted the texts beside
which they were chosen."""

CLAIMS = (
    re.compile(
        rf"ORG(?: {_NEAR})? (?:claim|admit|acknowledg|assum|took|take)\w*\b{_NEAR}"
        rf"(?:responsib|credit|authorship|{_DEED})"
    ),
    re.compile(
        r"(?:identified themselves|calling (?:itself|themselves)|calls itself|said (?:he|she|they) (?:was|were|belonged"
        rf"|spoke)) {_NEAR}ORG"
    ),
)
RELEASES = re.compile(rf"\breleas\w+ by {_NEAR}ORG|ORG{_NEAR} releas\w+")
"""Who lets a captive go, owns up to having held one."""
ARRESTS = re.compile(
    rf"(?:\b(?:arrest\w*|detain\w*|custody|prosecut\w*|tried|trial|warrants?)\b{_NEAR}ORG"
    rf"|ORG{_NEAR} (?:arrested|detained|prosecuted|on trial)\b){_NEAR}"
    r"(?:involve\w*|implicat\w*|connection|charged|massacre|murder|assassination)"
)
"""An accusation that only authorities can make."""
HEDGED = re.compile(rf"\b(?:alleged|supposed|presumed|allegedly|reportedly|presumably|apparently) {_NEAR}ORG")
"""An accusation by whoever tells it."""
ACCUSATIONS = (
    re.compile(rf"\b(?:accus\w+|blam(?:e|es|ed|ing)|charg(?:ed|es|ing)) {_NEAR}ORG"),
    re.compile(rf"\b(?:attribut\w+|linked|links?|blamed) {_NEAR}(?:to|on|with) {_NEAR}ORG"),
    re.compile(
        rf"ORG(?: {_NEAR})? (?:is|are|was|were|been|being) (?:\w+ )?(?:accused|blamed|suspected|held responsible"
        r"|charged|implicated|responsible|guilty|involved|behind)"
    ),
    re.compile(rf"\bsuspect(?:s|ed)? {_NEAR}ORG"),
    re.compile(rf"\bh[eo]lds? {_NEAR}ORG{_NEAR} responsible|\blink\w* {_NEAR}ORG {_NEAR}(?:to|with)"),
    re.compile(rf"\b(?:involvement|participation|responsibility|guilt) (?:of|by) {_NEAR}ORG"),
    re.compile(rf"ORG{_NEAR} den(?:y|ied|ies)\b"),
    re.compile(rf"\b(?:believes?|think|convinced|opinion|claims?|claimed)\b {_NEAR}(?:{_DEED}|work|action){_NEAR}ORG"),
    re.compile(rf"\bimplicat\w+ {_NEAR}ORG"),
    re.compile(
        rf"\b(?:admit\w*|acknowledg\w*|accept\w*|recogni[sz]\w+)\b {_NEAR}ORG{_NEAR} (?:{_DEED}|responsible|involved)"
    ),
)
"""Who blames, charges, suspects, answers a denial, admits for another."""
CHANCES = (
    re.compile(
        r"\b(?:possib\w+|may|might|could|perhaps|ruled? out|whether|if|thought|suspicion|hypothes\w+|theory)"
        rf" {_NEAR}ORG"
    ),
    re.compile(rf"ORG{_NEAR} (?:may|might|could) (?:have|be)"),
    re.compile(rf"ORG (?:style )?(?:uniforms?|type|weapons)|dressed as {_NEAR}ORG|wearing {_NEAR}ORG"),
    re.compile(rf"(?:clash|fighting|combat|battle|crossfire)\w*{_NEAR}(?:between|with){_NEAR}ORG"),
)
PLAIN = re.compile(rf"ORG{_NEAR} {_DEED}|{_DEED} {_NEAR}by [^.;]{{0,25}}ORG")
_FIRST = rf"(?:(?!\b(?:{_TELLS}|who|that|which)\b).)"
SAYS_ITSELF = re.compile(rf"^{_FIRST}*\bORG\b{_FIRST}{{0,60}}\b(?<!was )(?<!is )(?<!been ){_TELLS}\b")
"""The organisation stands before the first verb of saying."""
NOBODY_CLAIMS = re.compile(
    r"\bno (?:one|ORG|group|organi[sz]ation|body|terrorist group)\b[^.]{0,60}(?:claim|responsib)"
    r"|\b(?:not|none)\b[^.]{0,60}(?:claimed|taken) (?:responsib|credit)"
)
CLEARED = re.compile(
    r"\b(?:not|nor|than)(?: to| the| it was| by| of)* (?:institution )?\W*ORG|accused by [^.;]{0,12}ORG"
)
CLAIM_BESIDE = re.compile(r"(?:claim|admit|assum)\w* (?:the )?(?:responsib|credit)")
BY_OFFICIALS = re.compile(rf"(?:according to|opinion of) [^.;,]{{0,40}}\b{AUTHORITIES}\b")
OFFICIAL = (
    BY_OFFICIALS,
    re.compile(rf"\b{AUTHORITIES}\b(?: \S+){{0,12}} {_ACCUSES}"),
    re.compile(rf"\b{AUTHORITIES}\b(?: \S+){{0,6}} {_SAYS}\b"),
)
REBELS = re.compile(r"front|liberation|path|guerrilla|movement|revolutionary|group")
FORCES = re.compile(r"army|armed forces|military|police|battalion|air force|troops|soldiers|guard|government")
BACK = re.compile(
    r"\b(?:the |leftist )*(?:guerrillas?|rebels?|terrorists?|subversives?|insurgents?|extremists|organization|group)\b"
)
"""Words that may stand for rebels named elsewhere."""
INSERTED = re.compile(r" \[ (?:(?!ORG)[^\]\[]){1,120} \]")
"""What an editor explains in brackets."""
