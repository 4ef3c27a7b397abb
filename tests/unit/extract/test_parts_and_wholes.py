"""Numbers of a sentence that do not fit: more boys and girls than children, lists, totals, shares; agencies, rates, and
numbers written twice. In four languages; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.chain import Role
from unit.extract.told import read, violations_of

SUMS = {"sum_of_sexes", "parts_above_total", "parts_below_total", "share_does_not_follow"}


def sums_of(language: str, text: str) -> set[str]:
    """The doubts about what adds up that a sentence raises."""
    return {doubt.code for one in read(text, language) for doubt in one.warnings} & SUMS


WRONG = [
    ("en", "Of the 100 children killed, 60 were boys and 50 girls."),
    ("en", "Of the 100 killed, 60 were boys and 50 girls."),
    ("en", "Rebels carried out 45 attacks on schools (30) and hospitals (10)."),
    ("en", "The attack killed 52 children and injured 30, a total of 85."),
    ("en", "A total of 85 children were killed (52) and wounded (30)."),
    ("en", "Two thirds, or 50 of the 100 children, were boys."),
    ("fr", "Sur les 100 enfants tués, 60 étaient des garçons et 50 des filles."),
    ("fr", "45 attaques contre des écoles (30) et des hôpitaux (10) ont été recensées."),
    ("fr", "L'attaque a tué 52 enfants et en a blessé 30, soit 85 au total."),
    ("es", "De los 100 niños muertos, 60 eran varones y 50 niñas."),
    ("es", "Se registraron 45 ataques contra escuelas (30) y hospitales (10)."),
    ("es", "El ataque mató a 52 niños e hirió a 30, un total de 85."),
    ("es", "Dos tercios, es decir 50 de los 100 niños, eran varones."),
    ("ar", "من بين 100 طفل قتلوا، كان 60 من الفتيان و50 من الفتيات."),
    ("ar", "سجل 45 هجوما على مدارس (30) ومستشفيات (10)."),
    ("ar", "قتل الهجوم 52 طفلا وأصاب 30، أي ما مجموعه 85."),
    ("ar", "ثلثا الأطفال، أي 50 من 100، من الفتيان."),
]

RIGHT = [
    ("en", "Of the 110 children killed, 60 were boys and 50 girls."),
    ("en", "Of the 100 children killed, 60 were boys and 55 were under 12."),
    ("en", "Rebels carried out 40 attacks on schools (30) and hospitals (10)."),
    ("en", "The attack killed 52 children and injured 30, a total of 82."),
    ("en", "A total of 82 children were killed (52) and wounded (30)."),
    ("en", "Two thirds, or 66 of the 100 children, were boys."),
    ("en", "A total of 85 children were killed, 52 in Kesh and 30 in Amra."),
    ("fr", "Sur les 110 enfants tués, 60 étaient des garçons et 50 des filles."),
    ("fr", "40 attaques contre des écoles (30) et des hôpitaux (10) ont été recensées."),
    ("fr", "L'attaque a tué 52 enfants et en a blessé 30, soit 82 au total."),
    ("fr", "La moitié, soit 50 des 100 enfants, étaient des garçons."),
    ("es", "De los 110 niños muertos, 60 eran varones y 50 niñas."),
    ("es", "Se registraron 40 ataques contra escuelas (30) y hospitales (10)."),
    ("es", "El ataque mató a 52 niños e hirió a 30, un total de 82."),
    ("es", "La mitad, es decir 50 de los 100 niños, eran varones."),
    ("ar", "من بين 110 أطفال قتلوا، كان 60 من الفتيان و50 من الفتيات."),
    ("ar", "سجل 40 هجوما على مدارس (30) ومستشفيات (10)."),
    ("ar", "قتل الهجوم 52 طفلا وأصاب 30، أي ما مجموعه 82."),
    ("ar", "نصف الأطفال، أي 50 من 100، من الفتيان."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_parts_that_do_not_make_their_whole_are_flagged(language: str, text: str) -> None:
    assert sums_of(language, text)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_parts_that_make_their_whole_raise_no_alarm(language: str, text: str) -> None:
    assert sums_of(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "AFP: 12 children were killed in Kesh on 2 March.", "AFP"),
        ("en", "Reuters: Rebels abducted 30 girls in Kesh.", "Reuters"),
        ("en", "Twelve children were killed in Kesh, AFP reported.", "AFP"),
        ("fr", "AFP : 12 enfants ont été tués à Kesh.", "AFP"),
        ("fr", "Reuters : les rebelles ont enlevé 30 filles à Kesh.", "Reuters"),
        ("es", "EFE: 12 niños murieron en Kesh.", "EFE"),
        ("es", "Reuters: los rebeldes secuestraron a 30 niñas en Kesh.", "Reuters"),
        ("ar", "رويترز: المسلحون خطفوا 30 فتاة في كش.", "رويترز"),
        ("ar", "فرانس برس: قتل 12 طفلا في كش.", "فرانس برس"),
        ("ar", "وكالات: قتل 12 طفلا في كش.", "وكالات"),
    ],
)
def test_an_agency_before_a_colon_tells_it_and_did_nothing(language: str, text: str, who: str) -> None:
    (one,) = read(text, language)
    assert (one.speaker, one.chain[-1].role) == (who, Role.ORGANISATION)
    assert who not in [party.name for party in one.parties]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve children were killed in Kesh (AFP)."),
        ("en", "KHARTOUM (AFP) – Twelve children were killed in Kesh on Monday."),
        ("es", "Doce niños murieron en Kesh (AFP)."),
        ("fr", "Douze enfants ont été tués à Kesh (AFP)."),
        ("ar", "الخرطوم (وكالات) - قتل 12 طفلا في كش يوم الاثنين."),
    ],
)
def test_an_agency_in_brackets_is_no_party(language: str, text: str) -> None:
    assert [one.parties for one in read(text, language)] == [()]


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("en", "Rebels recruited children for a monthly salary of up to 400 dollars.", "month"),
        ("en", "Rebels recruited boys for a daily wage of 5 dollars.", "day"),
        ("en", "The boys received a weekly payment of $30 from the militia.", "week"),
        ("fr", "Les rebelles ont recruté des enfants pour un salaire mensuel de 400 dollars.", "month"),
        ("fr", "Les rebelles ont recruté des enfants pour 400 dollars chaque mois.", "month"),
        ("es", "Los rebeldes reclutaron a niños por un salario mensual de hasta 400 dólares.", "month"),
        ("ar", "جند المسلحون أطفالا براتب شهري يصل إلى 400 دولار.", "month"),
        ("ar", "يتقاضى الأطفال المجندون أجرا يوميا قدره 5 دولارات.", "day"),
    ],
)
def test_a_pay_is_per_what_its_adjective_says(language: str, text: str, per: str) -> None:
    assert [item.quantity.per for one in read(text, language) for item in one.quantities] == [per]


def test_a_daily_that_tells_of_money_pays_none_a_day() -> None:
    (one,) = read("The daily said the boys received 400 dollars from the militia.")
    assert [item.quantity.per for item in one.quantities] == [""]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels killed three (3) children in Kesh."),
        ("en", "Rebels killed 3 (three) children."),
        ("fr", "Les rebelles ont tué trois (3) enfants."),
        ("es", "Los rebeldes mataron a 3 (tres) niños."),
        ("ar", "قتل المسلحون ثلاثة (3) أطفال في كش."),
    ],
)
def test_a_number_in_words_and_in_numerals_is_one(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert [f"{item.quantity.low} {item.quantity.unit}" for item in one.quantities] == ["3 child"]
    assert one.warnings == ()


def test_who_fled_in_may_has_no_word_left_of_the_date() -> None:
    (one,) = read("Those who fled in May told us that rebels killed 12 children.")
    assert one.speaker == "Those who fled"


def test_a_suicide_bomber_is_no_recruited_child() -> None:
    (one,) = read("Un kamikaze a frappé une école à Kesh, tuant 12 enfants.", "fr")
    assert violations_of(one) == {"attack_school", "killing"}


def test_a_girl_sent_to_blow_herself_up_was_used() -> None:
    (one,) = read("Une fille a été utilisée comme kamikaze à Kesh.", "fr")
    assert violations_of(one) == {"recruitment_use"}
