"""Arabic speakers with the place of their office, beside whom they tell, with a name behind a comma. All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def _voices(told: str) -> list[str]:
    return [link.actor for one in read(told, "ar") for link in one.chain[1:][-1:]]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("قال مدير التعليم في شندار إن طفلين قتلا.", "مدير التعليم في شندار"),
        ("وأفاد مسؤول محلي في بلدة كفر داعل بأن طفلين قتلا.", "مسؤول محلي في بلدة كفر داعل"),
        ("ونقلت وكالة النهر عن مصدر أمني في مدينة درسيم قوله إن طفلين قتلا.", "مصدر أمني في مدينة درسيم"),
        ("وقال رئيس المجلس المحلي في القرية لوكالة النهر إن طفلين قتلا.", "رئيس المجلس المحلي في القرية"),
        ("وقال المتحدث باسم الجيش في بيان إن طفلين قتلا.", "المتحدث باسم الجيش"),
        ("وقال مدير المستشفى في تصريح لإذاعة محلية إن طفلين قتلا.", "مدير المستشفى"),
    ],
)
def test_the_place_of_an_office_belongs_to_who_holds_it(told: str, voice: str) -> None:
    assert _voices(told) == [voice]
    assert not any(one.places for one in read(told, "ar"))


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("وقالت والدة أحد الضحايا للمنظمة إن طفلين خطفا.", "والدة أحد الضحايا"),
        ("وروى أحد جيران العائلة للمرصد أن طفلين خطفا.", "أحد جيران العائلة"),
        ("وقال المنسق الطبي للرابطة إن طفلين خطفا.", "المنسق الطبي للرابطة"),
        ("وتدعو الرابطة المفوض السامي إلى إرسال بعثة.", "الرابطة"),
        ("وحمل رئيس المنظمة نبيل الشماع الحكومة المسؤولية عن خطف طفلين.", "رئيس المنظمة نبيل الشماع"),
    ],
)
def test_who_is_told_or_called_upon_is_no_part_of_who_speaks(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("وأكد محامون تابعوا القضية أن ستة أطفال خطفوا.", "محامون"),
        ("وذكر مسعف رفض ذكر اسمه أن طفلين قتلا.", "مسعف"),
        ("وبحسب مصدر طبي فضل عدم الكشف عن هويته، قتل طفلان.", "مصدر طبي"),
        ("قتل طفلان، وفق ما وثقه فريق رابطة الأطباء.", "فريق رابطة الأطباء"),
        ("نفى المركز الإعلامي لقوات الوفاق قتل طفلين.", "المركز الإعلامي لقوات الوفاق"),
        ("وأعربت المنظمة الوطنية لرصد الانتهاكات عن قلقها من الاختطاف.", "المنظمة الوطنية لرصد الانتهاكات"),
    ],
)
def test_what_tells_who_somebody_is_names_nobody_else(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("وقال رئيس البلدية، الدكتور سمير القاضي، إن ستة أطفال أصيبوا.", "الدكتور سمير القاضي"),
        ("وصرحت المديرة التنفيذية للمنظمة، المحامية ريم الصالح، بأن طفلين خطفا.", "المحامية ريم الصالح"),
        ("وقالت منسقة منظمة سند في شندار، كلارا مبيكي، إن طفلين قتلا.", "كلارا مبيكي"),
    ],
)
def test_a_name_with_its_title_stands_behind_the_office(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


def test_who_is_given_reports_does_not_tell_what_they_say() -> None:
    (one,) = read("وتلقى المكتب تقارير موثوقة تفيد بأن طفلين قتلا.", "ar")
    assert one.chain[-1].actor == "unnamed"


def test_the_voice_of_the_civil_defence_is_no_partys() -> None:
    (one,) = read("وقال المتحدث باسم الدفاع المدني إن طفلين قتلا في غارة.", "ar")
    assert one.factuality.value == "attributed"


def test_what_a_participle_adds_is_the_speakers() -> None:
    assert _voices("قال حاكم الإقليم إن فتيات فقدن، مرجحا أن يكن خطفن.")[-1] == "حاكم الإقليم"
