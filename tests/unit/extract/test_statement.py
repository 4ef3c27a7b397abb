"""Promises of the statement, its id, its JSON."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Mode, Role
from tawthiq.record.extract.factuality import Factuality, stronger, weakest
from tawthiq.record.extract.span import CellSpan, Span
from tawthiq.record.extract.statement import (
    Basis,
    Doubt,
    Origin,
    PartyRef,
    StatedQuantity,
    StatedTime,
    Statement,
    StatementKind,
    from_json,
    to_json,
)
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from tawthiq.terms.when import in_year

ages = Quantity(QuantityKind.AGE, Comparator.RANGE, Fraction(14), Fraction(17), unit="year")


def a_statement() -> Statement:
    return Statement(
        item_id="itm_x",
        origin=Origin.TEXT,
        span=Span(3, 9),
        quote="abcdef",
        kind=StatementKind.VIOLATION_CLAIM,
        language="en",
        chain=(Link(DOCUMENT, Role.PUBLISHER), Link(UNNAMED, Role.UNNAMED, Mode.PARAPHRASE, cue=Span(4, 5))),
        factuality=Factuality.BELIEVED,
        extractor="rules@1",
        quantities=(StatedQuantity(ages, Span(3, 5), "range"),),
        act_period=StatedTime(in_year(2015), Basis.STATED, "year"),
        parties=(PartyRef("the group", Basis.IMPLIED),),
    )


def test_a_statement_survives_its_json() -> None:
    assert from_json(to_json(a_statement())) == a_statement()


def test_a_row_is_a_statement_too() -> None:
    row = replace(a_statement(), origin=Origin.ROW, span=CellSpan("acts.csv", "", 12, "party"))
    assert from_json(to_json(row)) == row


def test_item_speaker_and_span_are_inside_the_id() -> None:
    one = a_statement()
    others = [
        replace(a_statement(), item_id="itm_y"),
        replace(a_statement(), span=Span(3, 10)),
        replace(a_statement(), chain=(Link(DOCUMENT, Role.PUBLISHER),)),
    ]
    assert len({one.id, *(other.id for other in others)}) == 4


def test_doubts_and_ties_leave_the_id_alone() -> None:
    judged = replace(a_statement(), warnings=(Doubt("sum"),), duplicate_of="stm_a", limited_by=("stm_b",))
    assert a_statement().id == judged.id


def test_an_implied_party_needs_a_tick() -> None:
    assert a_statement().needs_tick == ("party_implied",)


def test_an_absent_field_is_named() -> None:
    raw = to_json(a_statement())
    del raw["quote"]
    with pytest.raises(MissingField, match="quote"):
        from_json(raw)


@pytest.mark.parametrize("field", ["kind", "span", "quantities", "chain"])
def test_a_wrong_value_is_refused_with_its_field(field: str) -> None:
    with pytest.raises(BadInput, match="statement"):
        from_json({**to_json(a_statement()), field: 7})


@given(st.lists(st.sampled_from(Factuality), min_size=1))
def test_a_chain_is_as_sure_as_its_weakest_link(levels: list[Factuality]) -> None:
    assert not any(stronger(weakest(levels), level) for level in levels)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_iou_is_symmetric_and_at_most_one(a: int, b: int, c: int, d: int) -> None:
    one, two = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    assert one.iou(two) == two.iou(one) <= 1
