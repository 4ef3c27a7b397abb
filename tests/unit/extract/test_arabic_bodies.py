"""How Arabic names armed bodies without capitals, in invented sentences: by colour, aim, land, men, in rows."""

import pytest

from unit.extract.told import parties_of, places_of, read


def _names(text: str) -> list[str]:
    return [name for one in read(text, "ar") for name, _ in parties_of(one)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("قتلت الجبهة الحمراء 12 طفلا.", "الجبهة الحمراء"),
        ("جند الجيش الأسود تسعة أطفال.", "الجيش الأسود"),
        ("خطفت الكتيبة الخضراء ثلاث فتيات.", "الكتيبة الخضراء"),
        ("قتل 12 طفلا على يد الحركة الشعبية.", "الحركة الشعبية"),
        ("قتل 12 طفلا في هجوم شنته الجبهة الجديدة.", "الجبهة الجديدة"),
        ("الكتيبة الثقيلة خطفت تسعة تلاميذ.", "الكتيبة الثقيلة"),
        ("خطفت الكتيبة الثقيلة تسعة تلاميذ.", "الكتيبة الثقيلة"),
        ("جندت حركة النهضة من أجل كولو 12 طفلا.", "حركة النهضة من أجل كولو"),
        ("اعتقلت شرطة مرجان تسعة فتيان.", "شرطة مرجان"),
        ("قتل جيش كولو 12 طفلا.", "جيش كولو"),
        ("خطفت جبهة أبناء الوادي تسع فتيات.", "جبهة أبناء الوادي"),
        ("جندت كتيبة الرد السريع 12 طفلا.", "كتيبة الرد السريع"),
    ],
)
def test_the_words_that_name_a_body_belong_to_its_name(text: str, body: str) -> None:
    assert _names(text) == [body]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("هاجمت الحركة القرية وقتلت 12 طفلا.", "الحركة"),
        ("اتهمت الجبهة اللواء الرابع بقتل 12 طفلا.", "اللواء الرابع"),
        ("جندت القوات الحكومية 12 طفلا.", "القوات الحكومية"),
        ("جند جيش نظامي 12 طفلا.", "جيش"),
    ],
)
def test_what_a_body_attacked_or_is_like_is_no_part_of_its_name(text: str, body: str) -> None:
    assert _names(text) == [body]


def test_a_front_on_which_they_fight_is_no_party() -> None:
    assert _names("قتل 12 طفلا على الجبهة الشمالية.") == []


def test_a_quarter_that_a_brigade_attacked_is_no_part_of_its_name() -> None:
    assert "اللواء الحي" not in _names("هاجم اللواء الحي وقتل 12 طفلا.")


@pytest.mark.parametrize(
    "men",
    [
        "مقاتلو الجبهة الحمراء",
        "مقاتلون من الجبهة الحمراء",
        "عناصر الجبهة الحمراء",
        "عناصر تابعون للجبهة الحمراء",
        "أفراد من الجبهة الحمراء",
        "مسلحون ينتمون إلى الجبهة الحمراء",
    ],
)
def test_the_party_of_men_is_the_body_that_they_fight_for(men: str) -> None:
    assert _names(f"قتل {men} 12 طفلا.") == ["الجبهة الحمراء"]


@pytest.mark.parametrize(
    ("row", "bodies"),
    [
        ("الجبهة الحمراء وجيش كولو", ["الجبهة الحمراء", "جيش كولو"]),
        ("حركة النور والقوات الحكومية", ["حركة النور", "القوات الحكومية"]),
        ("الجبهة الحمراء وحركة النور ولواء الصقور", ["الجبهة الحمراء", "حركة النور", "لواء الصقور"]),
    ],
)
def test_every_body_of_a_row_did_it(row: str, bodies: list[str]) -> None:
    assert sorted(_names(f"قتلت {row} 12 طفلا.")) == sorted(bodies)


def test_an_unknown_side_did_it_or_is_where_they_were_taken() -> None:
    assert _names("خطفت جهة مجهولة تسعة أطفال.") == ["جهة مجهولة"]
    assert _names("خطفت طفلة من منزلها واقتيدت إلى جهة مجهولة.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("اتهمت الجبهة الحمراء بقتل 12 طفلا.", "unnamed"),
        ("اتهمت منظمة سند الجبهة الحمراء بقتل 12 طفلا.", "منظمة سند"),
    ],
)
def test_whoever_stands_alone_between_accused_and_of_was_accused(text: str, source: str) -> None:
    one = read(text, "ar")[0]
    assert parties_of(one) == [("الجبهة الحمراء", "stated")]
    assert one.chain[-1].actor == source
    assert one.factuality.value == "alleged"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قتل 12 طفلا شمالي تمسا.", ["تمسا"]),
        ("قتل 12 طفلا جنوب غربي تمسا.", ["تمسا"]),
        ("خطف 12 طفلا على الطريق بين تمسا والبلقاء.", ["تمسا", "البلقاء"]),
        ("خطف 12 طفلا على الطريق الرابط بين كالدا وروبين.", ["كالدا", "روبين"]),
        ("قتل 12 طفلا في تمسا والبلقاء.", ["تمسا", "البلقاء"]),
        ("قتل 12 طفلا في تمسا بمحافظة أوردا.", ["تمسا", "أوردا"]),
        ("قتل 12 طفلا في محيط كالدا وروبين.", ["كالدا", "روبين"]),
        ("قتل 12 طفلا في مخيم قرب تمسا.", ["تمسا"]),
        ("قتل 12 طفلا بالقرب من أبو مرجان.", ["أبو مرجان"]),
        ("قتل 12 طفلا قرب منجم كالدا.", ["كالدا"]),
        ("قتل 12 طفلا قرب خيمة جدتهم.", []),
        ("قتل 12 طفلا شمال البلاد.", []),
        ("قتل 12 طفلا في مدينة تمسا ومحيطها.", ["تمسا"]),
    ],
)
def test_directions_ways_and_nearness_tell_where_it_was(text: str, places: list[str]) -> None:
    assert places_of(text, "ar") == places


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال محافظ أوردا علي سابو إن 12 طفلا قتلوا.", "محافظ أوردا علي سابو"),
        ("قال محافظ أوردا، علي سابو، إن 12 طفلا قتلوا.", "علي سابو"),
        ("أكد المتحدث باسم الوزارة علي مراد أن 12 طفلا قتلوا.", "المتحدث باسم الوزارة علي مراد"),
    ],
)
def test_a_name_spelled_like_upon_or_like_what_two_did_is_a_name(text: str, source: str) -> None:
    assert read(text, "ar")[0].chain[-1].actor == source
