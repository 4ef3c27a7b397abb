"""How French reports of bodies tell it, in words that news and rights groups share; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.quantity import Comparator, QuantityKind
from unit.extract.told import parties_of, read, violations_of


def _told(text: str) -> Statement:
    return read(text, "fr")[-1]


def _names(text: str) -> list[str]:
    return [name for name, _ in parties_of(_told(text))]


def _source(text: str) -> str:
    return _told(text).chain[-1].actor


@pytest.mark.parametrize(
    "text",
    [
        "Au total, 62 cas de recrutement ont été confirmés à Tormal.",
        "Vingt viols sur des filles ont été recensés en 2015.",
        "Trente enlèvements d'enfants ont été enregistrés à Tormal.",
        "Sur les cas avérés, 56 % concernaient des enfants de moins de 15 ans.",
    ],
)
def test_what_was_checked_or_counted_is_the_word_of_the_text(text: str) -> None:
    assert _source(text) == "document"
    assert _told(text).factuality in (Factuality.ASSERTED, Factuality.VERIFIED_BY_SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        "Les premières informations ont indiqué que des centaines d'enfants ont été enrôlés.",
        "Selon les informations reçues, 12 enfants ont été tués par la milice Kori.",
        "L'Organisation a reçu de nombreuses informations selon lesquelles le Front de Lasa recrute des enfants.",
    ],
)
def test_information_that_came_in_is_of_nobody_named_and_hedged(text: str) -> None:
    assert (_source(text), _told(text).factuality) == ("unnamed", Factuality.REPORTED)


@pytest.mark.parametrize(
    "text",
    [
        "Le recrutement d'enfants par le Front de Lasa s'est poursuivi.",
        "L'enrôlement et l'utilisation d'enfants par le Front de Lasa se sont poursuivis.",
        "Le Front de Lasa a poursuivi le recrutement d'enfants.",
    ],
)
def test_a_deed_that_went_on_is_said_and_prosecuted_by_nobody(text: str) -> None:
    assert (_source(text), _told(text).factuality) == ("document", Factuality.ASSERTED)
    assert _names(text) == ["Front de Lasa"]


def test_who_is_prosecuted_is_still_only_accused() -> None:
    assert _told("Deux officiers sont poursuivis pour viol sur une fillette.").factuality is Factuality.ALLEGED


@pytest.mark.parametrize(
    "text",
    [
        "Le rapport traite du sort des enfants en temps de conflit armé.",
        "Les enfants fuient les combats entre l'armée et les rebelles.",
        "Les enfants ont peur des groupes armés et des combats.",
        "Des milliers d'enfants ont été déplacés par les combats entre l'armée et les groupes armés.",
        "Les enfants sont les premières victimes du conflit armé qui oppose l'armée aux rebelles.",
        "Le siège de la ville, où vivent 300 enfants, a été utilisé comme tactique de guerre.",
    ],
)
def test_children_beside_an_armed_conflict_are_not_recruited(text: str) -> None:
    assert not any("recruitment_use" in violations_of(one) for one in read(text, "fr"))


@pytest.mark.parametrize(
    "text",
    [
        "Des garçons armés gardent la route pour le Front de Lasa.",
        "Le Front de Lasa a montré des enfants en armes.",
        "Des garçons montent la garde pour le Front de Lasa.",
        "Le Front de Lasa fait défiler des adolescents portant des armes.",
    ],
)
def test_children_who_bear_arms_are_recruited(text: str) -> None:
    assert any("recruitment_use" in violations_of(one) for one in read(text, "fr"))


def test_rape_as_an_arm_of_war_recruits_nobody() -> None:
    assert violations_of(_told("Le viol de filles a été utilisé comme arme de guerre.")) == {"sexual_violence"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ces enfants ont servi de combattants, de messagers et de cuisiniers.", []),
        ("Le recours à des enfants soldats étrangers a augmenté.", []),
        ("La MONUSCO a transféré ces enfants à une association locale.", []),
        ("Le Conseil de sécurité a examiné le sort des enfants de Tormal.", []),
        ("Le Comité international de la Croix-Rouge a recueilli 12 enfants blessés.", []),
        ("Les groupes armés terroristes ont tué douze enfants.", ["groupes armés terroristes"]),
    ],
)
def test_who_only_stands_in_the_sentence_is_no_party(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "L'État islamique au Grand Tormal (EIGT) recrute. L'EIGT a tué 12 enfants.",
            ["État islamique au Grand Tormal"],
        ),
        (
            "Ansar Narda et le Front islamique du Tormal (FIT) ont recruté des enfants.",
            ["Ansar Narda", "Front islamique du Tormal"],
        ),
    ],
)
def test_a_party_told_for_short_goes_by_the_name_given_beside_its_letters(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_millions_without_a_number_are_not_one_million() -> None:
    (told,) = read("Des millions d'enfants sont privés d'école à cause de la COVID-19.", "fr")
    assert [item.quantity.comparator for item in told.quantities] == [Comparator.VAGUE]


@pytest.mark.parametrize(
    "text",
    [
        "Le même rapport confirme que 67 enfants ont été détenus pour association présumée avec des groupes armés.",
        "Les autorités ont détenu 12 garçons en raison de leur association avec le Front de Lasa.",
        "Quarante enfants ont été privés de liberté pour leurs liens présumés avec le Front de Lasa.",
    ],
)
def test_held_on_the_charge_of_belonging_is_no_recruitment(text: str) -> None:
    assert violations_of(_told(text)) == {"deprivation_liberty"}


def test_a_row_of_places_with_numbers_holds_no_party() -> None:
    (told,) = read("Des attaques contre des écoles ont eu lieu à Tormal (12), Belika (3) et Odem (2).", "fr")
    assert (parties_of(told), [place.name for place in told.places]) == ([], ["Tormal", "Belika", "Odem"])


def test_a_row_of_gangs_between_marks_names_each() -> None:
    text = (
        "Le recrutement de 9 enfants par les gangs : « Brelan » (5), « Haut Ravin » (3) et « Tim Solda » (1) est connu."
    )
    assert _names(text) == ["Brelan", "Haut Ravin", "Tim Solda"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Douze filles ont été enlevées il y a plus de trois ans par le groupe extrémiste Kori Haram.", ["Kori Haram"]),
        ("Trois enfants ont été tués dans le quartier rebelle de Tormal.", []),
        ("Le groupe armé Kori a été formé, et le Front de Lasa a tué 12 enfants.", ["Front de Lasa"]),
    ],
)
def test_the_sort_of_a_group_and_of_a_quarter_is_no_name(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_how_long_ago_it_was_is_no_age() -> None:
    (told,) = read("Douze filles ont été enlevées il y a plus de trois ans par le Front de Lasa.", "fr")
    assert not any(item.quantity.kind is QuantityKind.AGE for item in told.quantities)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Les attaques d'écoles sont nombreuses, selon Veille Enfance qui dénombre 300 élèves exclus.",
            "Veille Enfance",
        ),
        ("Les deux garçons blessés ont 10 et 12 ans, précisent d'autres sources.", "unnamed"),
        ("Douze filles ont été enlevées, selon plusieurs sources.", "unnamed"),
        ("Douze filles ont été enlevées, selon des sources locales.", "sources locales"),
        ("Le lourd bilan de cette attaque d'une horreur sans nom fait état de sept enfants tués.", "document"),
        ("Des sources sécuritaires informent que le Front de Lasa recrute des enfants.", "sources sécuritaires"),
        ('Un rapport de Veille Enfance intitulé "Sans école" révèle le recrutement de 44 enfants.', "Veille Enfance"),
        ("D'autres informations ont été reçues qui indiquent que le Front de Lasa recrute des enfants.", "unnamed"),
    ],
)
def test_who_tells_is_whom_the_frame_names(text: str, source: str) -> None:
    assert _source(text) == source


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Douze enfants blessés, dont certains entre la vie et la mort, sont soignés à Tormal.", {"maiming"}),
        ("Les garçons recrutés par les gangs doivent participer à des enlèvements.", {"recruitment_use"}),
        ("Les filles privées d'école sont exposées aux mariages précoces.", set()),
    ],
)
def test_what_children_risk_or_are_made_to_do_befell_none_of_them(text: str, codes: set[str]) -> None:
    assert violations_of(_told(text)) == codes


def test_the_country_is_told_beside_the_town() -> None:
    (told,) = read("Douze enfants ont été tués à Goma, en République démocratique du Congo.", "fr")
    assert [place.name for place in told.places] == ["Goma", "République démocratique du Congo"]


def test_who_presides_over_a_body_did_not_do_what_it_verified() -> None:
    text = (
        "L'équipe spéciale, qui est coprésidée par la MINUSMA, a confirmé que 12 violations graves avaient été "
        "commises contre des enfants."
    )
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Plus de 300 enfants ont été déportés par l'armée.", {"abduction"}),
        ("Selon un rapport préliminaire de Veille Enfance, sept garçons sont morts dans l'attaque.", {"killing"}),
        ("La milice Kori a incendié deux écoles. Des milliers d'élèves sont privés d'école.", set()),
    ],
)
def test_what_a_later_sentence_tells_is_its_own(text: str, codes: set[str]) -> None:
    assert violations_of(_told(text)) == codes
    assert _told(text).factuality is not Factuality.UNKNOWN
