"""Sentences that stand close to a violation and tell none, each beside the one that does; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read

BROUGHT = [
    ("en", "Soldiers took the wounded children to the hospital."),
    ("en", "Police took three children home."),
    ("en", "Police took three children to school."),
    ("en", "Parents took their children out of school."),
    ("fr", "Les soldats ont emmené les enfants blessés à l'hôpital."),
    ("fr", "La police a emmené trois enfants à l'école."),
    ("fr", "Les parents ont emmené leurs enfants à l'école."),
    ("es", "Los soldados llevaron a los niños heridos al hospital."),
    ("es", "La policía llevó a tres niños a la escuela."),
    ("es", "Los padres sacaron a los niños de la escuela."),
    ("ar", "أخذت الشرطة ثلاثة أطفال إلى منازلهم."),
    ("ar", "أخذوا الأطفال إلى المستشفى."),
]
TAKEN = [
    ("en", "They took nine children from the school."),
    ("en", "Gunmen took nine children out of the school."),
    ("en", "Soldiers took three children from their home."),
    ("en", "The militia took 12 girls to a school it uses as a barracks."),
    ("en", "The fighters took the boys home with them."),
    ("en", "In front of their parents they took nine children."),
    ("fr", "Des rebelles ont emmené neuf enfants de l'école."),
    ("fr", "Les rebelles ont pris neuf enfants dans l'école."),
    ("fr", "Les soldats ont emmené trois enfants à la caserne."),
    ("es", "Los rebeldes se llevaron a nueve niños de la escuela."),
    ("es", "Hombres armados sacaron a nueve niños de la escuela."),
    ("ar", "اقتاد المسلحون تسعة أطفال من المدرسة."),
]
OTHERWISE = [
    ("en", "killing", "Three children drowned while fleeing the shelling."),
    ("fr", "killing", "Trois enfants se sont noyés en fuyant les bombardements."),
    ("en", "recruitment_use", "A boy who killed his father was arrested."),
    ("fr", "recruitment_use", "Un garçon qui a tué son père a été arrêté."),
    ("en", "recruitment_use", "The rebels met three boys."),
    ("fr", "recruitment_use", "Les rebelles ont rencontré trois garçons."),
    ("es", "recruitment_use", "Los rebeldes se reunieron con tres niños."),
    ("en", "recruitment_use", "The pupils in the ranks of the school."),
    ("fr", "recruitment_use", "Les élèves dans les rangs de l'école."),
    ("es", "recruitment_use", "Los alumnos en las filas de la escuela."),
    ("fr", "abduction", "Les enfants ramassent des mines."),
    ("en", "maiming", "Children collected shrapnel."),
    ("es", "maiming", "Los niños recogieron esquirlas."),
    ("ar", "maiming", "جمع الأطفال الشظايا."),
    ("en", "attack_school", "Children played with drones in the school yard."),
    ("fr", "attack_school", "Des enfants jouaient avec des drones dans la cour de l'école."),
    ("es", "attack_school", "Los niños jugaban con drones en el patio de la escuela."),
    ("ar", "attack_school", "لعب الأطفال بطائرات مسيرة في ساحة المدرسة."),
    ("en", "denial_access", "Trucks with aid were stuck in the mud."),
    ("fr", "denial_access", "Des camions d'aide étaient bloqués dans la boue."),
    ("es", "denial_access", "Los camiones con ayuda estaban atascados en el barro."),
    ("ar", "denial_access", "علقت شاحنات المساعدات في الوحل."),
    ("en", "deprivation_liberty", "A strike on a prison run by the Kesh Front killed 12 boys."),
    ("es", "deprivation_liberty", "Un bombardeo contra una cárcel controlada por el Frente de Kesh mató a 12 niños."),
]
TOLD = [
    ("en", "killing", "Three children drowned when a shell hit their boat."),
    ("en", "recruitment_use", "A boy of the Kesh Front killed his father."),
    ("en", "recruitment_use", "Three boys fought with the rebels."),
    ("en", "recruitment_use", "The pupils in the ranks of the militia."),
    ("fr", "recruitment_use", "Des enfants sont dans les rangs de la milice."),
    ("fr", "abduction", "Des soldats ont ramassé trois enfants."),
    ("en", "maiming", "Three children were hit by shrapnel."),
    ("en", "attack_school", "A drone hit the school yard where children played."),
    ("en", "denial_access", "Trucks with aid were stuck at a checkpoint of the army."),
    ("en", "deprivation_liberty", "12 boys were held in a prison run by the Kesh Front."),
]


def _codes(text: str, language: str) -> set[str]:
    return {violation.code for one in read(text, language) for violation in one.violations}


@pytest.mark.parametrize(("language", "text"), BROUGHT)
def test_children_brought_to_care_home_or_to_school_were_not_abducted(language: str, text: str) -> None:
    assert "abduction" not in _codes(text, language)


@pytest.mark.parametrize(("language", "text"), TAKEN)
def test_children_taken_from_there_were(language: str, text: str) -> None:
    assert "abduction" in _codes(text, language)


@pytest.mark.parametrize(("language", "code", "text"), OTHERWISE)
def test_a_word_of_violence_alone_tells_no_violation(language: str, code: str, text: str) -> None:
    assert code not in _codes(text, language)


@pytest.mark.parametrize(("language", "code", "text"), TOLD)
def test_the_same_word_with_what_makes_it_one_does(language: str, code: str, text: str) -> None:
    assert code in _codes(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three children, including two fighters, were killed."),
        ("es", "Tres niños, entre ellos dos combatientes, murieron."),
        ("es", "Tres niños, incluidos dos combatientes, fueron asesinados."),
        ("ar", "قتل ثلاثة أطفال، من بينهم مقاتلون."),
        ("en", "A shell hit a prison run by the Kesh Front."),
        ("ar", "أصابت قذيفة سجنا تديره جبهة كيش."),
    ],
)
def test_who_is_among_those_hit_did_not_do_it(language: str, text: str) -> None:
    assert [party.name for one in read(text, language) for party in one.parties] == []
