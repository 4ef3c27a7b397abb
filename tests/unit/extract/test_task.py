"""What a model is asked names every code that it may answer with, and its own example passes the gate."""

import json
from collections.abc import Mapping
from datetime import date

import pytest

from tawthiq.record.extract.extractors.task import KINDS, LEVELS, SIGNS, task
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.gate.gate import gate
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms import vocabulary
from tawthiq.terms.quantity import Comparator, QuantityKind
from tawthiq.terms.when import on_day
from unit.extract.proposals import RULES


@pytest.mark.parametrize(("meanings", "codes"), [(KINDS, StatementKind), (LEVELS, Factuality), (SIGNS, Comparator)])
def test_each_code_has_a_meaning(meanings: Mapping[str, str], codes: type[StatementKind]) -> None:
    assert set(meanings) == set(codes)


@pytest.mark.parametrize("code", [*vocabulary.load("violation").terms, *QuantityKind])
def test_violations_and_kinds_of_number_are_named(code: str) -> None:
    assert code in task()


def test_nothing_is_left_to_fill_in() -> None:
    assert "$" not in task()


def test_the_example_passes_the_gate_whole() -> None:
    example = task().rpartition("Example. Text: ")[2]
    text, _, answer = example.partition(" Answer:\n")
    proposals = json.loads(answer)["statements"]
    page = RULES.page(document_of_text("itm_x", json.loads(text), on_day(date(2021, 3, 11)), "en"))
    found = gate(page, proposals, RULES.from_page(page), "model@1")
    assert (found.rejects, [one.quote for one in found.statements]) == ((), [one["quote"] for one in proposals])
    assert all("fields_ignored" not in [doubt.code for doubt in one.warnings] for one in found.statements)
    assert [one.factuality.value for one in found.statements] == [one["certainty"] for one in proposals]
