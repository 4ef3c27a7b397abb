"""The rules with spaCy's parser of English beside them: who is the subject of a verb, which words are verbs."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from tawthiq.record.extract.document import Document
from tawthiq.record.extract.extractors.parsed import Parser, grammar_of
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.extractors.spacy_model import load
from tawthiq.record.extract.page.page import Page


class RulesWithSpacy(Rules):
    """Same statements, same gate. Languages without a pinned parser are read by the rules alone."""

    name = "rules+spacy"
    version = f"{Rules.version}.1"

    def page(self, document: Document) -> Page:
        """The page with its grammar, where the text is English."""
        page = super().page(document)
        if page.lexicon.language != "en":
            return page
        return replace(page, grammar=grammar_of(document, page.tokens, self._parser))

    @cached_property
    def _parser(self) -> Parser:
        return load()
