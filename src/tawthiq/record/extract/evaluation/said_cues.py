"""Cues of English attributions: which words are one, where they begin and end."""

from __future__ import annotations

from tawthiq.record.extract.evaluation.said_content import QUOTES
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER, SIGN, WORD

_MEDIUM = frozenset(("statement", "post", "release", "communique"))
_SURE = frozenset(("said", "says", "told", "wrote", "thinks", "believes", "knew", "thought", "found", "felt", "knows"))
_SAYING = frozenset(
    (
        "say",
        "says",
        "tell",
        "tells",
        "note",
        "notes",
        "add",
        "adds",
        "write",
        "writes",
        "explain",
        "explains",
        "recall",
        "recalls",
        "argue",
        "argues",
        "believe",
        "think",
        "warn",
        "warns",
        "insist",
        "insists",
        "admits",
    )
)
_TELLING = frozenset(("reports", "maintains", "states", "reveals", "finds", "concludes"))
_NEVER_NOUNS = frozenset(("say", "says", "believe", "believes", "thinks", "finds", "reveals", "concludes", "alleges"))
_NOUN_USES = {"say": ("than", "on", "in"), "concludes": ("with",)}
_FINDINGS = frozenset(("maintains", "indicates", "suggests"))
_ENDS_SAYING = frozenset((".", ",", ";", ":", "he", "she", "they", "it", "there", "we", "his", "her"))
_OTHERWISE = {
    "showing": ("in", "up", "of", "at"), "show": ("up",), "showed": ("up",), "shows": ("up",), "adding": ("to",),
    "added": ("to",), "pledged": ("delegates",), "described": (".",), "reported": ("from", "to"), "reports": ("to",),
    "found": ("himself", "herself", "themselves", "itself", "myself", "guilty"), "related": ("to",),
    "states": (".",),
}  # fmt: skip
_OPENING = frozenset(
    ("responded", "replied", "reacted", "answered", "began", "concluded", "opened", "ended", "followed")
)
_ISSUED_THINGS = frozenset(("statement", "letter", "release", "tweet", "memo", "note", "report", "email", "message"))
_ISSUING = frozenset(("released", "issued", "sent", "posted", "out", "wrote", "published", "made", "tweeted", "gave"))
_WEAK = frozenset(
    (
        "counted",
        "counts",
        "discovered",
        "established",
        "maintained",
        "reporting",
        "briefed",
        "collected",
        "compiled",
        "logged",
        "tracked",
        "identified",
        "listed",
        "recorded",
        "observed",
        "find",
        "finds",
        "thought",
    )
)
_OF_THINGS = frozenset(
    ("found", "added", "add", "adds", "adding", "maintains", "boasts", "boasted", "claiming", "detailed", "tell")
)
_NO_OBJECTS = frozenset(
    ("how", "what", "why", "whether", "if", "who", "where", "when", "later", "on", "in", "at", "of", "to", "about")
)
_HELPING = frozenset(("will", "would", "can", "could", "may", "might", "should", "must"))
_LINKS = frozenset(("to", "who", "which"))
_CLAUSE_REACH = 10
_OPINIONS = frozenset(("thought", "find", "finds"))
_QUOTES_FROM = frozenset(("as", "in"))
_PARTICLES = frozenset(("for", "on", "against", "about", "of", "to", "out"))


def is_other_verb(page: Page, hit: Hit) -> bool:
    """ "Showed up", "added to", "states that award delegates": the same letters, nothing is said."""
    form, after = page.form(hit.first), page.form(hit.last)
    if after in _OTHERWISE.get(form, ()) or (form in _OF_THINGS and _has_only_a_thing(page, hit.first, hit.last)):
        return True
    if form in _WEAK:
        told = page.is_one_of(hit.last, "that_words") or after in QUOTES | {":"} or after in _ENDS_SAYING
        return not told and not (form in _OPINIONS and _is_clause(page, hit.last))
    return form == "states" and not (page.is_capital(hit.first - 1) or page.is_one_of(hit.first - 1, "pronouns"))


def _has_only_a_thing(page: Page, first: int, at: int) -> bool:
    """ "Added a week", "maintains a programme", not "added the office was shut": a thing, and no clause about it."""
    if page.form(first - 1) in QUOTES | {","} or not _is_object(page, first, at):
        return False
    return not _is_clause(page, at)


def _is_clause(page: Page, at: int) -> bool:
    """True when a verb follows the noun at `at`, before any mark: "the office was shut"."""
    for here in range(at + 1, min(at + _CLAUSE_REACH, len(page.tokens))):
        if page.tokens[here].sort == SIGN:
            return False
        if (is_verb(page, here) or page.form(here) in _HELPING) and page.form(here - 1) not in _LINKS:
            return True
    return False


