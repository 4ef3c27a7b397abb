"""Letters read off a bad picture are said to be that, not a language that nobody reads."""

import random
from datetime import date

import pytest

from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.from_bytes.legibility import noise_share
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.when import on_day
from unit.extract.test_several_languages import TOLD

DAY = on_day(date(2021, 3, 9))
MISREAD = "Tne rnilitia abdvcted l2 b0ys fr0m tbe scho~l ;n Lu5a 0n 3 Marcb 2O21, acc0rding t0 a t3acher wbo wa5 tbere."
CLEAN = [
    "On 3rd March 2021 the 25th brigade (M16 rifles, AK-47s, 10-year) entered; see https://a.example/x1?z=3 or @un_01.",
    "По данным администрации, в прошлом месяце люди напали на школу и увели с собой двенадцать детей из села.",
    "Krk, strč prst skrz krk: ve vesnici v noci s dětmi z hor a k řece a u mostu a o lidech, kteří zmizeli.",
]


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in document_of_text("itm_x", text, DAY).warnings]


def test_misread_letters_are_said_to_be_misread() -> None:
    assert codes(MISREAD) == ["text_is_noisy"]


def test_what_can_be_read_among_misread_words_is_read_with_the_warning() -> None:
    text = f"{MISREAD}\n\n{TOLD['en']}"
    assert "text_is_noisy" in codes(text)
    assert [one.quote for one in rules().extract(document_of_text("itm_x", text, DAY))][-1] == TOLD["en"][:-1]


@pytest.mark.parametrize("text", [*TOLD.values(), *CLEAN])
def test_clean_words_numbers_and_addresses_are_not_called_misread(text: str) -> None:
    assert noise_share(text) < 0.1
    assert "text_is_noisy" not in codes(text)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_one_letter_in_six_misread_is_always_noticed(language: str) -> None:
    draw = random.Random(4)
    marks = [*"0158|!~^", "rn", " "]
    words = "".join(
        draw.choice(marks) if one.isalpha() and draw.random() < 1 / 6 else one for one in TOLD[language] * 4
    )
    assert "text_is_noisy" in codes(words)


def test_too_few_words_are_not_judged() -> None:
    assert noise_share("l2 b0ys t4ken") == 0
