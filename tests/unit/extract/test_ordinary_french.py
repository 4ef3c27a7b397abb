"""What ordinary French news, notes and posts say in ordinary ways; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import Comparator
from unit.extract.told import page_of, parties_of, read, violations_of

BEFORE = "Des rebelles ont tué 14 enfants à Kesh."
POST = (
    "Soirée noire à Kesh. Deux fusillades depuis hier, la bande du port a enlevé une fillette au marché et demande une "
    "rançon à sa mère. Les voisins n'osent plus sortir, les commerces sont clos, la route du port est vide. On entend "
    "du bruit au loin, personne ne dort, les gens restent chez eux et attendent le matin avec leurs petits. Le "
    "boulanger a laissé du pain devant les portes, une tante est venue de loin pour prendre des nouvelles du petit. "
    "Demain l'école restera close aussi, a dit la directrice aux parents venus attendre devant la grille. "
)


def test_a_post_on_ransoms_and_shootings_tells_of_conflict() -> None:
    assert page_of(POST, "fr").tells_of_conflict


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Deux médecins ont au contraire fait état de 20 enfants tués.", "Deux médecins"),
        ("Un instituteur que je connais estime que 20 enfants ont été recrutés.", "instituteur"),
        ("L'Observatoire demande à toutes les parties de laisser passer les secours.", "Observatoire"),
        ("L'association tient la milice pour responsable de la mort de 12 enfants.", "association"),
        ("Le préfet reproche à l'armée d'avoir occupé deux lycées.", "préfet"),
    ],
)
def test_french_speakers_stand_before_asides_relatives_calls_and_blame(text: str, who: str) -> None:
    assert read(f"{BEFORE} {text}", "fr")[-1].speaker == who


def test_who_is_blamed_denies_by_a_pronoun() -> None:
    told = read(f"{BEFORE} La Ligue accuse les brigades Al-Nour du tir. Celles-ci nient avoir visé un hôpital.", "fr")[
        -1
    ]
    assert told.factuality is Factuality.CLAIMED_BY_PARTY
    assert "Al-Nour" in told.speaker


def test_two_camps_that_pass_the_blame_both_claim() -> None:
    told = read(f"{BEFORE} L'armée et le Front se sont rejeté la responsabilité du tir.", "fr")[-1]
    assert told.kind is StatementKind.CONTEXT_CLAIM
    assert told.factuality is Factuality.CLAIMED_BY_PARTY
    assert [name for name, _ in parties_of(told)] == ["armée", "Front"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Les rebelles ont raflé douze lycéens.", {"abduction"}),
        ("La police a raflé douze lycéens.", {"deprivation_liberty"}),
        ("Sept garçons soupçonnés d'être des guetteurs sont détenus.", {"deprivation_liberty", "recruitment_use"}),
        ("Les rebelles ont attaqué 26 structures de soins.", {"attack_hospital"}),
        ("Des gamins de dix ans font le guet pour la milice.", {"recruitment_use"}),
        ("Amadou, 15 ans, a été emmené un soir de mai par trois hommes du Front.", {"abduction"}),
        ("Le Gouvernement a adopté en juin 2020 un protocole de remise des enfants.", set()),
    ],
)
def test_french_deeds_in_ordinary_verbs(text: str, codes: set[str]) -> None:
    assert violations_of(read(f"{BEFORE} {text}", "fr")[-1]) == codes


def test_some_fifty_of_them_are_counted() -> None:
    told = read(f"{BEFORE} Une cinquantaine d'entre eux auraient été exécutés.", "fr")[-1]
    assert [(int(i.quantity.low or 0), i.quantity.comparator) for i in told.quantities] == [(50, Comparator.ABOUT)]


def test_in_all_likelihood_and_varies_by_hospital_name_no_speaker() -> None:
    told = read(
        "Un engin posé selon toute vraisemblance hier a tué deux filles, le bilan variant selon les hôpitaux.", "fr"
    )
    assert told[0].factuality is Factuality.BELIEVED
    assert "hôpitaux" not in told[0].speaker


def test_state_television_speaks_for_a_side() -> None:
    told = read(f"{BEFORE} La télévision d'État affirme que 20 enfants ont été tués par les rebelles.", "fr")[-1]
    assert told.factuality is Factuality.CLAIMED_BY_PARTY


def test_who_calls_on_the_council_goes_on_about_no_deed() -> None:
    told = read(f"{BEFORE} Le gouvernement kesien nie détenir des enfants.\n\nL'ADE appelle le Conseil à agir.", "fr")[
        -1
    ]
    assert (told.kind, violations_of(told), parties_of(told)) == (StatementKind.CONTEXT, set(), [])
    assert told.speaker == "ADE"
