"""French as agencies, the United Nations, rights groups write it on an ordinary day; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.terms.quantity import Comparator, QuantityKind
from unit.extract.told import read, said

CLAIM = "Le Front du Lac a tué dix enfants à Kesh."


def codes_of(one: Statement) -> set[str]:
    return {ref.code for ref in one.violations}


def rule_of(one: Statement) -> str:
    """The rule that dated the deed."""
    return getattr(one.act_period, "rule", "")


@pytest.mark.parametrize(
    "silence",
    [
        "Le Front du Lac n'a pas donné suite à nos questions.",
        "Le Front du Lac n'a pas revendiqué l'attaque.",
        "Le Front du Lac n'a pas pu être joint.",
        "Le Front du Lac n'a pas souhaité s'exprimer.",
        "Nos courriels au Front du Lac sont restés sans réponse.",
    ],
)
def test_who_does_not_answer_claims_nothing_and_is_blamed_for_nothing(silence: str) -> None:
    one = read(f"{CLAIM} {silence}", "fr")[-1]
    assert (one.kind, one.parties, one.violations) == (StatementKind.CONTEXT, (), ())


@pytest.mark.parametrize(
    "freed",
    [
        "Par ailleurs, 30 enfants ont retrouvé leur famille.",
        "Au total, 30 enfants ont été séparés des rangs de ces groupes.",
        "Quelque 30 enfants ont été confiés à des partenaires.",
        "Une trentaine de filles ont regagné leur foyer.",
    ],
)
def test_children_who_came_back_were_not_taken_in_that_sentence(freed: str) -> None:
    one = read(f"Le Front du Lac a enrôlé dix enfants. {freed}", "fr")[-1]
    assert (one.kind, one.violations) == (StatementKind.CONTEXT, ())


@pytest.mark.parametrize(
    "limit",
    [
        "Les entraves aux déplacements n'ont pas permis d'évaluer l'ampleur des violations.",
        "La préfecture a renoncé à compter les disparus.",
        "La mairie ne tient plus de registre.",
    ],
)
def test_who_stopped_counting_sets_a_limit(limit: str) -> None:
    assert read(f"{CLAIM} {limit}", "fr")[-1].kind is StatementKind.LIMITATION


@pytest.mark.parametrize(
    ("text", "who", "level"),
    [
        ("Le maire de Kesh a donné un bilan de dix enfants tués.", "maire de Kesh", Factuality.ATTRIBUTED),
        ("Dix enfants, croit savoir un voisin, ont été enrôlés.", "voisin", Factuality.BELIEVED),
        ("Un infirmier nous donne dix enfants blessés.", "infirmier", Factuality.ATTRIBUTED),
        ("Dix enfants ont été tués, précise l'ONG basée à Amra.", "ONG", Factuality.ATTRIBUTED),
    ],
)
def test_who_gives_a_count_or_believes_to_know_is_the_source(text: str, who: str, level: Factuality) -> None:
    one = read(text, "fr")[0]
    assert (one.speaker, one.factuality) == (who, level)


def test_the_youngest_is_as_old_as_told() -> None:
    (one,) = read("Dix filles, dont la plus jeune a 11 ans, ont été violées.", "fr")
    ages = [item.quantity for item in one.quantities if item.quantity.kind is QuantityKind.AGE]
    assert [(age.comparator, age.low) for age in ages] == [(Comparator.EXACT, 11)]


def test_fighters_who_were_killed_are_no_children() -> None:
    one = read(f"{CLAIM} L'armée dit avoir abattu deux terroristes.", "fr")[-1]
    assert codes_of(one) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Les soldats du Front du Lac sont repartis avec onze élèves.", "abduction"),
        ("Deux habitants parlent de rafles de garçons par le Front du Lac.", "abduction"),
        ("Toujours aucune nouvelle des douze filles de Kesh, où le Front du Lac est passé.", "abduction"),
        ("Le Front du Lac a conduit les garçons dans un camp d'entraînement.", "recruitment_use"),
    ],
)
def test_deeds_told_by_what_came_of_them(text: str, code: str) -> None:
    assert code in codes_of(read(text, "fr")[0])


def test_what_follows_from_it_goes_on_with_the_claim() -> None:
    text = "Le Front du Lac a brûlé dix écoles, ce qui prive de cours près de 2 000 élèves."
    assert len(read(text, "fr")) == 1


def test_the_day_of_speaking_between_verb_and_speaker_dates_no_deed() -> None:
    one = said("Dix garçons sont détenus à Kesh, a dénoncé lundi l'avocate Rita Sanz.", "fr", "Dix garçons")
    assert rule_of(one) == ""


def test_a_day_in_the_name_of_a_party_dates_nothing() -> None:
    one = read("Dix enfants ont été tués par le Mouvement du 3 mars.", "fr")[0]
    assert (rule_of(one), [party.name for party in one.parties]) == ("not_after_publication", ["Mouvement du 3 mars"])
