"""Arabic as agencies, missions, rights groups ordinarily write it. Every name, place, event is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.conjugated import conjugated
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.lexicon import load
from tawthiq.record.extract.statement import StatedTime, StatementKind
from unit.extract.told import read, said


@pytest.mark.parametrize(
    "form", ["يرتبون", "أخرجوا", "اقتحمته", "تؤوي", "صاروا", "يتلقون", "أجبرها", "تقاضوا", "ينف", "خطفتهما"]
)
def test_all_persons_of_a_listed_verb_are_verbs(form: str) -> None:
    data = load("ar").data
    assert form.translate(str.maketrans("أؤئى", "اويي")) in data["finite"]


def test_a_perfect_that_is_also_a_noun_is_left_out() -> None:
    affixes = {"weak": ["ى"], "perfect": ["ت", "وا"], "persons": ["ي", "ت"], "many": ["ون"], "objects": ["ه"]}
    assert "نقل" not in conjugated(["-نقل ينقل"], affixes)
    assert {"نقلت", "ينقلون", "ينقله"} <= conjugated(["-نقل ينقل"], affixes)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "وقال مدير الإسعاف إن ثلاثة أطفال قتلوا في كش، مضيفا أن العدد الحقيقي غير معروف.",
            ["ثلاثة أطفال قتلوا", "العدد الحقيقي غير معروف"],
        ),
        (
            "وتقول رابطة الشاطئ إن القصف دمر مدرستين، وأن حركة الجبل حولت اثنتين أخريين إلى ثكنات.",
            ["دمر مدرستين", "حولت اثنتين"],
        ),
        (
            "جند 12 فتى في كش، في حين لا يزال خمسة أطفال محتجزين في أورن.",
            ["جند 12 فتى", "خمسة أطفال محتجزين"],
        ),
        (
            "خطف أربعة تلاميذ من بلدة أورن، ويعتقد أن حركة الجبل تقف وراء الخطف.",
            ["خطف أربعة تلاميذ", "حركة الجبل تقف"],
        ),
        (
            "نهب مستشفى بلدة أورن في 4 آذار/مارس 2021، ولم تعلن أي جهة مسؤوليتها.",
            ["نهب مستشفى", "لم تعلن أي جهة"],
        ),
    ],
)
def test_what_is_told_behind_a_comma_is_a_claim_of_its_own(text: str, quotes: list[str]) -> None:
    found = [one.quote for one in read(text, "ar")]
    assert len(found) == len(quotes)
    assert all(part in quote for part, quote in zip(quotes, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "وتتراوح أعمار المحتجزين الأطفال بين 13 و17 سنة، غير أن بينهم طفلين لم يبلغا العاشرة.",
        "ولا تعبر هذه الأرقام عن حجم تجنيد الأطفال، إذ حال انقطاع الاتصالات دون الوصول إلى مناطق واسعة.",
    ],
)
def test_a_part_or_a_reason_goes_on_with_its_claim(text: str) -> None:
    assert len(read(text, "ar")) == 1


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("قتل ثلاثة أطفال في كش، وفقا لما أعلنته لجنة الصيادين.", "قتل", "لجنة الصيادين"),
        ("ووفقا لإفادات أدلى بها معلمون، قتل ثلاثة أطفال في كش.", "قتل", "معلمون"),
        ("فقد وثقت جمعية الشاطئ، ومقرها أورن، تجنيد 40 طفلا في كش.", "تجنيد", "جمعية الشاطئ"),
        ("أحد الناجين حكى لنا أن ثلاثة أطفال قتلوا في كش.", "قتلوا", "أحد الناجين"),
        (
            'الناطق باسم حركة الجبل كتب على صفحته: "لم نقتل أحدا من أطفال كش ولا من غيرهم".',
            "لم نقتل",
            "الناطق باسم حركة الجبل",
        ),
        ("ويعتقد أنهن أجبرن على الزواج من مقاتلي حركة الجبل في كش.", "أجبرن", "unnamed"),
        ("تفيد معلومات حصلت عليها الرابطة بأن حركة الجبل خطفت تسع فتيات من كش.", "خطفت", "unnamed"),
        ('"كنا عشرين طفلا محتجزين في قبو واحد"، يتذكر التلميذ.', "محتجزين", "التلميذ"),
    ],
)
def test_who_speaks_is_found_past_verbs_and_insertions(text: str, quote: str, speaker: str) -> None:
    assert said(text, "ar", quote).speaker == speaker


def test_news_that_nobody_vouches_for_is_only_reported() -> None:
    one = said("تفيد معلومات حصلت عليها الرابطة بأن حركة الجبل خطفت تسع فتيات من كش.", "ar", "خطفت")
    assert one.factuality is Factuality.REPORTED


def test_during_a_battle_is_no_word_of_saying() -> None:
    one = said("قتل ثلاثة أطفال إبان معارك عام 2019 في كش.", "ar", "قتل")
    assert one.speaker == "document"


def test_who_denies_and_accuses_another_claims_that_other_did_it() -> None:
    text = "لكن كتائب الشمال نفت أن تكون قد قصفت مدرسة أورن، واتهمت سلاح الجو بشن غارة على المدرسة."
    one = said(text, "ar", "سلاح الجو")
    assert (one.kind, one.speaker) == (StatementKind.VIOLATION_CLAIM, "كتائب الشمال")
    assert [party.name for party in one.parties] == ["سلاح الجو"]


def test_whom_somebody_holds_responsible_is_the_party() -> None:
    one = said("قصفت مدرسة في كش. وحمل المتحدث باسم وزارة الداخلية ألوية الشمال مسؤولية القصف.", "ar", "ألوية")
    assert (one.speaker, [party.name for party in one.parties]) == ("المتحدث باسم وزارة الداخلية", ["ألوية الشمال"])


def test_whom_a_party_only_blames_is_not_implied_later() -> None:
    text = "اتهمت حركة الجبل لواء النهر بقتل ثلاثة أطفال في كش. وأصيب ستة أطفال."
    assert said(text, "ar", "أصيب").parties == ()


def test_a_weekday_ends_the_name_of_a_force() -> None:
    one = said("ومنعت قوات الردع الحكومية السبت دخول قافلة أدوية إلى كش.", "ar", "قافلة")
    assert [party.name for party in one.parties] == ["قوات الردع الحكومية"]


def test_to_open_is_no_party_named_so() -> None:
    one = said("طالب الأهالي بفتح مدرسة قصفت في كش.", "ar", "مدرسة")
    assert one.parties == ()


@pytest.mark.parametrize(
    ("text", "quote", "places"),
    [
        ("نزح 40 طفلا من محليتي الدورة وأم السدر.", "نزح", ["الدورة", "أم السدر"]),
        ("سقطت قذائف في محلية الدورة. وقتل ثلاثة أطفال في قصف على سوق الدورة.", "قتل", ["الدورة"]),
        ("مسلان (درعان) 6 آذار/مارس 2021 - قتل طفل في كش. وجند 12 طفلا في درعان.", "جند", ["درعان"]),
        ("خطفت تسع فتيات من قرية عين سلوان.", "خطفت", ["عين سلوان"]),
        ("أصيبت طفلة عمرها 11 عاما وهي في طريقها لجلب الماء.", "أصيبت", []),
    ],
)
def test_places_that_the_text_itself_brings_in(text: str, quote: str, places: list[str]) -> None:
    assert [place.name for place in said(text, "ar", quote).places] == places


@pytest.mark.parametrize(
    ("text", "language", "period"),
    [
        ("جند 12 طفلا في كش خلال الشهرين الماضيين.", "ar", ("2021-01-03", "2021-03-03")),
        ("جند 12 طفلا في كش خلال شهرين.", "ar", ("2021-01-03", "2021-03-03")),
        ("جند 12 طفلا في كش خلال الأشهر الستة الماضية.", "ar", ("2020-09-03", "2021-03-03")),
        ("جند 12 طفلا في كش منذ بداية الشهر.", "ar", ("2021-03-01", "2021-03-03")),
        ("جند 12 طفلا في كش خلال عامي 2018 و2019.", "ar", ("2018-01-01", "2019-12-31")),
        ("جند 12 طفلا في كش خلال الأسبوع الأول من شباط/فبراير 2021.", "ar", ("2021-02-01", "2021-02-07")),
        ("جند 12 طفلا في كش في النصف الثاني من شباط/فبراير 2021.", "ar", ("2021-02-16", "2021-02-28")),
        ("Twelve children were killed in Kesh in the first half of February 2021.", "en", ("2021-02-01", "2021-02-15")),
        ("Douze enfants ont été tués à Kesh la première semaine de février 2021.", "fr", ("2021-02-01", "2021-02-07")),
        (
            "Doce niños murieron en Kesh por un obús en la última semana de enero de 2021.",
            "es",
            ("2021-01-22", "2021-01-31"),
        ),
        ("Twelve boys were recruited in Kesh in 2018 and 2019.", "en", ("2018-01-01", "2019-12-31")),
    ],
)
def test_periods_of_duals_halves_weeks_two_years(text: str, language: str, period: tuple[str, str]) -> None:
    told = read(text, language)[0].act_period
    assert isinstance(told, StatedTime)
    assert (str(told.when.first), str(told.when.last)) == period


def test_the_range_in_the_title_of_a_report_is_its_period() -> None:
    text = "كش: تقرير الحالة رقم 3 (من 10 إلى 24 شباط/فبراير 2021)\n\nجند 12 طفلا خلال الفترة المشمولة بالتقرير."
    told = said(text, "ar", "جند").act_period
    assert isinstance(told, StatedTime)
    assert (str(told.when.first), str(told.when.last)) == ("2021-02-10", "2021-02-24")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("لا تزال 30 مدرسة من أصل 80 مغلقة في كش.", ["=30", "=80"]),
        ("وقتل تلميذ وجرح أربعة آخرون في قصف على كش.", ["=1", "=4"]),
        ("جند ربع الضحايا تقريبا في كش من الأطفال.", ["~25"]),
        ("خطفه مقاتلو حركة الجبل في كش وهو في الرابعة عشرة حين كان طفلا.", ["=14"]),
        ("تدين جمعية الشاطئ لحقوق الطفل استمرار الجيش في احتجاز 40 طفلا في كش.", ["=40"]),
    ],
)
def test_what_is_counted(text: str, numbers: list[str]) -> None:
    found = [item.quantity for item in read(text, "ar")[0].quantities]
    assert [f"{one.comparator.value}{one.low}" for one in found] == numbers


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("كان 52 طفلا لا يزالون محتجزين في كش.", ["deprivation_liberty"]),
        (
            "قصف الجيش كش وقتل طفلا. وأوقف 43 منهم للاشتباه في صلتهم بجيش الجبل.",
            ["deprivation_liberty", "recruitment_use"],
        ),
        ("تعرض مركزان صحيان في كش للنهب.", ["attack_hospital"]),
        ("أصدرت حركة الجبل في 2 شباط/فبراير 2021 أمرا يحظر تجنيد الأطفال.", []),
        ("سجلت الرابطة 46 حالة انفصال أطفال عن ذويهم بعد القصف.", []),
    ],
)
def test_what_was_done(text: str, codes: list[str]) -> None:
    assert sorted(ref.code for ref in read(text, "ar")[-1].violations) == codes


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("وسبق لرابطة الشاطئ أن رصدت تجنيد 21 طفلا في كش.", "رصدت", "رابطة الشاطئ"),
        ("منع الجنود قافلة أدوية من دخول كش، على ما قال مصدر إغاثي طلب عدم كشف هويته.", "قافلة", "مصدر إغاثي"),
        ("مدرسة الميناء في كش: قذيفتان سقطتا على سورها.", "قذيفتان", "document"),
    ],
)
def test_who_speaks_and_who_does_not(text: str, quote: str, speaker: str) -> None:
    assert said(text, "ar", quote).speaker == speaker


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("جند 12 طفلا في زرنوق، بحسب الأهالي.", ["زرنوق"]),
        ("قتل ثلاثة أطفال في ليلة 23 كانون الثاني/يناير 2021.", []),
        ("قتل ثلاثة أطفال في بيوتهم.", []),
    ],
)
def test_a_bare_name_behind_in_is_a_place(text: str, places: list[str]) -> None:
    assert [place.name for place in read(text, "ar")[0].places] == places


def test_the_name_of_a_force_keeps_its_adjective_and_whoever_denies_for_it_names_it() -> None:
    one = said("احتجزت قوات الأمن العام 40 طفلا في كش.", "ar", "احتجزت")
    assert [party.name for party in one.parties] == ["قوات الأمن العام"]
    text = "جندت كتائب السيف 40 طفلا في كش. ونفت قيادة الكتائب وجود أي قاصر في صفوفها."
    assert [party.name for party in said(text, "ar", "ونفت").parties] == ["الكتائب"]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("وأفاد تقرير صادر عن مرصد الهضبة بأن الجيش احتجز 27 طفلا في كش.", "احتجز", "مرصد الهضبة"),
        ("وتشير التقديرات إلى أن 200 طفل ما زالوا محتجزين في كش.", "محتجزين", "unnamed"),
        ("وتلقت بعثة الشاطئ تقارير غير مؤكدة تفيد باغتصاب أربع فتيات في كش.", "باغتصاب", "بعثة الشاطئ"),
        ('وقال أحد عمال الميناء: "رأينا جثث الأطفال على الرصيف".', "جثث", "أحد عمال الميناء"),
        ("وقدرت رابطة الشاطئ عدد الأطفال المجندين بنحو 400 طفل.", "400", "رابطة الشاطئ"),
        ("وقال يوسف، 15 عاما، إنه أجبر على حمل السلاح بعد أن خطف من منزله.", "أجبر", "يوسف"),
        ("وطالبت رابطة الشاطئ بالإفراج عن 33 طفلا محتجزا في كش.", "33", "رابطة الشاطئ"),
        ("خطف مسلحون ثلاثة أطفال من كش، كما يقول.", "خطف", "unnamed"),
    ],
)
def test_who_speaks_in_reports_estimates_demands(text: str, quote: str, speaker: str) -> None:
    assert said(text, "ar", quote).speaker == speaker


def test_nobody_is_no_speaker() -> None:
    assert said("ولم يقل أحد إن ثلاثة أطفال قتلوا في كش.", "ar", "قتلوا").speaker == "document"


def test_who_tells_of_himself_between_commas_says_nothing_by_that() -> None:
    text = 'وروى أحمد، وهو أب كان ينتظر أمام المدرسة: "سقطت القذيفة على الأطفال في الباحة".'
    assert [one.quote for one in read(text, "ar")] == ["سقطت القذيفة على الأطفال في الباحة"]


def test_a_participle_that_accuses_begins_a_claim() -> None:
    text = "وأكد الناطق باسم الجيش أن قواته لم تقصف المدرسة، متهما مقاتلي جبهة السد بقصف المستشفى."
    first, second = read(text, "ar")
    assert (first.kind, second.kind) == (StatementKind.CONTEXT_CLAIM, StatementKind.VIOLATION_CLAIM)
    assert [party.name for party in second.parties] == ["جبهة السد"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("خطف عناصر من لواء الجزيرة أربع فتيات في كش.", ["لواء الجزيرة"]),
        ("احتجز مقاتلو لواء الفجر ثلاث شاحنات أدوية عند حاجز.", ["لواء الفجر"]),
        ("دعت الرابطة إلى فتح تحقيق في مقتل ثلاثة أطفال في كش.", []),
        ("كان الأطفال في كش يستخدمون حراسا وطهاة.", []),
    ],
)
def test_who_is_a_party(text: str, names: list[str]) -> None:
    assert [party.name for one in read(text, "ar") for party in one.parties] == names


@pytest.mark.parametrize("verb", ["اختطفوها", "خطفوه", "خطفتهما"])
def test_a_verb_with_whom_it_was_done_to_is_the_same_deed(verb: str) -> None:
    one = said(f"قالت ليلى (14 عاما) إن عناصر جبهة السد {verb} من الحقل.", "ar", verb)
    assert [ref.code for ref in one.violations] == ["abduction"]


def test_two_weeks_are_told_by_one_word() -> None:
    one = said("منعت جبهة السد وصول المساعدات إلى كش لمدة أسبوعين.", "ar", "منعت")
    assert [(item.quantity.kind.value, item.quantity.low) for item in one.quantities] == [("duration", 2)]


def test_the_half_of_last_year_is_its_period_and_no_share() -> None:
    one = said("جند 12 طفلا في كش خلال النصف الثاني من العام الماضي.", "ar", "جند")
    assert isinstance(one.act_period, StatedTime)
    assert (str(one.act_period.when.first), len(one.quantities)) == ("2020-07-01", 1)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("خطفت حركة الجبل أربع فتيات من جبل صبر.", ["جبل صبر"]),
        ("أوقف الجنود خمسة أطفال عند جولة المرور.", ["جولة المرور"]),
        ("اتخذ الجيش من مدرستين في بندر الملح ثكنتين.", ["بندر الملح"]),
        ("خطفت حركة الجبل أطفالا من قرى الضفة الشرقية.", ["الضفة الشرقية"]),
    ],
)
def test_nouns_that_open_the_name_of_a_place(text: str, places: list[str]) -> None:
    assert [place.name for place in read(text, "ar")[0].places] == places


def test_for_so_long_reaches_to_the_day_of_publication() -> None:
    told = said("منعت حركة الجبل وصول المساعدات إلى كش منذ 18 يوما.", "ar", "منعت").act_period
    assert isinstance(told, StatedTime)
    assert (str(told.when.first), str(told.when.last)) == ("2021-02-13", "2021-03-03")


def test_tens_of_thousands_are_no_thousand() -> None:
    one = said("نزح عشرات آلاف الأشخاص من كش.", "ar", "نزح")
    assert [item.quantity.comparator.value for item in one.quantities] == ["vague"]


def test_the_age_of_who_speaks_is_no_claim() -> None:
    text = 'وقال صبي يبلغ من العمر 12 عاما: "احتجزنا الجنود في القبو مع أطفال آخرين".'
    assert len(read(text, "ar")) == 1


def test_who_is_named_between_commas_denies() -> None:
    text = "قصف الجيش كش وقتل طفلا. المتحدث باسم الجيش، العقيد سامر الراوي، نفى ذلك نفيا قاطعا."
    assert said(text, "ar", "نفى").speaker == "العقيد سامر الراوي"


def test_who_refuses_a_permit_denies_nothing() -> None:
    one = said("رفضت السلطات المحلية منح تصاريح لتسع قوافل إغاثة في كش.", "ar", "رفضت")
    assert (one.kind, one.speaker) == (StatementKind.VIOLATION_CLAIM, "document")
    assert [party.name for party in one.parties] == ["السلطات المحلية"]


def test_how_old_the_youngest_was_is_told_as_it_stands() -> None:
    one = said("اغتصب مسلحون أربع شقيقات أصغرهن في الثانية عشرة من العمر في كش.", "ar", "اغتصب")
    ages = [item.quantity for item in one.quantities if item.rule == "age"]
    assert [(age.comparator.value, age.low) for age in ages] == [("=", 12)]


def test_who_denies_and_accuses_by_any_verbal_noun_speaks_in_both() -> None:
    text = "الناطق باسم جبهة السد، آدم الراوي، نفى ذلك، واتهم القوات الحكومية باتخاذ المدرسة مخزنا للذخيرة."
    one = said(text, "ar", "واتهم")
    assert [party.name for party in one.parties] == ["القوات الحكومية"]
