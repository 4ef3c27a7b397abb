"""Where names of places end in Arabic: in front of when and how it happened; how far, on which side. All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import places_of, read


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("قتلت طفلة في بلدة درسيم عندما سقطت قذيفة على منزلها.", ["درسيم"]),
        ("قتل طفل في درسيم إثر غارة جوية.", ["درسيم"]),
        ("قتل تسعة أطفال في درسيم برصاص قناص.", ["درسيم"]),
        ("قصف الجيش مدرسة شمال غرب درسيم ما أدى إلى مقتل طفلين.", ["درسيم"]),
        ("تعرض مستشفى في درسيم وكوبان للقصف.", ["درسيم", "كوبان"]),
        ("خطف مسلحون طفلين في درسيم التابعة لمقاطعة كيبا.", ["درسيم", "كيبا"]),
        ("قتل طفلان في حي النصر.", ["النصر"]),
        ("قتل طفلان بحي الشهداء.", ["الشهداء"]),
        ("قتل طفلان في العزيزية بريف درسيم.", ["العزيزية", "درسيم"]),
        ("غرق طفلان خطفهما مسلحون في جزيرة كولاتا.", ["جزيرة كولاتا"]),
    ],
)
def test_a_place_ends_in_front_of_when_and_how(told: str, places: list[str]) -> None:
    assert places_of(told, "ar") == places


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("قتل طفلان إلى الشرق من درسيم.", ["درسيم"]),
        ("قتل طفلان على بعد 20 كيلومترا من درسيم.", ["درسيم"]),
        ("قتل طفلان إلى الشرق من المدينة.", []),
        ("قتل طفلان على بعد 200 متر من المدرسة.", []),
        ("قتل طفلان على بعد أمتار من منزلهما.", []),
    ],
)
def test_a_side_or_a_distance_leads_to_its_place(told: str, places: list[str]) -> None:
    assert places_of(told, "ar") == places


@pytest.mark.parametrize(
    "told",
    [
        "قتل طفلان في مزرعة.",
        "قتل طفلان في حفل الأحد.",
        "قتل طفلان في متجر عندما سقط صاروخ.",
        "قتل طفلان في ساحة عندما سقط صاروخ.",
        "قتل طفلان في قريتهما حيث كانا يرعيان الغنم.",
        "قتل طفلان قرب نقطة لتوزيع المياه.",
        "خطف طفلان في وضح النهار.",
        "قتل طفلان في منطقة خاضعة لسيطرة الجيش.",
    ],
)
def test_where_anybody_may_be_is_no_place(told: str) -> None:
    assert places_of(told, "ar") == []


def test_who_sits_somewhere_and_tells_is_named_without_it() -> None:
    told = "تجلس أم سمير أمام خيمتها في درسيم، وتروي كيف خطف مسلحون ابنها البالغ 13 عاما."
    assert [link.actor for one in read(told, "ar") for link in one.chain[1:]] == ["أم سمير"]
