"""The step that compares, of texts: pages read in the child, old versions judged again, batch by batch."""

from __future__ import annotations

from io import BytesIO

import pytest

from tawthiq.record.collect import models as collect
from tawthiq.record.compare import models, step
from tawthiq.record.compare.copy import CopyKind, Evidence, Unit, copy_of
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Refused
from unit.compare.kept import compare, keep

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def test_pages_are_read_in_the_child(collector: Actor) -> None:
    words = "In the invented camp the invented monitors counted many tents on a Monday and wrote of nobody else at all."
    items = [keep(collector, BytesIO(page(words, n)), f"{n}.html") for n in range(2)]
    compare(collector)
    (copy,) = models.get_copies(Reader(collector))
    assert (set(copy.pair), copy.kind) == (set(items), CopyKind.NEAR_TEXT)


def page(words: str, n: int) -> bytes:
    return f"<!doctype html><html><body><p>{words}</p><script>{n}</script></body></html>".encode()


def keep_text(maker: Actor, text: str) -> str:
    return keep(maker, BytesIO(text.encode()), "told.txt")


TOLD = "An invented report says that five children were hurt near an invented well on a Tuesday before the market."


def judged_before(maker: Actor, version: str, compared: int) -> str:
    """Two texts that differ in a number word, which an older version of the method joined; the copy's id."""
    pair = keep_text(maker, TOLD), keep_text(maker, TOLD.replace("five", "six"))
    why = Evidence("shingles", version, (("jaccard", 0.7),))
    joined = copy_of(*pair, CopyKind.NEAR_TEXT, 0.9, Unit.CONTAINMENT, why)
    with Work(maker, Action.STATEMENT_EXTRACT) as work:
        models.put_copies(work, [joined])
        for item in pair:
            models.put_compared(work, item, compared)
    return joined.id


def test_texts_that_an_older_version_judged_are_judged_again(collector: Actor) -> None:
    old = judged_before(collector, "1", 2)
    assert [copy.id for copy in models.get_copies(Reader(collector))] == [old]
    compare(collector)
    (now,) = models.get_copies(Reader(collector))
    assert (now.kind, now.evidence.version) == (CopyKind.POSSIBLE, "2")
    said = {thing for _, thing, _ in models.recorded()}
    assert {old, now.id} <= said, "what was said before stays in the record"
    assert list(step.todo(Reader(collector))) == []


def hurt(reader: Reader, item_id: str, left: bytes | None = None) -> None:
    """Something else lies in the vault, or nothing."""
    place = reader.vault.path(collect.get_item(reader, item_id).sha256)
    place.unlink()
    if left is not None:
        place.write_bytes(left)


def test_where_no_text_that_waits_can_be_read_no_other_is_read_for_it(collector: Actor) -> None:
    reader = Reader(collector)
    judged = keep_text(collector, TOLD)
    compare(collector)
    missing = keep_text(collector, f"{TOLD} Told again.")
    for one in (judged, missing):
        hurt(reader, one)
    (outcome,) = compare(collector)
    assert isinstance(outcome, Refused) and outcome.error.where == missing, "it would have met the other"


def test_a_damaged_or_missing_text_stops_no_other_and_is_named(collector: Actor) -> None:
    reader = Reader(collector)
    damaged, missing, one, other = (keep_text(collector, f"{TOLD} Told {n} times.") for n in range(4))
    hurt(reader, damaged, b"changed")
    hurt(reader, missing)
    compare(collector)
    assert {copy.pair for copy in models.get_copies(reader)} == {tuple(sorted((one, other)))}
    assert list(step.todo(reader)) == [step.BATCH], "the two wait"
    (outcome,) = compare(collector)
    assert isinstance(outcome, Refused)
    assert "2 texts" in outcome.error.what and {damaged, missing} == set(outcome.error.where.split(", "))


def test_another_process_that_noted_the_same_comparison_changes_nothing(collector: Actor) -> None:
    item = keep_text(collector, TOLD)
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        assert [models.put_compared(work, item, 3) for _ in range(2)] == [True, False]


def test_many_texts_are_judged_batch_by_batch(collector: Actor) -> None:
    reader = Reader(collector)
    items = [keep_text(collector, f"{TOLD} Told {n} times.") for n in range(5)]
    for left in (3, 2, 1):
        assert list(step.todo(reader, batch=2)) == [step.BATCH] * left, "stopped anywhere, it goes on behind the batch"
        judged = step.begin(reader, step.BATCH, batch=2)
        with Work(collector, Action.STATEMENT_EXTRACT) as work:
            judged(work, step.BATCH)
    assert list(step.todo(reader, batch=2)) == []
    assert {one for copy in models.get_copies(reader) for one in copy.pair} == set(items)
    assert len(models.get_copies(reader)) == 10
