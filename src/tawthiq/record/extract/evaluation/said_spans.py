"""Spans of attributions in English text: cue, source, content, as the guidelines of PolNeAR draw them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.clauses import is_verb
from tawthiq.record.extract.cue_words import is_noun_use
from tawthiq.record.extract.evaluation import said_sources
from tawthiq.record.extract.evaluation.said_content import QUOTES, content_of, quotation_ending, trimmed
from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.sentences import Sentence
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.token import SIGN, WORD

_FEWEST_CHARS = 8
_MEDIUM = frozenset(("statement", "post", "release", "communique"))
_SURE = frozenset(("said", "says", "told", "wrote", "thinks", "believes", "knew", "thought", "found", "felt", "knows"))
_SAYING = frozenset(
    ("say", "says", "tell", "tells", "note", "notes", "add", "adds", "write", "writes", "explain", "explains")
    + ("recall", "recalls", "argue", "argues", "believe", "think", "warn", "warns", "insist", "insists", "admits")
)
_ENDS_SAYING = frozenset((".", ",", ";", ":", "he", "she", "they", "it", "there", "we", "his", "her"))
_OTHERWISE = {
    "showing": ("in", "up", "of", "at"), "show": ("up",), "showed": ("up",), "shows": ("up",), "adding": ("to",),
    "added": ("to",), "pledged": ("delegates",), "described": (".",), "reported": ("from", "to"), "reports": ("to",),
    "found": ("himself", "herself", "themselves", "itself", "myself", "guilty"), "refusing": (),
}  # fmt: skip
_PASSIVES = frozenset(
    ("announced", "described", "reported", "revealed", "told", "declared", "accused", "expected", "to")
)
_OPENING = frozenset(
    ("responded", "replied", "reacted", "answered", "began", "concluded", "opened", "ended", "followed")
)
_ISSUED_THINGS = frozenset(("statement", "letter", "release", "tweet", "memo", "note", "report", "email", "message"))
_ISSUING = frozenset(("released", "issued", "sent", "posted", "out", "wrote", "published", "made", "tweeted", "gave"))
_WEAK = frozenset(
    ("counted", "counts", "discovered", "established", "maintained", "reporting", "briefed", "collected", "compiled")
    + ("logged", "tracked", "identified", "listed", "recorded", "observed", "find", "finds", "thought")
)
_CLOSERS = frozenset("”\"'")
_HEADS = frozenset(("one", "another", "former", "some", "many", "several", "two", "three", "most", "other"))
_NOT_SPEAKERS = frozenset(
    ("in", "on", "at", "to", "of", "by", "with", "for", "during", "it", "he", "she", "they", "we", "i", "you", "there")
    + ("as", "when", "after", "before", "while", "and", "but", "or", "from", "about", "me", "him", "her", "them", "us")
)
_PARTICLES = frozenset(("for", "on", "against", "about", "of", "to", "out"))


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution; None where there is no source."""

    cue: Span
    source: Span | None
    content: Span | None
    wish: bool = False
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The same in tokens. `wish`: what somebody wants or feels, not says; `frame`: how the cue stands in its sentence."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: Span | None
    wish: bool = False
    frame: str = "verb"


def triples_of(page: Page) -> list[Triple]:
    """Every attribution of a page outside of others' words, in order."""
    found: list[Found] = []
    for sentence in page.sentences:
        found += _of_sentence(page, sentence)
    made = [
        Triple(page.span(*one.cue), page.span(*one.source) if one.source else None, one.content, one.wish, one.frame)
        for one in found
    ]
    return [one for one in made if not any(_covers(other, one) for other in made if other is not one)]


def _covers(other: Triple, one: Triple) -> bool:
    """True when one is told inside what the other tells; of two that hold each other the later speaks last."""
    if other.wish and not one.wish:
        return False
    if other.content is None or not other.content.holds(one.cue):
        return False
    mutual = one.content is not None and one.content.holds(other.cue)
    return not mutual or other.cue.start > one.cue.start


