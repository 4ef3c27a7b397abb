"""Three-valued answers never turn unknown into yes or no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import tried, truths
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.role import armed_or_combat, in_combat, is_combat
from tawthiq.terms.truth import Truth, all_of, any_of, known, parse_truth

roles = st.sampled_from(list(vocabulary.load("role").terms))


@tried
@given(truths)
def test_unknown_decided_either_way_covers_what_was_said(answer: Truth) -> None:
    assert ~~answer is answer


@tried
@given(st.lists(truths, max_size=5))
def test_any_and_all_are_mirror_images(answers: list[Truth]) -> None:
    assert any_of(answers) is ~all_of(~answer for answer in answers)


@tried
@given(st.lists(truths, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4))
def test_a_firm_answer_holds_however_the_unknown_turn_out(answers: list[Truth], later: list[bool]) -> None:
    decided = [known(late) if answer is Truth.UNKNOWN else answer for answer, late in zip(answers, later, strict=False)]
    for rule in (any_of, all_of):
        if rule(answers) is not Truth.UNKNOWN:
            assert rule(decided) is rule(answers)


def test_a_truth_cannot_be_taken_for_a_plain_answer() -> None:
    with pytest.raises(TypeError):
        bool(Truth.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "meaning"), [("Y", Truth.YES), ("no", Truth.NO), ("", Truth.UNKNOWN), (" u ", Truth.UNKNOWN)]
)
def test_a_register_writes_y_n_u(text: str, meaning: Truth) -> None:
    assert parse_truth(text) is meaning


def test_an_answer_nobody_knows_is_refused_with_its_field() -> None:
    with pytest.raises(UnknownCode) as refusal:
        parse_truth("maybe", where="acts.csv, row 2, armed")
    assert refusal.value.where == "acts.csv, row 2, armed"


@tried
@given(truths, st.lists(roles, max_size=4))
def test_one_more_combat_role_makes_it_yes(armed: Truth, told: list[str]) -> None:
    assert armed_or_combat(armed, [*told, "fighter"]) is Truth.YES


@tried
@given(st.lists(roles, max_size=4))
def test_an_armed_cook_counts(told: list[str]) -> None:
    assert armed_or_combat(Truth.YES, told) is Truth.YES


def test_unarmed_with_no_role_told_is_not_known() -> None:
    assert in_combat(()) is Truth.UNKNOWN
    assert armed_or_combat(Truth.NO, ()) is Truth.UNKNOWN


def test_an_unarmed_cook_is_neither() -> None:
    assert armed_or_combat(Truth.NO, ("cook",)) is Truth.NO
    assert armed_or_combat(Truth.NO, ("cook", "unknown")) is Truth.UNKNOWN
    assert armed_or_combat(Truth.UNKNOWN, ("cook",)) is Truth.UNKNOWN


def test_the_definition_is_printed_in_every_language() -> None:
    told = vocabulary.load("definition")
    assert len({told.label("armed_or_combat", language) for language in vocabulary.LANGUAGES}) == 4


def test_an_unknown_role_code_is_refused() -> None:
    with pytest.raises(UnknownCode):
        is_combat("spy")
