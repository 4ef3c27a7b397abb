"""Long texts of sport, harvest, school, elections, accidents, floods tell of no violation; all are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.record.extract.page.conflict import tells_of_conflict
from tawthiq.record.extract.words.lexicon import LANGUAGES, load
from tawthiq.record.extract.words.token import tokens_of
from unit.extract.told import page_of, read

ABOUT = ("sport", "harvest", "hospital", "school", "elections", "accident", "flood")
WAR = {
    "en": "Rebels shelled the market of Doru with mortars and abducted ten girls.",
    "fr": "Des rebelles ont bombardé le marché de Doru au mortier et enlevé dix filles.",
    "es": "Los rebeldes bombardearon el mercado de Doru con morteros y secuestraron a diez niñas.",
    "ar": "قصف المتمردون سوق دورو بقذائف الهاون وخطف المسلحون عشر فتيات.",
}


def peace(language: str) -> str:
    return (Path(__file__).parent / "peace" / f"{language}.txt").read_text("utf-8")


def told(text: str, language: str) -> list[tuple[str, str]]:
    return [(ref.code, one.quote) for one in read(text, language) for ref in one.violations]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_of_peace_tells_of_no_violation(language: str) -> None:
    assert told(peace(language), language) == []


@pytest.mark.parametrize("number", range(len(ABOUT)), ids=ABOUT)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_of_peace_tells_of_no_violation(language: str, number: int) -> None:
    note = peace(language).split("\n\n")[number]
    assert told(note, language) == []
    assert not page_of(note, language).tells_of_conflict


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sentence_of_war_behind_it_is_heard(language: str) -> None:
    codes = {code for code, _ in told(f"{peace(language)}\n\n{WAR[language]}", language)}
    assert "abduction" in codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_peace_uses_too_never_tell_of_war_alone(language: str) -> None:
    data = load(language).data
    peaceful = tokens_of(" ".join(sorted(data["words_of_peace_too"]) * 20))
    assert not tells_of_conflict(peaceful, (), data)
    assert tells_of_conflict([*peaceful, *tokens_of(WAR[language])], (), data)


def test_a_party_that_is_known_tells_of_war() -> None:
    note = tokens_of("The council of Doru met again. " * 15)
    assert not tells_of_conflict(note, (), load("en").data)
    assert tells_of_conflict(note, ("kesh_front",), load("en").data)


def test_a_party_that_no_list_knows_tells_of_war() -> None:
    note = "El consejo de Doru se reunió otra vez en la plaza. " * 10 + "El Frente Rojo se llevó a diez niñas de Doru."
    assert not {token.form for token in tokens_of(note)} & load("es").data["conflict_words"]
    assert [code for code, _ in told(note, "es")] == ["abduction"]


@pytest.mark.parametrize("word", ["والحرب", "للجيش", "بالقذائف"])
def test_an_arabic_word_of_war_is_known_with_what_is_joined_to_it(word: str) -> None:
    note = tokens_of("اجتمع مجلس البلدة مرة أخرى في القاعة. " * 12 + word)
    assert tells_of_conflict(note, (), load("ar").data)
