"""Where who speaks ends in Arabic: whom he tells or accuses, how he tells it, in front of a colon. All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def _voices(told: str) -> list[str]:
    return [link.actor for one in read(told, "ar") for link in one.chain[1:][-1:]]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("قتل طفلان، على ما أفاد مصدر طبي وكالة النهر.", "مصدر طبي"),
        ("وأبلغ عامل إغاثة المنظمة أن جنودا خطفوا ستة تلاميذ.", "عامل إغاثة"),
        ("وصرح مسعف لقناة النهر بأن ستة تلاميذ خطفوا.", "مسعف"),
        ("وقال المجلس المحلي لوكالة النهر إن طفلين قتلا.", "المجلس المحلي"),
        ("وقال مسعف في اتصال هاتفي إن طفلين قتلا.", "مسعف"),
        ("وقال مراسل لقناة النهر إن طفلين قتلا.", "مراسل لقناة النهر"),
    ],
)
def test_whom_and_how_he_tells_is_no_part_of_who_speaks(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("وحملت الشبكة القوات الحكومية مسؤولية مقتل 18 طفلا.", "الشبكة"),
        ("وحمل قائد الجبهة الجيش مسؤولية مقتل طفلين.", "قائد الجبهة"),
        ("واتهم ناصر القوات الحكومية بقصف المدرسة وقتل طفلين.", "ناصر"),
        ("ونسبت اللجنة مقتل طفلين إلى القوات الحكومية.", "اللجنة"),
        ("وأدان رئيس الوزراء الهجوم وقال إن طفلين قتلا.", "رئيس الوزراء"),
        ("حملت القوات الحكومية مسؤولية مقتل طفلين.", "unnamed"),
    ],
)
def test_whom_he_accuses_is_no_part_of_who_speaks(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("وقال مدير المستشفى في تمسة إن طفلين قتلا.", "مدير المستشفى في تمسة"),
        ("وأفاد طبيب في مستشفى تمسة العام بأن طفلين قتلا.", "طبيب في مستشفى تمسة العام"),
        ("وأكد مصدر أمني في شرطة تمسة أن طفلين قتلا.", "مصدر أمني في شرطة تمسة"),
        ("وقال ضابط في اللواء 12 إن طفلين قتلا.", "ضابط في اللواء 12"),
        ("وقال فتى في الخامسة عشرة إن عناصر من الحركة خطفوه.", "فتى في الخامسة عشرة"),
        ("وقالت المحامية ليلى ناصر، التي تمثل أربع عائلات، إن طفلين خطفا.", "المحامية ليلى ناصر"),
        ("شاهد عيان قال لنا إن طفلين قتلا.", "شاهد عيان"),
    ],
)
def test_office_body_and_age_belong_to_who_speaks(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("قتل طفلان في القصف، وفقا للمتحدث باسم الجيش.", "المتحدث باسم الجيش"),
        ("قتل طفلان في القصف، وفقا لقيادي في جبهة كولو.", "قيادي في جبهة كولو"),
        ("قتل طفلان في القصف، وفقا للجنة طوارئ تمسة.", "لجنة طوارئ تمسة"),
        ("بيان صادر عن الدفاع المدني: مقتل طفلين في قصف على تمسة.", "الدفاع المدني"),
    ],
)
def test_the_particle_that_leads_to_who_speaks_falls_away(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("الأمم المتحدة: مقتل طفلين في قصف على تمسة.", "الأمم المتحدة"),
        ("والدة الفتاة: مقتل طفلين في قصف على تمسة.", "والدة الفتاة"),
        ("غرفة طوارئ تمسة: مقتل طفلين في قصف على السوق.", "غرفة طوارئ تمسة"),
        ("منظمة سند لحقوق الطفل: مقتل طفلين في قصف على تمسة.", "منظمة سند لحقوق الطفل"),
    ],
)
def test_a_body_in_front_of_a_colon_tells_what_stands_behind(told: str, voice: str) -> None:
    assert _voices(told) == [voice]


@pytest.mark.parametrize("told", ["هجوم على السوق: مقتل طفلين في تمسة.", "غرفة المعلمين: آثار رصاص وطفلان قتيلان."])
def test_what_is_told_of_in_front_of_a_colon_speaks_not(told: str) -> None:
    assert _voices(told) == []


def test_a_convoy_that_is_refused_its_way_denies_nothing() -> None:
    told = "وبحسب منسق المنظمة، لم تدخل أي مساعدات إلى المخيم لأن حواجز الجيش ترفض مرورها."
    assert _voices(told) == ["منسق المنظمة"]


def test_a_body_for_the_protection_of_children_wards_off_no_deed() -> None:
    (one,) = read("قالت شبكة حماية الصغار إن الجيش قتل 31 طفلا.", "ar")
    assert [ref.code for ref in one.violations] == ["killing"]
    assert not any(one.violations for one in read("تعمل الشبكة على حماية الأطفال من التجنيد.", "ar"))


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("واتهم ناصر القوات الحكومية بالوقوف وراء القصف الذي قتل طفلين.", "ناصر"),
        ("أبلغ رئيس اللجنة أن طفلين قتلا.", "رئيس اللجنة"),
        ('وبحسب صفحة "عيون تمسة" هو طفل عمره 14 عاما قتله جنود.', 'صفحة "عيون تمسة"'),
    ],
)
def test_who_speaks_ends_in_front_of_a_charge_or_a_pronoun(told: str, voice: str) -> None:
    assert _voices(told)[:1] == [voice]
