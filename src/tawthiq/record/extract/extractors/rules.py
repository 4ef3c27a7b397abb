"""The rules extractor: deterministic, no model, four languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from tawthiq.record.extract.claims.assembly import statements_of
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.doubts.checks import doubted
from tawthiq.record.extract.doubts.duplicates import marked
from tawthiq.record.extract.long_text import PART_CHARS, in_parts
from tawthiq.record.extract.media import Medium, media_of
from tawthiq.record.extract.names.names import NameIndex, party_names, place_names
from tawthiq.record.extract.page.page import Page, read
from tawthiq.record.extract.readings import readings_of
from tawthiq.record.extract.setting import Setting
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.party import Registry
from tawthiq.terms.registry import load_gazetteer, load_parties
from tawthiq.terms.where import Gazetteer


class Rules:
    """Word lists and structure. `parties`, `gazetteer`: the known names; by default the shipped editions."""

    name = "rules"
    version = "14"

    def __init__(self, parties: Registry | None = None, gazetteer: Gazetteer | None = None) -> None:
        self._given_parties = parties
        self._given_gazetteer = gazetteer

    def page(self, document: Document) -> Page:
        """A document in one language read once, for rules and for the gate."""
        return read(document, self._party_index, self._place_index)

    def extract(self, document: Document) -> tuple[Statement, ...]:
        """Candidates in text order, each part by the rules of its language; none where there is no lexicon."""
        return tuple(self.each(document))

    def each(self, document: Document) -> Iterator[Statement]:
        """The same one after another, so that a long text is read while what was found in it is put down."""
        return iter(self._read(document)) if len(document.text) <= PART_CHARS else in_parts(document, self._read)

    def _read(self, document: Document) -> tuple[Statement, ...]:
        found = [self.from_page(self.page(one)) for one in readings_of(document)]
        return found[0] if len(found) == 1 else tuple(sorted(chain.from_iterable(found), key=_place))

    def from_page(self, page: Page) -> tuple[Statement, ...]:
        """The same, of a page already read."""
        setting = Setting(self._parties, self._gazetteer, f"{self.name}@{self.version}")
        return tuple(marked(doubted(page, statements_of(page, setting))))

    def media(self, document: Document) -> tuple[Medium, ...]:
        """Pictures and videos the document shows or speaks of; none of a text too long to be a page."""
        if len(document.text) > PART_CHARS:
            return ()
        found = chain.from_iterable(media_of(self.page(one)) for one in readings_of(document))
        return tuple(sorted(found, key=lambda medium: medium.span))

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load_gazetteer() if self._given_gazetteer is None else self._given_gazetteer

    @cached_property
    def _parties(self) -> Registry:
        return load_parties() if self._given_parties is None else self._given_parties

    @cached_property
    def _party_index(self) -> NameIndex:
        return party_names(self._parties)

    @cached_property
    def _place_index(self) -> NameIndex:
        return place_names(self._gazetteer)


def _place(statement: Statement) -> tuple[int, int]:
    span = statement.span
    return (span.start, span.end) if isinstance(span, Span) else (0, 0)
