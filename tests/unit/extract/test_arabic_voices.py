"""Who speaks in an Arabic sentence, how far his word reaches. Every name, place, event is invented."""

from __future__ import annotations

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatedTime, StatementKind
from unit.extract.told import read, said


def test_what_is_announced_is_no_part_of_who_announces_it() -> None:
    one = said("أعلنت وزارة الصحة الكشية مقتل ثلاثة أطفال في بلدة كش.", "ar", "مقتل")
    assert one.speaker == "وزارة الصحة الكشية"


def test_a_number_behind_a_report_is_what_it_counted() -> None:
    assert said("وثق التقرير سبعا وثلاثين حالة اغتصاب لفتيات في كش.", "ar", "اغتصاب").speaker == "التقرير"


def test_a_deed_right_behind_the_verb_is_nobody_who_speaks() -> None:
    text = "قالت رابطة الشاطئ إن القرية خالية. وأعلنت مقتل ثلاثة أطفال في كش."
    assert said(text, "ar", "مقتل").speaker == "رابطة الشاطئ"


def test_who_had_told_stands_before_his_verb() -> None:
    one = said("وكان تقرير أممي صدر في آذار/مارس قد وثق تجنيد 85 طفلا على يد حركة الجبل.", "ar", "تجنيد")
    assert one.speaker == "تقرير أممي"


def test_who_received_reports_does_not_say_what_they_tell() -> None:
    one = said("تلقت بعثة الشاطئ بلاغات عن اغتصاب ثلاث فتيات في كش.", "ar", "اغتصاب")
    assert (one.speaker, one.factuality) == ("unnamed", Factuality.REPORTED)


def test_what_follows_in_the_same_breath_is_the_same_word() -> None:
    first, second = read("ذكر مرصد الشاطئ أن قذائف أصابت حيا في كش، وقتلت ثلاثة أطفال في بلدة أورن.", "ar")
    assert {first.factuality, second.factuality} == {Factuality.ATTRIBUTED}


def test_who_admits_a_deed_did_it() -> None:
    one = said("أقرت حركة الجبل بتجنيد 12 فتى في كش.", "ar", "تجنيد")
    assert [party.name for party in one.parties] == ["حركة الجبل"]


def test_a_day_of_the_month_is_told_as_a_rank() -> None:
    text = "قتل 12 طفلا في كش منذ الحادي والعشرين من تشرين الأول/أكتوبر 2020."
    assert told_from(text) == "2020-10-21"


def told_from(text: str) -> str:
    period = said(text, "ar", "قتل").act_period
    return str(period.when.first) if isinstance(period, StatedTime) else ""


def test_a_raid_by_aircraft_that_nobody_knows_is_told_all_the_same() -> None:
    one = said("قتل 16 طفلا في غارة نفذتها طائرات لم تعرف هويتها قرب مدرسة في كش.", "ar", "قتل")
    assert one.kind is StatementKind.VIOLATION_CLAIM


def test_who_holds_the_ground_is_not_who_struck() -> None:
    one = said("قصف الجيش مدرسة في كش التي يسيطر عليها الجهاديون وقتل 3 أطفال.", "ar", "قصف")
    assert "الجهاديون" not in [party.name for party in one.parties]


def test_a_source_behind_according_to_loses_the_particle_joined_to_it() -> None:
    one = said("وفقا لمركز رصد الشاطئ، قتل 12 طفلا في كش.", "ar", "قتل")
    assert one.speaker == "مركز رصد الشاطئ"


def test_the_doctors_in_the_name_of_a_network_are_no_target() -> None:
    text = "أفادت شبكة أطباء كش بمقتل 13 شخصا في قصف نفذته قوات الصخر على أحياء مختلفة."
    assert [ref.code for one in read(text, "ar") for ref in one.violations] == []


def test_if_it_is_confirmed_confirms_nothing() -> None:
    one = said('قالت مديرة الرابطة "هذا الهجوم على المدرسة، إذا تأكد حدوثه، خسارة للأطفال".', "ar", "تأكد")
    assert one.factuality is not Factuality.VERIFIED_BY_SOURCE


def test_a_name_in_brackets_speaks() -> None:
    assert said("وثقت (شبكة الشاطئ لحقوق الإنسان) مقتل 23 طفلا في كش.", "ar", "مقتل").speaker.startswith("شبكة الشاطئ")


def test_who_verified_ends_before_what_was_verified() -> None:
    one = said("تأكدت فرقة العمل من ضم 17 فتى إلى صفوف جيش كش.", "ar", "ضم")
    assert one.speaker == "فرقة العمل"


