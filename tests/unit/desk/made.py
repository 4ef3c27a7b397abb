"""Made things: an invented text and a statement of it."""

from __future__ import annotations

from fractions import Fraction

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Mode, Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import (
    Basis,
    Origin,
    PartyRef,
    StatedQuantity,
    StatedTime,
    Statement,
    StatementKind,
    ViolationRef,
)
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from tawthiq.terms.when import in_year

QUOTE = "The group is believed to have recruited more than 900 children, almost a third of them girls."
TEXT = f"Invented headline\n\n{QUOTE}\n"


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def a_statement(item_id: str = "itm_x") -> Statement:
    """A figure on an unnamed word, hedged, of an implied party."""
    count = Quantity(QuantityKind.COUNT, Comparator.MORE_THAN, Fraction(900), unit="child")
    share = Quantity(QuantityKind.FRACTION, Comparator.ALMOST, Fraction(100, 3))
    return Statement(
        item_id=item_id,
        origin=Origin.TEXT,
        span=_span(QUOTE),
        quote=QUOTE,
        kind=StatementKind.FIGURE,
        language="en",
        chain=(Link(DOCUMENT, Role.PUBLISHER), Link(UNNAMED, Role.UNNAMED, Mode.PARAPHRASE)),
        factuality=Factuality.BELIEVED,
        extractor="rules@1",
        violations=(ViolationRef("recruitment_use"),),
        parties=(PartyRef("The group", Basis.IMPLIED),),
        quantities=(
            StatedQuantity(count, _span("more than 900"), "count"),
            StatedQuantity(share, _span("almost a third"), "fraction", denominator_stated=False, sex="girls"),
        ),
        act_period=StatedTime(in_year(2015), Basis.IMPLIED, "year"),
        hedges=(_span("is believed to"),),
    )