def _of_sentence(page: Page, sentence: Sentence) -> list[Found]:
    found: list[Found] = []
    until = sentence.first
    for hit in page.hits_in(sentence.first, sentence.last, "cues", "attitudes"):
        if hit.first < until or hit.code in ("publish", "colon", "show_of") or _in_quotation(page, hit.first):
            continue
        made = (
            _prep(page, sentence, hit, found)
            if hit.code == "prep"
            else _verb(page, sentence, hit, found) or _passive(page, sentence, hit) or _fronted(page, sentence, hit)
        )
        if made is not None:
            found.append(made)
            until = hit.last
    others = (*_signed(page, sentence), *_seeming(page, sentence))
    return [*_apart(page, found), *others]


def _apart(page: Page, found: Sequence[Found]) -> list[Found]:
    """What one voice says ends where another begins: "Asked if he would, she said", "said this and added that"."""
    return [_ended(page, one, found[number + 1 :]) for number, one in enumerate(found)]


def _ended(page: Page, one: Found, later: Sequence[Found]) -> Found:
    ends = [at for at in (_next_voice(page, one, other) for other in later) if at is not None]
    if not ends or one.content is None:
        return one
    end = min(ends)
    start = page.tokens[end].start
    if not (one.content.start < start < one.content.end and end > one.cue[1]):
        return one
    first = next(at for at in range(one.cue[0], end) if page.tokens[at].start >= one.content.start)
    return replace(one, content=trimmed(page, first, end) or one.content)


def _next_voice(page: Page, one: Found, other: Found) -> int | None:
    """The token at which the words of `one` are over, as `other` tells; None where they may run on."""
    if other.source is None or other.frame != "verb":
        return None
    if other.source == one.source:
        return _joint(page, other.cue[0])
    if other.source[0] < one.cue[0] < other.source[1]:
        return _joint(page, other.cue[0])
    if one.cue[1] <= other.source[0] < other.cue[0]:
        at = _joint(page, other.source[0])
        opens = page.form(at) == "," or page.form(at) in ("while", "whereas", "although")
        return at if opens and at < other.source[0] else None
    return None


def _joint(page: Page, at: int) -> int:
    """The "and", "but" or comma in front of a cue that goes on."""
    while page.form(at - 1) in (",", "and", "but", "then", "or", "while", "whereas", "although", "as", "because"):
        at -= 1
    return at


def _fronted(page: Page, sentence: Sentence, hit: Hit) -> Found | None:
    """ "Asked whether he would, ...", "In denying it, the group ...": a sentence that begins with the cue."""
    form = page.form(hit.first)
    lead = sentence.first if hit.first == sentence.first else sentence.first + 1
    if hit.first != lead and page.form(hit.first - 1) != "when":
        return None
    if form == "asked":
        source = said_sources.behind(page, hit.last + 1, sentence.last) if page.form(hit.last) == "by" else None
    elif form.endswith("ing"):
        source = _main_subject(page, hit.last, sentence.last)
    else:
        return None
    end = next((at for at in range(hit.last + 1, sentence.last) if page.form(at) == ","), sentence.last)
    content = trimmed(page, hit.last, end)
    return Found((hit.first, hit.last), source, content, True, "fronted") if content else None


def _main_subject(page: Page, first: int, last: int) -> tuple[int, int] | None:
    for comma in range(first, last):
        if page.form(comma) == ",":
            verb = next((at for at in range(comma + 2, min(comma + 9, last)) if is_verb(page, at)), None)
            return said_sources.before(page, verb, comma + 1) if verb else None
    return None


def _passive(page: Page, sentence: Sentence, hit: Hit) -> Found | None:
    """ "Was criticised by some of his rivals for failing": who speaks stands behind "by", or nowhere."""
    start = said_sources.verb_group(page, hit.first, sentence.first)
    whole = hit.entry.more.get("passive") == "yes"
    if not (whole or any(page.is_one_of(at, "passive_words") for at in range(start, hit.first))):
        return None
    if page.form(start) == "to":
        return None
    if hit.entry.more.get("state") == "yes" or page.form(hit.first).endswith("ing"):
        return None
    if hit.entry.section == "cues" and page.form(hit.last - 1) not in _PASSIVES:
        return None
    source = said_sources.behind(page, hit.last + 1, sentence.last) if page.form(hit.last) == "by" else None
    content = trimmed(page, sentence.first, sentence.last)
    return Found((start, hit.last), source, content, True, "passive" if source is None else "passive_by")


