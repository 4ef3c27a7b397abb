"""How Arabic names whoever speaks: offices, bodies, several voices, reports. Every name, place, event is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement
from unit.extract.told import read, said


def counts(one: Statement) -> list[float]:
    return [float(item.quantity.low) for item in one.quantities if item.quantity.low is not None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ذكر ضابط في جبهة النهر أن القذيفة قتلت طفلين في كش.", "ضابط في جبهة النهر"),
        ("وأكد المكتب الإعلامي للفيلق أن القصف قتل طفلين في كش.", "المكتب الإعلامي للفيلق"),
        ("قالت عاملة في مجال الإغاثة إن القصف قتل طفلين في كش.", "عاملة في مجال الإغاثة"),
        ("قالت ممرضة وأحد السكان إن القصف قتل طفلين في كش.", "ممرضة وأحد السكان"),
        ("أظهرت دراسة أعدتها رابطة الشاطئ في آذار أن القصف قتل طفلين في كش.", "رابطة الشاطئ"),
        ("وقال محام يمثل أسر الضحايا إن القصف قتل طفلين في كش.", "محام"),
        ("وقد أبلغتنا جدة الفتى أن القصف قتل طفلين في كش.", "جدة الفتى"),
        ("وحددت رابطة الشاطئ هوية سبعة أطفال قتلوا في كش.", "رابطة الشاطئ"),
        ("وجمعت رابطة الشاطئ 30 شهادة عن مقتل أطفال في كش.", "رابطة الشاطئ"),
        ("وحمل عمدة كش لواء الصقر، الذي يسيطر على الجسر وعلى الطريق، مسؤولية مقتل الطفلين.", "عمدة كش"),
    ],
)
def test_who_speaks_is_named_whole(text: str, speaker: str) -> None:
    assert said(text, "ar", "قتل").speaker == speaker


def test_a_counted_case_behind_the_verb_is_nobody_who_speaks() -> None:
    one = said("وسجل 12 هجوما على المدارس في كش.", "ar", "هجوما")
    assert (one.speaker, counts(one)) == ("document", [12])


def test_calls_that_reached_the_writer_are_allegations_of_nobody_named() -> None:
    one = said("وصلتنا أربعة بلاغات عن اغتصاب فتيات في كش.", "ar", "اغتصاب")
    assert one.factuality is Factuality.ALLEGED


def test_whoever_joined_a_second_verb_speaks_there_too() -> None:
    text = 'وصفت رابطة الشاطئ ما جرى بأنه "خطأ فادح"، وأكدت أن القصف قتل طفلين في كش.'
    assert said(text, "ar", "قتل").speaker == "رابطة الشاطئ"


def test_files_that_lawyers_follow_are_no_words_of_theirs() -> None:
    one = said("تابع محامونا قضايا 60 قاصرا احتجزتهم الشرطة في كش.", "ar", "محامونا")
    assert one.factuality is Factuality.ASSERTED


def test_how_somebody_said_it_is_nobody() -> None:
    text = 'قالت خديجة إن الجنود دخلوا كش. "قتلوا ثلاثة أطفال أمام عيني في ساحة القرية"، تقول بصوت خافت.'
    assert all("بصوت" not in one.speaker for one in read(text, "ar"))


def test_two_ages_in_ranks_do_not_add_up() -> None:
    assert counts(said("قتل طفلان في الرابعة والخامسة من العمر في كش.", "ar", "قتل")) == [2, 4, 5]


def test_the_number_of_a_paragraph_counts_no_soldiers() -> None:
    assert counts(said("15- واقتحم جنود من لواء الصقر مستشفى كش ونهبوا صيدليته.", "ar", "اقتحم")) == []


def test_an_eighth_is_a_share() -> None:
    assert counts(said("وأحصت البعثة 80 حالة تجنيد، تشكل الفتيات نحو ثمن ضحاياها.", "ar", "تجنيد")) == [80, 12.5]
