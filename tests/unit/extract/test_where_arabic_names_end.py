"""Where names of armed bodies end in Arabic: numbers, arms, titles, what they defend, what stands behind them."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def _parties(told: str) -> list[str]:
    return [party.name for one in read(told, "ar") for party in one.parties]


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("اقتحم اللواء 33 مدرسة البلدة وخطف طفلين.", "اللواء 33"),
        ("قتل لواء 33 مشاة طفلين.", "لواء 33 مشاة"),
        ("خطف مسلحون تابعون للواء 33 ستة فتيان.", "اللواء 33"),
        ("اتهم ناشطون الفرقة 14 بتجنيد طفلين.", "الفرقة 14"),
        ("خطف مسلحون تابعون للواء الخامس مشاة ستة فتيان.", "لواء الخامس مشاة"),
    ],
)
def test_the_number_and_the_arm_of_a_brigade_belong_to_its_name(told: str, party: str) -> None:
    assert _parties(told) == [party]


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("اعتقلت الشرطة 14 متظاهرا بينهم طفلان.", "الشرطة"),
        ("قتل الجيش 14 في القرية بينهم طفلان.", "الجيش"),
    ],
)
def test_a_number_that_counts_the_harmed_is_no_name(told: str, party: str) -> None:
    assert set(_parties(told)) == {party}


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("خطفت كتائب الشهيد عمر طفلين.", "كتائب الشهيد عمر"),
        ("خطف فصيل السلطان محمود طفلين.", "فصيل السلطان محمود"),
        ("قتل طفلان على يد سرايا الدفاع عن كولو.", "سرايا الدفاع عن كولو"),
        ("خطف عناصر جهاز مكافحة الإرهاب طفلين.", "جهاز مكافحة الإرهاب"),
        ("جندت وحدات الحماية الشعبية 12 طفلا.", "وحدات الحماية الشعبية"),
        ("جندت هيئة تحرير الساحل 12 طفلا.", "هيئة تحرير الساحل"),
        ("ضربت شرطة المدينة طفلين.", "شرطة المدينة"),
        ("ضربت شرطة تمسة طفلين.", "شرطة تمسة"),
        ("خطف مقاتلون موالون لجبهة كولو طفلين.", "جبهة كولو"),
        ("خطفت ميليشيات موالية للحكومة طفلين.", "ميليشيات موالية للحكومة"),
        ("قتل طفلان برصاص قناص من القوات الحكومية.", "القوات الحكومية"),
        ("خطف عناصر المخابرات العسكرية طفلين.", "المخابرات العسكرية"),
        ("خطف مسلحون تابعون للأمن العسكري طفلين.", "الأمن العسكري"),
        ("خطف عناصر الشرطة العسكرية التابعة للجيش طفلين.", "الشرطة العسكرية"),
    ],
)
def test_a_body_is_named_whole(told: str, party: str) -> None:
    assert _parties(told) == [party]


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("أطلق عناصر من حركة شباب الوادي النار على حافلة فقتلوا طفلين.", "حركة شباب الوادي"),
        ("جندت شرطة كولو أكثر من 40 طفلا.", "شرطة كولو"),
        ("هاجم مقاتلو جبهة كولو حافلة مدرسية وخطفوا تسعة أطفال.", "جبهة كولو"),
        ("منعت جبهة كولو دخول قافلة مساعدات إلى المخيم.", "جبهة كولو"),
    ],
)
def test_what_was_done_is_no_part_of_the_name(told: str, party: str) -> None:
    assert set(_parties(told)) == {party}


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("وحملت الشبكة القوات الحكومية مسؤولية مقتل 18 طفلا.", ["القوات الحكومية"]),
        ("وحملت منظمة سند جبهة كولو والجيش مسؤولية مقتل 20 طفلا.", ["جبهة كولو", "الجيش"]),
        ("وحملت الحركة الجيش المسؤولية عن مقتل طفلين.", ["الجيش"]),
        ("حملت القوات الحكومية مسؤولية مقتل طفلين.", ["القوات الحكومية"]),
        ("وحمل السكان جبهة كولو مسؤولية مقتل طفلين قرب ثكنة الجيش.", ["جبهة كولو"]),
        ("أعلن الجيش المسؤولية عن الهجوم الذي أودى بحياة تسعة أطفال.", ["الجيش"]),
        ("وقال رئيس البلدية، وهو طبيب، إن الجيش قتل تسعة أطفال.", ["الجيش"]),
    ],
)
def test_who_is_held_responsible_stands_between_the_verb_and_the_charge(told: str, parties: list[str]) -> None:
    assert _parties(told) == parties


@pytest.mark.parametrize(
    "told",
    [
        "وقالت شرطة المدينة إن طفلين قتلا في انفجار.",
        "أعلنت شرطة تمسة مقتل طفلين.",
        "وقال مدير مركز الشرطة إن طفلين قتلا في انفجار.",
    ],
)
def test_police_who_tell_of_a_deed_did_not_do_it(told: str) -> None:
    assert _parties(told) == []
