"""Vocabularies are complete, in four languages, and agree with the code."""

from __future__ import annotations

import re
from enum import StrEnum
from importlib import resources

import pytest
import yaml

from tawthiq.terms import vocabulary
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.money import Per
from tawthiq.terms.party import Relation
from tawthiq.terms.quantity import Comparator, QuantityKind
from tawthiq.terms.truth import Truth
from tawthiq.terms.unknown import Why
from tawthiq.terms.violation import Unit, violation_types
from tawthiq.terms.when import Precision
from tawthiq.terms.where import PlacePrecision

NAMES = vocabulary.names()
ARABIC, LATIN = re.compile(r"[\u0600-\u06FF]"), re.compile(r"[A-Za-z]")


class _StrictLoader(yaml.SafeLoader):
    """Refuses a key written twice, which YAML readers otherwise pass over in silence."""


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[object, object]:
    keys = [loader.construct_object(key, deep=True) for key, _value in node.value]
    assert len(keys) == len(set(keys)), f"twice: {sorted(str(key) for key in keys if keys.count(key) > 1)}"
    return {key: loader.construct_object(value, deep=True) for key, (_, value) in zip(keys, node.value, strict=True)}


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("name", NAMES)
def test_every_term_has_a_label_in_every_language(name: str) -> None:
    for term in vocabulary.load(name).terms.values():
        assert set(term.label) == set(vocabulary.LANGUAGES), term.code
        assert all(isinstance(text, str) and text == text.strip() != "" for text in term.label.values()), term.code


@pytest.mark.parametrize("name", NAMES)
def test_arabic_labels_are_in_arabic_letters(name: str) -> None:
    for term in vocabulary.load(name).terms.values():
        if LATIN.search(term.label["en"]):
            assert ARABIC.search(term.label["ar"]), term.code


@pytest.mark.parametrize("name", NAMES)
def test_every_code_is_a_text_written_once(name: str) -> None:
    text = resources.files("tawthiq.terms.vocabulary").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=_StrictLoader)  # a subclass of SafeLoader
    assert raw["version"] >= 1
    assert all(isinstance(code, str) for code in raw["terms"])


@pytest.mark.parametrize("name", NAMES)
def test_a_deprecated_code_names_one_that_stands(name: str) -> None:
    terms = vocabulary.load(name).terms
    for term in terms.values():
        if term.deprecated_by:
            assert not terms[term.deprecated_by].deprecated_by


@pytest.mark.parametrize(
    ("name", "enum"),
    [
        ("truth", Truth),
        ("pay_per", Per),
        ("relation", Relation),
        ("comparator", Comparator),
        ("quantity_kind", QuantityKind),
        ("unknown_reason", Why),
        ("time_precision", Precision),
        ("place_precision", PlacePrecision),
        ("unit", Unit),
    ],
)
def test_the_code_and_the_vocabulary_hold_the_same_codes_in_the_same_order(name: str, enum: type[StrEnum]) -> None:
    assert list(vocabulary.load(name).terms) == [member.value for member in enum]


def test_the_lists_that_the_mechanism_counts_have_their_published_length() -> None:
    assert len(vocabulary.load("denial_method").terms) == 13
    assert len(vocabulary.load("recruitment_factor").terms) == 13
    assert len(vocabulary.load("abduction_purpose").terms) == 14
    assert [kind.grave for kind in violation_types()].count(True) == 8


def test_no_child_is_counted_by_an_incident_unit() -> None:
    by_incident = {kind.code for kind in violation_types() if kind.unit is Unit.INCIDENT}
    assert by_incident == {"attack_school", "attack_hospital", "denial_access", "military_use"}


def test_the_words_of_likelihood_leave_no_gap() -> None:
    terms = [term.more for term in vocabulary.load("likelihood").terms.values()]
    assert [term["low_percent"] for term in terms[1:]] == [term["high_percent"] for term in terms[:-1]]


def test_a_weapon_rolls_up_to_a_heading_that_exists() -> None:
    headings = vocabulary.load("weapon_roll_up").terms
    assert {t.more["roll_up"] for t in vocabulary.load("weapon").terms.values() if "roll_up" in t.more} == set(headings)


def test_an_unknown_code_is_refused_with_its_field() -> None:
    with pytest.raises(UnknownCode) as refusal:
        vocabulary.load("sex").term("x", where="acts.csv, row 9, sex")
    assert refusal.value.where == "acts.csv, row 9, sex"
    assert "m, f, u" in refusal.value.do
