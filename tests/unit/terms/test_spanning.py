"""The time that spans two others holds both, whatever their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.terms.when import When, in_month, in_year, not_after, not_before, on_day, spanning

TIMES = (
    st.integers(2012, 2015).map(in_year)
    | st.builds(in_month, st.integers(2013, 2014), st.integers(1, 12))
    | st.dates().map(on_day)
    | st.dates().map(not_after)
    | st.dates().map(not_before)
)


@given(TIMES, TIMES)
def test_a_spanning_time_holds_both_and_knows_no_order(one: When, other: When) -> None:
    found = spanning(one, other)
    if one.first and one.last and other.first and other.last:
        assert one.lies_within(found) and other.lies_within(found)
    back = spanning(other, one)
    assert {found.first, found.last} == {back.first, back.last} or (found, back) == (one, other)
