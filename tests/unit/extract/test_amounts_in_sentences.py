"""Which numbers a sentence tells, in four languages: each is one that was misread before."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def amounts(text: str, language: str) -> list[str]:
    """`count=3`, `percent~<25`, `age 5-7` of the first statement."""
    found = []
    for stated in read(text, language)[0].quantities:
        told = stated.quantity
        low = "" if told.low is None else f"{float(told.low):.0f}"
        high = "" if told.high is None else f"-{float(told.high):.0f}"
        found.append(f"{told.kind.value} {told.comparator.value} {low}{high}".strip())
    return found


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "How many children are still held by the rebels cannot be known.", ["count unknown"]),
        ("en", "It is not clear how many children have been killed in the fighting.", ["count unknown"]),
        ("es", "Se desconoce cuántos menores siguen secuestrados.", ["count unknown"]),
        ("ar", "لا أحد يعرف كم طفلا خطف.", ["count unknown"]),
    ],
)
def test_how_many_is_a_number_that_nobody_knows(language: str, text: str, told: list[str]) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The army opened a third round of talks after killing two boys.", ["count = 2"]),
        ("en", "Soldiers killed a third boy on Monday.", []),
        ("en", "A third of the abducted girls were raped.", ["percent = 33"]),
        ("en", "At 04:30 today a drone hit a school.", []),
        ("en", "Gunmen abducted 34 girls + 2 matrons.", ["count = 34", "count = 2"]),
        ("es", "40+ niños secuestrados ayer.", ["count >= 40"]),
        ("es", "Las dos niñas, de 9 años las dos, fueron violadas.", ["count = 2", "age = 9"]),
        ("ar", "قُتل طفل في الخامس عشر من الشهر.", ["count = 1"]),
    ],
)
def test_a_rank_an_hour_a_sign_that_adds_is_no_share_count_or_bound(language: str, text: str, told: list[str]) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Plus d'un tiers des enfants tués étaient des filles.", ["percent > 33"]),
        ("es", "Casi una cuarta parte de los niños reclutados son niñas.", ["percent ~< 25"]),
        ("es", "La cifra de niños asesinados supone más del doble que la anterior.", ["multiple > 2"]),
        ("en", "The army killed 143 children, nearly twice the earlier figure.", ["count = 143", "multiple ~< 2"]),
        ("en", "The number of children abducted has passed 1,300.", ["count > 1300"]),
        ("ar", "جندوا طفلا لم يتجاوز الثالثة عشرة.", ["count = 1", "age <= 13"]),
    ],
)
def test_a_comparison_is_not_lost_beside_an_article(language: str, text: str, told: list[str]) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Health facilities were attacked 33 times in 2022.", ["count = 33"]),
        ("fr", "L'école a été attaquée trois fois.", ["count = 3"]),
        ("es", "El centro de salud fue tiroteado dos veces este mes.", ["count = 2"]),
        ("en", "Killings of children were three times higher than in 2021.", ["multiple = 3"]),
        ("fr", "Les enfants tués sont trois fois plus nombreux qu'en 2021.", ["multiple = 3"]),
    ],
)
def test_attacked_three_times_counts_where_three_times_as_many_compares(
    language: str, text: str, told: list[str]
) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The militia pays boys 20-30k riyals a month to fight.", ["money range 20000-30000"]),
        ("es", "Entre un 25 y un 30 % de los niños reclutados son niñas.", ["percent range 25-30"]),
        ("ar", "قتل ما بين خمسة وسبعة أطفال.", ["count range 5-7"]),
    ],
)
def test_a_range_has_two_ends_of_one_scale(language: str, text: str, told: list[str]) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Plus de huit survivantes de viol sur dix ont été battues.", ["percent > 80"]),
        ("fr", "Deux anciennes captives enlevées sur trois ont été violées.", ["percent = 67"]),
        ("ar", "قتل أربعة من كل عشرة أطفال.", ["percent = 40"]),
        ("ar", "قتل نحو خُمس الأطفال.", ["percent ~ 20"]),
    ],
)
def test_so_many_of_so_many_are_a_share(language: str, text: str, told: list[str]) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "One of the four boys was raped.", ["count = 1", "count = 4"]),
        ("en", "One of the most dangerous groups abducted ten boys.", ["count = 10"]),
        ("en", "Fourteen of the 22 verified cases of killing concerned girls.", ["count = 14", "count = 22"]),
        ("en", "A girl of eleven was abducted by rebels.", ["count = 1", "age = 11"]),
        ("fr", "Un de nos dispensaires a été pillé par des miliciens.", ["count = 1"]),
        ("fr", "Il y a eu un mort et deux blessés parmi les enfants.", ["count = 1", "count = 2"]),
        ("fr", "Dix-neuf enfants ont été enlevés et dix-sept tués.", ["count = 19", "count = 17"]),
        ("ar", "قُتل أحد عشر طفلا.", ["count = 11"]),
        ("ar", "قتل طفل عمره سنتان.", ["count = 1", "age = 2"]),
    ],
)
def test_one_of_them_eleven_and_nineteen_are_counted(language: str, text: str, told: list[str]) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Gunmen abducted 12 children within two weeks.", ["count = 12"]),
        ("fr", "C'est le cinquième enfant tué en deux semaines.", []),
        ("en", "Gunmen held 12 abducted children for two weeks.", ["count = 12", "duration = 2"]),
    ],
)
def test_the_span_that_is_looked_at_is_no_duration_of_the_deed(language: str, text: str, told: list[str]) -> None:
    assert amounts(text, language) == told


@pytest.mark.parametrize("unit", ["KES", "UGX", "PKR", "MMK", "SDG"])
def test_a_sum_in_a_currency_by_its_letters_is_no_sum_in_euros(unit: str) -> None:
    text = f"The militia took 5,000 {unit} from each family and abducted two boys."
    assert unit in [stated.quantity.unit for stated in read(text, "en")[0].quantities]


MONTHS_OLD = [
    ("en", "The militia abducted two girls aged nine months."),
    ("fr", "Une fille âgée de neuf mois a été tuée par des soldats."),
    ("es", "Una niña de edad de nueve meses fue asesinada por soldados."),
    ("ar", "قتل الجنود طفلة عمرها تسعة أشهر."),
]


@pytest.mark.parametrize(("language", "text"), MONTHS_OLD)
def test_an_age_in_months_is_none_in_years_and_no_duration(language: str, text: str) -> None:
    assert {stated.quantity.kind.value for stated in read(text, language)[0].quantities} == {"count"}


def test_a_girl_aged_nine_years_is_nine() -> None:
    assert "age" in {
        found.quantity.kind.value for found in read("Soldiers killed a girl aged 9 years.", "en")[0].quantities
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un garçon a été tué à 14 h 30 par des soldats."),
        ("es", "Una niña fue asesinada por soldados a las 14 h 30."),
    ],
)
def test_the_minutes_of_an_hour_count_nobody(language: str, text: str) -> None:
    assert [stated.quantity.low for stated in read(text, language)[0].quantities] == [1]


def test_children_counted_behind_an_hour_stay() -> None:
    (statement,) = read("À 14 h 30 enfants ont été tués par des soldats.", "fr")
    assert 30 in [stated.quantity.low for stated in statement.quantities]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For the Lake Brigade 14 boys fought in Amra."),
        ("fr", "Selon le Front 14 enfants ont été tués à Kesh."),
        ("ar", "جند اللواء 14 طفلا في كش."),
    ],
)
def test_a_number_behind_a_brigade_counts_the_children_behind_it(language: str, text: str) -> None:
    assert amounts(text, language) == ["count = 14"]


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "In Amra 40 percent of the 278 cases were killings of children.", "of the 278 cases"),
        ("en", "Girls were two thirds of the 278 children killed in Amra.", "of the 278 children"),
        ("fr", "À Kesh 40 % des 278 enfants tués étaient des filles.", "des 278 enfants"),
    ],
)
def test_a_share_keeps_what_it_is_a_share_of(language: str, text: str, whole: str) -> None:
    share = next(item for item in read(text, language)[0].quantities if item.quantity.kind.value == "percent")
    assert (share.quantity.of, share.denominator_stated) == (whole, True)


def test_a_share_of_nothing_named_says_so() -> None:
    (share,) = read("In Amra 40 percent were killed as children.", "en")[0].quantities
    assert (share.quantity.of, share.denominator_stated) == ("", False)
