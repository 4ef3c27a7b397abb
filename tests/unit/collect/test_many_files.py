"""Promises of intake of many files: what one batch does is what as many single arrivals do."""

from pathlib import Path

import pytest

from tawthiq.record.collect import models
from tawthiq.record.collect.intake import BATCH_FILES, Added, Arrival, add_files
from tawthiq.safe import ledger
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, EmptyInput

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def written(folder: Path, texts: list[str]) -> list[Path]:
    paths = [folder / f"{number:03}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return paths


def kept(results: list[Added | BadInput]) -> list[Added]:
    return [one for one in results if isinstance(one, Added)]


def test_every_file_has_an_item_a_receipt_and_two_ledger_lines(tmp_path: Path, collector: Actor) -> None:
    results = kept(add_files(collector, written(tmp_path, ["invented one", "invented two"]), Arrival("")))
    assert [one.new for one in results] == [True, True]
    for number, one in enumerate(results):
        (receipt,) = models.get_receipts(Reader(collector), one.item.id)
        assert receipt.original_name == f"{number:03}.txt"
        assert [event.action for event in ledger.events_of(one.item.id)] == ["item.add", "item.received"]
        assert models.get_bytes(Reader(collector), one.item.id) == (tmp_path / f"{number:03}.txt").read_bytes()


def test_the_same_bytes_twice_in_one_batch_are_one_item_with_two_receipts(tmp_path: Path, collector: Actor) -> None:
    first, again = kept(add_files(collector, written(tmp_path, ["invented", "invented"]), Arrival("")))
    assert (first.new, again.new) == (True, False)
    assert len(models.get_receipts(Reader(collector), first.item.id)) == 2
    assert models.count_items(Reader(collector)) == 1


def test_one_bad_file_stops_no_other(tmp_path: Path, collector: Actor) -> None:
    before, bad, after = add_files(collector, written(tmp_path, ["invented", "", "words"]), Arrival(""))
    assert isinstance(bad, EmptyInput)
    assert [one.new for one in kept([before, after])] == [True, True]


def test_rows_of_many_batches_are_as_the_ledger_has_them(tmp_path: Path, collector: Actor) -> None:
    add_files(collector, written(tmp_path, [f"invented {n}" for n in range(BATCH_FILES + 3)]), Arrival(""))
    for seq, thing, mark in models.recorded():
        (event,) = (event for event in ledger.events_of(thing) if event.seq == seq)
        assert event.holds(mark)
