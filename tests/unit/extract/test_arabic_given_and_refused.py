"""Arabic: who was given reports, whose channel speaks, what is refused, hosts in names, limits without proof."""

from __future__ import annotations

import pytest

from unit.extract.told import places_of, read


def _voices(told: str) -> list[str]:
    return [link.actor for one in read(told, "ar") for link in one.chain[1:][-1:]]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("تلقت الأمم المتحدة بلاغات عن مقتل 412 طفلا، تحققت من 230 منها.", "الأمم المتحدة"),
        ("قناة تابعة للتنظيم تقول إن طفلين قتلا.", "قناة تابعة للتنظيم"),
        ("ورفضت قيادة ألوية النسر ما ورد في التقرير عن خطف طفلين.", "قيادة ألوية النسر"),
        ("وقالت للوكالة والدة أحد الطفلين إن مسلحين خطفوهما.", "والدة أحد الطفلين"),
        ("وزعم وزير الداخلية أمام البرلمان أن الطفلين لم يخطفا.", "وزير الداخلية"),
        ("وترى المحامية ليلى القاسم أن خطف الطفلين جريمة حرب.", "المحامية ليلى القاسم"),
    ],
)
def test_who_speaks_beside_reports_channels_and_listeners(told: str, voice: str) -> None:
    assert _voices(told)[-1] == voice


def test_between_two_armies_nobody_speaks() -> None:
    told = "منذ اندلاع القتال بين الجيش وقوات الإسناد، سجلت زيادة في خطف الأطفال."
    assert "بين" not in " ".join(_voices(told))


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("ترجح مصادر أمنية أن يكون تنظيم جند الساحل وراء خطف طفلين.", "تنظيم جند الساحل"),
        ("جند الجيش 12 طفلا.", "الجيش"),
    ],
)
def test_a_host_in_a_name_recruits_nobody(told: str, party: str) -> None:
    (one,) = read(told, "ar")
    assert [ref.name for ref in one.parties] == [party]
    assert len(one.violations) == 1


@pytest.mark.parametrize(
    "told",
    [
        "ومن المحتمل أن تكون هذه الأرقام أقل بكثير من الواقع.",
        "لكن المركز لا يملك أدلة قاطعة على ذلك.",
        "لا دليل عندي على ذلك.",
    ],
)
def test_numbers_short_of_the_truth_and_no_proof_are_limits(told: str) -> None:
    assert read(told, "ar")[-1].kind.value == "limitation"


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("خطفت طفلة في ضواحي أرندا الجنوبية.", ["أرندا"]),
        ("خطفت طفلتان في جزيرتي كولا وسوسو.", ["كولا", "سوسو"]),
        ("خطف طفل في محافظتي درسيم والهضبة العليا.", ["درسيم", "الهضبة العليا"]),
        ("قتل طفل في جنوب لونغا العليا.", ["لونغا العليا"]),
        ("نهب مسلحون مستشفى بلدة ناكورو المرجعي وقتلوا طفلا.", ["ناكورو"]),
        ("نقل الطفل، وفق معتقل سابق، إلى مدينة درسيم حيث قتل.", ["درسيم"]),
    ],
)
def test_outskirts_islands_and_rows_of_provinces(told: str, places: list[str]) -> None:
    assert places_of(told, "ar") == places


def test_fingers_that_point_are_nobodys() -> None:
    (one,) = read("أصابع الاتهام تشير إلى أن تنظيم الفرقان خطف طفلين.", "ar")
    assert (one.chain[-1].actor, one.factuality.value) == ("unnamed", "alleged")