def test_members_of_the_group_are_the_group_told_before() -> None:
    text = "جند لواء الصخر 12 فتى في كش. وخطفت طفلة من قبل عناصر اللواء في البلدة."
    assert [party.name for party in said(text, "ar", "خطفت").parties] == ["لواء الصخر"]


def test_a_rank_counts_nothing() -> None:
    one = said("قتل 12 طالبا من المرحلة الثالثة في كش.", "ar", "قتل")
    assert [int(item.quantity.low or 0) for item in one.quantities] == [12]


def test_a_school_near_which_it_happened_is_no_place_by_name() -> None:
    one = said("قتل 12 طفلا بالقرب من مدرسة في بلدة أورن.", "ar", "قتل")
    assert [place.name for place in one.places] == ["أورن"]


def test_who_holds_somebody_responsible_speaks() -> None:
    one = said("وحمل التقرير تنظيم الصخر مسؤولية مقتل 12 طفلا في كش.", "ar", "مقتل")
    assert (one.speaker, [party.name for party in one.parties]) == ("التقرير", ["تنظيم الصخر"])


def test_where_it_was_said_stands_before_what_was_said() -> None:
    text = "أفادت رابطة الشاطئ بمقتل طفل. وقالت في بيانها إن 20 طفلا قتلوا في كش."
    assert said(text, "ar", "20 طفلا").speaker == "رابطة الشاطئ"


def test_wounds_told_with_and_are_a_harm_of_their_own() -> None:
    one = said("قضى ثلاثة أطفال ووالدتهم وأصيب 14 شخصا بينهم ستة أطفال في كش.", "ar", "قضى")
    assert [ref.code for ref in one.violations] == ["killing", "maiming"]


def test_who_a_party_is_said_to_be_is_no_second_party() -> None:
    text = 'تتهم الرابطة مقاتلين في "حشد الصخر"، وهو فصيل يساند القوات الحكومية، باحتجاز 40 مراهقا في كش.'
    assert [party.name for party in said(text, "ar", "باحتجاز").parties] == ["حشد الصخر"]


def test_a_checkpoint_belongs_to_whom_it_belongs() -> None:
    text = "جند حشد الصخر 12 فتى في كش. وأعادت نقطة تفتيش تابعة للحشد ثلاث شحنات أدوية."
    assert [party.name for party in said(text, "ar", "شحنات").parties] == ["حشد الصخر"]


def test_the_occupation_occupies_no_clinic_by_its_name() -> None:
    one = said("يمنع الاحتلال وصول طواقم الإسعاف إلى الأطفال.", "ar", "يمنع")
    assert [ref.code for ref in one.violations] == ["denial_access"]


def test_the_hospital_of_who_speaks_was_not_struck() -> None:
    one = said("قال مدير مستشفى كش إن القصف طال منطقة سكنية وقتل ثلاثة أطفال.", "ar", "القصف")
    assert [ref.code for ref in one.violations] == ["killing"]


def test_where_it_struck_goes_on_with_when_it_happened() -> None:
    (one,) = read("وقع الهجوم ظهر الجمعة، وضرب روضة أطفال في بلدة كش.", "ar")
    assert [ref.code for ref in one.violations] == ["attack_school"]


def test_a_semicolon_before_a_cause_parts_nothing() -> None:
    (one,) = read("أعلن مركز الشاطئ وفاة طفل متأثرا بجراحه؛ عقب سقوط قذيفة في بلدة كش.", "ar")
    assert one.speaker == "مركز الشاطئ"


def test_a_prison_nearby_holds_nobody() -> None:
    one = said("قتلت طفلتان في منزل بالقرب من سجن في بلدة كش.", "ar", "قتلت")
    assert [ref.code for ref in one.violations] == ["killing"]


def test_wounded_told_by_a_noun_are_of_the_same_claim() -> None:
    (one,) = read("أعلنت وزارة كش مقتل 23 شخصا بينهم سبعة أطفال، وإصابة ستة آخرين في بلدة أورن.", "ar")
    assert [int(item.quantity.low or 0) for item in one.quantities] == [23, 7, 6]


def test_as_the_people_said_is_their_word() -> None:
    one = said("خطفت حركة الجبل 12 فتى من بلدة كش حسبما ذكره السكان.", "ar", "خطفت")
    assert (one.speaker, one.factuality) == ("السكان", Factuality.ATTRIBUTED)


def test_since_the_year_2000_is_not_a_year_ago() -> None:
    assert told_from("قتل 42 طفلا في كش منذ عام 2000.") == "2000-01-01"


def test_that_nobody_claimed_it_claims_nothing() -> None:
    text = "قتل 12 طفلا في هجوم على مدرسة في كش. ولم تعلن أي جهة مسؤوليتها عن الهجوم."
    assert [one.violations for one in read(text, "ar")][1:] in ([], [()])
