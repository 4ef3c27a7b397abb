"""Whose knowledge a case rests on: quotes, copies and unnamed voices make no list of their own."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.verify.independence import UNNAMED, Telling
from tawthiq.record.verify.knowing import Holder, Lineage, holders_of

LINEAGE = Lineage(
    derives_from={"src_paper": (), "src_repeater": ("src_clinic",), "src_clinic": ()},
    names={"src_paper": "the invented gazette", "src_clinic": "harbour clinic", "src_repeater": "echo desk"},
    kinds={"src_kind": "health_staff"},
    root_of_item={"itm_copy": "itm_first", "itm_first": "itm_first"},
    publishers={"itm_first": "first poster"},
)


def told(source: str, item: str = "itm_own", chain_end: str = "") -> Telling:
    return Telling("stm_1", source, "media", item, chain_end)


def test_a_paper_that_quotes_a_clinic_puts_the_child_on_the_list_of_the_clinic() -> None:
    found = holders_of([told("src_paper", chain_end="harbour clinic")], LINEAGE)
    assert found == {Holder("the invented gazette", "harbour clinic")}


def test_who_repeats_another_source_is_on_its_list() -> None:
    assert holders_of([told("src_repeater")], LINEAGE) == {Holder("echo desk", "harbour clinic")}


def test_a_copy_is_on_the_list_of_who_posted_first() -> None:
    found = holders_of([told("src_paper", item="itm_copy")], LINEAGE)
    assert found == {Holder("the invented gazette", "first poster")}


def test_a_voice_that_stays_unnamed_is_no_list() -> None:
    assert holders_of([told("src_paper", chain_end=UNNAMED)], LINEAGE) == frozenset()


def test_a_source_without_a_name_is_its_kind() -> None:
    assert holders_of([told("src_kind")], LINEAGE) == {Holder("health_staff", "health_staff")}


def test_kinds_can_be_the_lists() -> None:
    kinds = {"src_paper": "media", "src_clinic": "health_staff", "src_repeater": "media"}
    by_kind = replace(LINEAGE, kinds=kinds, by_kind=True)
    assert holders_of([told("src_paper", chain_end="harbour clinic")], by_kind) == {Holder("media", "health_staff")}
    assert holders_of([told("src_paper", chain_end="nobody we know")], by_kind) == {Holder("media", "media")}
