"""Restated: the numbers that our own grammar reads in words which somebody else chose, a model or a person."""

from __future__ import annotations

from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatedQuantity


def numbers_in(page: Page, span: Span) -> tuple[StatedQuantity, ...]:
    """Those whose words lie wholly inside."""
    inside = (item for item in page.quantities if span.holds(page.span(item.first, item.last)))
    return tuple(_stated(page, item) for item in inside)


def _stated(page: Page, item: QuantityFound) -> StatedQuantity:
    span = page.span(item.first, item.last)
    return StatedQuantity(item.quantity, span, item.rule, item.denominator_stated, item.sex, None, item.conversion)
