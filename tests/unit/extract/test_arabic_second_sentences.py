"""What Arabic sentences behind a deed tell: what goes on, what is another matter, what the words only look like."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import read, violations_of

WAR = "تدور الحرب بين الجبهة الحمراء والجيش في عمرة منذ عام 2019.\n\n"
TAKEN = f"{WAR}خطف مسلحون 30 طالبة من عمرة."
STRUCK = f"{WAR}احتجز الجيش 12 فتى. وتعرضت مدرستان لهجمات."


def behind(deed: str, text: str) -> set[str]:
    """The violations of a sentence behind a deed."""
    return {code for one in read(f"{deed} {text}", "ar") if one.quote in text for code in violations_of(one)}


@pytest.mark.parametrize(
    "text",
    [
        "وتمكنت أربع فتيات من الفرار الأسبوع الماضي.",
        "وأعلنت الحكومة أنها تتفاوض مع الجماعة.",
        "ورحبت اليونيسف باعتراف الجبهة.",
        "وشيع الأهالي الضحايا عصر الأحد.",
        "وأعلن الجيش أنه يحقق في التقارير.",
        "واستشهد التقرير بصور أقمار صناعية.",
        "وتشتت عشرات الأسر في الحقول المجاورة.",
        "والتقى باحثون 12 فتى فروا من المعسكرات.",
    ],
)
def test_other_matters_behind_a_deed_do_not_tell_it_again(text: str) -> None:
    assert behind(TAKEN, text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ولم يعثر على أثر لهن حتى مساء السبت.", "abduction"),
        ("ونفذت الجماعة هجوما استخدمت فيه فتاة في العاشرة.", "recruitment_use"),
        ("وشوهد بعض الأولاد بملابس عسكرية على حاجز الجسر.", "recruitment_use"),
        ("وأرغم بعض الأطفال على أداء قسم الولاء.", "recruitment_use"),
        ("وفقد عشرة من الأطفال أطرافهم.", "maiming"),
        ("وتعرض بعض الفتيان للصعق الكهربائي.", "maiming"),
        ("وأجبرها أحد قادة الجبهة على الزواج منه، وهي في الرابعة عشرة.", "sexual_violence"),
        ("وقال متحدث إن المسلحين يتحصنون داخل المستشفيات.", "military_use"),
        ("وأعيدت قافلة طبية من مدخل البلدة.", "denial_access"),
        ("ومنعت نقاط التفتيش إجلاء الجرحى.", "denial_access"),
        ("وأغلقت مدرسة البنات تحت التهديد.", "attack_school"),
        ("واستيقظ السكان على دوي انفجار في باحة المدرسة.", "attack_school"),
    ],
)
def test_what_else_was_done_is_told_as_it_is(text: str, code: str) -> None:
    assert behind(TAKEN, text) == {code}


def test_attacks_that_are_blamed_detained_nobody() -> None:
    assert behind(STRUCK, "ونسبت أربع من هذه الهجمات إلى الجيش.") == {"attack_school"}


def test_attacks_that_are_blamed_in_english_detained_nobody() -> None:
    text = "The army detained 12 boys in Amra. Two schools were attacked. Most of the attacks were blamed on the army."
    assert violations_of(read(text)[-1]) == {"attack_school"}


@pytest.mark.parametrize("text", ["وقتل طفلان في هجوم انتحاري على السوق.", "وقتل طفلان في عملية انتحارية."])
def test_children_killed_by_a_suicide_attack_were_not_used_for_it(text: str) -> None:
    assert behind(TAKEN, text) == {"killing"}


def test_who_runs_a_prison_and_speaks_detains_nobody() -> None:
    assert behind(TAKEN, "وقال مدير السجن إن الجبهة قتلت ثلاثة تلاميذ.") == {"killing"}


def test_investigators_are_no_party() -> None:
    one = read(f"{TAKEN} ويعتقد محققون أن بعضهن قتلن.", "ar")[-1]
    assert one.factuality is Factuality.BELIEVED


def test_a_refusal_to_say_how_many_is_a_limit() -> None:
    one = read(f"{TAKEN} وترفض الجبهة الإفصاح عن أعداد القاصرين لديها.", "ar")[-1]
    assert one.kind == "limitation"
