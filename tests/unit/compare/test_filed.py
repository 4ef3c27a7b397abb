"""The kept hashes in their index: what a search of the whole record finds, and nothing is lost with the folder."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from django.db import connection

from tawthiq.record.compare import filed, models
from tawthiq.record.compare.candidates import least_bits
from tawthiq.record.compare.hamming_index import HammingIndex, as_words
from tawthiq.record.compare.pdq import Pdq, Turn
from tawthiq.record.compare.picture import Look, near_items
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from unit.compare.made import item

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
N = 40
ENOUGH = 30


def look(seed: int, *, inner: bool = False, quality: int = 90) -> Look:
    """An invented picture, which is its hashes."""
    bits = np.random.default_rng(seed).integers(0, 256, (2, 8, 32), dtype=np.uint8)
    whole, inside = ({turn: Pdq(row.tobytes(), quality) for turn, row in zip(Turn, part, strict=True)} for part in bits)
    return Look(whole, inside if inner else None, None, "invented")


def near_by(seed: int, n_bits: int) -> Look:
    """The same picture after something was done to it."""
    whole = dict(look(seed).whole)
    bits = bytearray(whole[Turn.NONE].bits)
    for at in range(n_bits):
        bits[at] ^= 1
    return Look({**whole, Turn.NONE: Pdq(bytes(bits), 90)}, None, None, "invented")


@pytest.fixture
def record(collector: Actor) -> Reader:
    """More pictures than wait; every third has borders, one is flat."""
    with Work(collector, Action.ITEM_ADD) as work:
        for seed in range(N):
            models.put_look(work, item(seed), look(seed, inner=seed % 3 == 0, quality=10 if seed == 5 else 90))
    return Reader(collector)


def test_the_index_finds_what_a_search_of_the_whole_record_finds(record: Reader, tmp_path: Path) -> None:
    asked = [near_by(seed, bits) for seed, bits in ((0, 31), (4, 3), (5, 0), (N - 1, 30), (7, 32), (9_999, 0))]
    kept = [(one.item, bits) for one in models.get_filed(record) for bits in (one.whole, one.inner) if any(bits)]
    plain = [near_items(one, kept) for one in asked]
    assert plain[0] == [item(0)] and plain[2] == [], "a flat picture is never found"
    assert [filed.near(record, one, tmp_path) for one in asked] == plain
    assert filed.file_waiting(record, item(N - 1), tmp_path, ENOUGH) == N - 1
    assert filed.file_waiting(record, "", tmp_path, ENOUGH) == 0, "one alone waits"
    assert [filed.near(record, one, tmp_path) for one in asked] == plain


def test_an_index_of_another_record_or_a_broken_one_is_filled_again(record: Reader, tmp_path: Path) -> None:
    index = HammingIndex(tmp_path)
    index.add([bytes([n % 251]) * 32 for n in range(100)])
    assert filed.near(record, near_by(3, 5), tmp_path) == [item(3)]
    filed.file_waiting(record, "", tmp_path, ENOUGH)
    (tmp_path / "manifest.json").write_text("{")
    assert filed.near(record, near_by(3, 5), tmp_path) == [item(3)]
    assert filed.file_waiting(record, "", tmp_path, ENOUGH) == N


def test_the_nearest_hashes_are_those_of_the_whole_record_filed_or_waiting(record: Reader, tmp_path: Path) -> None:
    asked = near_by(4, 32)
    before = filed.nearest(record, asked, 5, tmp_path)
    assert before[0] == item(4) and len(before) == 5
    kept = {one.item: as_words([one.whole, one.inner]) for one in models.get_filed(record)}
    assert before == sorted(kept, key=lambda one: least_bits(asked, kept[one]).min())[:5], "the nearest first"
    filed.file_waiting(record, item(N - 2), tmp_path, ENOUGH)
    assert filed.nearest(record, asked, 5, tmp_path) == before


def test_rows_that_were_written_before_a_crash_name_no_picture_twice(record: Reader, tmp_path: Path) -> None:
    filed.file_waiting(record, item(N - 1), tmp_path, ENOUGH)
    rows = (tmp_path / filed.ROWS).read_bytes()
    (tmp_path / filed.ROWS).write_bytes(rows + rows[-8:])
    assert filed.near(record, near_by(7, 3), tmp_path) == [item(7)]
    (tmp_path / filed.ROWS).unlink()
    assert filed.near(record, near_by(7, 3), tmp_path) == [item(7)], "without them the index is filled again"
    assert filed.file_waiting(record, "", tmp_path, ENOUGH) == N


def test_more_rows_than_one_statement_of_sqlite_may_name_are_asked_for(record: Reader) -> None:
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 32_766)
    rows = {one.row: one.item for one in models.get_filed(record)}
    assert models.get_items_of(record, [*range(-40_000, 0), *rows]) == rows
