"""Parties in French and Spanish, known or not, in every frame that tells of them; every name is invented."""

from __future__ import annotations

from itertools import product

import pytest

from unit.extract.told import parties_of, read

FRENCH_NAMES = (
    "Bérets rouges",
    "Tigres",
    "Aigles de la savane",
    "Comités de vigilance",
    "Volontaires pour la patrie",
    "Forces de défense populaires",
)
FRENCH = (
    "Le 4 mai 2020, douze garçons ont été enlevés à Amra par les {}.",
    "Neuf enfants ont été tués dans une attaque attribuée aux {} à Amra.",
    "Les {} ont incendié l'école d'Amra.",
    "Des enfants d'à peine 12 ans servent dans les rangs des {}.",
    "Un garçon de 14 ans a raconté avoir été forcé de rejoindre les {}.",
    "Les {} sont accusés d'avoir tué neuf enfants à Amra.",
    "Six garçons se sont échappés d'un camp d'entraînement tenu par les {}.",
    "Un porte-parole des {} a nié toute présence d'enfants dans ses rangs.",
    "Depuis mai, les {} occupent deux écoles d'Amra.",
    "Les {} bloquent l'aide humanitaire destinée à Amra depuis mai.",
    "Au moins 30 enfants sont toujours aux mains des {}.",
    "Le rapport impute aux {} la mort de neuf enfants.",
)
SPANISH_NAMES = ("Boinas Rojas", "Tigres", "Águilas del Llano", "Comités de Vigilancia", "Voluntarios por la Patria")
SPANISH = (
    "El 4 de mayo de 2020, doce niños fueron secuestrados en Amra por los {}.",
    "Los {} quemaron la escuela de Amra.",
    "Niños de apenas 12 años sirven en las filas de los {}.",
    "Combatientes de los {} saquearon el hospital de Amra.",
    "Un niño de 14 años contó que lo obligaron a unirse a los {}.",
    "Los {} están acusados de matar a nueve niños en Amra.",
    "Seis niños escaparon de un campo de entrenamiento de los {}.",
    "Un portavoz de los {} negó que hubiera niños en sus filas.",
    "Los {} tienen retenidos a 14 niños en Amra.",
    "Al menos 30 niños siguen en poder de los {}.",
    "El informe atribuye a los {} la muerte de nueve niños.",
)


def _parties(text: str, language: str) -> set[str]:
    return {name for one in read(text, language) for name, basis in parties_of(one) if basis == "stated"}


@pytest.mark.parametrize(("frame", "name"), list(product(FRENCH, FRENCH_NAMES)))
def test_a_french_name_is_whole_and_that_of_a_party(frame: str, name: str) -> None:
    assert _parties(frame.format(name), "fr") == {name}


@pytest.mark.parametrize(("frame", "name"), list(product(SPANISH, SPANISH_NAMES)))
def test_a_spanish_name_is_whole_and_that_of_a_party(frame: str, name: str) -> None:
    assert _parties(frame.format(name), "es") == {name}


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        (
            "Le Mouvement pour la justice et la dignité a enlevé douze garçons.",
            "fr",
            "Mouvement pour la justice et la dignité",
        ),
        (
            "Les habitants accusent l'Armée nationale kesienne d'avoir tué neuf enfants.",
            "fr",
            "Armée nationale kesienne",
        ),
        ("La coalition Gulmar a enlevé douze garçons à Amra.", "fr", "coalition Gulmar"),
        (
            "Doce niños fueron secuestrados por el Movimiento por la Justicia y la Dignidad.",
            "es",
            "Movimiento por la Justicia y la Dignidad",
        ),
        ("La columna Jaime Ríos secuestró a doce niños en Amra.", "es", "columna Jaime Ríos"),
        ("El informe atribuye a la Junta Militar la muerte de nueve niños.", "es", "Junta Militar"),
    ],
)
def test_a_name_goes_on_with_its_aims_its_nation_its_sort_and_ends_there(text: str, language: str, party: str) -> None:
    assert _parties(text, language) == {party}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les Archives nationales ont publié une liste de neuf écoles.", "fr"),
        ("La Croix-Rouge a remis douze garçons à leurs familles.", "fr"),
        ("Los Archivos Nacionales publicaron una lista de nueve escuelas.", "es"),
    ],
)
def test_a_name_with_such_an_adjective_is_no_party_where_nothing_is_done(text: str, language: str) -> None:
    assert _parties(text, language) == set()
