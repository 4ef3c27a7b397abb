"""Arabic as it is published: what its reports, bulletins and dispatches write, and invented texts did not. Every text
is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import days_of, parties_of, places_of, read, rule_of, said, violations_of


@pytest.mark.parametrize(
    "text",
    [
        "وذكرت لجنة الشاطئ أن النزاعات الجارية في كش هي الأشد فتكا بالأطفال.",
        "وقالت الشرطة إن التحقيقات جارية لمعرفة سبب التفجير الذي أصاب ستة أطفال.",
        "والعمليات العسكرية جارية في كش حيث قتل ثلاثة أطفال.",
    ],
)
def test_what_is_going_on_is_no_slave_girl(text: str) -> None:
    assert all("sexual_violence" not in violations_of(one) for one in read(text, "ar"))


@pytest.mark.parametrize(
    "text",
    [
        "وقالت لجنة الشاطئ إن سيارة انفجرت أمام مدرسة سيد الشهداء في كش.",
        "وقصف الجيش مدرسة الشهداء في كش.",
        "وقصفت كتائب شهداء الوادي مدرسة في كش.",
    ],
)
def test_a_name_after_the_dead_tells_no_killing(text: str) -> None:
    assert all("killing" not in violations_of(one) for one in read(text, "ar"))


def test_the_dead_of_a_school_are_told_of() -> None:
    assert "killing" in violations_of(read("وسقط في المدرسة شهداء بينهم ستة أطفال في كش.", "ar")[0])


def test_a_capital_is_no_kindergarten() -> None:
    told = read("وأدى سقوط شظايا الصاروخ إلى مقتل شخص وإصابة 11 آخرين، بحسب الرياض.", "ar")
    assert all("attack_school" not in violations_of(one) for one in told)
    assert violations_of(read("وقصف الجيش ثلاث رياض أطفال في كش.", "ar")[0]) == {"attack_school"}


@pytest.mark.parametrize(
    "text",
    [
        "وتم نقل المصابين في الغارة الى مستشفيات عدة في كش.",
        "ونقل 12 طفلا جرحوا في القصف إلى مستشفى كش.",
        "وأصيب ستة أطفال في الهجوم ونقلوا إلى المستشفى.",
    ],
)
def test_where_the_hurt_were_brought_was_not_struck(text: str) -> None:
    assert all("attack_hospital" not in violations_of(one) for one in read(text, "ar"))


@pytest.mark.parametrize(
    "text",
    [
        "قتل أربعة أطفال إثر انفجار ذخائر غير منفجرة من مخلفات الحرب في كش.",
        "قتل طفلان جراء انفجار جسم من مخلفات الحرب قرب كش.",
    ],
)
def test_what_a_war_left_behind_is_no_party(text: str) -> None:
    assert parties_of(read(text, "ar")[0]) == []


def test_local_sources_name_no_place() -> None:
    assert places_of("وأفادت مصادر محلية بمقتل ثلاثة أطفال قرب بلدة كش.", "ar") == ["كش"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "أعلنت الممثلة الخاصة في الأمم المتحدة المعنية بالأطفال والنزاع المسلح لونا مارو أن 70 طفلا قتلوا في كش.",
            "لونا مارو",
        ),
        ("قالت المتحدثة باسم لجنة الشاطئ في كش العليا لونا مارو إن الجيش قتل 12 طفلا.", "لونا مارو"),
        ("وقال مدير المشفى في اتصال هاتفي مع وكالة الأفق للأنباء إن الجيش قتل 12 طفلا.", "مدير المشفى"),
    ],
)
def test_a_name_far_behind_its_office_is_who_speaks(text: str, speaker: str) -> None:
    assert speaker in said(text, "ar", "طفلا").speaker


@pytest.mark.parametrize("turn", ["من جهة أخرى أشارت", "وفي السياق ذاته أشارت", "وفي الوقت نفسه أشارت"])
def test_a_turn_of_the_text_is_nobody_who_speaks(turn: str) -> None:
    text = f"قالت لجنة الشاطئ إن الجيش خطف عشرة أطفال. {turn} إلى أن الجيش قتل تسعة أطفال."
    assert read(text, "ar")[-1].speaker == "لجنة الشاطئ"


def test_who_speaks_stands_behind_a_verb_that_a_turn_leads_in() -> None:
    text = "هذا في الوقت الذي تشير فيه الصحافة المحلية إلى خطف 20 طفلا من كش."
    assert read(text, "ar")[0].speaker == "الصحافة المحلية"


@pytest.mark.parametrize(
    "call",
    ["كما رحبت بوقف تجنيد الأطفال في كش", "وطالبت بوقف فوري لقتل الأطفال", "كما نددت بقتل 12 طفلا في كش"],
)
def test_what_is_called_for_does_not_speak(call: str) -> None:
    told = read(f"قالت لجنة الشاطئ إن الجيش خطف عشرة أطفال. {call}.", "ar")
    assert {one.speaker for one in told} == {"لجنة الشاطئ"}


def test_a_round_number_does_not_document() -> None:
    text = "قالت منظمة الشاطئ إن الجيش خطف عشرة أطفال. كما وثقت قرابة مئة هجمة أودت بحياة 12 طفلا."
    assert read(text, "ar")[-1].speaker == "منظمة الشاطئ"


@pytest.mark.parametrize(
    "text",
    [
        "كش – 2 مارس 2021 – تعبر اللجنة عن صدمتها لقصف الجيش بلدة كش في 12 فبراير ومقتل ستة أطفال.",
        "2 مارس 2021 (وكالة الأفق) قتل الجيش ستة أطفال في كش في 12 فبراير.",
    ],
)
def test_a_dateline_dates_no_deed(text: str) -> None:
    assert days_of(said(text, "ar", "ستة")) == ("2021-02-12", "2021-02-12")


@pytest.mark.parametrize(
    "text",
    [
        "وذكر المسؤول الذي رفض ذكر اسمه اليوم الثلاثاء أن مسلحين خطفوا ستة أطفال.",
        "أعلنت وزارة الصحة، اليوم الأحد، ارتفاع حصيلة القتلى إلى ستة أطفال.",
    ],
)
def test_the_day_on_which_it_was_told_dates_no_deed(text: str) -> None:
    assert rule_of(said(text, "ar", "ستة")) in ("", "not_after_publication")


def test_the_day_before_yesterday_is_told_in_either_order() -> None:
    text = "قتل الجيش ستة أطفال في كش يوم أمس الأول."
    assert days_of(read(text, "ar")[0]) == ("2021-03-01", "2021-03-01")


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("خلال أكتوبر ونوفمبر وديسمبر 2020", ("2020-10-01", "2020-12-31")),
        ("في أواخر أكتوبر وأوائل نوفمبر 2020", ("2020-10-21", "2020-11-10")),
    ],
)
def test_months_in_a_row_are_one_time(told: str, days: tuple[str, str]) -> None:
    assert days_of(read(f"قتل الجيش ستة أطفال في كش {told}.", "ar")[0]) == days


def test_a_semicolon_in_front_of_that_parts_nothing() -> None:
    told = read("وذكر مسؤول في كش؛ أن مسلحين خطفوا ستة أطفال؛ في بلدة كش.", "ar")
    assert [one.speaker for one in told] == ["مسؤول في كش"]


def test_behind_negotiations_is_no_comment() -> None:
    text = "أعلنت لجنة الشاطئ تسريح 31 طفلا، وتسليمهم لأسرهم عقب مفاوضات مع الجماعات المسلحة."
    assert {one.speaker for one in read(text, "ar")} == {"لجنة الشاطئ"}


def test_adopting_a_plan_claims_nothing() -> None:
    told = read('وقالت لونا مارو "إن تبني خطة العمل يعبر عن التزام الحكومة بحماية الأطفال".', "ar")
    assert {one.speaker for one in told} == {"لونا مارو"}


@pytest.mark.parametrize("verb", ["يوثق هذا التقرير مقتل", "تكشف هذه الدراسة مقتل"])
def test_a_report_that_speaks_of_itself_is_the_document(verb: str) -> None:
    assert read(f"{verb} 25 طفلا في كش.", "ar")[0].speaker == "document"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وبحسب قول سكان محليين لجأت حركة الجبل إلى تجنيد الأطفال في كش.", "سكان محليين"),
        ("وقال مدير المشفى إن الجيش قتل 12 طفلا في كش، بحسب قوله.", "مدير المشفى"),
        ('وذكر شاهد عيان يدعى "سامي مارو" أن مسلحين أضرموا النيران في مدرسة كش.', "سامي مارو"),
        ("وقال مقاتل يدعى سامي إن الجيش قتل 12 طفلا في كش.", "سامي"),
        ("وقالت الشرطة، حسبما أوردت وكالة الأفق، إن الجيش قتل 12 طفلا في كش.", "الشرطة"),
    ],
)
def test_the_last_mouth_is_who_speaks(text: str, speaker: str) -> None:
    assert read(text, "ar")[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "وقالت لجنة الشاطئ إن الجيش خطف ستة أطفال. والانتهاكات التي جرى التحقق منها في كش هي قتل الأطفال وتجنيدهم.",
        "وقالت لجنة الشاطئ إنها وثقت ما لا يقل عن 26 هجمة للجيش قتل فيها ستة أطفال.",
    ],
)
def test_what_tells_which_ones_are_meant_has_no_unnamed_source(text: str) -> None:
    assert all(one.speaker != "unnamed" for one in read(text, "ar"))


def test_where_a_body_sits_nothing_happened() -> None:
    text = "وقالت منظمة الشاطئ، التي يقع مقرها في مدينة عدن، إن الجيش قتل ستة أطفال."
    assert "عدن" not in places_of(text, "ar")


def test_who_leads_a_coalition_is_part_of_its_name() -> None:
    text = "قتل التحالف العسكري الذي تقوده كولو ستة أطفال في كش."
    assert parties_of(read(text, "ar")[0]) == [("التحالف العسكري الذي تقوده كولو", "stated")]


@pytest.mark.parametrize(
    "text",
    [
        "ترحب لجنة الشاطئ بإطلاق حكومة كولو أمس لسراح 21 من الأطفال الذين يزعم ارتباطهم بالجماعات المسلحة.",
        "وهي المرة الأولى التي يتم فيها تسريح فتيات تم تجنيدهن من قبل حركة الجبل.",
    ],
)
def test_children_let_go_are_not_recruited(text: str) -> None:
    assert all(violations_of(one) == set() for one in read(text, "ar"))


@pytest.mark.parametrize(
    "text",
    [
        "ودانت التجاوزات الخطيرة التي ترتكب بحق الأطفال في كش من قبل حركة الجبل.",
        "واعتبر جرائم حركة الجبل بحق الاطفال جرائم ضد الإنسانية.",
    ],
)
def test_wrongs_done_to_children_are_violations_of_no_kind_told(text: str) -> None:
    assert violations_of(read(text, "ar")[0]) == {"unspecified"}


def test_conflicts_and_states_are_no_places() -> None:
    told = places_of("وزارت المبعوثة مناطق النزاعات المسلحة في كش، ثم الولايات المتحدة.", "ar")
    assert not {"النزاعات المسلحة", "المتحدة"} & set(told)


@pytest.mark.parametrize(
    "turn",
    [
        "وأعلنت حركة الجبل أنها ترفض خطة السلام.",
        "وتقول حركة الجبل إنها تطالب بتطبيق القانون في جميع البلاد.",
    ],
)
def test_a_party_that_speaks_of_something_else_carries_no_deed_on(turn: str) -> None:
    told = read(f"قصف الجيش مدرسة في كش وقتل ستة أطفال. {turn}", "ar")
    assert violations_of(told[-1]) == set()
