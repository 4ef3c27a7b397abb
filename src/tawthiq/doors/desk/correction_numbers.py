"""Numbers of a correction: those the machine read, as a person has them, and one that it did not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tawthiq.doors.desk.typed import Posted, chosen, number_of, place_in, text_of
from tawthiq.record.extract.statement import StatedQuantity, Statement
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.numerals import ungrouped
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

RULE = "person"
"""The rule that read a time or a number which a person gave."""
SHARES = (QuantityKind.PERCENT, QuantityKind.FRACTION)
MOST_DECIMALS = 4


def quantities_from(statement: Statement, posted: Posted) -> tuple[StatedQuantity, ...]:
    """The numbers as the form has them; raises BadInput or MissingField naming the field."""
    return (*_kept(statement, posted), *_new(statement, posted, f"quantity_{len(statement.quantities)}_"))


def whole(value: Fraction | None) -> str:
    """A bound as a form shows it: no mark parts its thousands, at most four decimals."""
    if value is None:
        return ""
    return str(int(value)) if value.denominator == 1 else f"{float(value):.{MOST_DECIMALS}f}".rstrip("0").rstrip(".")


def _kept(statement: Statement, posted: Posted) -> Iterator[StatedQuantity]:
    for index, stated in enumerate(statement.quantities):
        if not text_of(posted, f"quantity_{index}_remove"):
            yield replace(stated, quantity=_quantity(stated.quantity, posted, f"quantity_{index}_"))


def _new(statement: Statement, posted: Posted, prefix: str) -> Iterator[StatedQuantity]:
    words = text_of(posted, prefix + "words")
    if not words:
        return
    span = place_in(statement, words)
    if span is None:
        raise BadInput("these words do not stand in the statement", where=prefix + "words", do="copy them from it")
    kind = chosen(QuantityKind, posted, prefix + "kind")
    quantity = _quantity(Quantity(kind, Comparator.UNKNOWN), posted, prefix)
    yield StatedQuantity(quantity, span, RULE, bool(quantity.of) if kind in SHARES else None)


def _quantity(before: Quantity, posted: Posted, prefix: str) -> Quantity:
    comparator = chosen(Comparator, posted, prefix + "comparator")
    low, high = _bound(before.low, posted, prefix + "low"), _bound(before.high, posted, prefix + "high")
    if comparator is Comparator.RANGE and (low is None or high is None):
        raise MissingField("a range has two ends", where=prefix + "high", do="give both, or choose another comparator")
    unit, per, of = (text_of(posted, prefix + name) for name in ("unit", "per", "of"))
    upper = high if comparator is Comparator.RANGE else None
    try:
        return replace(before, comparator=comparator, low=low, high=upper, unit=unit, per=per, of=of)
    except ValueError as reason:
        raise BadInput(str(reason), where=prefix + "low", do="correct the number") from reason


def _bound(before: Fraction | None, posted: Posted, name: str) -> Fraction | None:
    """The bound as typed; as it was where the form still has it as shown: a third is shown cut short."""
    if before is not None and ungrouped(text_of(posted, name)) == whole(before):
        return before
    return number_of(posted, name)
