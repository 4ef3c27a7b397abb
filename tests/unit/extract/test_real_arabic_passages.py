"""Arabic passages read aloud: parties, numbers and calls as newspapers of many lands write them. Every text is
invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import days_of, parties_of, places_of, read, violations_of


@pytest.mark.parametrize("accused", ["اتهمت المنظمة حركة الجبل", "وتتهم اللجنة حركة الجبل", "واتهمت البعثة حركة الجبل"])
def test_whom_a_body_with_its_article_accuses_is_named_behind_it(accused: str) -> None:
    one = read(f"{accused} بتجنيد الأطفال.", "ar")[0]
    assert parties_of(one) == [("حركة الجبل", "stated")]


@pytest.mark.parametrize("verb", ["كلها تستغل الأطفال", "تستغل الأطفال", "استغلت القاصرين"])
def test_whoever_exploits_children_in_war_uses_them(verb: str) -> None:
    one = read(f"قال المسؤول إن الجيش والشرطة وحركة الجبل {verb}.", "ar")[0]
    assert violations_of(one) == {"recruitment_use"}
    assert [name for name, _ in parties_of(one)] == ["الجيش", "الشرطة", "حركة الجبل"]


@pytest.mark.parametrize("groups", ["جماعات إسلامية متشددة", "مجموعات متطرفة", "الفصائل المتمردة"])
def test_a_class_of_armed_groups_without_a_name_is_a_party(groups: str) -> None:
    assert parties_of(read(f"وذكر التقرير أن {groups} جندت 12 طفلا في كش.", "ar")[0]) == [(groups, "stated")]


@pytest.mark.parametrize("forces", ["القوات الكولية", "القوات الكولية والمارية"])
def test_the_forces_of_a_land_are_a_party(forces: str) -> None:
    assert parties_of(read(f"وقصفت {forces} مدرسة في كش.", "ar")[0]) == [(forces, "stated")]


def test_a_speaker_ends_in_front_of_a_compared_number() -> None:
    one = read("وفي كولو سجل التقرير أكثر من ثلاثة آلاف انتهاك خطير ضد الأطفال.", "ar")[0]
    assert (one.speaker, violations_of(one)) == ("التقرير", {"unspecified"})


@pytest.mark.parametrize(
    "text",
    [
        "يقوم الجيش الوطني بإعادة تأهيل ورعاية الأطفال عبر دورات تدريبية.",
        "وتعمل لجنة الشاطئ على إعادة إدماج الأطفال في معسكرات تدريب مهني.",
    ],
)
def test_care_for_children_is_no_recruitment(text: str) -> None:
    assert all(violations_of(one) == set() for one in read(text, "ar"))


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("خلال المعارك عام ألفين وعشرين", ("2020-01-01", "2020-12-31")),
        ("خلال العام الماضي 2016", ("2016-01-01", "2016-12-31")),
    ],
)
def test_a_year_counts_nobody(told: str, days: tuple[str, str]) -> None:
    one = read(f"قتل الجيش ستة أطفال في كش {told}.", "ar")[0]
    assert days_of(one) == days
    assert [item.quantity.low for item in one.quantities] == [6]


def test_half_a_year_is_no_share_of_children() -> None:
    one = read("قتل الجيش ستة أطفال في كش قبل خمسة أعوام ونصف.", "ar")[0]
    assert [item.quantity.low for item in one.quantities] == [6]


def test_whoever_adds_a_party_to_a_list_says_nothing() -> None:
    one = read('أضاف الأمين جماعات مسلحة إلى قائمته، بما فيها "كتائب النهر" (16 انتهاكا) لقتل الأطفال.', "ar")[0]
    assert one.speaker == "document"


def test_a_first_toll_tells_what_was_done() -> None:
    one = read("وقصف الجيش مدرسة كش، ما أودى بحياة ستة أطفال في حصيلة أولية.", "ar")[0]
    assert one.kind is StatementKind.VIOLATION_CLAIM


def test_a_city_with_a_colon_is_where_it_was_written() -> None:
    assert places_of("جنيف: أدانت منظمة الشاطئ مقتل ستة أطفال في بلدة كش.", "ar") == ["كش"]


@pytest.mark.parametrize(("words", "number"), [("نصف مليون", 500_000), ("ربع مليون", 250_000)])
def test_a_part_of_a_million_is_one_number(words: str, number: int) -> None:
    one = read(f"أكدت لجنة الشاطئ أن {words} طفل معرضون لخطر القصف في كش.", "ar")[0]
    assert [item.quantity.low for item in one.quantities] == [number]


def test_children_whom_a_party_orders_to_be_handed_over_are_recruited() -> None:
    one = read("وقالت اللجنة إن حركة الجبل أمرت شيوخ القرى بتسليمها مئات الأطفال.", "ar")[0]
    assert violations_of(one) == {"recruitment_use"}


@pytest.mark.parametrize("called", ["ما تسمى", "ما يطلق عليها"])
def test_what_a_party_is_called_between_marks_is_its_name(called: str) -> None:
    one = read(f'أقدمت {called} "الشبيبة النهرية" على اختطاف فتاة في كش.', "ar")[0]
    assert parties_of(one) == [("الشبيبة النهرية", "stated")]


def test_counted_seats_beside_a_school_are_no_use_of_it() -> None:
    one = read("وقالت اللجنة إن القصف دمر 92 مقرا حكوميا وأكثر من 20 مدرسة.", "ar")[0]
    assert violations_of(one) == {"attack_school"}


@pytest.mark.parametrize(
    "text",
    [
        "وجرح آخرون من أفراد أسرته بينهم طفلان جراء سقوط قذيفة على كش.",
        "دعت لجنة الشاطئ جميع أطراف النزاع إلى حماية الأطفال، معربة عن قلقها لمقتل ستة طلاب في القصف.",
        "وكانت مهامهم تنظيم المرور ثم أجبروا على حمل السلاح وهم أطفال.",
    ],
)
def test_kin_those_called_upon_and_traffic_are_no_parties(text: str) -> None:
    assert all(parties_of(one) == [] for one in read(text, "ar"))


def test_reports_that_tell_something_are_nobody_named() -> None:
    text = "وأعربت لجنة الشاطئ عن قلقها إزاء التقارير التي تفيد بمقتل ستة أطفال في قصف على بعد 40 كيلو مترا من كش."
    one = read(text, "ar")[0]
    assert one.speaker == "لجنة الشاطئ"
    assert [item.quantity.low for item in one.quantities] == [6]


def test_whom_a_person_calls_upon_is_no_part_of_his_name() -> None:
    assert read("وطالب حسن الحكومة بالتدخل لوقف خطف الأطفال في كش.", "ar")[0].speaker == "حسن"


def test_whoever_refuses_a_visit_denies_nothing() -> None:
    text = "خطفت حركة الجبل فتاة من كش، كما رفضوا زيارة أي شخص من ذويها."
    assert all(one.factuality is not Factuality.CLAIMED_BY_PARTY for one in read(text, "ar"))
