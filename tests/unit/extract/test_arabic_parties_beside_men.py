"""Arabic parties: whose men they are, names with what they stand for, rows, whom people accuse, answers to a charge."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def _parties(told: str) -> list[str]:
    return [party.name for one in read(told, "ar") for party in one.parties]


def _voices(told: str) -> list[str]:
    return [link.actor for one in read(told, "ar") for link in one.chain[1:][-1:]]


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("قتل خمسة أطفال على يد عناصر يشتبه في انتمائهم إلى جبهة الفجر.", ["جبهة الفجر"]),
        ("خطف مسلحون يعتقد أنهم من تنظيم راية الحق ثلاث فتيات.", ["تنظيم راية الحق"]),
        ("خطف مقاتلو جماعة أنصار الجبل المتمركزون في التلال طفلين.", ["جماعة أنصار الجبل"]),
        ("اغتصبت فتاتان من قبل أفراد الشرطة الوطنية.", ["الشرطة الوطنية"]),
        ("قتل طفلان بنيران دورية للجيش.", ["الجيش"]),
        ("وقتل طفلان في غارة نسبت إلى طيران التحالف.", ["طيران التحالف"]),
    ],
)
def test_men_are_told_by_the_body_they_belong_to(told: str, parties: list[str]) -> None:
    assert _parties(told) == parties


def test_men_thought_to_belong_to_a_body_are_no_recruits() -> None:
    (one,) = read("قتل خمسة أطفال على يد عناصر يشتبه في انتمائهم إلى جبهة الفجر.", "ar")
    assert {ref.code for ref in one.violations} == {"killing"}


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("جندت الحركة الوطنية للتحرير أربعة فتيان.", ["الحركة الوطنية للتحرير"]),
        ("جندت الحركة الشعبية لتحرير السهل أربعة فتيان.", ["الحركة الشعبية لتحرير السهل"]),
        ("جندت الجبهة الشعبية للعدالة والمساواة أربعة فتيان.", ["الجبهة الشعبية للعدالة والمساواة"]),
        ("سلمت الحركة الوطنية للأهالي جثث طفلين قتلتهما.", ["الحركة الوطنية"]),
        ("تحتجز سلطة الأمر الواقع 58 طفلا.", ["سلطة الأمر الواقع"]),
    ],
)
def test_a_name_goes_on_with_what_it_stands_for(told: str, parties: list[str]) -> None:
    assert _parties(told) == parties


def test_who_comes_next_in_a_row_is_named_without_the_verb() -> None:
    told = "كانت حركة الغد مسؤولة عن 98 حالة تجنيد، تليها كتيبة النمور (33)، ثم لواء الحدود (20)."
    assert _parties(told) == ["حركة الغد", "كتيبة النمور", "لواء الحدود"]


@pytest.mark.parametrize(
    ("told", "voice", "party"),
    [
        ("واتهم سكان الجبهة الحمراء بخطف طفلين.", "سكان", "الجبهة الحمراء"),
        ("واتهم أهالي البلدة الجيش بخطف طفلين.", "أهالي البلدة", "الجيش"),
        ("واتهم ناشطون عناصر تابعة لقوات الفجر بخطف طفلين.", "ناشطون", "قوات الفجر"),
        ("وحمل ناشطون جبهة الفجر مسؤولية خطف ثلاث فتيات.", "ناشطون", "جبهة الفجر"),
    ],
)
def test_whom_people_accuse_stands_right_behind_them(told: str, voice: str, party: str) -> None:
    (one,) = read(told, "ar")
    assert (_voices(told), [ref.name for ref in one.parties]) == ([voice], [party])


def test_on_the_other_hand_is_no_party() -> None:
    assert _parties("من جهة أخرى، قتل طفلان في انفجار لغم.") == []
    assert _parties("قتل طفلان على يد جهة أخرى.") == ["جهة أخرى"]


def test_a_shorter_form_goes_by_the_name_told_before() -> None:
    told = "جندت قوات الوفاق الشرقي 30 طفلا. وقال سكان إن قوات الوفاق خطفت ثلاثة فتيان."
    assert _parties(told) == ["قوات الوفاق الشرقي", "قوات الوفاق الشرقي"]


def test_a_party_that_answers_a_charge_is_the_party() -> None:
    told = "خطف فصيل أسود البادية فتاتين. وزعم قيادي في الفصيل أن الفتاتين انضمتا طوعا."
    assert read(told, "ar")[-1].parties[0].name == "فصيل أسود البادية"


@pytest.mark.parametrize(
    ("told", "level"),
    [
        ("وخطفت جبهة الفجر، بحسب ما ورد، ثلاث فتيات.", "reported"),
        ("وهناك شكوك في أن جبهة الفجر خطفت ثلاث فتيات.", "believed"),
    ],
)
def test_what_is_heard_or_suspected_is_of_nobody(told: str, level: str) -> None:
    (one,) = read(told, "ar")
    assert (one.chain[-1].actor, one.factuality.value) == ("unnamed", level)


def test_estimates_are_told_with_what_they_are_like() -> None:
    assert _voices("وبحسب تقديرات أولية، خطفت جبهة الفجر ثلاث فتيات.") == ["تقديرات أولية"]


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("جندت جبهة الإنقاذ الماندورية طفلين.", ["جبهة الإنقاذ الماندورية"]),
        ("جندت حركة 7 مايو طفلين في درسيم.", ["حركة 7 مايو"]),
        ("جندت جبهة الفجر طفلين. واقتاد مقاتلون من الجبهة فتاة.", ["جبهة الفجر", "جبهة الفجر"]),
    ],
)
def test_names_of_a_land_and_of_a_day_are_read_whole(told: str, parties: list[str]) -> None:
    assert _parties(told) == parties


def test_what_a_source_lays_to_somebodys_charge_is_no_part_of_the_source() -> None:
    assert _voices("ونسب مصدر أمني الهجوم الذي قتل فيه طفلان إلى حركة الغد.") == ["مصدر أمني"]


def test_a_body_whose_short_name_was_quoted_goes_by_its_whole_name() -> None:
    told = 'سلم مقاتلو "جبهة الإنقاذ" أسلحتهم. جندت جبهة الإنقاذ الماندورية طفلين.'
    assert _parties(told)[-1] == "جبهة الإنقاذ الماندورية"


def test_each_of_two_with_a_number_of_its_own_did_it() -> None:
    assert _parties("قتلت حركة النهضة 12 طفلا، وقوات التحالف ستة أطفال.") == ["حركة النهضة", "قوات التحالف"]
