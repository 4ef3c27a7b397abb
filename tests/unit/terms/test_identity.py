"""Ids follow content, and only content."""

from __future__ import annotations

import pytest
import rfc8785
from hypothesis import given

from strategies import json_values, kinds, tried
from tawthiq.terms.identity import Json, Kind, canonical, digest, is_id, make_id, mint_id


def test_a_dot_moved_between_two_fields_makes_another_id() -> None:
    assert make_id(Kind.ITEM, ("a.b", "c")) != make_id(Kind.ITEM, ("a", "b.c"))


@tried
@given(kinds, json_values)
def test_the_same_content_has_the_same_id_which_says_its_kind(kind: Kind, content: Json) -> None:
    assert make_id(kind, content) == make_id(kind, content)
    assert is_id(make_id(kind, content), kind)


@tried
@given(kinds, kinds, json_values)
def test_two_kinds_of_the_same_content_differ_beyond_the_prefix(one: Kind, other: Kind, content: Json) -> None:
    if one is not other:
        assert make_id(one, content).partition("_")[2] != make_id(other, content).partition("_")[2]


@tried
@given(json_values, json_values)
def test_ids_are_equal_exactly_when_the_canonical_bytes_are(one: Json, other: Json) -> None:
    assert (digest(one) == digest(other)) == (canonical(one) == canonical(other))


def test_the_order_of_keys_is_no_content() -> None:
    assert digest({"a": 1, "b": [2]}) == digest({"b": [2], "a": 1})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53])
def test_a_number_json_cannot_hold_is_refused(value: float) -> None:
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical(value)


def test_a_minted_id_is_fresh_each_time() -> None:
    assert len({mint_id(Kind.CHILD) for _ in range(50)}) == 50


@pytest.mark.parametrize(
    "text", ["", "chd", "chd_", "chd_ABC", "itm_" + "a" * 25, "itm_" + "1" * 26, "itm_" + "a" * 26 + "\n"]
)
def test_what_only_looks_like_an_id_is_none(text: str) -> None:
    assert not is_id(text)
