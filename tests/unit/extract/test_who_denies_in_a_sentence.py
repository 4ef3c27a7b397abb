"""Who denies: with a word for what is denied before the verb, behind "which", beside another voice, and what he goes on
to say. Every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from unit.extract.told import read

_KILLED = {
    "en": "Ten children were killed in Kesh",
    "fr": "Dix enfants ont été tués à Kesh",
    "es": "Diez niños murieron en Kesh",
    "ar": "قتل عشرة أطفال في كش",
}


def is_denial_of(one: Statement, who: str) -> bool:
    """The statement denies the killing, told by this party and by nobody else."""
    told = (one.kind, one.factuality, one.speaker, [ref.code for ref in one.violations])
    return told == (StatementKind.CONTEXT_CLAIM, Factuality.CLAIMED_BY_PARTY, who, ["killing"])


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "L'armée le nie.", "armée"),
        ("fr", "Le porte-parole le dément.", "porte-parole"),
        ("fr", "Ces accusations, l'armée les rejette.", "armée"),
        ("es", "El Ejército la niega.", "Ejército"),
        ("es", "El Ejército los desmintió.", "Ejército"),
    ],
)
def test_it_or_them_before_the_verb_is_what_is_denied(language: str, text: str, who: str) -> None:
    (_, one) = read(f"{_KILLED[language]}. {text}", language)
    assert is_denial_of(one, who)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The army called it a lie.", "army"),
        ("en", "The spokesman called the reports baseless.", "spokesman"),
        ("en", "The army issued a denial.", "army"),
        ("fr", "L'armée appelle cela un mensonge.", "armée"),
        ("fr", "Le porte-parole a qualifié le rapport de mensonge.", "porte-parole"),
        ("fr", "L'armée a publié un démenti.", "armée"),
        ("es", "El Ejército lo llamó mentira.", "Ejército"),
        ("es", "El vocero tildó de falsas las denuncias.", "vocero"),
        ("es", "El Ejército publicó un desmentido.", "Ejército"),
        ("ar", "ووصف الجيش ذلك بالكذب.", "الجيش"),
        ("ar", "واعتبر الجيش التقارير كاذبة.", "الجيش"),
        ("ar", "ووصف المتحدث باسم الجيش التقارير بالكاذبة.", "المتحدث باسم الجيش"),
    ],
)
def test_who_calls_it_a_lie_or_puts_out_a_denial_denies_it(language: str, text: str, who: str) -> None:
    (_, one) = read(f"{_KILLED[language]}. {text}", language)
    assert is_denial_of(one, who)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor called it a crime."),
        ("fr", "Le maire appelle au calme."),
        ("es", "El alcalde llamó a los vecinos."),
        ("ar", "ووصف رئيس البلدية ذلك بالجريمة."),
    ],
)
def test_who_calls_it_something_else_or_calls_somebody_denies_nothing(language: str, text: str) -> None:
    found = read(f"{_KILLED[language]}. {text}", language)
    assert [one for one in found if one.factuality is Factuality.CLAIMED_BY_PARTY] == []


def test_a_denial_that_is_a_noun_denies_nothing_by_itself() -> None:
    (_, one) = read("Dix enfants ont été tués à Kesh. Le démenti de l'armée n'a convaincu personne.", "fr")
    assert (one.kind, one.speaker) == (StatementKind.VIOLATION_CLAIM, "document")


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "ce que nie l'armée", "armée"),
        ("fr", "ce que l'armée dément", "armée"),
        ("fr", "ce que conteste le gouvernement", "gouvernement"),
        ("es", "lo que niega el Ejército", "Ejército"),
        ("es", "algo que rechaza el alcalde", "alcalde"),
    ],
)
def test_who_denies_may_stand_behind_the_verb_and_denies_that_alone(language: str, text: str, who: str) -> None:
    killed, denied = read(f"{_KILLED[language]}, {text}.", language)
    assert (killed.kind, killed.speaker) == (StatementKind.VIOLATION_CLAIM, "document")
    assert is_denial_of(denied, who)


@pytest.mark.parametrize(
    ("language", "text", "told", "who"),
    [
        ("en", "According to the mayor, {}, but the army denies it.", "mayor", "army"),
        ("en", "According to the mayor, {}, which the army denies.", "mayor", "army"),
        ("fr", "Selon le maire, {}, mais l'armée le nie.", "maire", "armée"),
        ("fr", "Selon le maire, {}, ce que nie l'armée.", "maire", "armée"),
        ("es", "Según el alcalde, {}, pero el Ejército lo niega.", "alcalde", "Ejército"),
        ("ar", "بحسب رئيس البلدية {}، لكن الجيش ينفي ذلك.", "رئيس البلدية", "الجيش"),
    ],
)
def test_who_denies_what_is_told_according_to_another_speaks_for_himself(
    language: str, text: str, told: str, who: str
) -> None:
    killed, denied = read(text.format(_KILLED[language][:1].lower() + _KILLED[language][1:]), language)
    assert (killed.kind, killed.speaker) == (StatementKind.VIOLATION_CLAIM, told)
    assert is_denial_of(denied, who)


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        (
            "fr",
            "Le Front du Lac dément mais le maire dit que les soldats ont tué les filles.",
            ["Le Front du Lac dément", "le maire dit que les soldats ont tué les filles"],
        ),
        (
            "es",
            "El Frente Azul lo niega pero el alcalde dice que los soldados mataron a las niñas.",
            ["El Frente Azul lo niega", "el alcalde dice que los soldados mataron a las niñas"],
        ),
        (
            "fr",
            "Le Front du Lac dément et affirme que ses hommes étaient loin.",
            ["Le Front du Lac dément et affirme que ses hommes étaient loin"],
        ),
    ],
)
def test_who_denies_and_who_says_otherwise_are_two_and_one_who_denies_and_says_is_one(
    language: str, text: str, quotes: list[str]
) -> None:
    assert [one.quote for one in read(f"{_KILLED[language]}. {text}", language)[1:]] == quotes


@pytest.mark.parametrize(
    ("language", "text", "who", "codes"),
    [
        ("en", "The spokesman denied it and accused the Lake Front of taking nine girls.", "spokesman", ["abduction"]),
        ("fr", "L'armée dément, et affirme que le Front du Lac a enlevé neuf filles.", "armée", ["abduction"]),
        (
            "fr",
            "Le porte-parole dément, et accuse le Front du Lac d'avoir enlevé neuf filles.",
            "porte-parole",
            ["abduction"],
        ),
        ("fr", "L'armée dément, et dit que neuf soldats sont morts.", "armée", ["killing"]),
    ],
)
def test_who_denies_and_tells_of_another_deed_denies_the_one_and_tells_the_other(
    language: str, text: str, who: str, codes: list[str]
) -> None:
    (_, denied, told) = read(f"{_KILLED[language]}. {text}", language)
    assert is_denial_of(denied, who)
    assert (told.kind, told.speaker) == (StatementKind.VIOLATION_CLAIM, who)
    assert told.factuality is Factuality.CLAIMED_BY_PARTY
    assert [ref.code for ref in told.violations] == codes


def test_who_says_one_thing_and_behind_a_comma_another_says_both() -> None:
    text = "Le maire dit que dix filles ont été enlevées, et affirme que neuf garçons ont été tués."
    assert [one.speaker for one in read(text, "fr")] == ["maire", "maire"]
