"""What a copy promises."""

from __future__ import annotations

import pytest

from tawthiq.record.compare.copy import CopyKind, Evidence, Unit, copy_of, same_bytes
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Kind, is_id, make_id
from unit.compare.made import item, link


def test_the_order_of_the_two_items_does_not_make_another_copy() -> None:
    assert link("a", "b") == link("b", "a")
    assert link("a", "b").id == link("b", "a").id
    assert is_id(link("a", "b").id, Kind.COPY)


def test_an_item_is_no_copy_of_itself() -> None:
    with pytest.raises(BadInput):
        link("a", "a")


def test_only_items_are_copies() -> None:
    with pytest.raises(BadInput):
        copy_of(item("a"), make_id(Kind.CHILD, ["x"]), CopyKind.EXACT, 1, Unit.SHA256_EQUAL, Evidence("m", "1"))


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_a_copy_has_a_measured_value(value: float) -> None:
    with pytest.raises(BadInput):
        link("a", "b", value=value)


def test_another_value_or_kind_is_another_claim() -> None:
    ids = {link("a", "b").id, link("a", "b", value=11).id, link("a", "b", CopyKind.POSSIBLE).id, link("a", "c").id}
    assert len(ids) == 4


def test_the_same_scene_does_not_join_by_itself() -> None:
    assert {kind for kind in CopyKind if kind.joins_alone} == {
        CopyKind.EXACT,
        CopyKind.NEAR_TEXT,
        CopyKind.SAME_PICTURE,
    }


def test_no_kind_of_copy_is_called_unique() -> None:
    assert not any("uniq" in kind.value for kind in CopyKind)


def test_same_bytes_say_their_hash() -> None:
    copy = same_bytes(item("a"), item("b"), "ab" * 32)
    assert copy.kind is CopyKind.EXACT
    assert ("sha256", "ab" * 32) in copy.evidence.facts
