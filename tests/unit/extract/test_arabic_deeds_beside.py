"""Arabic deeds: passives of attacks, arms given to minors, marriages forced, aid kept from children. All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read, violations_of


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("وهوجمت ثماني مدارس وثلاثة مستشفيات.", {"attack_school", "attack_hospital"}),
        ("أطلق قناص النار على بنت عمرها 9 سنوات.", {"maiming"}),
        ("وكانت الجماعة تسلح قاصرين في الإقليم.", {"recruitment_use"}),
        ("واستخدمت الفتيات لأغراض جنسية.", {"sexual_violence"}),
        ("وأغلق مسلحون الطريق، ما حرم قرابة 3000 طفل من اللقاحات.", {"denial_access"}),
    ],
)
def test_deeds_told_by_passives_and_by_what_they_did_to_children(told: str, codes: set[str]) -> None:
    assert set().union(*(violations_of(one) for one in read(told, "ar"))) == codes


@pytest.mark.parametrize(
    "told",
    [
        "وحرم مئات الأطفال من الدراسة بسبب المطر.",
        "واستخدم المزارعون الماء لأغراض زراعية.",
        "وجددت البلدية مبنى المدرسة.",
    ],
)
def test_neighbours_of_such_deeds_are_none(told: str) -> None:
    assert not any(one.violations for one in read(told, "ar"))


def test_who_renews_a_call_speaks() -> None:
    (one,) = read("يجدد المركز السهراني للعدالة مطالبته بالكشف عن مصير 16 طفلا اقتادتهم الفرقة السابعة.", "ar")
    assert one.chain[-1].actor == "المركز السهراني للعدالة"


def test_a_quoted_denial_is_no_name() -> None:
    told = 'القوات تقول إن القناص "ليس منها".'
    assert not any(party.name == "ليس منها" for one in read(told, "ar") for party in one.parties)
