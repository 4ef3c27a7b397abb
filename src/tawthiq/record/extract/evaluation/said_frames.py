"""Frames of English attributions other than a verb behind its subject: passives, fronted cues, labels, what seems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.record.extract.evaluation import said_sources
from tawthiq.record.extract.evaluation.said_content import QUOTES, quotation_ending, trimmed
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import WORD

_PASSIVES = frozenset(
    ("announced", "described", "reported", "revealed", "told", "declared", "accused", "expected", "to")
)
_NO_PASSIVES = frozenset(("admitted", "observed", "found", "answered"))
""" "Were admitted to the country", "is observed as a feast": nothing is said."""
OWNERS = frozenset(("his", "her", "their"))
OWNED = frozenset(
    ("claim", "claims", "suggestion", "warning", "warnings", "assertion", "insistence", "contention", "belief")
)


@dataclass(frozen=True, slots=True)
class Found:
    """The same in tokens. `wish`: what somebody wants or feels, not says; `frame`: how the cue stands there."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: Span | None
    wish: bool = False
    frame: str = "verb"


def in_quotation(page: Page, at: int) -> bool:
    span = page.span(at, at + 1)
    return any(item.inner.holds(span) and len(item.inner) > 10 for _, item in page.quotations_over(span))


def passive(page: Page, sentence: Sentence, hit: Hit) -> Found | None:
    """ "Was criticised by some of his rivals for failing": who speaks stands behind "by", or nowhere."""
    start = said_sources.verb_group(page, hit.first, sentence.first)
    whole = hit.entry.more.get("passive") == "yes"
    if not (whole or any(page.is_one_of(at, "passive_words") for at in range(start, hit.first))):
        return None
    if page.form(start) == "to" or page.form(hit.last - 1) in _NO_PASSIVES:
        return None
    if hit.entry.more.get("state") == "yes" or page.form(hit.first).endswith("ing"):
        return None
    if hit.entry.section == "cues" and page.form(hit.last - 1) not in _PASSIVES:
        return None
    source = said_sources.behind(page, hit.last + 1, sentence.last) if page.form(hit.last) == "by" else None
    content = trimmed(page, sentence.first, sentence.last)
    return Found((start, hit.last), source, content, True, "passive" if source is None else "passive_by")


def fronted(page: Page, sentence: Sentence, hit: Hit) -> Found | None:
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


def seeming(page: Page, sentence: Sentence) -> Iterator[Found]:
    """ "Appears to have declined", "is expected to act": nobody is named whose view it is."""
    for at in range(sentence.first + 1, sentence.last - 1):
        form, after = page.form(at), page.form(at + 1)
        if form in ("seems", "seemed") or (form in ("appears", "appeared") and after in ("to", "that", "as", "likely")):
            yield Found((at, at + 1), None, trimmed(page, sentence.first, sentence.last), True, "seeming")


def owned(page: Page, sentence: Sentence) -> Iterator[Found]:
    """ "The mayor's claim that", "her warning that": the words of whoever owns them."""
    for at in range(sentence.first + 1, sentence.last - 2):
        if page.form(at) not in OWNED or page.form(at + 1) != "that" or in_quotation(page, at):
            continue
        source = _owner(page, at, sentence.first)
        content = trimmed(page, at + 1, sentence.last)
        if source is not None and content is not None:
            yield Found((at, at + 1), source, content, True, "owned")


def _owner(page: Page, at: int, floor: int) -> tuple[int, int] | None:
    """The pronoun, or the name with its "'s", in front of a noun."""
    if page.form(at - 1) in OWNERS:
        return at - 1, at
    if page.form(at - 1) != "s" or page.form(at - 2) != "'":
        return None
    first = at - 2
    while first > floor and page.tokens[first - 1].sort == WORD and page.is_capital(first - 1):
        first -= 1
    return (first, at) if first < at - 2 else None


def signed(page: Page, sentence: Sentence) -> Iterator[Found]:
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
