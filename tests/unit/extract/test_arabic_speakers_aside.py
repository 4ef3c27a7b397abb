"""Who speaks in Arabic beside words that are no part of the speaker, in invented sentences."""

import pytest

from unit.extract.told import parties_of, read


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("الأهالي يقولون إن 12 طفلا قتلوا.", "الأهالي"),
        ("المحافظ من جهته قال إن 12 طفلا قتلوا.", "المحافظ"),
        ("قالت الطبيبة هيلين مراد إن 12 طفلا قتلوا.", "الطبيبة هيلين مراد"),
        ("أظهر تقرير أصدرته لجنة خبراء في 3 شباط/فبراير أن 12 طفلا قتلوا.", "لجنة خبراء"),
    ],
)
def test_the_speaker_ends_where_the_words_beside_him_begin(text: str, source: str) -> None:
    assert read(text, "ar")[0].chain[-1].actor == source


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("قتل 12 طفلا، بحسب تقارير.", "reported"),
        ("قتل 12 طفلا، بحسب تقارير المنظمة.", "attributed"),
        ("يقولون إن 12 طفلا قتلوا.", "reported"),
        ("يشتبه في أن جبهة النهر قتلت 12 طفلا.", "believed"),
    ],
)
def test_reports_of_nobody_are_reported(text: str, hedge: str) -> None:
    assert read(text, "ar")[0].factuality.value == hedge


def test_whom_a_body_held_is_told_by_the_pronoun() -> None:
    one = read("تابع محامونا ملفات 12 قاصرا أوقفتهم قوات الأمن.", "ar")[0]
    assert {ref.code for ref in one.violations} == {"deprivation_liberty"}
    assert parties_of(one) == [("قوات الأمن", "stated")]


def test_a_local_council_is_no_party() -> None:
    assert [ref for one in read("أحصى مجلس الوادي المحلي 12 قتيلا من الأطفال.", "ar") for ref in one.parties] == []


def test_so_many_of_the_boys_are_counted_behind_a_body_too() -> None:
    counted = read("قتلت الشرطة 12 من الفتيان.", "ar")[0]
    assert [int(item.quantity.low or 0) for item in counted.quantities] == [12]
