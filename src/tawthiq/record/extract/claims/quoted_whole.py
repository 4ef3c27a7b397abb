"""Quotations told whole: sentences of one quotation that claim nothing of their own go with the one that does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.terms.quantity import QuantityKind

_LONGER = 1.25
"""How much longer than a claim the words in front of it may be that go with it."""


def joined_quotes(page: Page, found: Sequence[Statement], quoted: Sequence[int | None]) -> list[Statement]:
    """ "They came with a list. They took my son, he is fifteen": one statement, where `quoted` is the same number."""
    made: list[Statement] = []
    numbers: list[int | None] = []
    for one, number in zip(found, quoted, strict=True):
        if made and number is not None and number == numbers[-1] and _goes_with(made[-1], one):
            made[-1] = _joined(page, made[-1], one)
        else:
            made.append(one)
            numbers.append(number)
    return made


def _is_bare(one: Statement) -> bool:
    """Words around a claim: no violation, number, party of their own."""
    return one.kind is StatementKind.CONTEXT and not one.quantities and not one.parties


def _goes_with(one: Statement, two: Statement) -> bool:
    """The bare one is the shorter, so that the claim stays most of what is quoted."""
    if (_is_bare(one) and _is_bare(two)) or _only_ages(two):
        return True
    longest = _LONGER * min(len(one.quote), len(two.quote))
    return (_is_bare(one) and len(one.quote) < longest) or (_is_bare(two) and len(two.quote) < len(one.quote))


def _only_ages(one: Statement) -> bool:
    """ "I was thirteen": how old whoever speaks was, with no deed of its own."""
    told = any(ref.cue is not None and isinstance(one.span, Span) and one.span.holds(ref.cue) for ref in one.violations)
    ages = all(item.quantity.kind is QuantityKind.AGE for item in one.quantities)
    return bool(one.quantities) and ages and not told


def _joined(page: Page, one: Statement, two: Statement) -> Statement:
    main = two if _is_bare(one) else one
    if not isinstance(one.span, Span) or not isinstance(two.span, Span):
        raise TypeError("rows of a table have no quotations")
    span = Span(one.span.start, two.span.end)
    quantities = (*one.quantities, *two.quantities)
    return replace(main, span=span, quote=span.of(page.text), quantities=quantities)
