"""What the rules read in a sentence or two of an invented text."""

from __future__ import annotations

from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.terms.quantity import Comparator, QuantityKind
from tawthiq.terms.when import When, parse_when

PUBLISHED = parse_when("2021-03-03")
FRENCH_CLAIM = "Le Front du Lac a tué dix enfants à Kesh."


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


def violations_of(one: Statement) -> set[str]:
    """The violations of a statement."""
    return {ref.code for ref in one.violations}


def parties_of(one: Statement) -> list[tuple[str, str]]:
    """Each party of a statement, how the text gives it: stated, implied."""
    return [(party.name, party.basis.value) for party in one.parties]


def places_of(text: str, language: str) -> list[str]:
    """Every place of a text, statement after statement."""
    return [place.name for one in read(text, language) for place in one.places]


def when_of(one: Statement) -> When:
    """When the deed was; the test fails where that is unknown."""
    assert isinstance(one.act_period, StatedTime)
    return one.act_period.when


def days_of(one: Statement) -> tuple[str, str]:
    """First and last day of the deed."""
    return str(when_of(one).first), str(when_of(one).last)


def period_of(one: Statement) -> str:
    """When the deed was, as it is kept."""
    return when_of(one).text


def rule_of(one: Statement) -> str:
    """The rule that dated the deed; "" where none did."""
    return getattr(one.act_period, "rule", "")


def lasting_of(text: str, language: str) -> list[tuple[str, Comparator, int]]:
    """Ages, times that something lasted."""
    kinds = (QuantityKind.AGE, QuantityKind.DURATION)
    told = [item.quantity for one in read(text, language) for item in one.quantities if item.quantity.kind in kinds]
    return [(item.kind.value, item.comparator, int(item.low or 0)) for item in told]
