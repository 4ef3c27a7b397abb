"""What small words beside a name tell: which land a place lies in, whose information it is, who is the youngest."""

from __future__ import annotations

import pytest

from unit.extract.told import read


@pytest.mark.parametrize(
    ("language", "where", "places"),
    [
        ("fr", "à Temsa (Orda)", ["Temsa", "Orda"]),
        ("fr", "à Temsa (FLT)", ["Temsa"]),
        ("fr", "entre Temsa et Balqa", ["Temsa", "Balqa"]),
        ("fr", "dans le village de Temsa-le-Bas", ["Temsa-le-Bas"]),
        ("fr", "à Kesh-sur-Ouda", ["Kesh-sur-Ouda"]),
        ("es", "en Temsa (Orda)", ["Temsa", "Orda"]),
        ("es", "entre Temsa y Balqa", ["Temsa", "Balqa"]),
        ("es", "a 20 km al norte de Temsa", ["Temsa"]),
        ("en", "between Temsa and Balqa", ["Temsa", "Balqa"]),
        ("en", "in Temsa (Orda)", ["Temsa", "Orda"]),
    ],
)
def test_a_place_is_read_with_what_stands_beside_it(language: str, where: str, places: list[str]) -> None:
    deeds = {
        "en": "The Red Front killed 12 children",
        "fr": "Le Front rouge a tué 12 enfants",
        "es": "El Frente Rojo asesinó a 12 niños",
    }
    (one,) = read(f"{deeds[language]} {where}.", language)
    assert sorted(place.name for place in one.places) == sorted(places)
    assert [str(item.quantity.low) for item in one.quantities] == ["12"]


def test_sides_of_a_fight_are_no_places() -> None:
    (one,) = read("Clashes between Temsa and Balqa killed 12 children.", "en")
    assert not one.places


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Selon des informations qui n'ont pas pu être vérifiées, le Front rouge a tué 12 enfants.", "unnamed"),
        ("fr", "Le Front rouge a tué 12 enfants, selon des informations non confirmées.", "unnamed"),
        ("fr", "Selon les informations d'Amal Watch, le Front rouge a tué 12 enfants.", "Amal Watch"),
        ("es", "Según informaciones que no se han podido verificar, el Frente Rojo mató a 12 niños.", "unnamed"),
        ("es", "Según fuentes locales, el Frente Rojo mató a 12 niños.", "fuentes locales"),
        ("es", "El Frente Rojo es acusado de haber matado a 12 niños.", "unnamed"),
        ("en", "According to information that could not be verified, the Red Front killed 12 children.", "unnamed"),
        (
            "en",
            "According to information received by the United Nations, the Red Front killed 12 children.",
            "United Nations",
        ),
    ],
)
def test_information_of_nobody_has_no_name(language: str, text: str, source: str) -> None:
    (one,) = read(text, language)
    assert one.chain[-1].actor == source


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Le Front rouge a tué 12 enfants, dont le plus jeune avait 9 ans.", [("count", "12"), ("age", "9")]),
        ("fr", "Le Front rouge a tué 12 enfants et le plus jeune avait 9 ans.", [("count", "12"), ("age", "9")]),
        ("es", "El Frente Rojo mató a 12 niños, el menor de 9 años.", [("count", "12"), ("age", "9")]),
        ("es", "El Frente Rojo mató a un menor de 15 años.", [("count", "1"), ("age", "15")]),
    ],
)
def test_the_youngest_is_told_with_the_others(language: str, text: str, told: list[tuple[str, str]]) -> None:
    (one,) = read(text, language)
    assert [(item.quantity.kind.value, str(item.quantity.low)) for item in one.quantities] == told
