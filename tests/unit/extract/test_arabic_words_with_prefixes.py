"""Arabic words with "to", "by" joined to them, "then", "fath", and a brigade behind "of". All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("واحتجزت القوات الحكومية 44 طفلا بزعم ارتباطهم بالجماعات المسلحة.", ["القوات الحكومية"]),
        ("اللغم الذي قتل طفلين زرعه عناصر تابعون للواء الحدود.", ["لواء الحدود"]),
        ("ووفق إفادات ناجيات تحدثن إلى الرابطة، اقتحم ثلاثة مسلحين ملثمين العيادة.", ["مسلحين ملثمين"]),
        ("وأبلغت السلطات القضائية البعثة بأن تحقيقا فتح في خطف الطفلين.", []),
        ("جندت حركة فتح طفلين.", ["حركة فتح"]),
    ],
)
def test_who_did_it_beside_words_that_only_look_like_somebody(told: str, parties: list[str]) -> None:
    assert [party.name for one in read(told, "ar") for party in one.parties] == parties


def test_by_allegation_nobody_speaks() -> None:
    (one,) = read("واحتجزت القوات الحكومية 44 طفلا بزعم ارتباطهم بالجماعات المسلحة.", "ar")
    assert (len(one.chain), one.factuality.value) == (1, "alleged")


def test_whom_a_denial_accuses_in_turn_is_the_party() -> None:
    told = read("ونفت الكتائب ذلك، متهمة الجيش بتعمد قتل طفلين.", "ar")
    assert [party.name for party in told[-1].parties] == ["الجيش"]


@pytest.mark.parametrize(
    "told",
    [
        "آمر الكتيبة قال إنهم مطلوبون، ثم عاد وقال إنهم ليسوا عنده.",
        "وأضاف أن عددا من الفتيات فقدن، مرجحا أن يكن خطفن خلال الهجوم.",
    ],
)
def test_then_and_a_verb_behind_that_are_no_speakers(told: str) -> None:
    voices = {link.actor for one in read(told, "ar") for link in one.chain[1:]}
    assert not voices & {"ثم", "يكن"}
