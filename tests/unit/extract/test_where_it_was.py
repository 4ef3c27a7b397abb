"""Which names are places where something was done; every text here is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import places_of, read, said


def test_how_far_away_a_place_is_counts_nothing() -> None:
    text = "En la escuela de Amra, a dos horas de carretera, murieron siete niños."
    assert [str(item.quantity.unit) for one in read(text, "es") for item in one.quantities] == ["child"]


def test_who_is_told_and_whose_convoy_it_is_are_no_places() -> None:
    assert places_of("Una vecina dijo a Meridiana que el convoy de la Cruz Azul fue saqueado.", "es") == []


@pytest.mark.parametrize(
    ("text", "quote", "places"),
    [
        ("نزح 40 طفلا من محليتي الدورة وأم السدر.", "نزح", ["الدورة", "أم السدر"]),
        ("سقطت قذائف في محلية الدورة. وقتل ثلاثة أطفال في قصف على سوق الدورة.", "قتل", ["الدورة"]),
        ("مسلان (درعان) 6 آذار/مارس 2021 - قتل طفل في كش. وجند 12 طفلا في درعان.", "جند", ["درعان"]),
        ("خطفت تسع فتيات من قرية عين سلوان.", "خطفت", ["عين سلوان"]),
        ("أصيبت طفلة عمرها 11 عاما وهي في طريقها لجلب الماء.", "أصيبت", []),
    ],
)
def test_places_that_the_text_itself_brings_in(text: str, quote: str, places: list[str]) -> None:
    assert [place.name for place in said(text, "ar", quote).places] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("دخلت القوات بلدة مسلان. واختطف تسعة أطفال من مسلان.", "مسلان"),
        ("دخلت القوات بلدة مسلان. وقتل تسعة أطفال بمسلان.", "مسلان"),
        ("زرقان، 6 فبراير 2021\n\nشهدت زرقان مقتل تسعة أطفال.", "زرقان"),
        ("مسلان (زرقان) 6 فبراير. شهدت زرقان مقتل تسعة أطفال.", "زرقان"),
    ],
)
def test_a_town_that_the_text_named_is_known_where_it_stands_alone(text: str, place: str) -> None:
    assert [one.name for one in read(text, "ar")[-1].places] == [place]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("es", "Las escuelas de Montesclaros fueron quemadas.", "Montesclaros"),
        ("fr", "Les écoles de Rimassa ont été brûlées.", "Rimassa"),
    ],
)
def test_the_schools_of_a_town_stand_in_it(language: str, text: str, place: str) -> None:
    assert places_of(text, language) == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("جند 12 طفلا في زرنوق، بحسب الأهالي.", ["زرنوق"]),
        ("قتل ثلاثة أطفال في ليلة 23 كانون الثاني/يناير 2021.", []),
        ("قتل ثلاثة أطفال في بيوتهم.", []),
    ],
)
def test_a_bare_name_behind_in_is_a_place(text: str, places: list[str]) -> None:
    assert [place.name for place in read(text, "ar")[0].places] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("خطفت حركة الجبل أربع فتيات من جبل صبر.", ["جبل صبر"]),
        ("أوقف الجنود خمسة أطفال عند جولة المرور.", ["جولة المرور"]),
        ("اتخذ الجيش من مدرستين في بندر الملح ثكنتين.", ["بندر الملح"]),
        ("خطفت حركة الجبل أطفالا من قرى الضفة الشرقية.", ["الضفة الشرقية"]),
    ],
)
def test_nouns_that_open_the_name_of_a_place(text: str, places: list[str]) -> None:
    assert [place.name for place in read(text, "ar")[0].places] == places


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Four mothers in Ostrel said soldiers killed ten boys.", ["Ostrel"]),
        ("Soldiers killed ten boys in Lower Ostrel.", ["Lower Ostrel"]),
        ("Soldiers killed ten boys at the Ostrel jetty.", ["Ostrel"]),
    ],
)
def test_where_who_speaks_is_and_a_direction_in_a_name_are_places(text: str, where: list[str]) -> None:
    assert places_of(text, "en") == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Soldiers kept aid trucks out of Ostrel.", ["Ostrel"]),
        ("Soldiers killed ten boys on the east bank of Ostrel.", ["Ostrel"]),
        ("Soldiers killed ten boys on the road to Ostrel.", ["Ostrel"]),
    ],
)
def test_out_of_a_town_on_its_bank_and_on_the_road_to_it_are_there(text: str, where: list[str]) -> None:
    assert places_of(text, "en") == where


def test_a_sort_of_school_is_no_place() -> None:
    assert places_of("Rebels abducted ten girls from an Islamic school in Ostrel.", "en") == ["Ostrel"]


def test_a_name_behind_a_noun_that_is_no_sort_of_place_is_no_place() -> None:
    assert places_of("Diez niños murieron en la escuela La Hacienda.", "es") == []


@pytest.mark.parametrize("country", ["السودان", "تشاد"])
def test_the_country_across_the_border_is_not_where_it_was(country: str) -> None:
    assert places_of(f"قتل عشرة أطفال قرب الحدود مع {country}.", "ar") == []
    assert places_of(f"قتل عشرة أطفال في {country}.", "ar") == [country]


def test_who_saw_it_is_no_place_behind_the_comma() -> None:
    assert places_of("Des soldats ont tué dix enfants à Kani, Bartek l'a vu.", "fr") == ["Kani"]
    assert places_of("Des soldats ont tué dix enfants à Kani, Ye et Bartek.", "fr") == ["Kani", "Ye", "Bartek"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("En la vereda La Hacienda murieron diez niños.", ["La Hacienda"]),
        ("Diez niños fueron reclutados en el barrio El Molino.", ["El Molino"]),
    ],
)
def test_a_spanish_place_stands_right_behind_the_noun_for_its_sort(text: str, places: list[str]) -> None:
    assert places_of(text, "es") == places


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in the Saltmarsh enclave", "Saltmarsh"),
        ("on the Kesh highway", "Kesh"),
        ("in the Kesh Valley", "Kesh Valley"),
        ("on a boat on the Kesh River", "Kesh River"),
        ("on Mount Kesh", "Mount Kesh"),
        ("close to Kesh", "Kesh"),
        ("at the lycée of Kesh", "Kesh"),
        ("in Bab al-Kesh", "Bab al-Kesh"),
        ("in the capital, Kesh", "Kesh"),
    ],
)
def test_a_noun_for_a_piece_of_land_shows_that_its_name_is_a_place(where: str, place: str) -> None:
    assert places_of(f"The Red Front killed 12 children {where}.", "en") == [place]


@pytest.mark.parametrize(
    "where", ["in the Protestant college", "in the Islamic school", "in the capital, Amal Watch said"]
)
def test_whose_school_it_is_and_who_speaks_next_are_no_places(where: str) -> None:
    assert places_of(f"The Red Front killed 12 children {where}.", "en") == []
