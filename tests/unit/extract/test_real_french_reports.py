"""How French reports of bodies tell it, in words that news and rights groups share; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.quantity import Comparator
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
        "Le recours à des enfants soldats a augmenté, selon des informations vérifiées.",
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
        ("Des anti-balaka ont utilisé des enfants comme boucliers.", ["anti-balaka"]),
    ],
)
def test_who_only_stands_in_the_sentence_is_no_party(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Les rebelles des forces démocratiques alliées (ADF) rôdent. Les ADF ont tué 12 enfants.",
            ["forces démocratiques alliées"],
        ),
        (
            "L'État islamique au Grand Tormal (EIGT) recrute. L'EIGT a tué 12 enfants.",
            ["État islamique au Grand Tormal"],
        ),
        (
            "Ansar Narda et Al-Qaida au Maghreb islamique (AQMI) ont recruté des enfants.",
            ["Ansar Narda", "Al-Qaida au Maghreb islamique"],
        ),
    ],
)
def test_a_party_told_for_short_goes_by_the_name_given_beside_its_letters(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_millions_without_a_number_are_not_one_million() -> None:
    (told,) = read("Des millions d'enfants sont privés d'école à cause de la COVID-19.", "fr")
    assert [item.quantity.comparator for item in told.quantities] == [Comparator.VAGUE]
