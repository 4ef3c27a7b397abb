"""Arabic as reports and newspapers ordinarily write it. Every name, place, event is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, read, said, violations_of

CLAIM = "خطفت حركة الجبل 12 فتى من بلدة كش."


@pytest.mark.parametrize(
    "charge",
    ["بتهمة التجسس", "بتهمة التعاون مع حركة الجبل", "بحجة الانتماء إلى حركة الجبل", "لاتهامهم بالانضمام إليها"],
)
def test_who_is_held_on_a_charge_is_only_alleged_to_have_served(charge: str) -> None:
    one = said(f"تحتجز السلطات 83 فتى في كش {charge}، وفق محاميهم.", "ar", "83")
    assert one.factuality is Factuality.ALLEGED
    assert violations_of(one) == {"deprivation_liberty", "recruitment_use"}


def test_reasonable_grounds_to_believe_are_a_belief() -> None:
    one = said("خلصت لجنة التحقيق إلى وجود أسباب معقولة للاعتقاد بأن الجيش جند 40 طفلا في كش.", "ar", "40")
    assert one.factuality is Factuality.BELIEVED


def test_what_pages_pass_on_is_reported_by_them() -> None:
    one = said("تتداول حسابات محلية أن مسلحين خطفوا ثلاث فتيات في بلدة كش.", "ar", "خطفوا")
    assert (one.speaker, one.factuality) == ("حسابات محلية", Factuality.REPORTED)


def test_who_raises_the_toll_speaks() -> None:
    one = said("قتل طفلان في قصف على كش. المستشفى رفع الحصيلة إلى أربعة أطفال قتلى.", "ar", "الحصيلة")
    assert (one.speaker, one.factuality) == ("المستشفى", Factuality.ATTRIBUTED)


def test_information_that_could_not_be_confirmed_is_nobodys_and_uncorroborated() -> None:
    one = said("تفيد معلومات لم يتسن تأكيدها بأن 15 فتى استخدموا في حفر الخنادق قرب كش.", "ar", "15")
    assert (one.kind, one.factuality) == (StatementKind.VIOLATION_CLAIM, Factuality.UNCORROBORATED)


def test_a_ministry_of_the_state_that_holds_them_speaks_for_itself() -> None:
    one = said(f"{CLAIM} وقال متحدث باسم وزارة العدل إن الفتيان الموقوفين نقلوا إلى دور رعاية.", "ar", "العدل")
    assert one.factuality is Factuality.CLAIMED_BY_PARTY


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وتدعو جمعية الشاطئ المانحين إلى دعم التعليم في بلدة كش.", "جمعية الشاطئ"),
        ("وتطالب الجمعية جميع الأطراف بحماية المدارس في كش.", "الجمعية"),
        ("وأبلغت منظمات إغاثية اللجنة بأن الجيش خطف ستة فتيان من كش.", "منظمات إغاثية"),
        ("وذكرت معلمتان للمنظمة أن الجيش خطف ستة فتيان من كش.", "معلمتان"),
        ("وتنسب البعثة ثلثي عمليات خطف الأطفال إلى حركة الجبل.", "البعثة"),
    ],
)
def test_who_is_told_or_called_upon_is_no_part_of_who_speaks(text: str, who: str) -> None:
    assert read(f"{CLAIM} {text}", "ar")[-1].speaker == who


def test_an_account_that_somebody_rejects_is_no_source() -> None:
    one = read(f"{CLAIM} وترفض قيادة الحركة هذه الرواية.", "ar")[-1]
    assert (one.speaker, one.kind) == ("قيادة الحركة", StatementKind.CONTEXT_CLAIM)


@pytest.mark.parametrize(
    "text",
    [
        "ولم تصدر الحكومة المحلية في كش أي بيان.",
        "ليست بلدة كش حالة منفردة.",
        "وأجرت اللجنة 214 مقابلة في الفترة من 4 شباط/فبراير إلى 30 آذار/مارس 2020.",
        "وتوصي اللجنة جميع أطراف النزاع بإخلاء المدارس.",
    ],
)
def test_what_a_sentence_tells_by_the_way_is_context(text: str) -> None:
    one = read(f"{CLAIM} {text}", "ar")[-1]
    assert (one.kind, one.violations) == (StatementKind.CONTEXT, ())


def test_pictures_looked_at_for_a_finding_are_method() -> None:
    text = "ويستند التقييم إلى 63 مقابلة أجريت في كش وإلى تحليل صور التقطتها الأقمار الصناعية."
    assert read(f"{CLAIM} {text}", "ar")[-1].kind is StatementKind.CONTEXT


def test_who_has_no_final_number_tells_a_limit() -> None:
    one = read(f"{CLAIM} ولا تملك أي جهة رقما نهائيا لعدد المخطوفين.", "ar")[-1]
    assert one.kind is StatementKind.LIMITATION


def test_what_is_temporary_but_no_figure_is_no_limit() -> None:
    one = read(f"{CLAIM} وتدعو جمعية الشاطئ إلى فتح مساحات تعليم مؤقتة في بلدة كش.", "ar")[-1]
    assert one.kind is StatementKind.CONTEXT


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("خطف جيش الإنقاذ الكشي تسعة أطفال من كش.", ["جيش الإنقاذ الكشي"]),
        ("قصفت القوات الاتحادية مدرسة في كش.", ["القوات الاتحادية"]),
        ("تحتجز الأجهزة الأمنية 12 طفلا في كش.", ["الأجهزة الأمنية"]),
        ("أحرقت مليشيات عشائرية مدرسة في كش.", ["مليشيات عشائرية"]),
        ("خطف مسلحون لم تعرف هويتهم تسعة أطفال من كش.", ["مسلحون لم تعرف هويتهم"]),
        ("أحرقت مجموعات دفاع ذاتي مدرسة في كش.", ["مجموعات دفاع ذاتي"]),
    ],
)
def test_sorts_of_forces_are_parties_with_their_adjectives(text: str, names: list[str]) -> None:
    assert [name for name, _ in parties_of(read(text, "ar")[0])] == names


def test_a_point_that_a_school_becomes_is_no_party() -> None:
    assert parties_of(read("مدرسة كش صارت نقطة عسكرية منذ يوم الأحد.", "ar")[0]) == []
