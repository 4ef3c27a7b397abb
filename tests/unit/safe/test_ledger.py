"""Promises of the ledger: every change of the past shows."""

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tawthiq.safe import ledger, merkle
from tawthiq.safe.event import Event, event_from
from tawthiq.safe.ledger import Head

Lines = list[tuple[int, str, str]]


def event(seq: int) -> Event:
    return Event(seq, datetime(2026, 1, 1, tzinfo=UTC), "usr_a", "item.add", f"itm_{seq}", "0" * 64)


def log(n_lines: int) -> tuple[Lines, Head]:
    events = [event(seq) for seq in range(n_lines)]
    frontier, size = merkle.grow((), 0, [one.leaf() for one in events])
    lines = [(one.seq, one.entry().decode(), one.leaf().hex()) for one in events]
    return lines, Head(size, merkle.root_of_frontier(frontier).hex(), tuple(frontier))


def edited(lines: Lines) -> Lines:
    seq, text, leaf = lines[3]
    return [*lines[:3], (seq, text.replace("usr_a", "usr_b"), leaf), *lines[4:]]


def edited_with_its_leaf(lines: Lines) -> Lines:
    text = lines[3][1].replace("usr_a", "usr_b")
    return [*lines[:3], (3, text, merkle.leaf_hash(text.encode()).hex()), *lines[4:]]


def swapped(lines: Lines) -> Lines:
    (_, first, leaf_1), (_, second, leaf_2) = lines[2], lines[3]
    return [*lines[:2], (2, second, leaf_2), (3, first, leaf_1), *lines[4:]]


def inserted(lines: Lines) -> Lines:
    fresh = event(7)
    return [*lines, (7, fresh.entry().decode(), fresh.leaf().hex())]


@pytest.mark.parametrize(
    "tamper", [edited, edited_with_its_leaf, swapped, inserted, lambda lines: lines[:-1], lambda lines: lines[1:]]
)
def test_every_way_of_changing_the_log_is_found(tamper: Callable[[Lines], Lines]) -> None:
    lines, head = log(7)
    assert ledger.faults(lines, head) == []
    assert ledger.faults(tamper(lines), head) != []


def test_a_head_that_was_set_back_is_found() -> None:
    lines, _ = log(7)
    _, older = log(6)
    assert ledger.faults(lines, older) != []


def test_an_unreadable_line_is_a_fault_not_a_crash() -> None:
    lines, head = log(3)
    lines[1] = (1, "not json", "00")
    assert {fault.seq for fault in ledger.faults(lines, head)} >= {1}


def test_an_event_reads_back_as_it_was_written() -> None:
    one = dataclasses.replace(event(4), purpose="audit", detail={"rows": 2})
    assert event_from(one.entry().decode()) == one
    assert json.loads(one.entry())["v"] == 1
