"""Deeds that stay told beside words which, elsewhere, tell that nothing was done. Every sentence is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def codes_of(text: str, language: str) -> list[str]:
    """The violations of every statement, in order."""
    return [ref.code for one in read(text, language) for ref in one.violations]


def parties_of(text: str, language: str) -> list[str]:
    """The parties of every statement, in order."""
    return [ref.name for one in read(text, language) for ref in one.parties]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three children died in an air strike on the flood-hit town of Kesh."),
        ("en", "Five children died when a shell hit a cholera ward in Kesh."),
        ("en", "Two children died of an infection after they were shot by soldiers."),
        ("fr", "Deux enfants sont morts de complications de leurs blessures par balle."),
        ("es", "Tres niños murieron en un bombardeo durante la epidemia de cólera."),
        ("ar", "مات ثلاثة أطفال في قصف خلال وباء الكوليرا في كيش."),
    ],
)
def test_a_killing_in_a_town_that_has_an_illness_is_one(language: str, text: str) -> None:
    assert "killing" in codes_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighters abducted three boys from the ruins of Kesh."),
        ("fr", "Les rebelles ont enlevé trois garçons dans les ruines de Kesh."),
        ("es", "Los rebeldes secuestraron a tres niños en las ruinas de Kesh."),
        ("ar", "خطف المسلحون ثلاثة أطفال من بين أنقاض كيش."),
        ("en", "Soldiers searching houses abducted girls from the village."),
        ("en", "Militiamen searching for food abducted children in Kesh."),
    ],
)
def test_an_abduction_among_ruins_or_by_who_searches_is_one(language: str, text: str) -> None:
    assert codes_of(text, language) == ["abduction"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army, which did not respond to requests for comment, killed three children in the strike."),
        ("fr", "L'armée, qui n'a pas répondu à nos questions, a tué trois enfants."),
        ("es", "El ejército, que no respondió a las preguntas, mató a tres niños."),
        ("fr", "Le groupe interdit a tué trois enfants à Kesh."),
    ],
)
def test_a_killing_behind_an_aside_is_one(language: str, text: str) -> None:
    assert codes_of(text, language) == ["killing"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Cerca de Kesh detuvieron a cuatro niños."),
        ("es", "Frente al mercado fueron detenidos cuatro niños."),
        ("ar", "قرب كيش اعتقلت الشرطة أربعة أطفال."),
        ("ar", "أمام المدرسة اعتقل الجيش أربعة أطفال."),
    ],
)
def test_who_was_held_near_a_place_was_held(language: str, text: str) -> None:
    assert codes_of(text, language) == ["deprivation_liberty"]


def test_across_from_a_market_is_no_front() -> None:
    assert parties_of("Frente al mercado fueron detenidos cuatro niños.", "es") == []
    assert parties_of("El Frente al Amanecer mató a tres niños.", "es") == ["Frente al Amanecer"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les miliciens ont interrogé des filles puis les ont enlevées."),
        ("es", "Los soldados entrevistaron a vecinos y secuestraron a tres niños."),
    ],
)
def test_whom_soldiers_question_is_no_method(language: str, text: str) -> None:
    assert codes_of(text, language) == ["abduction"]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "The Kesh Front, backed by the army, killed three children.", "Kesh Front"),
        ("en", "The Kesh Front, supported by the Wadi Brigade, killed three children.", "Kesh Front"),
        ("fr", "Les miliciens soutenus par l'armée ont tué trois enfants.", "miliciens"),
        ("fr", "Les milices financées par le Front du Kesh ont enlevé 12 garçons.", "milices"),
        ("es", "El Frente de Kesh, apoyado por el ejército, mató a tres niños.", "Frente de Kesh"),
        ("ar", "قتلت ميليشيا مدعومة من الحكومة ثلاثة أطفال.", "ميليشيا"),
    ],
)
def test_who_backs_a_party_did_not_do_what_it_did(language: str, text: str, party: str) -> None:
    assert parties_of(text, language) == [party]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Twelve boys were held in a prison controlled by the Kesh Front.", ["Kesh Front"]),
        ("fr", "Douze garçons sont détenus dans une prison contrôlée par le Front du Kesh.", ["Front du Kesh"]),
        ("es", "Doce niños están detenidos en una cárcel controlada por el Frente de Kesh.", ["Frente de Kesh"]),
        ("en", "Three children were killed near a prison controlled by the Kesh Front.", []),
        ("en", "Three children were killed in a strike on a prison controlled by the Kesh Front.", []),
        ("en", "The army shelled a prison controlled by the Kesh Front, killing three children.", ["army"]),
        ("es", "Tres niños murieron en un bombardeo contra una cárcel controlada por el Frente de Kesh.", []),
    ],
)
def test_who_controls_a_prison_holds_whoever_is_in_it(language: str, text: str, parties: list[str]) -> None:
    assert parties_of(text, language) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Three children were killed in an army raid.", ["army"]),
        ("en", "Three children were killed in a rebel attack.", ["rebel"]),
        ("en", "Three children were killed in an attack on the army.", []),
        ("fr", "Trois enfants ont été tués dans une attaque des rebelles.", ["rebelles"]),
        ("fr", "Trois enfants ont été tués dans une attaque contre l'armée.", []),
        ("es", "Tres niños fueron asesinados en un ataque del ejército.", ["ejército"]),
        ("es", "Tres niños fueron asesinados en un ataque al ejército.", []),
    ],
)
def test_whose_attack_it_was_did_it(language: str, text: str, parties: list[str]) -> None:
    assert parties_of(text, language) == parties


def test_children_killed_in_a_rebel_attack_were_not_among_the_rebels() -> None:
    assert codes_of("Trois enfants ont été tués dans une attaque des rebelles.", "fr") == ["killing"]
    assert codes_of("Il y a des enfants dans leurs rangs.", "fr") == ["recruitment_use"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Kesh Front handed over 12 boys to UNICEF."),
        ("en", "The army freed 12 boys held by the Kesh Front."),
        ("fr", "Le Front du Kesh a remis 12 garçons à l'UNICEF."),
        ("es", "La Guardia entregó a 12 niños a UNICEF."),
        ("ar", "سلمت جبهة كيش 12 طفلا إلى اليونيسف."),
    ],
)
def test_the_front_in_a_name_is_no_front_line(language: str, text: str) -> None:
    assert codes_of(text, language) == []


def test_boys_employed_at_checkpoints_are_used() -> None:
    text = (
        "La Milicia de Autoprotección estaría empleando a muchachos de 15 a 17 años en los controles de acceso a Kesh."
    )
    assert codes_of(text, "es") == ["recruitment_use"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Three girls cooked for the troops of the Red Front.", ["recruitment_use"]),
        ("en", "Three girls cooked for the wedding.", []),
        ("es", "Tres niñas cocinaban para la tropa del Frente Rojo.", ["recruitment_use"]),
        ("es", "Tres niñas cocinaban para la fiesta.", []),
        ("fr", "Trois filles cuisinaient pour la troupe du Front rouge.", ["recruitment_use"]),
        ("fr", "Trois filles cuisinaient pour la fête.", []),
        ("ar", "طفلان يحملان الماء للمسلحين.", ["recruitment_use"]),
        ("ar", "طفلان يحملان الماء للضيوف.", []),
    ],
)
def test_children_who_work_for_the_troops_are_used(language: str, text: str, told: list[str]) -> None:
    assert codes_of(text, language) == told


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Soldiers violated four girls and the truce in Amra.", ["sexual_violence"]),
        ("Soldiers violated the children's rights in Amra.", []),
    ],
)
def test_children_who_are_named_before_the_rule_that_was_broken_were_harmed_too(text: str, codes: list[str]) -> None:
    assert codes_of(text, "en") == codes