def _is_object(page: Page, first: int, at: int) -> bool:
    if page.tokens[at - 1].sort == SIGN or page.tokens[at].sort == SIGN or page.is_one_of(at, "that_words"):
        return False
    if page.form(at) in _NO_OBJECTS or page.is_one_of(at, "pronouns") or page.form(at).endswith("ly"):
        return False
    counted = page.tokens[at].sort == NUMBER or page.form(at) in ("no", "both") or page.is_capital(at)
    return page.form(first) != "found" or not counted


def is_of_a_thing(page: Page, hit: Hit) -> bool:
    """ "A map provided by", "courtesy of", "per the plan": where a thing comes from, not "as reported by"."""
    first, last = page.form(hit.first), page.form(hit.last - 1)
    if first == "per" and last == "the":
        return True
    return first not in _QUOTES_FROM and last in ("by", "from", "of", "accounts")


def is_done_by(page: Page, hit: Hit) -> bool:
    """ "Polls reported by a paper", not "he responded by saying": whose deed it is stands behind."""
    by = page.form(hit.last) == "by" and page.form(hit.last - 1).endswith("ed")
    return by and not page.form(hit.last + 1).endswith("ing")


def is_finite(page: Page, hit: Hit, start: int) -> bool:
    """Words that are nouns as well ("report", "claims", "attack") are verbs before an object, behind an auxiliary."""
    form = page.form(hit.first)
    if start < hit.first or form.endswith(("ed", "ing")) or form in _SURE or hit.last > hit.first + 1:
        return True
    if page.form(hit.first - 1) in ("he", "she", "they", "it", "we", "i", "you", "who", "which"):
        return True
    at = hit.last
    if (form in _NEVER_NOUNS and page.form(at) not in _NOUN_USES.get(form, ())) or (
        form in _FINDINGS and page.form(at) == "."
    ):
        return True
    if form in _TELLING and page.form(at) == "." and page.is_capital(hit.first - 1):
        return True
    if form in _SAYING and (page.form(at) in _ENDS_SAYING or page.form(hit.first - 1)[-1:] == "s"):
        return True
    clear = page.is_one_of(at, "determiners") or page.is_one_of(at, "pronouns") or page.is_one_of(at, "that_words")
    return clear or page.is_capital(at) or page.form(at) in QUOTES | {":", "to"}


def is_title(page: Page, sentence: Sentence) -> bool:
    """A headline in which most words begin with a capital."""
    words = [
        at for at in range(sentence.first, sentence.last) if page.tokens[at].sort == WORD and len(page.form(at)) > 3
    ]
    return len(words) > 3 and sum(page.is_capital(at) for at in words) >= 0.8 * len(words)


def cue_end(page: Page, hit: Hit, last: int) -> int:
    """ "Said in a statement", "said with a shrug", "called for": what belongs to the words of saying."""
    at = hit.last
    if page.form(hit.first) in ("rejected", "rejecting", "rejects"):
        return hit.first + 1
    said = hit.entry.section == "cues"
    if said and (manner := _manner(page, at, last)):
        return manner
    if said and ((page.form(at).endswith("ly") and len(page.form(at)) > 4) or page.form(at) == "repeatedly"):
        return at + 1
    if said and page.is_one_of(at, "weekdays") and page.form(at + 1) == ".":
        return at + 1
    if page.form(at) in ("in", "at", "during"):
        for here in range(at + 1, min(at + 5, last)):
            if page.form(here) in _MEDIUM and page.form(here + 1) in (".", "that", '"', "“", ":"):
                return here + 1
    if hit.entry.section == "attitudes" and page.form(at) in _PARTICLES and page.form(at) != "to":
        return at + 1
    return at


def cue_start(page: Page, hit: Hit, start: int, first: int) -> int:
    """ "Released a statement saying", "responded by saying": the act by which it was said."""
    if start != hit.first or not page.form(hit.first).endswith("ing"):
        return start
    if page.form(start - 1) == "by" and page.form(start - 2) in _OPENING:
        return start - 2
    if page.form(start - 1) in _ISSUED_THINGS:
        for at in range(start - 2, max(first, start - 6), -1):
            if page.form(at) in _ISSUING:
                return at - int(page.form(at) == "out")
    return start


def _manner(page: Page, at: int, last: int) -> int:
    """ "Said with a shrug", "said by telephone": up to the next mark; 0 where no such thing stands."""
    by_wire = page.form(at) == "by" and page.form(at + 1) in ("telephone", "phone", "email", "e-mail", "text")
    if page.form(at) not in ("with", "through") and not by_wire:
        return 0
    return next((here for here in range(at + 1, min(at + 9, last)) if page.tokens[here].sort == SIGN), 0)
