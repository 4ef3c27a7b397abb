"""A text may end anywhere: a last line without its stop, a post cut short. Every sentence, name, place is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.words.token import tokens_of
from unit.extract.told import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Kesh.\n\nThe Kesh Front took 12 boys, aged 9 to 11, on 3 May; "no", said the group (all denied).'),
        ("fr", "Kesh.\n\nSelon la Ligue, le Front du Kesh a enlevé 12 garçons le 3 mai ; « non », a dit le groupe."),
        ("es", "Kesh.\n\nSegún la Liga, el Frente de Kesh secuestró a 12 niños el 3 de mayo; «no», dijo el grupo."),
        ("ar", "كش.\n\nخطفت جبهة النهر 12 فتى في عمرا؛ وقال قائد اللواء الثالث إنه قتل طفلين، بينما نفت الحركة ذلك."),
    ],
)
def test_a_text_may_break_off_behind_any_of_its_words(language: str, text: str) -> None:
    for token in tokens_of(text):
        found = read(text[: token.end], language)
        assert all(one.quote in text[: token.end] for one in found)
    assert found


@pytest.mark.parametrize("text", ["نفت الحركة", "أعلن التحالف", "لم يصدر بعد بيان من الجيش"])
def test_the_head_of_an_armed_group_may_end_an_arabic_text(text: str) -> None:
    assert read(f"خطفت جبهة النهر 12 فتى في عمرا.\n\n{text}", "ar")


def test_a_stop_within_french_marks_ends_a_sentence_so_that_it_is_no_headline() -> None:
    assert read("« Les soldats ont tué dix enfants à Kesh. »", "fr")