def _seeming(page: Page, sentence: Sentence) -> Iterator[Found]:
    """ "Appears to have declined", "is expected to act": nobody is named whose view it is."""
    for at in range(sentence.first + 1, sentence.last - 1):
        form, after = page.form(at), page.form(at + 1)
        if form in ("seems", "seemed") or (form in ("appears", "appeared") and after in ("to", "that", "as", "likely")):
            yield Found((at, at + 1), None, trimmed(page, sentence.first, sentence.last), True, "seeming")


def _in_quotation(page: Page, at: int) -> bool:
    span = page.span(at, at + 1)
    return any(item.inner.holds(span) and len(item.inner) > 10 for _, item in page.quotations_over(span))


def _prep(page: Page, sentence: Sentence, hit: Hit, found: Sequence[Found]) -> Found | None:
    if found and found[-1].frame == "verb" and page.form(hit.first) in ("citing", "quoting"):
        return None
    source = said_sources.behind(page, hit.last, sentence.last)
    if source is None:
        return None
    if hit.first <= sentence.first + 2:
        first = source[1] + int(page.form(source[1]) == ",")
        return Found((hit.first, hit.last), source, trimmed(page, first, sentence.last))
    return Found((hit.first, hit.last), source, trimmed(page, sentence.first, hit.first))


def _verb(page: Page, sentence: Sentence, hit: Hit, found: list[Found]) -> Found | None:
    if page.is_capital(hit.first) and hit.first > sentence.first and not _is_title(page, sentence):
        return None
    if page.form(hit.first - 1) in ("more", "most", "very", "so", "less", "as", "of", "s"):
        return None
    if is_noun_use(page, hit) and page.form(hit.first - 1) not in ("who", "which", "that"):
        return None
    start = said_sources.verb_group(page, hit.first, sentence.first)
    if page.form(start) == "to" or not _is_finite(page, hit, start) or _is_other_verb(page, hit):
        return None
    if hit.entry.more.get("passive") == "yes":
        return None
    states = hit.entry.more.get("state") == "yes"
    passive = not states and any(page.is_one_of(at, "passive_words") for at in range(start, hit.first))
    if passive and not page.form(hit.first).endswith("ing"):
        return None
    source, inverted = _source(page, sentence, hit, start, found)
    if source is None or (not inverted and page.form(source[0] - 1) in ("what", "that", "if")):
        return None
    cue = (_cue_start(page, hit, start, sentence.first), _cue_end(page, hit, sentence.last))
    content = content_of(page, sentence, hit, cue, source, inverted=inverted)
    is_wish = hit.entry.section == "attitudes"
    if content is None or (is_wish and (len(content) <= _FEWEST_CHARS or hit.first == sentence.first)):
        return None
    return Found(cue, source, content, is_wish)


def _is_other_verb(page: Page, hit: Hit) -> bool:
    """ "Showed up", "added to", "states that award delegates": the same letters, nothing is said."""
    form, after = page.form(hit.first), page.form(hit.last)
    if after in _OTHERWISE.get(form, ()):
        return True
    if form in _WEAK:
        return not (page.is_one_of(hit.last, "that_words") or after in QUOTES | {":"} or after in _ENDS_SAYING)
    return form == "states" and not (page.is_capital(hit.first - 1) or page.is_one_of(hit.first - 1, "pronouns"))


