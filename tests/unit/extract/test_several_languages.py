"""A text in several languages is read part by part, each by the rules of its own; what nobody reads is said."""

from datetime import date

import pytest

from tawthiq.record.extract.extractors.openai_compatible import OpenAiCompatible
from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.extractors.transport import Endpoint
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.long_text import PART_CHARS
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Doubt, Statement
from tawthiq.terms.identity import Json
from tawthiq.terms.when import on_day

DAY = on_day(date(2021, 3, 9))
TOLD = {
    "en": "The militia abducted 12 boys from the school in Lusa on 3 March 2021, according to a teacher who was there "
    "and who spoke to the reporters by telephone in the evening.",
    "fr": "La milice a enlevé 13 garçons dans l'école de Lusa le 4 mars 2021, selon une enseignante qui était sur "
    "les lieux et qui a parlé aux journalistes par téléphone dans la soirée.",
    "es": "La milicia secuestró a 14 niños en la escuela de Lusa el 5 de marzo de 2021, según una maestra que estaba "
    "en el lugar y que habló con los periodistas por teléfono en la noche.",
    "ar": "خطفت الميليشيا 15 طفلا من المدرسة في البلدة في 6 آذار 2021، بحسب معلمة كانت في المكان وتحدثت إلى "
    "الصحفيين عبر الهاتف في المساء.",
}
NUMBER = {"en": 12, "fr": 13, "es": 14, "ar": 15}
PAIRS = [(one, two) for one in TOLD for two in TOLD if one != two]


def counted(found: tuple[Statement, ...]) -> list[tuple[str, int]]:
    return [
        (one.language, int(number.quantity.low or 0))
        for one in found
        for number in one.quantities
        if number.quantity.unit == "child" or number.quantity.unit == "boy"
    ]


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_each_half_is_read_by_the_rules_of_its_language(one: str, two: str) -> None:
    document = document_of_text("itm_x", f"{TOLD[one]}\n\n{TOLD[two]}", DAY)
    found = rules().extract(document)
    assert counted(found) == [(one, NUMBER[one]), (two, NUMBER[two])]
    for statement in found:
        assert isinstance(statement.span, Span)
        assert statement.quote == statement.span.of(document.text)
    assert [doubt.code for doubt in document.warnings] == ["languages_mixed"]


def test_a_paragraph_in_turn_is_read_in_its_language_and_in_its_place() -> None:
    text = "\n\n".join([TOLD["ar"], TOLD["en"], TOLD["ar"].replace("15", "25"), TOLD["en"].replace("12", "22")])
    found = rules().extract(document_of_text("itm_x", text, DAY))
    assert counted(found) == [("ar", 15), ("en", 12), ("ar", 25), ("en", 22)]


def test_a_long_text_is_read_in_both_languages_in_every_part() -> None:
    filler = "The road was quiet and the people of the town went to the market as they had done for many years. " * 900
    text = "\n\n".join([TOLD["ar"], filler, TOLD["en"], filler, filler, TOLD["ar"].replace("15", "25")])
    assert len(text) > PART_CHARS
    assert counted(rules().extract(document_of_text("itm_x", text, DAY))) == [("ar", 15), ("en", 12), ("ar", 25)]


def test_the_shares_of_each_language_are_told() -> None:
    foreign = (
        "Nach Angaben der Stadt überfielen Bewaffnete im vergangenen Monat die Schule und verschleppten viele Kinder, "
    )
    foreign += (
        "von denen nach Auskunft mehrerer Eltern niemand älter als vierzehn Jahre war, wie ein Sprecher gestern sagte."
    )
    document = document_of_text("itm_x", f"{TOLD['en']}\n\n{foreign}\n\n{TOLD['en'].replace('12', '22')}", DAY)
    assert document.warnings == (Doubt("languages_mixed", "en 64%, und 36%"),)
    assert counted(rules().extract(document)) == [("en", 12), ("en", 22)]


@pytest.mark.parametrize("language", sorted(TOLD))
def test_names_short_lines_and_words_of_another_language_leave_a_text_whole(language: str) -> None:
    names = "Anton Berg, Maya Lind, Odette Sih, Jon Arre, Kim Vale"
    text = f"{TOLD[language]}\n\nReuters / AFP\n\nقتل\n\n{names}\n\n{TOLD[language]}"
    document = document_of_text("itm_x", text, DAY)
    assert (document.language, document.warnings, {block.language for block in document.blocks}) == (language, (), {""})


def test_a_dialect_of_arabic_with_letters_of_its_neighbours_is_arabic() -> None:
    told = (
        "شباب هذا خبر من الناحية: الجماعة خطفت 12 ولد من المدرسة البارحة، والچايخانة صارت مقر، وگالوا الأهالي هم بالخطر"
    )
    assert document_of_text("itm_x", told, DAY).language == "ar"
    farsi = "به گفته شهرداری، افراد مسلح ماه گذشته به مدرسه روستا حمله کردند و پانزده کودک را با خود بردند"
    assert document_of_text("itm_x", farsi, DAY).language == "und"


def test_a_model_is_asked_about_each_language_and_held_against_its_rules() -> None:
    text = f"{TOLD['en']}\n\n{TOLD['ar']}"
    asked: list[str] = []

    def honest(_: Endpoint, body: Json) -> bytes:
        import json

        assert isinstance(body, dict)
        asked.append(json.loads(json.dumps(body))["messages"][1]["content"])
        quote = TOLD["ar"][:-1] if "خطفت" in asked[-1] else TOLD["en"][:-1]
        content = json.dumps(
            {"statements": [{"quote": quote, "quantities": [{"value": 15 if "خطفت" in quote else 12}]}]}
        )
        return json.dumps({"choices": [{"message": {"content": content}}]}).encode()

    model = OpenAiCompatible(Endpoint("http://127.0.0.1:1/v1", "honest"), transport=honest)
    found = model.propose(document_of_text("itm_x", text, DAY)).gated
    assert ([one.language for one in found.statements], found.rejects) == (["en", "ar"], ())
    assert ["militia" in words for words in asked] == [True, False]


def test_a_word_of_nothing_but_marks_is_read_over() -> None:
    assert document_of_text("itm_x", "ـ قتل الجيش 12 طفلا في البلدة ـ", DAY).language == "ar"
