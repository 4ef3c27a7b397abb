"""Spans of attributions in English text: cue, source, content, as the guidelines of PolNeAR draw them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.evaluation import said_frames, said_sources
from tawthiq.record.extract.evaluation.said_content import content_behind, content_of, trimmed
from tawthiq.record.extract.evaluation.said_cues import (
    cue_end,
    cue_start,
    is_done_by,
    is_finite,
    is_of_a_thing,
    is_other_verb,
    is_title,
)
from tawthiq.record.extract.evaluation.said_frames import Found, fronted, in_quotation, owned, passive, seeming, signed
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.phrases.cue_words import is_noun_use
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER, WORD

_FEWEST_CHARS = 8
_CLOSERS = frozenset("”\"'")
_HEADS = frozenset(("one", "another", "former", "some", "many", "several", "two", "three", "most", "other"))
_NOT_SPEAKERS = frozenset(
    (
        "in",
        "on",
        "at",
        "to",
        "of",
        "by",
        "with",
        "for",
        "during",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "there",
        "as",
        "when",
        "after",
        "before",
        "while",
        "and",
        "but",
        "or",
        "from",
        "about",
        "me",
        "him",
        "her",
        "them",
        "us",
    )
)

_JOINTS = frozenset(
    (",", ";", "-", "(", "and", "but", "then", "or", "while", "whereas", "although", "though", "as", "because")
)
_WITH_AN_OBJECT = frozenset(("accused", "accuses", "told", "tells", "informed", "blamed"))
_DEGREES = frozenset(("more", "most", "very", "so", "less", "as", "of", "s"))
_MANY_MEANINGS = frozenset(("subject", "framed", "inside"))
"""Marks of cues that say something only beside a person or body as subject: read in statements, not in spans."""


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution; None where there is no source."""

    cue: Span
    source: Span | None
    content: Span | None
    wish: bool = False
    frame: str = ""


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
    if one.content is None or not one.content.holds(other.cue):
        return True
    later, earlier = (other, one) if other.cue.start > one.cue.start else (one, other)
    leads = earlier.content is not None and earlier.content.start >= earlier.cue.end
    return (other is earlier) if leads else (other is later)


def _of_sentence(page: Page, sentence: Sentence) -> list[Found]:
    found: list[Found] = []
    until = sentence.first
    for hit in _hits(page, sentence):
        if not _MANY_MEANINGS.isdisjoint(hit.entry.more):
            continue
        if hit.first < until or hit.code in ("publish", "colon", "show_of") or in_quotation(page, hit.first):
            continue
        made = (
            _prep(page, sentence, hit, found)
            if hit.code == "prep"
            else _verb(page, sentence, hit, found) or passive(page, sentence, hit) or fronted(page, sentence, hit)
        )
        if made is not None:
            found.append(made)
            until = hit.last
    others = (*signed(page, sentence), *seeming(page, sentence), *owned(page, sentence))
    return [*_apart(page, found), *others]


def _hits(page: Page, sentence: Sentence) -> Iterator[Hit]:
    """The cue words of a sentence; of "some say" the verb alone, for some are whose words they are."""
    for hit in page.hits_in(sentence.first, sentence.last, "cues", "attitudes"):
        somebody = page.form(hit.first) in said_sources.SOME_PEOPLE and hit.last == hit.first + 2
        yield replace(hit, first=hit.first + 1) if somebody else hit


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
        opens = page.form(at) in (",", ";", "-", "(", "but", "while", "whereas", "although", "though")
        return at if opens and at < other.source[0] else None
    return None


def _joint(page: Page, at: int) -> int:
    """The "and", "but" or comma in front of a cue that goes on."""
    while page.form(at - 1) in _JOINTS:
        at -= 1
    return at


def _prep(page: Page, sentence: Sentence, hit: Hit, found: Sequence[Found]) -> Found | None:
    if found and found[-1].frame == "verb" and page.form(hit.first) in ("citing", "quoting"):
        return None
    if is_of_a_thing(page, hit):
        return None
    source = said_sources.behind(page, hit.last, sentence.last)
    if source is None:
        return None
    if hit.first <= sentence.first + 2:
        first = source[1] + int(page.form(source[1]) == ",")
        return Found((hit.first, hit.last), source, trimmed(page, first, sentence.last))
    return Found((hit.first, hit.last), source, trimmed(page, sentence.first, hit.first))


def _verb(page: Page, sentence: Sentence, hit: Hit, found: list[Found]) -> Found | None:
    if page.is_capital(hit.first) and hit.first > sentence.first and not is_title(page, sentence):
        return None
    if page.form(hit.first - 1) in _DEGREES and not said_sources.contracted(page, hit.first):
        return None
    if is_noun_use(page, hit) and not _has_a_speaker(page, hit):
        return None
    if page.form(hit.first - 1) in said_frames.OWNERS and page.form(hit.first) in said_frames.OWNED:
        return None
    start = said_sources.verb_group(page, hit.first, sentence.first)
    if page.form(start) == "to" or not is_finite(page, hit, start) or is_other_verb(page, hit):
        return None
    if hit.entry.more.get("passive") == "yes" or is_done_by(page, hit):
        return None
    states = hit.entry.more.get("state") == "yes"
    passive = not states and any(page.is_one_of(at, "passive_words") for at in range(start, hit.first))
    if passive and not page.form(hit.first).endswith("ing"):
        return None
    source, inverted = _source(page, sentence, hit, start, found)
    if source is None or (not inverted and _is_asked(page, hit, source[0])):
        return None
    cue = (cue_start(page, hit, start, sentence.first), cue_end(page, hit, sentence.last))
    lent = not inverted and any(one.source == source and one.cue[0] < start for one in found)
    told = content_behind(page, sentence, hit, cue[1]) if lent else None
    content = told or content_of(page, sentence, hit, cue, source, inverted=inverted)
    is_wish = hit.entry.section == "attitudes"
    if content is None or (is_wish and (len(content) <= _FEWEST_CHARS or hit.first == sentence.first)):
        return None
    return Found(cue, source, content, is_wish)


def _has_a_speaker(page: Page, hit: Hit) -> bool:
    """ "Who report", "some say": a verb behind them, though "the report", "some reports" are none."""
    left, form = page.form(hit.first - 1), page.form(hit.first)
    if left in ("who", "which", "that") or (left == "some" and not form.endswith("s")):
        return True
    if left == "," and form.endswith("ed"):
        return page.is_capital(hit.last) or page.is_one_of(hit.last, "determiners")
    return page.is_capital(hit.first - 1) and form.endswith("s") and page.form(hit.last) == ":"


def _is_asked(page: Page, hit: Hit, source: int) -> bool:
    """ "What he said", "if he says so": his words are not told there, but "a study that was printed found that ..."."""
    left = page.form(source - 1)
    return left in ("what", "if") or (left == "that" and not page.is_one_of(hit.last, "that_words"))


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
    if page.form(hit.first) in _WITH_AN_OBJECT:
        return False
    quoted = left in _CLOSERS or (left == "," and page.form(hit.first - 2) in _CLOSERS)
    plain = page.tokens[right].sort in (WORD, NUMBER) and page.form(right) not in _NOT_SPEAKERS
    if not (names or (quoted and plain)) or (left not in (",", "?", "!", "-") and not quoted):
        return False
    if page.form(right) in ("that", "this", "these", "those", "all") or page.is_one_of(right, "that_words"):
        return False
    sure = quoted or page.form(hit.first) in ("said", "says")
    return left != "," or sure or said_sources.subject(page, sentence.first, hit.first) is not None
