"""How sure a text is of what it tells, where grounds, talk, open checks, empty rooms stand for a deed; all invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import read, said, violations_of


@pytest.mark.parametrize(
    ("text", "who", "level"),
    [
        (
            "La Mission a des motifs raisonnables de penser que le Front a tué six garçons.",
            "Mission",
            Factuality.BELIEVED,
        ),
        (
            "Il existe des raisons sérieuses de croire que le Front a tué six garçons.",
            "unnamed",
            Factuality.BELIEVED,
        ),
        (
            "Il a également été fait état de 14 filles enlevées par le Front.",
            "unnamed",
            Factuality.REPORTED,
        ),
        ("On raconte que le Front a tué six garçons.", "unnamed", Factuality.REPORTED),
        ("La procureure a avisé le Comité que six garçons étaient détenus.", "procureure", Factuality.ATTRIBUTED),
    ],
)
def test_grounds_to_believe_and_what_is_told_around_are_no_surer_than_that(
    text: str, who: str, level: Factuality
) -> None:
    (one,) = read(text, "fr")
    assert (one.speaker, one.factuality) == (who, level)


def test_what_a_report_counts_by_party_is_as_sure_as_the_report() -> None:
    text = "Le recrutement de 19 enfants a été imputé au Front du Lac (12) et à la Garde de Kesh (7)."
    assert read(text, "fr")[0].factuality is Factuality.ASSERTED
    one = said("Un tir imputé à la Garde de Kesh a tué deux filles.", "fr", "tir")
    assert one.factuality is Factuality.ALLEGED


def test_what_is_still_being_verified_is_uncorroborated() -> None:
    text = "Le Front a enlevé dix enfants. La vérification de 12 autres enlèvements était toujours en cours."
    assert read(text, "fr")[-1].factuality is Factuality.UNCORROBORATED


@pytest.mark.parametrize(
    "text",
    [
        "Le nombre de filles retenues par le Front n'a jamais été établi.",
        "L'équipe n'a pas été en mesure de rencontrer les filles enlevées.",
        "Nul ne se hasarde à dire combien de filles le Front retient.",
    ],
)
def test_who_was_not_met_and_what_nobody_counts_is_a_limit(text: str) -> None:
    assert [one.kind for one in read("Le Front a enlevé dix filles. " + text, "fr")][-1] is StatementKind.LIMITATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Mission has substantial grounds to believe that the Kesh Front killed six boys."),
        ("fr", "La Mission a des motifs sérieux de croire que le Front de Kesh a tué six garçons."),
        ("es", "La Misión tiene razones fundadas para creer que el Frente de Kesh mató a seis niños."),
        ("ar", "لدى البعثة أسباب وجيهة للاعتقاد بأن جبهة كش قتلت ستة أطفال."),
    ],
)
def test_grounds_to_believe_are_belief(language: str, text: str) -> None:
    assert read(text, language)[0].factuality is Factuality.BELIEVED


def test_an_empty_pharmacy_was_not_looted() -> None:
    calm = "Le Front a pillé l'hôpital de Kesh. La pharmacie est vide depuis."
    assert "attack_hospital" not in {ref.code for one in read(calm, "fr")[1:] for ref in one.violations}
    assert violations_of(read("Les miliciens ont vidé la pharmacie de Kesh.", "fr")[0]) == {"attack_hospital"}


def test_schools_that_remain_occupied_are_in_military_use() -> None:
    text = "Le Front occupe dix écoles. Quatre de ces écoles demeuraient occupées en juin."
    assert violations_of(read(text, "fr")[1]) == {"military_use"}


@pytest.mark.parametrize("money", ["900 000 pesos", "300 hryvnias", "40 000 nairas", "2 000 afghanis"])
def test_money_of_many_countries_is_money_in_french(money: str) -> None:
    text = f"Le Front a recruté dix enfants. Il leur verse {money} par mois."
    (paid,) = [item.quantity for item in read(text, "fr")[1].quantities]
    assert (paid.kind, paid.per) == (QuantityKind.MONEY, "month")


def test_the_fighters_in_the_name_of_a_rally_stay_in_it() -> None:
    text = "Les viols de 30 filles ont été imputés au Rassemblement des combattants du Kesh (26) et à la Garde (4)."
    names = [party.name for party in read(text, "fr")[0].parties]
    assert names == ["Rassemblement des combattants du Kesh", "Garde"]


def test_talks_of_a_party_carry_on_no_violation() -> None:
    text = "Le Front du Lac occupe dix écoles. L'armée et le Front du Lac ont repris leurs négociations en mai."
    assert read(text, "fr")[-1].kind is StatementKind.CONTEXT


def test_a_school_burned_beside_a_health_post_is_in_no_military_use() -> None:
    (one,) = read("Le Front du Lac a brûlé deux écoles et pillé le poste de santé de Kesh.", "fr")
    assert violations_of(one) == {"attack_school", "attack_hospital"}


def test_before_they_were_so_old_is_an_age() -> None:
    (one,) = read("La moitié des filles avaient été enlevées par le Front avant leurs 14 ans.", "fr")
    assert QuantityKind.AGE in {item.quantity.kind for item in one.quantities}
