"""Verbs of a lexicon in all their persons."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.words.conjugated import conjugated
from tawthiq.record.extract.words.lexicon import load
from unit.extract.told import read


@pytest.mark.parametrize(
    "form", ["يرتبون", "أخرجوا", "اقتحمته", "تؤوي", "صاروا", "يتلقون", "أجبرها", "تقاضوا", "ينف", "خطفتهما"]
)
def test_all_persons_of_a_listed_verb_are_verbs(form: str) -> None:
    data = load("ar").data
    assert form.translate(str.maketrans("أؤئى", "اويي")) in data["finite"]


def test_a_perfect_that_is_also_a_noun_is_left_out() -> None:
    affixes = {"weak": ["ى"], "perfect": ["ت", "وا"], "persons": ["ي", "ت"], "many": ["ون"], "objects": ["ه"]}
    assert "نقل" not in conjugated(["-نقل ينقل"], affixes)
    assert {"نقلت", "ينقلون", "ينقله"} <= conjugated(["-نقل ينقل"], affixes)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قالت إفادة الشاهد إن 12 طفلا قتلوا في كش.", "الشاهد"),
        ("قالت طالبة في كش إن الجيش قتل 12 طفلا.", "طالبة في كش"),
        ("طالبة من المدرسة قالت إن الجيش قتل 12 طفلا.", "طالبة من المدرسة"),
    ],
)
def test_a_noun_spelled_as_a_verb_with_its_object_ends_nobody_who_speaks(text: str, who: str) -> None:
    assert read(text, "ar")[0].speaker == who
