"""When a deed was: halves, seasons, weeks, ranges, days that date something else; every text is invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tawthiq.record.extract.statement import StatedTime
from tawthiq.terms.quantity import Comparator
from unit.extract.told import days_of, lasting_of, period_of, read, rule_of, said, when_of


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Once niños fueron reclutados en todo 2019.", ("2019-01-01", "2019-12-31")),
        ("es", "El lunes hubo combates en Amra. Dos días antes, tres niñas fueron secuestradas.", ("2021-02-27",) * 2),
        ("es", "El lunes hubo combates en Amra. Una semana después murieron nueve niños.", ("2021-03-08",) * 2),
        ("es", "El 9 de febrero hubo combates. Desde entonces doce niños han muerto.", ("2021-02-09", "2021-03-03")),
        ("en", "Fighting broke out on 9 February. Since then twelve boys have died.", ("2021-02-09", "2021-03-03")),
        (
            "es",
            "La Misión, creada para vigilar la tregua que se rompió en junio de 2020, verificó en enero 9 secuestros "
            "de niños.",
            ("2021-01-01", "2021-01-31"),
        ),
        ("es", "La Liga documentó el mes pasado nueve secuestros de niños.", ("2021-02-01", "2021-02-28")),
    ],
)
def test_when_it_happened_is_told_beside_other_days(language: str, text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text, language)[-1]) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Murieron 30 niños, un 14 % más que en 2019."),
        ("fr", "Trente enfants sont morts, deux fois plus qu'en 2019."),
        ("en", "Thirty boys were killed, three times as many as in 2019."),
    ],
)
def test_the_year_that_is_compared_with_is_not_that_of_the_deed(language: str, text: str) -> None:
    assert all("2019" not in str(one.act_period) for one in read(text, language))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Durante el segundo semestre murieron 41 niños.", ("2020-07-01", "2020-12-31")),
        ("En el primer trimestre murieron 41 niños.", ("2021-01-01", "2021-03-03")),
    ],
)
def test_a_half_year_without_its_year_is_the_last_one(text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text, "es")[0]) == days


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Nueve niños murieron en agosto y septiembre.", ("2020-08-01", "2020-09-30")),
        ("es", "Nueve niños murieron en 2018 y 2019.", ("2018-01-01", "2019-12-31")),
        ("fr", "Neuf enfants ont été tués en août et septembre.", ("2020-08-01", "2020-09-30")),
        (
            "es",
            "El 4 de mayo de 2020 murieron diez niños; al 31 de diciembre de 2020 seguían presos seis niños. "
            "Nueve niñas fueron secuestradas en febrero.",
            ("2020-02-01", "2020-02-29"),
        ),
    ],
)
def test_months_that_touch_and_the_year_a_report_is_on(language: str, text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text, language)[-1]) == days


def test_a_range_of_months_that_are_past_lies_in_the_year_before() -> None:
    text = "La Liga documentó entre enero y junio 37 ataques contra escuelas."
    assert days_of(read(text, "es")[0]) == ("2020-01-01", "2020-06-30")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Liga documentó entre noviembre y febrero 37 ataques contra escuelas."),
        ("en", "The League documented 37 attacks on schools between November and February."),
    ],
)
def test_a_range_of_months_over_new_year_begins_in_the_year_before(language: str, text: str) -> None:
    assert days_of(read(text, language)[0]) == ("2020-11-01", "2021-02-28")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Nueve niños murieron en mayo y septiembre."),
        ("fr", "Neuf enfants ont été tués en mai et septembre."),
        ("en", "Nine boys were killed in May and September."),
    ],
)
def test_two_months_that_do_not_touch_are_no_time_from_one_to_the_other(language: str, text: str) -> None:
    assert days_of(read(text, language)[0]) == ("2020-05-01", "2020-05-31")


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


def test_a_few_days_of_fighting_are_not_what_a_report_is_on() -> None:
    text = (
        "The League has an office in Amra and three in the hills around the town, and visits every school on foot. "
        "Fighting broke out between 20 and 22 February. Nine boys were killed during the reporting period."
    )
    assert not isinstance(read(text)[-1].act_period, StatedTime)


def test_two_weeks_are_told_by_one_word() -> None:
    one = said("منعت جبهة السد وصول المساعدات إلى كش لمدة أسبوعين.", "ar", "منعت")
    assert [(item.quantity.kind.value, item.quantity.low) for item in one.quantities] == [("duration", Fraction(2))]


def test_the_half_of_last_year_is_its_period_and_no_share() -> None:
    one = said("جند 12 طفلا في كش خلال النصف الثاني من العام الماضي.", "ar", "جند")
    assert isinstance(one.act_period, StatedTime)
    assert (str(one.act_period.when.first), len(one.quantities)) == ("2020-07-01", 1)


def test_for_so_long_reaches_to_the_day_of_publication() -> None:
    told = said("منعت حركة الجبل وصول المساعدات إلى كش منذ 18 يوما.", "ar", "منعت").act_period
    assert isinstance(told, StatedTime)
    assert (str(told.when.first), str(told.when.last)) == ("2021-02-13", "2021-03-03")


def test_the_day_of_speaking_between_verb_and_speaker_dates_no_deed() -> None:
    one = said("Dix garçons sont détenus à Kesh, a dénoncé lundi l'avocate Rita Sanz.", "fr", "Dix garçons")
    assert rule_of(one) == ""


def test_a_day_in_the_name_of_a_party_dates_nothing() -> None:
    one = read("Dix enfants ont été tués par le Mouvement du 3 mars.", "fr")[0]
    assert (rule_of(one), [party.name for party in one.parties]) == ("not_after_publication", ["Mouvement du 3 mars"])


def test_the_first_half_of_no_year_is_that_of_this_one() -> None:
    one = read("Au premier semestre, le Front du Lac a enrôlé dix enfants.", "fr")[0]
    assert rule_of(one) == "part"


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ("L'armée détient dix garçons, dont 6 depuis plus de deux ans.", ("duration", Comparator.MORE_THAN, 2)),
        ("Depuis trois semaines, l'armée bloque les convois humanitaires.", ("duration", Comparator.EXACT, 3)),
        ("L'armée détient dix garçons de plus de deux ans.", ("age", Comparator.MORE_THAN, 2)),
    ],
)
def test_since_so_long_is_a_time_that_lasts(text: str, lasting: tuple[str, Comparator, int]) -> None:
    assert lasting_of(text, "fr") == [lasting]


def test_the_last_three_months_are_a_time_and_no_count() -> None:
    one = read("Au cours des trois derniers mois, dix enfants ont été tués.", "fr")[0]
    assert (rule_of(one), len(one.quantities)) == ("past", 1)


def test_a_name_that_was_so_many_years_old_when_is_a_child_and_spring_is_three_months() -> None:
    (told,) = read("Anton was 14 when fighters abducted him in the spring of 2019.")
    assert [ref.code for ref in told.violations] == ["abduction"]
    assert period_of(told) == "2019-03-01/2019-05-31"


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "Two boys were abducted in the winter of 2019.", "2019-12-01/2020-02-29"),
        ("fr", "Deux enfants ont été enlevés au printemps 2019 à Kani.", "2019-03-01/2019-05-31"),
        ("es", "Dos niños fueron secuestrados en el verano de 2019 en Kani.", "2019-06-01/2019-08-31"),
        ("ar", "خطف طفلان في خريف عام 2019.", "2019-09-01/2019-11-30"),
    ],
)
def test_a_season_is_three_months(language: str, text: str, period: str) -> None:
    assert period_of(read(text, language)[0]) == period


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "In the first nine months of 2019, 143 children were killed.", "2019-01-01/2019-09-30"),
        ("en", "Ten children were killed in the first week of October 2019.", "2019-10-01/2019-10-07"),
        ("en", "In the first two months of the year, 143 children were killed.", "2021-01-01/2021-02-28"),
        ("fr", "Au cours des neuf premiers mois de 2019, 143 enfants ont été tués.", "2019-01-01/2019-09-30"),
        ("es", "En los primeros nueve meses de 2019 fueron asesinados 143 niños.", "2019-01-01/2019-09-30"),
        ("ar", "قتل 143 طفلا في الأشهر التسعة الأولى من عام 2019.", "2019-01-01/2019-09-30"),
    ],
)
def test_the_first_so_many_months_are_counted_from_the_beginning(language: str, text: str, period: str) -> None:
    assert period_of(read(text, language)[0]) == period


def test_a_report_that_opens_with_the_year_before_tells_days_of_it() -> None:
    text = "In 2020, rebels abducted ten boys. On 14 February, rebels killed two girls in Kani."
    assert period_of(said(text, "en", "14 February")) == "2020-02-14"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Soldiers have kept aid trucks out of Kesh for 12 days.", ("2021-02-19", "2021-03-03")),
        (
            "Aid groups said they had been unable to reach Kesh for two weeks as soldiers turned trucks back.",
            ("2021-02-17", "2021-03-03"),
        ),
    ],
)
def test_what_has_lasted_so_long_began_so_long_ago(text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text)[0]) == days


def test_what_lasted_and_ended_is_not_dated_by_its_length() -> None:
    assert period_of(read("The army arrested the boy and held him for 90 days.")[0]).startswith("..")


@pytest.mark.parametrize(
    ("language", "opening", "text"),
    [
        ("en", "In 2019, ten boys were recruited.", "A further 20 boys had been recruited in previous years."),
        ("fr", "En 2019, dix garçons ont été recrutés.", "Vingt autres avaient été recrutés les années précédentes."),
        ("es", "En 2019, diez niños fueron reclutados.", "Otros 20 niños fueron reclutados en años anteriores."),
        ("ar", "في 2019 جند عشرة أطفال.", "وجند 20 طفلا آخرون في سنوات سابقة."),
    ],
)
def test_previous_years_end_where_the_year_of_the_report_begins(language: str, opening: str, text: str) -> None:
    assert str(when_of(read(f"{opening} {text}", language)[-1]).last) == "2018-12-31"


def test_the_year_in_the_first_words_of_a_report_is_its_period() -> None:
    text = "In 2019, ten boys were recruited. Six girls were abducted during the reporting period."
    assert days_of(read(text)[-1]) == ("2019-01-01", "2019-12-31")
