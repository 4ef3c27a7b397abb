"""A table of openings and next sentences asks for the last sentence alone; every text is invented."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from house.source import ROOT
from tawthiq.record.extract.extractors.rules import Rules

OPENING = {
    "n": "The Kesh Front abducted ten girls in Amra.",
    "of": "taken",
    "v": "abduction",
    "p": "Kesh Front",
    "short": "the Front",
}


@pytest.fixture(name="tables")
def _tables(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield importlib.import_module("extract_next")
    sys.modules.pop("extract_next")


def table(*rows: object) -> dict[str, object]:
    """One opening with those next sentences."""
    return {"language": "en", "openings": [OPENING], "nexts": {"taken": rows, "other": ["Not asked for."]}}


def test_a_sentence_tells_what_its_opening_tells_unless_the_table_says_otherwise(tables: ModuleType) -> None:
    rows = table(
        "Two came back.",
        {"n": "{short} burned a school.", "v": "attack_school", "p": "ANY"},
        {"n": "It rained.", "v": "NONE"},
    )
    told = [(step.text, step.wanted) for step in tables.steps(rows)]
    assert told == [
        ("Two came back.", {"v": "abduction", "p": "Kesh Front"}),
        ("The Front burned a school.", {"v": "attack_school"}),
        ("It rained.", {"v": "", "p": "Kesh Front"}),
    ]


def test_what_the_opening_tells_is_no_answer_for_the_sentence_behind_it(tables: ModuleType) -> None:
    rows = table("The youngest was ten.", "Rice has gone up by 10 per cent.")
    wrong = [step.text for step, _ in tables.wrong_steps(Rules(), rows)]
    assert wrong == ["Rice has gone up by 10 per cent."]
