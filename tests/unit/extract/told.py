"""What the rules read in a sentence or two of an invented text."""

from __future__ import annotations

from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.reading import document_of_text
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.when import parse_when

PUBLISHED = parse_when("2021-03-03")


def read(text: str, language: str = "en") -> tuple[Statement, ...]:
    """Every statement, in the order of the text."""
    return rules().extract(document_of_text("itm_told", text, PUBLISHED, language))


def page_of(text: str, language: str = "en") -> Page:
    """A text as the rules look at it."""
    return rules().page(document_of_text("itm_told", text, PUBLISHED, language))


def said(text: str, language: str, quote: str) -> Statement:
    """The first statement that holds these words."""
    return next(one for one in read(text, language) if quote in one.quote)


def codes_of(text: str) -> list[tuple[str, ...]]:
    """The violations of each statement of an English text."""
    return [tuple(ref.code for ref in one.violations) for one in read(text)]