def _is_finite(page: Page, hit: Hit, start: int) -> bool:
    """Words that are nouns as well ("report", "claims", "attack") are verbs before an object, behind an auxiliary."""
    form = page.form(hit.first)
    if start < hit.first or form.endswith(("ed", "ing")) or form in _SURE or hit.last > hit.first + 1:
        return True
    if page.form(hit.first - 1) in ("he", "she", "they", "it", "we", "i", "you", "who", "which"):
        return True
    at = hit.last
    if form in _SAYING and (page.form(at) in _ENDS_SAYING or page.form(hit.first - 1)[-1:] == "s"):
        return True
    clear = page.is_one_of(at, "determiners") or page.is_one_of(at, "pronouns") or page.is_one_of(at, "that_words")
    return clear or page.is_capital(at) or page.form(at) in QUOTES | {":", "to"}


def _source(
    page: Page, sentence: Sentence, hit: Hit, start: int, found: list[Found]
) -> tuple[tuple[int, int] | None, bool]:
    form = page.form(hit.first)
    left = page.form(start - 1)
    if start == hit.first and hit.code == "say" and _is_inverted(page, sentence, hit):
        return said_sources.behind(page, hit.last, sentence.last), True
    if form.endswith("ing") and start == hit.first:
        if found and found[-1].source:
            return found[-1].source, False
        return said_sources.subject(page, sentence.first, start), False
    if left in ("and", "but", "or", "then") or (left == "," and page.form(start - 2) in ("and", "but")):
        if found and found[-1].source:
            return found[-1].source, False
        return said_sources.subject(page, sentence.first, start), False
    own = said_sources.before(page, start, sentence.first)
    return own, False


def _is_inverted(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Behind a closing mark or a comma with a verb before it: the speaker follows."""
    left, right = page.form(hit.first - 1), hit.last
    names = page.is_capital(right) or page.is_one_of(right, "determiners") or page.form(right) in _HEADS
    if hit.first == sentence.first:
        return names
    quoted = left in _CLOSERS or (left == "," and page.form(hit.first - 2) in _CLOSERS)
    plain = page.tokens[right].sort == WORD and page.form(right) not in _NOT_SPEAKERS
    if not (names or (quoted and plain)) or (left not in (",", "?", "!", "-") and not quoted):
        return False
    if page.form(right) in ("that", "this", "these", "those", "all") or page.is_one_of(right, "that_words"):
        return False
    sure = quoted or page.form(hit.first) in ("said", "says")
    return left != "," or sure or said_sources.subject(page, sentence.first, hit.first) is not None


def _is_title(page: Page, sentence: Sentence) -> bool:
    """A headline in which most words begin with a capital."""
    words = [
        at for at in range(sentence.first, sentence.last) if page.tokens[at].sort == WORD and len(page.form(at)) > 3
    ]
    return len(words) > 3 and sum(page.is_capital(at) for at in words) >= 0.8 * len(words)


def _cue_end(page: Page, hit: Hit, last: int) -> int:
    """ "Said in a statement", "said with a shrug", "called for": what belongs to the words of saying."""
    at = hit.last
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


def _cue_start(page: Page, hit: Hit, start: int, first: int) -> int:
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
    if page.form(at) not in ("with", "by", "through"):
        return 0
    end = next((here for here in range(at + 1, min(at + 9, last)) if page.tokens[here].sort == SIGN), 0)
    return end


def _signed(page: Page, sentence: Sentence) -> Iterator[Found]:
    """A name behind a dash after a quotation, or before a colon at a paragraph's head."""
    for at in range(sentence.first + 1, sentence.last - 1):
        if page.form(at) == "-" and page.form(at - 1) in QUOTES and page.is_capital(at + 1):
            quote = quotation_ending(page, at)
            if quote is not None:
                yield Found((at, at + 1), (at + 1, min(sentence.last, at + 5)), quote)
    head = sentence.first
    while (
        head < sentence.last and page.is_capital(head) and page.tokens[head].sort == WORD and head - sentence.first < 4
    ):
        head += 1
    if head > sentence.first and page.form(head) == ":" and head + 2 < sentence.last and _is_name(page, sentence.first):
        content = trimmed(page, head + 1, sentence.last)
        if content is not None:
            yield Found((head, head + 1), (sentence.first, head), content)


def _is_name(page: Page, at: int) -> bool:
    return page.words(at, at + 1).isupper() and len(page.form(at)) > 2
