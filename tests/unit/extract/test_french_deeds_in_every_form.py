"""French deeds in every form of their verb and noun; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import parties_of, read, violations_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ce jour-là, les rebelles tuèrent quatre enfants.", "killing"),
        ("Un voisin dit avoir vu des soldats abattre un garçon de 14 ans.", "killing"),
        ("Ils sont entrés dans le village, violant deux lycéennes.", "sexual_violence"),
        ("Les rebelles prirent en otage douze écolières.", "abduction"),
        ("La milice avait capturé cinq jeunes bergers de 12 à 15 ans.", "abduction"),
        ("Les soldats ont traversé le village en arrêtant seize mineurs.", "deprivation_liberty"),
        ("Le rapport fait état du meurtre d'un enseignant par les rebelles.", "attack_school"),
        ("Le rapport fait état du passage à tabac de deux adolescents.", "maiming"),
        ("Une écolière a été touchée à la jambe.", "maiming"),
        ("Un garçon de 11 ans a eu la main arrachée par une grenade.", "maiming"),
        ("On lui a mis une arme dans les mains à 13 ans.", "recruitment_use"),
        ("Ils ont envoyé des adolescents au combat.", "recruitment_use"),
        ("Un garçon a été frappé par trois militaires.", "maiming"),
        ("L'adolescent a perdu l'usage d'un œil.", "maiming"),
        ("Des soldats ont tiré à balles réelles sur des lycéens.", "maiming"),
        ("La milice oblige les parents à livrer un enfant.", "recruitment_use"),
        ("Un obus est tombé sur la cour de récréation.", "attack_school"),
        ("Des mitrailleuses ont été placées sur le toit de l'école.", "military_use"),
        ("Les humanitaires n'ont plus accès à Amra depuis juin.", "denial_access"),
        ("Un convoi de l'ONU a dû faire demi-tour.", "denial_access"),
        ("Un chauffeur d'une ONG a été tué dans une embuscade.", "denial_access"),
        ("Des miliciens ont confisqué des vaccins destinés aux enfants.", "denial_access"),
    ],
)
def test_each_form_of_the_verb_tells_the_deed(text: str, code: str) -> None:
    assert code in violations_of(read(text, "fr")[0])


@pytest.mark.parametrize(
    "text",
    [
        "Le 4 mai, les gendarmes tuèrent deux bandits.",
        "La milice a capturé deux officiers de l'armée.",
        "Le gouvernement promet d'arrêter la guerre.",
        "Les soldats arrêtèrent deux trafiquants d'armes.",
        "Le ministre a été touché à la jambe par une balle.",
        "L'armée a envoyé des renforts au front.",
        "Les humanitaires ont de nouveau accès à Amra.",
        "Un manifestant a été frappé par deux policiers.",
        "Les parents sont obligés de livrer leur pain.",
        "Les enfants jouent dans la cour de récréation.",
        "Le chauffeur du bus a été tué dans un accident de la route.",
    ],
)
def test_grown_ups_and_other_matters_are_no_violation_against_children(text: str) -> None:
    assert [violations_of(one) for one in read(text, "fr") if one.violations] == []


def test_a_deed_named_by_its_noun_and_its_day_is_told_whole() -> None:
    (told,) = read("L'enlèvement de neuf garçons, le 4 mai à Amra, a été attribué aux rebelles.", "fr")
    assert violations_of(told) == {"abduction"}
    assert parties_of(told) == [("rebelles", "stated")]


def test_one_capital_letter_opens_no_dateline() -> None:
    (told,) = read("A boys' school in Kesh, on 4 May, was burned down by rebels.", "en")
    assert told.quote.startswith("A boys")


def test_children_killed_are_not_those_who_kill_whoever_tells_it() -> None:
    (told,) = read("Amra : quatre enfants tués, selon des habitants.", "fr")
    assert violations_of(told) == {"killing"}


def test_men_in_fatigues_are_no_child_in_fatigues() -> None:
    (told,) = read("Un lycéen torturé par des hommes en treillis.", "fr")
    assert violations_of(told) == {"maiming"}


def test_the_wounded_stay_wounded_in_front_of_a_sentence_on_a_school() -> None:
    told = read("Quatre enfants ont été tués et onze blessés. L'école a été incendiée.", "fr")
    assert [violations_of(one) for one in told] == [{"killing", "maiming"}, {"attack_school"}]


def test_a_number_in_words_ends_its_sentence() -> None:
    first, last = read("Le chef du village parle de sept. Aucun de ces bilans n'a pu être vérifié.", "fr")
    assert first.quote.endswith("sept")
    assert last.factuality is Factuality.UNKNOWN


def test_a_month_cut_short_behind_its_day_ends_none() -> None:
    assert len(read("Le 12 sept. Des rebelles ont tué quatre enfants.", "fr")) == 1


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("Un nouveau-né et sa mère sont morts.", "killing", Factuality.ASSERTED),
        ("On craint que neuf garçons n'aient été recrutés.", "recruitment_use", Factuality.BELIEVED),
        ("Les familles redoutent que la milice n'ait enlevé leurs fils.", "abduction", Factuality.BELIEVED),
    ],
)
def test_what_is_spelled_like_a_not_denies_nothing(text: str, code: str, level: Factuality) -> None:
    (told,) = read(text, "fr")
    assert (told.kind.value, violations_of(told), told.factuality) == ("violation_claim", {code}, level)


def test_a_not_behind_a_fear_that_has_its_second_word_denies() -> None:
    told = read("La milice n'a pas tué les garçons, dont on craint qu'ils n'aient pas été retrouvés.", "fr")[0]
    assert told.kind.value == "context_claim"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Rien n'indique que les garçons aient été recrutés.", Factuality.UNCORROBORATED),
        ("Une vidéo non authentifiée montre des soldats battant deux adolescents.", Factuality.UNCORROBORATED),
        ("Des adultes encadraient les garçons recrutés par la milice.", Factuality.ASSERTED),
        ("Des voisins enterraient les quatre enfants tués.", Factuality.ASSERTED),
    ],
)
def test_how_sure_french_words_are(text: str, level: Factuality) -> None:
    assert read(text, "fr")[0].factuality is level
