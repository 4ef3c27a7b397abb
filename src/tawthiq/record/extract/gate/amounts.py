"""Amounts: the numbers of a proposal as our own grammar reads them in its quote.

Kind, comparator and unit are ours wherever our grammar reads a quantity. A number that it reads without knowing what it
counts may be given its kind by the model. A number that does not stand in the quote turns the whole proposal away.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

from tawthiq.record.extract.doubts.restated import numbers_in
from tawthiq.record.extract.gate.told import Amount
from tawthiq.record.extract.numbers.numbers import numbers_of
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatedQuantity
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

FROM_MODEL = "kind_from_model"
"""The rule of a number that the text holds and whose kind a model told."""
_SHARES = (QuantityKind.PERCENT, QuantityKind.FRACTION)
_PLAIN = (QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.MULTIPLE)
"""Kinds that need no unit beside the number."""
_NO_VALUE = (Comparator.RANGE, Comparator.VAGUE, Comparator.UNKNOWN)
_ROUNDED = Fraction(1, 10)
_DATE_TOKENS = 8
"""So far before the quote a date may begin that reaches into it."""


def amounts_let_in(page: Page, span: Span, told: Sequence[Amount] | None) -> tuple[StatedQuantity, ...] | str:
    """Those that the model names, in text order; all of the quote where it leaves them out."""
    inside = numbers_in(page, span)
    if told is None:
        return inside
    bare = _bare(page, span, inside)
    borne_out = [item.quantity for item in inside]
    chosen: list[StatedQuantity] = []
    for amount in told:
        if not all(_stands(value, borne_out, bare) for value in amount.values):
            return "number_not_in_quote"
        free = [item for item in inside if item not in chosen and _is_told(item.quantity, amount)]
        read = min(free, key=lambda item: item.quantity.kind is not amount.kind, default=None)
        read = read or next((_made(amount, at) for value, at in bare if value == amount.value), None)
        read = read or (_unknown(span) if amount.comparator is Comparator.UNKNOWN and not amount.values else None)
        chosen += [read] if read is not None and read not in chosen else []
    return tuple(sorted(chosen, key=lambda item: item.span))


def _stands(value: Fraction, quantities: Sequence[Quantity], bare: Sequence[tuple[Fraction, Span]]) -> bool:
    """Whether our grammar reads that number in the quote at all, whatever it counts."""
    read = [(one.kind, own) for one in quantities for own in (one.low, one.high) if own is not None]
    return any(_is_same(kind, own, value) for kind, own in read) or any(value == own for own, _ in bare)


def _is_told(quantity: Quantity, amount: Amount) -> bool:
    """The same number; shares as parts of one or of a hundred, rounded; no number where none is told."""
    own = [value for value in (quantity.low, quantity.high) if value is not None]
    if not amount.values or not own:
        return not amount.values and not own
    return all(any(_is_same(quantity.kind, one, value) for one in own) for value in amount.values)


def _is_same(kind: QuantityKind, own: Fraction, value: Fraction) -> bool:
    if kind not in _SHARES:
        return own == value
    return min(abs(own - value), abs(own - value * 100)) <= _ROUNDED


def _bare(page: Page, span: Span, inside: Sequence[StatedQuantity]) -> list[tuple[Fraction, Span]]:
    """Numbers of the quote, with where they stand, that are neither a quantity, a date nor a rank."""
    first = bisect_left(page.tokens, span.start, key=lambda token: token.start)
    last = bisect_right(page.tokens, span.end, key=lambda token: token.end)
    found = numbers_of(page.text, page.tokens[first:last], page.lexicon)
    dates = (page.span(item.first, item.last) for item in page.dates.between(first - _DATE_TOKENS, last))
    taken = [*dates, *(item.span for item in inside)]
    places = [(one.value, page.span(first + one.first, first + one.last)) for one in found if not one.ordinal]
    return [(value, at) for value, at in places if not any(at.overlap_chars(other) for other in taken)]


def _unknown(span: Span) -> StatedQuantity:
    """A number that is said to be unknown tells nothing: a model may say so of any words."""
    return StatedQuantity(Quantity(QuantityKind.COUNT, Comparator.UNKNOWN), span, FROM_MODEL)


def _made(amount: Amount, at: Span) -> StatedQuantity | None:
    """A number of the text that counts what the model says; None where it does not say it, or a unit is missing."""
    if amount.kind not in _PLAIN or amount.comparator in _NO_VALUE or amount.comparator is None:
        return None
    return StatedQuantity(Quantity(amount.kind, amount.comparator, amount.value), at, FROM_MODEL)
