"""The page: one document read once, with everything later rules look at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tawthiq.record.extract.dates.date_words import Reading
from tawthiq.record.extract.dates.dates import dates_of
from tawthiq.record.extract.dates.points import DateFound
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.names.learned import learned_names
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.names.names import NameFound, NameIndex
from tawthiq.record.extract.names.words import Words
from tawthiq.record.extract.numbers.numbers import Number, numbers_of
from tawthiq.record.extract.numbers.quantities import quantities_of, unread_numbers
from tawthiq.record.extract.numbers.scene import QuantityFound, Scene
from tawthiq.record.extract.page.able import is_able
from tawthiq.record.extract.page.conflict import tells_of_conflict
from tawthiq.record.extract.page.deeds import deeds_of
from tawthiq.record.extract.page.frames import framed_cues
from tawthiq.record.extract.page.grammar import Grammar
from tawthiq.record.extract.page.never import is_never
from tawthiq.record.extract.page.quotations import LONGEST_CHARS, Quotation, quotations_of
from tawthiq.record.extract.page.sentences import Sentence, sentences_of
from tawthiq.record.extract.page.shelf import Shelf
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.lexicon import Hit, Lexicon, load
from tawthiq.record.extract.words.text_row import TextRow
from tawthiq.record.extract.words.token import Token, tokens_of
from tawthiq.terms.when import Precision

_LONGEST_IDIOM = 4
_TOLD = ("violations", "deeds")

_SAID = ("cues", "hedges")
ACCOUNT_TOKENS = 120


@dataclass(frozen=True)
class Page(TextRow):
    """Tokens, hits and findings of a document, each in text order."""

    document: Document
    lexicon: Lexicon
    tokens: Sequence[Token]
    hits: Sequence[Hit]
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    quoted: Shelf[tuple[int, Quotation]]
    dates: Shelf[DateFound]
    quantities: Shelf[QuantityFound]
    unread: Sequence[Number]
    parties: Shelf[NameFound]
    places: Shelf[NameFound]
    published: date | None
    hit_starts: Sequence[int]
    grammar: Grammar | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def speaks_of_children(self) -> bool:
        """True when a child is named anywhere, so that a recruitment told without its victims is one of children."""
        return any(hit.entry.section == "units" and hit.entry.more.get("victim") == "child" for hit in self.hits)

    @cached_property
    def tells_of_conflict(self) -> bool:
        """True when the text tells of war, or is too short to say."""
        parties = self.parties.between(0, len(self.tokens))
        named = [item.codes[0] if item.codes else self.words(item.first, item.last) for item in parties]
        return tells_of_conflict(self.tokens, named, self.lexicon.data)

    @cached_property
    def is_account(self) -> bool:
        """True when the text is long enough to say so, tells of war and of something done to somebody in it."""
        told = any(hit.entry.section == "violations" for hit in self.hits)
        return told and len(self.tokens) >= ACCOUNT_TOKENS and self.tells_of_conflict

    @cached_property
    def imprint_blocks(self) -> frozenset[int]:
        """Numbers of the blocks that open with a word such as "about us"."""
        openings = {sentence.block: sentence.first for sentence in reversed(self.sentences)}
        imprints = (at for at, first in openings.items() if self.hits_in(first, first + 1, "imprints"))
        return frozenset([*imprints, *(at for at, first in openings.items() if self._is_about(first))])

    def _is_about(self, first: int) -> bool:
        """ "Sobre Save Norte: fundada en 1987": a name and a colon behind "about"."""
        at = first + 1
        while self.is_one_of(at, "of_words") and at < first + 2:
            at += 1
        start = at
        while self.is_capital(at) or (at > start and self.is_one_of(at, "name_links")):
            at += 1
        return self.is_one_of(first, "about_words") and at > start and self.form(at) == ":"

    @cached_property
    def mentions(self) -> dict[tuple[int, int], tuple[Mention, ...]]:
        """The parties read so far, by the tokens they were looked for on: a clause is asked for them ten times."""
        return {}

    def span(self, first: int, last: int) -> Span:
        """The code points of tokens `first` to `last` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (exclusive)."""
        return self.span(first, last).of(self.text)

    def quotations_over(self, span: Span) -> list[tuple[int, Quotation]]:
        """(number, quotation) of those that share a code point with the span."""
        near = self.quoted.between(span.start - LONGEST_CHARS - 2, span.end)
        return [(number, item) for number, item in near if item.outer.overlap_chars(span)]

    def hits_in(self, first: int, last: int, *sections: str) -> list[Hit]:
        """Hits of those sections that begin on those tokens."""
        low, high = bisect_left(self.hit_starts, first), bisect_left(self.hit_starts, last)
        return [hit for hit in self.hits[low:high] if hit.entry.section in sections]

    def hit_at(self, at: int, *sections: str) -> Hit | None:
        """The longest hit of those sections beginning at the token."""
        return max(self.hits_in(at, at + 1, *sections), key=lambda hit: hit.last, default=None)

    def denies(self, at: int) -> bool:
        """True at a word of denial, but for one in a comparison ("no fewer than") or in an idiom that affirms."""
        if not is_never(self, self.text, at):
            return False
        over = (hit for hit in self.hits_in(at - _LONGEST_IDIOM, at + 1, "comparators", "idioms") if hit.last > at)
        return not any(hit.affirms or hit.entry.section == "comparators" for hit in over)

    def is_in_handle(self, at: int) -> bool:
        """True when the token is a part of the name that somebody goes by in posts."""
        return 0 <= at < len(self.tokens) and _is_in_handle(self.text, self.tokens[at])

    def is_capital(self, at: int) -> bool:
        """True when the token begins with a capital letter."""
        return 0 <= at < len(self.tokens) and self.text[self.tokens[at].start].isupper()


def read(document: Document, parties: NameIndex, places: NameIndex) -> Page:
    """Everything that later rules need, in one pass over the text."""
    lexicon = load(document.language)
    tokens = tokens_of(document.text)
    quotations = quotations_of(document.text, document.blocks)
    hits, by_first = _hits_of(document.text, tokens, lexicon, quotations)
    published = _day(document)
    scene, dates = _scene_of(document.text, tokens, lexicon, by_first, published)
    quantities = quantities_of(scene)
    articles = frozenset(lexicon.data.get("letter_articles", ()))
    wheres = [place for place in places.scan(document.text, tokens) if not _is_a_word(tokens, lexicon, place)]
    words = Words(document.text, tokens, lexicon, by_first)
    return Page(
        document,
        lexicon,
        tokens,
        hits,
        sentences_of(document.text, tokens, document.blocks, lexicon.data),
        quotations,
        Shelf(list(enumerate(quotations)), lambda pair: pair[1].outer.start),
        Shelf(dates, lambda item: item.first),
        Shelf(quantities, lambda item: item.core),
        unread_numbers(scene, quantities),
        Shelf(
            _without_agencies(words, learned_names(words, parties.scan(document.text, tokens, articles), wheres)),
            _first,
        ),
        Shelf(wheres, lambda item: item.first),
        published,
        [hit.first for hit in hits],
    )


def _first(item: NameFound) -> int:
    return item.first


def _without_agencies(words: Words, names: Sequence[NameFound]) -> list[NameFound]:
    """ "AFP: 12 children were killed", "... were killed (AFP)": an agency tells it and did nothing."""
    told = words.lexicon.data.get("agency_names", frozenset())
    return [name for name in names if name.last - name.first > 1 or words.tokens[name.first].form not in told]


def _is_a_word(tokens: Sequence[Token], lexicon: Lexicon, place: NameFound) -> bool:
    """ "صور" is Tyre, and mostly "pictures"; "شمال كردفان" is a place, whatever "north" is."""
    return place.last - place.first == 1 and tokens[place.first].form in lexicon.data.get("never_places", ())


def _is_in_handle(text: str, token: Token) -> bool:
    """ "@lake_reports" reports nothing, "@lake_invented" is no verb: a part of the name that somebody goes by."""
    return token.start > 0 and text[token.start - 1] in "@_"


def _hits_of(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, quotations: Sequence[Quotation]
) -> tuple[list[Hit], dict[int, list[Hit]]]:
    """What the lexicon lists, what deeds and frames of saying tell by their shape; in text order and by position."""
    scanned = _uncovered(lexicon.scan(tokens))
    said = (hit for hit in scanned if hit.entry.section in _SAID)
    unsaid = {id(hit) for hit in said if _ends_compound(tokens, hit) or _is_in_handle(text, tokens[hit.first])}
    listed = (hit for hit in scanned if id(hit) not in unsaid and not is_able(tokens, lexicon, hit))
    listed = (hit for hit in listed if not (hit.entry.section in _TOLD and _names_front(text, tokens, lexicon, hit)))
    hits = sorted(listed, key=lambda hit: hit.first)
    by_first: dict[int, list[Hit]] = {}
    for hit in hits:
        by_first.setdefault(hit.first, []).append(hit)
    for hit in deeds_of(tokens, lexicon, by_first):
        hits.append(hit)
        by_first[hit.first].append(hit)
    for hit in framed_cues(text, tokens, lexicon, by_first, quotations):
        hits.append(hit)
        by_first.setdefault(hit.first, []).append(hit)
    hits.sort(key=lambda hit: hit.first)
    return hits, by_first


def _names_front(text: str, tokens: Sequence[Token], lexicon: Lexicon, hit: Hit) -> bool:
    """ "Huit au Front de l'Est": a party with a capital, no front line; "sent to the front" stays a deed."""
    last = tokens[hit.last - 1]
    of = hit.last < len(tokens) and tokens[hit.last].form in lexicon.data.get("of_words", ())
    headed = last.form in lexicon.data.get("dated_heads", ()) and hit.last - hit.first == 2
    return headed and of and text[last.start].isupper()


def _ends_compound(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "Security-related", "most-feared": the end of a compound says and doubts nothing; "—explicó" opens one."""
    before = tokens[hit.first - 1] if hit.first > 1 else None
    if before is None or before.form != "-" or before.end != tokens[hit.first].start:
        return False
    return tokens[hit.first - 2].end == before.start


