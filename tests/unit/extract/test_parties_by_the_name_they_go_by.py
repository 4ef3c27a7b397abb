"""Parties by the name they go by, beside the sort of group they are; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, places_of, read, violations_of

BEFORE = "Le Front de l'Est a enlevé deux garçons à Lori."


def _names(text: str, language: str = "fr") -> list[str]:
    return [name for name, _ in parties_of(read(text, language)[-1])]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La milice dite « Dan Sira » a tué cinq enfants.", ["milice Dan Sira"]),
        ("Le groupe armé dit Nuage Noir a enlevé deux garçons.", ["Nuage Noir"]),
        ("Le groupe armé dit « Nuage noir » a enlevé deux garçons.", ["Nuage noir"]),
        ("Deux garçons ont été enlevés par le groupe connu sous le nom de Nuage Noir.", ["Nuage Noir"]),
        ("Deux filles ont été tuées dans une attaque attribuée à la milice Kamwina.", ["milice Kamwina"]),
        ("Les combattants de la milice Kamwina ont enlevé deux garçons.", ["milice Kamwina"]),
        ("La faction de Bakoura a enlevé 26 filles.", ["faction de Bakoura"]),
        ("La milice de Tamba a attaqué une école.", ["milice de Tamba"]),
        ("Les Kamtok, une milice locale, ont tué deux enfants.", ["Kamtok"]),
        ("Les voisins parlent de Baz Rouj, la bande qui a enlevé deux filles.", ["Baz Rouj"]),
    ],
)
def test_a_sort_of_group_beside_its_name_is_that_party(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La milicia llamada «Los Halcones» mató a cinco niños.", ["milicia Los Halcones"]),
        ("La facción de Bakoura secuestró a 26 niñas.", ["facción de Bakoura"]),
        ("El grupo armado autodenominado Nube Negra secuestró a dos niños.", ["Nube Negra"]),
    ],
)
def test_in_spanish_too(text: str, names: list[str]) -> None:
    assert _names(text, "es") == names


@pytest.mark.parametrize(
    "text",
    [
        "Plus de 130 enfants ont rejoint les rangs du groupe depuis janvier.",
        "Trois autres élèves ont été tués dans une attaque attribuée au même groupe.",
        "Trois autres élèves ont été tués par la même milice.",
        "Un porte-parole du groupe a nié tout enlèvement.",
    ],
)
def test_the_group_is_the_one_named_last(text: str) -> None:
    assert _names(f"{BEFORE} {text}") == ["Front de l'Est"]


def test_the_same_group_in_spanish() -> None:
    before = "El Frente del Este secuestró a dos niños en Lori."
    assert _names(f"{before} Otros tres alumnos murieron en un ataque atribuido al mismo grupo.", "es") == [
        "Frente del Este"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Deux enfants ont été tués dans une embuscade au groupe scolaire de Lori.",
        "Dans la bande de Gaza, deux enfants ont été tués.",
        "Un combattant sur trois avait moins de 18 ans.",
        "Le Groupe des droits humains a recensé 214 cas de recrutement d'enfants.",
        "Le Groupe des droits humains a pu vérifier le recrutement de 12 enfants.",
    ],
)
def test_what_only_looks_like_a_group_is_no_party(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize("what", ["un groupe armé a tué deux enfants", "un drone de l'armée a tué deux enfants"])
def test_a_place_in_front_of_who_did_it_is_no_party(what: str) -> None:
    text = f"Le 3 août, à Tin-Azar, {what}."
    assert "Tin-Azar" not in _names(text)
    assert places_of(text, "fr") == ["Tin-Azar"]
    assert violations_of(read(text, "fr")[0]) == {"killing"}


def test_men_kept_under_guard_are_no_guards() -> None:
    assert _names("Onze garçons ont été arrêtés par la gendarmerie et gardés pendant trois semaines.") == [
        "gendarmerie"
    ]


def test_those_with_whom_children_are_associated_use_them() -> None:
    text = "L'association Sel a documenté 58 cas d'enfants associés aux comités de vigilance."
    assert violations_of(read(text, "fr")[0]) == {"recruitment_use"}
    assert _names(text) == ["comités de vigilance"]


def test_the_first_of_a_row_may_have_its_letters_in_place_of_a_number() -> None:
    text = (
        "La majorité de ces cas (147) sont imputables aux Forces de défense populaires du Nord (FDPN), les autres "
        "ayant été attribués à la Coordination pour l'unité (39) et à l'armée nationale (17)."
    )
    assert _names(text) == [
        "Forces de défense populaires du Nord",
        "Coordination pour l'unité",
        "armée nationale",
    ]


def test_a_militia_that_arms_children_uses_them() -> None:
    told = read("La milice arme des collégiens.", "fr")[0]
    assert told.kind is StatementKind.VIOLATION_CLAIM
    assert violations_of(told) == {"recruitment_use"}
