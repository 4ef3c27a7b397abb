"""What a number in a sentence counts: people, ages, shares, hours, or nothing; every text is invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import Comparator, QuantityKind
from unit.extract.told import days_of, lasting_of, parties_of, read, said, violations_of


def test_a_range_of_ages_is_not_cut_in_two() -> None:
    text = "Dos niños murieron y otros cuatro, de entre 7 y 12 años, resultaron heridos."
    (one,) = read(text, "es")
    assert {ref.code for ref in one.violations} == {"killing", "maiming"}


@pytest.mark.parametrize(
    "text",
    [
        "La lista de víctimas no está cerrada.",
        "Los datos son un mínimo.",
        "Autoría desconocida por ahora.",
        "No sabemos cuál es la buena.",
    ],
)
def test_what_a_count_leaves_open_is_a_limit(text: str) -> None:
    assert [one.kind for one in read("Diez niños murieron en Amra. " + text, "es")][1:] == [StatementKind.LIMITATION]


def test_one_of_the_worst_attacks_is_no_count() -> None:
    text = "Uno de los episodios más graves fue el bombardeo del instituto, que causó la muerte de siete niños."
    assert [int(item.quantity.low or 0) for one in read(text, "es") for item in one.quantities] == [7]


def test_of_them_who_tell_it_are_counted() -> None:
    text = "Once niñas fueron secuestradas. Ocho de ellas declararon haber sufrido violencia sexual."
    assert [item.quantity.low for item in read(text, "es")[-1].quantities] == [8]


def test_money_that_came_in_is_context() -> None:
    text = "Diez niños murieron. El plan ha recibido el 18 % de los 64 millones de dólares solicitados."
    assert all(one.kind is not StatementKind.FIGURE for one in read(text, "es"))


def test_ages_in_front_of_a_colon_are_ages() -> None:
    text = "Diez chicos fueron secuestrados. Edades: de 12 a 16."
    assert {item.quantity.kind.value for item in read(text, "es")[-1].quantities} == {"age"}


def test_what_an_increase_amounts_to_goes_on_with_its_count() -> None:
    text = "En 2020 se documentaron 71 muertes de niños, lo que supone un descenso del 15 % respecto de 2019."
    (one,) = read(text, "es")
    assert {item.quantity.unit for item in one.quantities} >= {"percent"}
    assert days_of(one) == ("2020-01-01", "2020-12-31")


@pytest.mark.parametrize("text", ["El más joven tenía 9 años.", "La mayor tenía 17 años."])
def test_the_age_of_the_youngest_is_told_as_it_is(text: str) -> None:
    told = read("Nueve niñas fueron reclutadas. " + text, "es")[-1].quantities
    assert {item.quantity.comparator.value for item in told if item.quantity.kind.value == "age"} == {"="}


def test_hours_in_words_last_and_parts_of_a_whole_are_counted() -> None:
    text = "La ambulancia tardó catorce horas en llegar porque soldados le cerraron el paso."
    assert {item.quantity.kind.value for one in read(text, "es") for item in one.quantities} == {"duration"}
    text = "Diez niños murieron. De las 41 escuelas del distrito, apenas 12 abren."
    assert [item.quantity.low for item in read(text, "es")[-1].quantities] == [41, 12]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("لا تزال 30 مدرسة من أصل 80 مغلقة في كش.", ["=30", "=80"]),
        ("وقتل تلميذ وجرح أربعة آخرون في قصف على كش.", ["=1", "=4"]),
        ("جند ربع الضحايا تقريبا في كش من الأطفال.", ["~25"]),
        ("خطفه مقاتلو حركة الجبل في كش وهو في الرابعة عشرة حين كان طفلا.", ["=14"]),
        ("تدين جمعية الشاطئ لحقوق الطفل استمرار الجيش في احتجاز 40 طفلا في كش.", ["=40"]),
    ],
)
def test_what_is_counted(text: str, numbers: list[str]) -> None:
    found = [item.quantity for item in read(text, "ar")[0].quantities]
    assert [f"{one.comparator.value}{one.low}" for one in found] == numbers


def test_tens_of_thousands_are_no_thousand() -> None:
    one = said("نزح عشرات آلاف الأشخاص من كش.", "ar", "نزح")
    assert [item.quantity.comparator.value for item in one.quantities] == ["vague"]


def test_how_old_the_youngest_was_is_told_as_it_stands() -> None:
    one = said("اغتصب مسلحون أربع شقيقات أصغرهن في الثانية عشرة من العمر في كش.", "ar", "اغتصب")
    ages = [item.quantity for item in one.quantities if item.rule == "age"]
    assert [(age.comparator.value, age.low) for age in ages] == [("=", Fraction(12))]


def test_the_youngest_is_as_old_as_told() -> None:
    (one,) = read("Dix filles, dont la plus jeune a 11 ans, ont été violées.", "fr")
    ages = [item.quantity for item in one.quantities if item.quantity.kind is QuantityKind.AGE]
    assert [(age.comparator, age.low) for age in ages] == [(Comparator.EXACT, Fraction(11))]


@pytest.mark.parametrize(
    "text",
    [
        "Nine boys were killed in Amra and the number of dead was 12.",
        "Nine boys were killed by the Front; the toll was 12 when the fire ended.",
        "The number of wounded children was 12 when the shelling stopped.",
        "It was 14 when three boys were killed.",
    ],
)
def test_a_toll_or_an_hour_is_no_age(text: str) -> None:
    assert lasting_of(text, "en") == []


def test_a_boy_who_was_so_old_when_is() -> None:
    assert lasting_of("The boy was 12 when the Front took him.", "en") == [("age", Comparator.EXACT, 12)]


def test_a_child_in_its_tenth_year_is_ten_on_the_tenth_of_may_it_is_not() -> None:
    assert lasting_of("قتل طفل في العاشرة من أبناء القرية.", "ar") == [("age", Comparator.EXACT, 10)]
    assert lasting_of("قتل طفل في العاشر من مايو في عمرة.", "ar") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 41 schools of the district, barely 12 teach."),
        ("es", "De las 41 escuelas del distrito, apenas 12 imparten clases."),
        ("fr", "Des 41 écoles du district, à peine 12 enseignent."),
    ],
)
def test_how_many_of_them_are_left_is_counted_with_them(language: str, text: str) -> None:
    assert [number.quantity.low for number in read(text, language)[0].quantities] == [41, 12]


def test_the_rights_of_the_child_count_nobody() -> None:
    one = read("Le Front du Lac a commis de graves violations des droits de l'enfant à Kesh.", "fr")[0]
    assert (violations_of(one), one.quantities) == ({"unspecified"}, ())


def test_a_report_of_62_pages_counts_none_of_them() -> None:
    (told,) = read("The 62-page report is based on interviews with 17 former child recruits.")
    assert [int(one.quantity.low or 0) for one in told.quantities] == [17]


def test_most_is_no_number_that_anybody_told() -> None:
    for text in (
        "Most of the abducted girls were raped by soldiers.",
        "Rebels abducted 31 girls, most of them pupils.",
    ):
        assert all(one.quantity.kind is not QuantityKind.PERCENT for one in read(text)[0].quantities)


def test_how_many_people_were_interviewed_is_how_it_is_known() -> None:
    text = "Rebels abducted ten girls. The centre interviewed 57 people in Kani, including 23 pupils."
    assert read(text)[-1].kind is StatementKind.CONTEXT


def test_a_limit_without_a_number_claims_no_violation() -> None:
    text = "Rebels abducted ten girls in Kani. The true number of abductions is likely to be significantly higher."
    assert (read(text)[-1].kind, read(text)[-1].violations) == (StatementKind.LIMITATION, ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The United Nations verified 64 violations against 58 children."),
        ("fr", "L'ONU a vérifié 64 violations contre 58 enfants."),
        ("ar", "تحققت الأمم المتحدة من 64 انتهاكا ضد 58 طفلا."),
    ],
)
def test_violations_against_so_many_children_are_a_claim_of_some(language: str, text: str) -> None:
    (told,) = read(text, language)
    assert (told.kind, [ref.code for ref in told.violations]) == (StatementKind.CONTEXT_CLAIM, ["unspecified"])


def test_cases_in_a_text_on_children_are_theirs() -> None:
    text = (
        "The United Nations verified 64 violations against 58 children. "
        "Fourteen of the 22 verified cases of rape were attributed to the army."
    )
    assert [ref.code for ref in said(text, "en", "Fourteen").violations] == ["sexual_violence"]


def test_how_old_somebody_named_was_when_stands_behind_what_is_told_of_him() -> None:
    told = lasting_of("Danko, whose name has been changed, was 12 when rebels abducted him.", "en")
    assert [(kind, years) for kind, _, years in told] == [("age", 12)]


@pytest.mark.parametrize(
    ("language", "text", "force", "counts"),
    [
        ("en", "Brigade 14 killed nine children in Amra.", "Brigade 14", [9]),
        ("en", "Brigade 14 recruited boys in Amra.", "Brigade 14", []),
        ("fr", "La Brigade 14 recrute des enfants à Amra.", "Brigade 14", []),
        ("fr", "La Brigade 14 détient six enfants.", "Brigade 14", [6]),
        ("es", "La Brigada 14 reclutó niños en Amra.", "Brigada 14", []),
    ],
)
def test_the_number_of_a_brigade_counts_nobody(language: str, text: str, force: str, counts: list[int]) -> None:
    (one,) = read(text, language)
    assert parties_of(one) == [(force, "stated")]
    assert [item.quantity.low for item in one.quantities] == counts


def test_the_boys_of_a_brigade_are_counted() -> None:
    (one,) = read("The army freed the brigade's 14 boys in Amra.")
    assert [item.quantity.low for item in one.quantities] == [14]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Ten children were killed, said a nurse aged 40.", [10]),
        ("A doctor aged 52 was killed with nine children.", [9]),
        ("The teacher, aged 31, was abducted.", []),
        ("Two men aged 45 and 52 were killed beside nine children.", [2, 9]),
    ],
)
def test_the_years_of_a_grown_up_count_nobody(text: str, counts: list[int]) -> None:
    assert [item.quantity.low for one in read(text) for item in one.quantities] == counts


def test_how_many_of_these_counts_of_those_told_before() -> None:
    text = "Mines and shells caused 140 casualties in Amra. Of these casualties, 97 resulted from mines."
    assert [int(item.quantity.low or 0) for one in read(text) for item in one.quantities] == [140, 97]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Diez niños fueron secuestrados en Kesh. Una treintena más siguen desaparecidos."),
        ("es", "Soldados mataron a diez niños en Kesh. Una treintena fueron secuestrados."),
        ("fr", "Des soldats ont tué dix enfants à Kesh. Une trentaine d'autres ont été enlevés."),
    ],
)
def test_some_thirty_without_a_noun_are_about_thirty(language: str, text: str) -> None:
    (told,) = [item.quantity for item in read(text, language)[-1].quantities]
    assert told.comparator is Comparator.ABOUT
    assert told.low == 30


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("fr", "Le Front a tué sept enfants à Kesh et en a blessé plus de 20.", ["count", "count"]),
        ("fr", "Le Front a enlevé sept enfants de moins de 15 ans.", ["count", "age"]),
        ("es", "El Frente dice que solo recluta a mayores de 18.", ["age"]),
    ],
)
def test_at_least_so_many_is_an_age_only_with_years(language: str, text: str, kinds: list[str]) -> None:
    assert [item.quantity.kind.value for one in read(text, language) for item in one.quantities] == kinds


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers looted 57 schools in Kesh, a dozen of them twice."),
        ("fr", "À une quinzaine de kilomètres de Kesh, soldats et miliciens ont pillé 57 écoles."),
        ("es", "A una decena de kilómetros de Kesh, los soldados saquearon 57 escuelas."),
        ("es", "Los soldados dispararon una decena de veces y saquearon 57 escuelas."),
    ],
)
def test_a_dozen_of_something_else_counts_nobody(language: str, text: str) -> None:
    assert [item.quantity.low for one in read(text, language) for item in one.quantities] == [57]


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("Le Front a tué dix enfants et une trentaine ont été blessés.", [10, 30]),
        ("Le Front a tué dix enfants et une quarantaine a été imposée.", [10]),
    ],
)
def test_thirty_of_them_are_counted_without_their_noun_and_a_quarantine_counts_nobody(
    text: str, lows: list[int]
) -> None:
    assert [item.quantity.low for one in read(text, "fr") for item in one.quantities] == lows
