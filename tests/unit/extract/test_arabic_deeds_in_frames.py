"""Arabic deeds in the frames of plain prose: all persons of a verb, its noun, its passive, their neighbours."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.words.conjugated import spelled_out
from unit.extract.told import read, said, violations_of

WAR = "تدور الحرب بين الجبهة الحمراء والجيش في عمرة منذ عام 2019.\n\n"


def told(text: str) -> set[str]:
    """The violations that a sentence behind the setting tells."""
    return {code for one in read(WAR + text, "ar") if text.find(one.quote[:5]) >= 0 for code in violations_of(one)}


def test_a_row_may_ask_for_every_form_of_a_verb() -> None:
    assert spelled_out("خطف+ ~2 طفلا", {"خطف": {"خطف", "خطفوا"}}) == "خطف|خطفوا ~2 طفلا"
    with pytest.raises(KeyError):
        spelled_out("خطف+", {})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("وذكر التقرير أن عناصر الجبهة يعدمون ثلاثة فتيان.", "killing"),
        ("وقال شاهد إن مسلحين شوهوا سبعة أطفال.", "maiming"),
        ("وأفاد سكان بأن ثلاث فتيات اغتصبن يوم الاثنين.", "sexual_violence"),
        ("وذكر التقرير أن عناصر الجبهة يقصفون مدرسة ابتدائية.", "attack_school"),
        ("وذكر التقرير أن عناصر الجبهة ينهبون مستوصف القرية.", "attack_hospital"),
        ("وذكر التقرير أن عناصر الجبهة يحتلون مدرستين.", "military_use"),
        ("وذكر التقرير أن عناصر الجبهة يوقفون شاحنات الإغاثة.", "denial_access"),
    ],
)
def test_a_deed_is_one_in_every_person_of_its_verb(text: str, code: str) -> None:
    assert told(text) == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("وثقت منظمة سند استخدام عشرة صبية في نقل الذخيرة.", "recruitment_use"),
        ("وثقت منظمة سند احتلال مدرستين في عمرة.", "military_use"),
        ("شهدت عمرة استخدام مدرسة مخزنا للسلاح.", "military_use"),
        ("أقدم عناصر من الجبهة على مصادرة شحنة أدوية.", "denial_access"),
        ("تم انتزاع رضيع من والدته في عمرة.", "abduction"),
        ("تمت تصفية مراهقين اثنين في عمرة.", "killing"),
        ("اغتيل طالب في الثانوية في عمرة.", "killing"),
        ("وقضى في الانفجار تلميذان.", "killing"),
        ("وزوجت خمس قاصرات لاحقا من مقاتلين في الجبهة.", "sexual_violence"),
        ("كلف نصف الأطفال بالحراسة.", "recruitment_use"),
        ("واستولى مسلحون على سيارتي إسعاف.", "attack_hospital"),
        ("أخلى الجيش أربع مدارس كانت تستخدمها قواته.", "military_use"),
        ("قصفت الطائرات سكن الطالبات في عمرة.", "attack_school"),
        ("قصفت الطائرات دار التوليد في عمرة.", "attack_hospital"),
    ],
)
def test_a_deed_is_one_as_a_noun_and_in_the_plain_words_for_it(text: str, code: str) -> None:
    assert told(text) == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("وأفاد سكان بأن روضة أطفال نهبت يوم الاثنين.", "attack_school"),
        ("وقال طبيب إن ثلاث مدارس في البلدة أحرقت.", "attack_school"),
        ("وأفاد سكان بأن شحنة أدوية صودرت يوم الاثنين.", "denial_access"),
    ],
)
def test_what_stands_behind_that_is_who_the_verb_is_of(text: str, code: str) -> None:
    assert told(text) == {code}


@pytest.mark.parametrize("text", ["قصفت قوات الاحتلال مدرسة في البلدة.", "هاجم جيش الاحتلال مدرسة البلدة."])
def test_forces_of_occupation_that_strike_a_school_do_not_occupy_it(text: str) -> None:
    assert told(text) == {"attack_school"}


@pytest.mark.parametrize(
    "text",
    [
        "تحولت المدرسة إلى ملجأ للنازحين.",
        "أقامت منظمة عيادة متنقلة داخل المدرسة.",
        "أغلقت عشرات المدارس أبوابها حتى إشعار آخر.",
        "نجا تلاميذ المدرسة من القصف.",
        "قتل رجل بالرصاص قرب مدرسة.",
        "دمر الزلزال أربع مدارس ومستشفى.",
        "أصيب تلميذان في حادث حافلة.",
        "جند الجيش متطوعين من أبناء المحافظة.",
        "أبدت المنظمة مخاوف من تجنيد الأطفال في المخيمات.",
        "قد يجند المسلحون مزيدا من الأطفال.",
        "تظاهر ذوو الفتيات المخطوفات أمام مبنى المحافظة.",
        "سرح عشرون طفلا من صفوف الجبهة.",
        "وقتل سائقان وأصيب حارسان في كمين.",
        "أخذت الأم أطفالها وغادرت البلدة.",
    ],
)
def test_neighbours_of_deeds_tell_none(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "اقتادت الشرطة ثلاثة فتيان إلى المخفر.",
        "دهمت المخابرات منزلا واقتادت مراهقا إلى مقرها.",
        "ألقي القبض على ستة فتيان عند نقطة تفتيش.",
    ],
)
def test_whom_the_police_lead_off_they_detain(text: str) -> None:
    assert told(text) == {"deprivation_liberty"}


def test_whom_rebels_lead_off_they_abduct() -> None:
    assert told("اقتاد مسلحون ثلاثة فتيان إلى الجبال.") == {"abduction"}


@pytest.mark.parametrize(
    ("deed", "behind"),
    [
        ("خطف مسلحون تسعة فتيان من عمرة.", "وأعادوا ثلاثة منهم بعد يومين."),
        ("خطف مسلحون تسع طالبات من عمرة.", "وعادت الأخريات إلى ذويهن بعد دفع فدية."),
        ("خطف مسلحون فتاة من عمرة.", "وعثر عليها حية بعد ثلاثة أيام."),
        ("سقطت قذيفة على السوق، فقتل أربعة أطفال وأصيب سبعة.", "ونقل المصابون إلى مستشفى المدينة."),
        ("خطف مسلحون 30 تلميذا من عمرة.", "وأفرجوا عن 12 تلميذا بعد مفاوضات."),
    ],
)
def test_who_comes_back_or_is_cared_for_is_not_hurt_again(deed: str, behind: str) -> None:
    again = [one for one in read(f"{WAR}{deed} {behind}", "ar") if one.quote in behind]
    assert not any(violations_of(one) for one in again)


def test_casualties_are_those_killed_and_those_wounded() -> None:
    text = "قتل 42 طفلا وشوه 66 طفلا في عمرة. ونجمت الإصابات أساسا عن القصف المدفعي."
    assert violations_of(said(text, "ar", "الإصابات")) == {"killing", "maiming"}


def test_to_whom_girls_are_married_is_no_victim() -> None:
    text = "خطف مسلحون تسع طالبات من عمرة. وزوجت اثنتان منهن لاحقا من مقاتلين."
    assert violations_of(said(text, "ar", "اثنتان")) == {"sexual_violence"}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("سُجلت 14 حالة تجنيد لأطفال في عمرة.", Factuality.REPORTED),
        ("ووثقت 64 حادثة خطف لأطفال في عمرة.", Factuality.REPORTED),
        ("سُجل مقتل تسعة أطفال في عمرة.", Factuality.REPORTED),
        ("ورد أن تسعة أطفال قتلوا في عمرة.", Factuality.REPORTED),
        ("أُبلغ عن مقتل تسعة أطفال في عمرة.", Factuality.REPORTED),
        ("وفق أنباء متداولة، خطف تسعة فتيان في عمرة.", Factuality.REPORTED),
        ("يغلب الظن أن الجبهة خطفت تسعة فتيان في عمرة.", Factuality.BELIEVED),
        ("جرى التحقق من تجنيد تسعة فتيان في عمرة.", Factuality.VERIFIED_BY_SOURCE),
        ("وسجلت المنظمة 14 حالة خطف لأطفال.", Factuality.ATTRIBUTED),
        ("وسبق للمنظمة أن رصدت 21 حالة خطف لأطفال.", Factuality.ATTRIBUTED),
    ],
)
def test_what_is_recorded_by_nobody_named_is_reported(text: str, level: Factuality) -> None:
    assert read(WAR + text, "ar")[-1].factuality is level


@pytest.mark.parametrize("text", ["ولم تحدد هوية الجناة.", "ومن الصعب التأكد من صحة هذه الروايات."])
def test_what_could_not_be_told_is_a_limit(text: str) -> None:
    assert read(f"{WAR}قتل تسعة أطفال في عمرة. {text}", "ar")[-1].kind == "limitation"