def _scene_of(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, by_first: dict[int, list[Hit]], published: date | None
) -> tuple[Scene, list[DateFound]]:
    """Where quantities are looked for: the numbers of the text, without those that a date has taken."""
    numbers = numbers_of(text, tokens, lexicon)
    dates = dates_of(Reading(text, tokens, lexicon, {number.first: number for number in numbers}, by_first), published)
    leads = lexicon.data.get("date_since", ())
    only_dates = [item for item in dates if item.rule != "past" or tokens[item.first].form not in leads]
    taken = frozenset(token for item in only_dates for token in range(item.first, item.last))
    starts: dict[str, list[int]] = {}
    for near in by_first.values():
        for hit in near:
            starts.setdefault(hit.entry.section, []).append(hit.first)
    for firsts in starts.values():
        firsts.sort()
    return Scene(text, tokens, lexicon, numbers, by_first, taken, starts), dates


def _uncovered(hits: Sequence[Hit]) -> list[Hit]:
    """ "Tiré de son lit" is one deed: the words of a phrase that covers them tell no other violation."""
    covers = [hit for hit in hits if "covers" in hit.entry.more]
    if not covers:
        return list(hits)
    inside = {at: hit for hit in covers for at in range(hit.first, hit.last)}
    return [hit for hit in hits if hit.entry.section not in _TOLD or _is_outside(hit, inside)]


def _is_outside(hit: Hit, inside: Mapping[int, Hit]) -> bool:
    cover = inside.get(hit.first)
    if cover is None or cover is hit or hit.code == cover.code:
        return True
    return hit.first == cover.first and hit.last > cover.last and cover.entry.more["covers"] != "all"


def _day(document: Document) -> date | None:
    told = document.published_on
    return told.first if told is not None and told.precision is Precision.DAY else None
