"""Words of every day tell no violation until the word that decides stands beside them; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read

DECIDING_WORD_MISSING = [
    ("en", "The army claimed that children were safe in the camp."),
    ("en", "A spirited girl won the race."),
    ("en", "The mayor succumbed to pressure and the pupils got their bus."),
    ("en", "Children in uniform sang the anthem."),
    ("fr", "Les enfants ont été emmenés au parc."),
    ("fr", "Les élèves ont embarqué sur le bateau du musée."),
    ("fr", "Les enfants ont traîné devant la mairie."),
    ("fr", "Les enfants ont pris les sacs."),
    ("es", "Los niños ayudaron a cargar las cajas."),
    ("es", "Los niños vieron descargas de agua."),
    ("es", "Los derechos de los niños se violaban a diario."),
    ("ar", "يحمل الأطفال حقائبهم إلى المدرسة."),
    ("ar", "لقي الأطفال معلمهم."),
    ("ar", "أردت أن يرى الأطفال البحر."),
    ("ar", "يستهدف البرنامج تعليم الأطفال."),
    ("ar", "فارق الأطفال معلمهم بعد الحفل."),
]
DECIDING_WORD_THERE = [
    ("en", "The shell claimed the lives of two girls.", "killing"),
    ("en", "Boys in uniform stood at a checkpoint.", "recruitment_use"),
    ("fr", "Deux filles ont été emmenées de force.", "abduction"),
    ("fr", "Deux filles ont été emmenées vers la forêt.", "abduction"),
    ("es", "Obligaron a los niños a cargar las armas.", "recruitment_use"),
    ("es", "El niño recibió descargas eléctricas.", "maiming"),
    ("ar", "الأطفال يحملون السلاح.", "recruitment_use"),
    ("ar", "لقي ثلاثة أطفال حتفهم.", "killing"),
    ("ar", "فارق الطفل الحياة.", "killing"),
]


def told(language: str, text: str) -> set[str]:
    return {ref.code for one in read(text, language) for ref in one.violations}


@pytest.mark.parametrize(("language", "text"), DECIDING_WORD_MISSING)
def test_without_the_word_that_decides_nothing_was_done_to_a_child(language: str, text: str) -> None:
    assert told(language, text) == set()


@pytest.mark.parametrize(("language", "text", "code"), DECIDING_WORD_THERE)
def test_with_the_word_that_decides_the_violation_is_told(language: str, text: str, code: str) -> None:
    assert code in told(language, text)
