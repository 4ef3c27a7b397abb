"""Where the name of a body ends: at the day, the place, the deed that stand beside it. All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import period_of, read


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("fr", "Neuf filles ont été enlevées par le Front rouge hier.", "2021-03-02"),
        ("fr", "Neuf filles ont été enlevées par le Front rouge l'an dernier.", "2020"),
        ("fr", "Neuf filles ont été enlevées par le Front rouge le mardi 5 mai 2020.", "2020-05-05"),
        ("fr", "Neuf filles ont été enlevées par le Front rouge les 4 et 5 mai 2020.", "2020-05-04/2020-05-05"),
        ("es", "Nueve niñas fueron secuestradas por el Frente Rojo el lunes por la noche.", "2021-03-01"),
        ("es", "Nueve niñas fueron secuestradas por el Frente Rojo la noche del lunes.", "2021-03-01"),
        ("es", "Nueve niñas fueron secuestradas por el Frente Rojo el año pasado.", "2020"),
        (
            "es",
            "Nueve niñas fueron secuestradas por el Frente Rojo de marzo a junio de 2020.",
            "2020-03-01/2020-06-30",
        ),
    ],
)
def test_a_day_is_no_part_of_a_name(language: str, text: str, period: str) -> None:
    (one,) = read(text, language)
    assert [party.name for party in one.parties] == ["Front rouge" if language == "fr" else "Frente Rojo"]
    assert period_of(one).rstrip("~") == period


@pytest.mark.parametrize("where", ["en Temsa", "en la ciudad de Temsa", "cerca de Temsa", "al norte de Temsa"])
def test_a_place_in_front_of_who_did_it_is_no_part_of_the_name(where: str) -> None:
    (one,) = read(f"Nueve niñas fueron secuestradas {where} por el Frente Rojo.", "es")
    assert [party.name for party in one.parties] == ["Frente Rojo"]
    assert [place.name for place in one.places] == ["Temsa"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des hommes armés ont tué ou blessé 12 enfants."),
        ("es", "Hombres armados mataron o hirieron a 12 niños."),
        ("es", "Soldados asesinaron y mutilaron a 12 niños."),
    ],
)
def test_two_deeds_have_the_same_victims(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert sorted(violation.code for violation in one.violations) == ["killing", "maiming"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le meurtre de 12 enfants par des hommes armés a été signalé."),
        ("es", "Doce niños murieron en un ataque de combatientes del Frente Rojo."),
        ("es", "Se informó del asesinato de 12 niños por combatientes del Frente Rojo."),
    ],
)
def test_who_bears_arms_is_no_child_in_arms(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert [violation.code for violation in one.violations] == ["killing"]


@pytest.mark.parametrize("said", ["a déclaré Amal Watch", "selon Amal Watch", "a-t-on appris auprès d'Amal Watch"])
def test_of_whom_some_were_girls_goes_on_with_the_claim(said: str) -> None:
    (one,) = read(f"Le Front rouge a tué 12 enfants, dont cinq filles, {said}.", "fr")
    assert [str(item.quantity.low) for item in one.quantities] == ["12", "5"]
    assert one.chain[-1].actor == "Amal Watch"
