"""Arabic newspapers and bulletins: offices with names, places, forces named for short. Every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import parties_of, period_of, places_of, read, said, violations_of

CLAIM = "خطفت حركة الجبل 12 فتى من بلدة كش."


@pytest.mark.parametrize("office", ["مدير المدرسة السابق سامي القاضي", "رئيس المجلس البلدي في المنطقة سامي القاضي"])
def test_an_office_with_the_name_right_behind_it_is_one_speaker(office: str) -> None:
    one = said(f"وقال {office} إن الجيش خطف ستة فتيان من كش.", "ar", "ستة")
    assert one.speaker == office


def test_who_found_out_is_whom_the_pronoun_stands_for() -> None:
    text = "قالت اللجنة إن الجيش خطف عشرة أطفال. غير أنها تحققت من أن الجيش قتل تسعة منهم."
    assert read(text, "ar")[-1].speaker == "اللجنة"


def test_what_was_counted_behind_a_comma_has_the_same_source() -> None:
    text = "وأحصت مديرية التربية 27 مدرسة استخدمها الجيش لأغراض عسكرية، و14 مدرسة أخرى تعرضت للقصف."
    assert [one.speaker for one in read(text, "ar")] == ["مديرية التربية", "مديرية التربية"]


def test_estimates_are_beliefs_whoever_tells_them() -> None:
    one = said("وتشير تقديرات المجلس المحلي إلى أن حركة الجبل جندت 60 طفلا من كش.", "ar", "60")
    assert one.factuality is Factuality.BELIEVED


def test_who_denied_and_goes_on_speaks_for_himself() -> None:
    text = f"{CLAIM} ونفى قائد الحركة سامي الجبلي ذلك. لكنه قال إن فتيانا عملوا في الحراسة في كش."
    assert read(text, "ar")[-1].factuality is Factuality.CLAIMED_BY_PARTY


def test_a_laden_truck_accuses_nobody() -> None:
    one = said("قالت جمعية الشاطئ إن الجيش منع دخول 32 شاحنة محملة بالأدوية إلى كش.", "ar", "32")
    assert one.factuality is Factuality.ATTRIBUTED


def test_a_party_that_keeps_silent_is_who_denied_before() -> None:
    text = f"{CLAIM} ولم تعلق حركة الجبل على الحادثة. وكانت قد نفت الشهر الماضي ضلوعها في خطف تلاميذ."
    one = read(text, "ar")[-1]
    assert (one.speaker, one.kind) == ("حركة الجبل", StatementKind.CONTEXT_CLAIM)


def test_a_condemnation_without_a_number_tells_no_deed() -> None:
    one = read(f"{CLAIM} ونددت الحكومة المحلية في كش بالمجزرة الجديدة.", "ar")[-1]
    assert (one.kind, one.violations) == (StatementKind.CONTEXT, ())


def test_the_fate_of_those_taken_is_told_for_itself() -> None:
    told = read("اختطف مسلحون سبعة تلاميذ من كش، ولا يزال مصير اثنين منهم مجهولا.", "ar")
    assert [one.kind for one in told] == [StatementKind.VIOLATION_CLAIM] * 2
    assert violations_of(told[1]) == {"abduction"}


def test_who_came_home_is_context() -> None:
    one = read(f"{CLAIM} لم يعد منهم إلى بيوتهم سوى خمسة.", "ar")[-1]
    assert one.kind is StatementKind.CONTEXT


def test_how_many_were_taken_is_no_age() -> None:
    one = said("قال طبيب إن عدد القتلى من الأطفال لا يتجاوز 13.", "ar", "13")
    assert [item.quantity.kind for item in one.quantities] == [QuantityKind.COUNT]


def test_by_the_end_of_a_month_is_before_it_ends() -> None:
    one = read("استخدم الجيش تسع مدارس لأغراض عسكرية بحلول كانون الأول/ديسمبر 2020.", "ar")[0]
    assert period_of(one) == "../2020-12-31"


def test_interviews_were_held_when_they_were_held() -> None:
    one = read(f"{CLAIM} أجرت اللجنة 64 مقابلة في الفترة من 4 شباط/فبراير إلى 30 تموز/يوليو 2019.", "ar")[-1]
    assert period_of(one) == "2019-02-04/2019-07-30"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("جند الجيش 12 طفلا من مخيمات النازحين في كالدا وروبين.", ["كالدا", "روبين"]),
        ("سقطت قذائف على حي سكني في بلدة كش فقتل ستة أطفال.", ["كش"]),
        ("منذ آب/أغسطس 2020 خطف الجيش ستة أطفال.", []),
        ("وذكر ضابط في صفوفه أن الجيش خطف ستة أطفال.", []),
        ("قصفت طائرة سوق الماشية فقتل ستة أطفال.", []),
        ("قصف الجيش مستشفى في سهل برقين فقتل ستة أطفال.", ["سهل برقين"]),
    ],
)
def test_where_it_was_and_what_is_no_place(text: str, places: list[str]) -> None:
    assert places_of(text, "ar") == places


def test_a_force_named_for_short_stands_under_its_whole_name() -> None:
    text = f"{CLAIM} أحرق لواء الصخر مدرسة في كش. وخطف اللواء تسعة أطفال من كش."
    assert parties_of(read(text, "ar")[-1]) == [("لواء الصخر", "stated")]


def test_a_force_and_its_side_are_one_name() -> None:
    assert parties_of(read("خطف الحشد الشرقي تسعة أطفال من كش.", "ar")[0]) == [("الحشد الشرقي", "stated")]


def test_a_plural_verb_without_a_subject_is_of_those_named_before() -> None:
    text = "خطف مقاتلون من جبهة الجبل 12 فتى من كش. دخلوا القرية وأحرقوا المدرسة الابتدائية."
    assert parties_of(read(text, "ar")[-1]) == [("جبهة الجبل", "implied")]


def test_who_killed_before_wounded_too() -> None:
    text = "قتلت جبهة الجبل تسعة أطفال في كش. وأفاد طبيب بأن بين الجرحى أربعة قاصرين."
    assert parties_of(read(text, "ar")[-1]) == [("جبهة الجبل", "implied")]


def test_who_found_no_proof_says_so() -> None:
    one = read(f"{CLAIM} ولم تعثر اللجنة على أي دليل في كش.", "ar")[-1]
    assert one.speaker == "اللجنة"


def test_what_the_others_did_goes_on_with_the_first() -> None:
    text = "استخدم 96 طفلا في أدوار قتالية في كش، في حين عمل الباقون حمالين وطباخين."
    assert len(read(text, "ar")) == 1


def test_what_a_school_was_used_for_parts_nothing() -> None:
    text = "قصفت طائرة مدرسة في كش، وكانت تؤوي أسرا نازحة، فقتل 11 طفلا وأصيب 26 طفلا."
    assert len(read(text, "ar")) == 1


def test_a_name_that_opens_with_a_mother_is_a_place() -> None:
    assert places_of("خطف الجيش ستة أطفال في أم سدر يوم الأحد.", "ar") == ["أم سدر"]
