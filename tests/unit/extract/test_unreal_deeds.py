"""Deeds that a sentence only threatens, plans, tries, fears, supposes, rules on or makes up; and what was
done beside such words. In four languages; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read, violations_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is a crime to recruit children."),
        ("en", "Recruiting children under 15 is a war crime."),
        ("en", "Children would be recruited if the war went on."),
        ("en", "If the army attacks the town, 500 children could be killed."),
        ("en", "The rebels threatened to kill 12 children."),
        ("en", "Rebels threatened to abduct the girls."),
        ("en", "Parents fear that rebels will abduct their children."),
        ("en", "Families fear their sons may be recruited."),
        ("en", "The camp was moved in order to protect children from recruitment."),
        ("en", "The army plans to recruit 500 boys."),
        ("en", "The rebels planned to kidnap 30 schoolgirls."),
        ("en", "The rebels tried to abduct 12 girls but failed."),
        ("en", "The rebels attempted to recruit 12 boys."),
        ("en", "The film tells how rebels abduct 12 girls."),
        ("en", "In the novel, soldiers kill 12 children."),
        ("en", "Officers were trained on how to prevent the killing of children."),
        ("en", "The training taught 40 officers about child recruitment."),
        ("en", "The bill would punish those who recruit children."),
        ("en", "To kill a child is a sin."),
        ("en", "The video game lets players kill children."),
        ("en", "Up to 500 children are at risk of recruitment."),
        ("en", "Children at risk of being abducted were moved."),
        ("en", "The army wants to recruit 500 boys."),
        ("en", "Villagers suspect rebels might abduct children."),
        ("fr", "Recruter des enfants est un crime."),
        ("fr", "Des enfants seraient recrutés si la guerre continuait."),
        ("fr", "Si l'armée attaque la ville, 500 enfants pourraient être tués."),
        ("fr", "Les rebelles ont menacé de tuer 12 enfants."),
        ("fr", "Les parents craignent que les rebelles enlèvent leurs enfants."),
        ("fr", "Le camp a été déplacé afin de protéger les enfants du recrutement."),
        ("fr", "L'armée prévoit de recruter 500 garçons."),
        ("fr", "Les rebelles ont tenté d'enlever 12 filles."),
        ("fr", "Le film raconte comment des rebelles enlèvent 12 filles."),
        ("fr", "Dans le roman, des soldats tuent 12 enfants."),
        ("fr", "Quarante officiers ont été formés à la prévention du recrutement d'enfants."),
        ("es", "Reclutar niños es un crimen."),
        ("es", "Los niños serían reclutados si la guerra continuara."),
        ("es", "Si el Ejército ataca la ciudad, 500 niños podrían morir."),
        ("es", "Los rebeldes amenazaron con matar a 12 niños."),
        ("es", "Los padres temen que los rebeldes secuestren a sus hijos."),
        ("es", "El campamento fue trasladado para proteger a los niños del reclutamiento."),
        ("es", "El Ejército planea reclutar a 500 niños."),
        ("es", "Los rebeldes intentaron secuestrar a 12 niñas."),
        ("es", "La película cuenta cómo unos rebeldes secuestran a 12 niñas."),
        ("es", "En la novela, los soldados matan a 12 niños."),
        ("es", "Cuarenta oficiales recibieron formación para prevenir el reclutamiento de niños."),
        ("ar", "تجنيد الأطفال جريمة."),
        ("ar", "إذا هاجم الجيش المدينة فقد يقتل 500 طفل."),
        ("ar", "هدد المسلحون بقتل 12 طفلا."),
        ("ar", "يخشى الأهالي أن يخطف المسلحون أطفالهم."),
        ("ar", "نقل المخيم لحماية الأطفال من التجنيد."),
        ("ar", "يخطط الجيش لتجنيد 500 طفل."),
        ("ar", "حاول المسلحون خطف 12 فتاة."),
        ("ar", "يروي الفيلم كيف يخطف المسلحون 12 فتاة."),
        ("ar", "في الرواية يقتل الجنود 12 طفلا."),
        ("ar", "تلقى أربعون ضابطا تدريبا على منع تجنيد الأطفال."),
    ],
)
def test_what_nobody_did_is_no_violation_and_no_figure(language: str, text: str) -> None:
    found = read(text, language)
    assert [one for one in found if one.violations or one.kind is not StatementKind.CONTEXT] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels who tried to flee killed 12 children."),
        ("en", "The army's plan failed and its soldiers killed 12 children."),
        ("en", "Rebels threatened the teacher and killed two pupils."),
        ("en", "Residents fear the rebels have abducted 12 girls."),
        ("en", "Doctors fear 12 children have been killed."),
        ("en", "12 children may have been killed in the attack."),
        ("en", "The army failed to protect 12 children, who were killed by rebels."),
        ("en", "The army did nothing to prevent rebels from killing 12 children."),
        ("en", "The killing of 12 children in Kesh on Monday is a crime, the mayor said."),
        ("en", "The recruitment of children by the Lake Front is illegal under the law."),
        ("en", "Boys were recruited in training camps on the border."),
        ("en", "12 children were killed if the reports are true."),
        ("en", "Rebels killed 12 children in an attempt to take the town."),
        ("en", "Two boys were shot as they tried to run."),
        ("en", "The rebels want a ransom for the 12 girls they abducted."),
        ("en", "Rebels promised pay to the 12 boys they recruited."),
        ("fr", "Les rebelles ont tué 12 enfants lors d'une tentative d'évasion."),
        ("fr", "Les parents craignent que les rebelles aient enlevé 12 filles."),
        ("fr", "Si les garçons servaient de combattants, les filles étaient violées."),
        ("fr", "Deux garçons ont été tués alors qu'ils tentaient de fuir."),
        ("fr", "L'armée n'a rien fait pour empêcher les rebelles de tuer 12 enfants."),
        ("es", "Los padres temen que los rebeldes hayan secuestrado a 12 niñas."),
        ("es", "Dos niños murieron cuando intentaban huir."),
        ("es", "Los rebeldes mataron a 12 niños en un intento de fuga."),
        ("es", "El Ejército no hizo nada para evitar que los rebeldes mataran a 12 niños."),
        ("ar", "يخشى الأهالي أن يكون المسلحون قد خطفوا 12 فتاة."),
        ("ar", "قتل طفلان أثناء محاولتهما الفرار."),
        ("ar", "هدد المسلحون المعلم وقتلوا تلميذين."),
        ("ar", "قتل المسلحون 12 طفلا في محاولة للسيطرة على البلدة."),
        ("ar", "فشل الجيش في حماية 12 طفلا قتلهم المسلحون."),
    ],
)
def test_what_was_done_beside_such_words_was_done(language: str, text: str) -> None:
    claims = [one for one in read(text, language) if one.kind is StatementKind.VIOLATION_CLAIM]
    assert claims and violations_of(claims[0])


def test_what_is_feared_to_be_so_already_is_believed() -> None:
    (one,) = read("Los familiares temen que las niñas estén retenidas por el grupo.", "es")
    assert (violations_of(one), one.factuality.value) == ({"abduction"}, "believed")


def test_who_is_asked_whether_he_saw_the_killers_tells_no_condition() -> None:
    (one,) = read("The mayor was asked if he had seen the soldiers who killed 12 children.")
    assert violations_of(one) == {"killing"}
