"""The rules extractor: deterministic, no model, four languages."""

from __future__ import annotations

from functools import cached_property

from tawthiq.record.extract.assembly import statements_of
from tawthiq.record.extract.checks import doubted
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.duplicates import marked
from tawthiq.record.extract.long_text import PART_CHARS, in_parts
from tawthiq.record.extract.media import Medium, media_of
from tawthiq.record.extract.names import NameIndex, party_names, place_names
from tawthiq.record.extract.page import Page, read
from tawthiq.record.extract.setting import Setting
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.party import Registry
from tawthiq.terms.registry import load_gazetteer, load_parties
from tawthiq.terms.where import Gazetteer


class Rules:
    """Word lists and structure. `parties`, `gazetteer`: the known names; by default the shipped editions."""

    name = "rules"
    version = "9"

    def __init__(self, parties: Registry | None = None, gazetteer: Gazetteer | None = None) -> None:
        self._given_parties = parties
        self._given_gazetteer = gazetteer

    def page(self, document: Document) -> Page:
        """The document read once, for rules and for the gate."""
        return read(document, self._party_index, self._place_index)

    def extract(self, document: Document) -> tuple[Statement, ...]:
        """Candidates in text order; an empty tuple for a language that has no lexicon."""
        if len(document.text) <= PART_CHARS:
            return self.from_page(self.page(document))
        return tuple(in_parts(document, lambda part: self.from_page(self.page(part))))

    def from_page(self, page: Page) -> tuple[Statement, ...]:
        """The same, of a page already read."""
        setting = Setting(self._parties, self._gazetteer, f"{self.name}@{self.version}")
        return tuple(marked(doubted(page, statements_of(page, setting))))

    def media(self, document: Document) -> tuple[Medium, ...]:
        """Pictures and videos the document shows or speaks of; none of a text too long to be a page."""
        return media_of(self.page(document)) if len(document.text) <= PART_CHARS else ()

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
