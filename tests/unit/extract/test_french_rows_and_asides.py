"""Who did how many of them, and what is told by the way, in French; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import parties_of, read, said, violations_of, when_of

BEFORE = "Le Front de l'Est a tué deux filles à Lori."


def _names(text: str) -> list[str]:
    return [name for name, _ in parties_of(read(text, "fr")[-1])]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "La Mission a vérifié 96 enlèvements d'enfants, dont 71 ont été attribués au Mouvement pour la justice au "
            "Dar Kouti (MJDK), 14 à des éléments de l'ex-Alliance et 11 à des auteurs inconnus.",
            ["Mouvement pour la justice au Dar Kouti", "ex-Alliance", "auteurs inconnus"],
        ),
        (
            "Douze meurtres d'enfants sont attribués à l'armée, huit au Front de l'Est et trois à la gendarmerie.",
            ["armée", "Front de l'Est", "gendarmerie"],
        ),
        (
            "Huit enfants ont été tués par l'armée et trois par des éléments de l'ex-Alliance.",
            ["armée", "ex-Alliance"],
        ),
        ("Des combattants ex-Séléka ont tué deux enfants.", ["ex-Séléka"]),
        (
            "L'attaque du lycée est imputée au Front du Sud, dirigé par un imam et affilié à la Coalition des Sables.",
            ["Front du Sud"],
        ),
    ],
)
def test_each_of_a_row_is_named_and_nobody_by_the_way(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le M28 de son côté a enrôlé douze enfants.", "M28"),
        ("Le M28, lui, a enrôlé douze enfants.", "M28"),
        ("L'Étoile de Sel, quant à elle, a enlevé trois garçons.", "Étoile de Sel"),
    ],
)
def test_a_name_set_beside_another_is_who_did_it(text: str, name: str) -> None:
    assert _names(f"{BEFORE} {text}") == [name]


@pytest.mark.parametrize(
    ("text", "who", "level"),
    [
        ("Une source proche de la mairie l'impute au Front du Sud.", "source proche de la mairie", Factuality.ALLEGED),
        ("Le maire impute au Front du Sud la mort de deux enfants.", "maire", Factuality.ALLEGED),
        (
            "Un rapport du Réseau Sel, publié mardi, estime à plus de 300 le nombre de mineurs recrutés.",
            "Réseau Sel",
            Factuality.BELIEVED,
        ),
        ("Le préfet avait alors parlé de deux enfants tués.", "préfet", Factuality.ATTRIBUTED),
        ("« Ils ont tué deux filles », a dit à l'AFP le sous-préfet de Baré.", "sous-préfet de Baré", None),
    ],
)
def test_who_blames_and_counts_stands_past_what_is_blamed(text: str, who: str, level: Factuality | None) -> None:
    told = read(f"{BEFORE} {text}", "fr")[-1]
    assert told.speaker == who
    assert level is None or told.factuality is level


def test_of_what_is_imputed_in_the_passive_nobody_speaks() -> None:
    assert read("La mort de deux enfants a été imputée au Front du Sud.", "fr")[0].speaker != "mort de deux enfants"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Selon un parent d'élève, les assaillants portaient des treillis.", set()),
        ("Le chef des rebelles s'emporte.", set()),
        ("Le Gouvernement a pris part à leur réinsertion.", set()),
        ("Les enfants ont été envoyés au front.", {"recruitment_use"}),
    ],
)
def test_words_of_everyday_life_beside_a_deed_are_no_deed(text: str, codes: set[str]) -> None:
    assert violations_of(read(f"{BEFORE} {text}", "fr")[-1]) == codes


def test_benches_are_burnt_not_children() -> None:
    assert "maiming" not in violations_of(
        said("Des rebelles occupent l'école, ils ont brûlé les bancs.", "fr", "bancs")
    )


def test_the_eve_of_a_feast_is_no_day_before() -> None:
    text = "Le 4 mai, une école a été attaquée. À la veille de la fête, deux enfants ont été tués le 9 mai."
    assert str(when_of(read(text, "fr")[-1]).first) == "2020-05-09"


def test_whom_a_chief_is_called_says_nothing() -> None:
    text = "L'association demande au chef de la milice, un certain Kyungu dit « Tshibwa », de libérer les enfants."
    assert all(one.speaker != "certain Kyungu" for one in read(f"{BEFORE} {text}", "fr"))


def test_a_shot_imputed_to_a_force_is_alleged() -> None:
    told = read("Un tir imputé au Front du Sud a tué deux enfants.", "fr")[0]
    assert told.factuality is Factuality.ALLEGED


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Les Forces armées unifiées ont tué deux enfants.", ["Forces armées unifiées"]),
        ("Les Forces armées déployées à Lori ont tué deux enfants.", ["Forces armées"]),
        ("La Garde territoriale, milice progouvernementale, a enrôlé 47 garçons.", ["Garde territoriale"]),
        ("L'armée, la milice Zaïko et la police ont tué deux enfants.", ["armée", "milice Zaïko", "police"]),
        ("La milice rivale Zaïko a tué deux enfants.", ["Zaïko"]),
        ("Ils étaient habillés comme les rebelles quand la police a arrêté deux garçons.", ["police"]),
    ],
)
def test_a_whole_name_and_no_sort_beside_it(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_small_groups_are_no_small_children() -> None:
    told = read(f"{BEFORE} Les assaillants sont venus par petits groupes, munis d'armes automatiques.", "fr")[-1]
    assert violations_of(told) == set()
