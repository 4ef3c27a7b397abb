"""Forty times as texts of four languages tell them, against a day of publication; without it they stay open."""

from datetime import date

import pytest

from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.names.names import NameIndex
from tawthiq.record.extract.page.page import read
from tawthiq.terms.party import Registry
from tawthiq.terms.unknown import Unknown
from tawthiq.terms.when import on_day
from tawthiq.terms.where import Gazetteer

NOBODY = NameIndex(())
AUGUST = date(2015, 8, 8)  # a Saturday
JANUARY = date(2021, 1, 5)  # a Tuesday

TABLE = [
    ("en", "Ten boys were taken on 3 March 2014.", AUGUST, "2014-03-03"),
    ("en", "Ten boys were taken on March 3, 2014.", AUGUST, "2014-03-03"),
    ("en", "Ten boys were taken in March 2014.", AUGUST, "2014-03"),
    ("en", "Ten boys were taken in July.", AUGUST, "2015-07"),
    ("en", "Ten boys were taken in December.", AUGUST, "2014-12"),
    ("en", "Ten boys were taken in 2014.", AUGUST, "2014"),
    ("en", "Ten boys were taken in 2015.", AUGUST, "2015-01-01/2015-08-08"),
    ("en", "Ten boys were taken last year.", JANUARY, "2020"),
    ("en", "Ten boys were taken last month.", JANUARY, "2020-12"),
    ("en", "Ten boys were taken earlier this year.", AUGUST, "2015-01-01/2015-08-07"),
    ("en", "Ten boys were taken on Monday.", AUGUST, "2015-08-03"),
    ("en", "Ten boys were taken last Tuesday.", JANUARY, "2020-12-29"),
    ("en", "Ten boys were taken yesterday.", AUGUST, "2015-08-07"),
    ("en", "Ten boys were taken three months ago.", AUGUST, "2015-05"),
    ("en", "Ten boys were taken in the past two weeks.", AUGUST, "2015-07-25/2015-08-08"),
    ("en", "Ten boys were taken in the second half of 2014.", AUGUST, "2014-H2"),
    ("en", "Ten boys were taken in the first quarter of 2014.", AUGUST, "2014-Q1"),
    ("en", "Ten boys were taken in late 2011.", AUGUST, "2011-09-01/2011-12-31~"),
    ("en", "Ten boys were taken between January and June 2014.", AUGUST, "2014-01-01/2014-06-30"),
    ("en", "Ten boys were taken from 1 December 2013 to 28 February 2014.", AUGUST, "2013-12-01/2014-02-28"),
    ("en", "Ten boys were taken on 8-10 March 2014.", AUGUST, "2014-03-08/2014-03-10"),
    ("en", "Ten boys were taken since May 2014.", AUGUST, "2014-05-01/2015-08-08"),
    ("fr", "Dix enfants ont été enlevés le 3 mars 2014.", AUGUST, "2014-03-03"),
    ("fr", "Dix enfants ont été enlevés le 1er avril 2014.", AUGUST, "2014-04-01"),
    ("fr", "Dix enfants ont été enlevés en décembre.", AUGUST, "2014-12"),
    ("fr", "Dix enfants ont été enlevés lundi dernier.", AUGUST, "2015-08-03"),
    ("fr", "Dix enfants ont été enlevés l'année dernière.", JANUARY, "2020"),
    ("fr", "Dix enfants ont été enlevés il y a deux semaines.", AUGUST, "2015-W30"),
    ("fr", "Dix enfants ont été enlevés au premier semestre 2014.", AUGUST, "2014-H1"),
    ("fr", "Dix enfants ont été enlevés entre janvier et juin 2014.", AUGUST, "2014-01-01/2014-06-30"),
    ("es", "Diez niños fueron secuestrados el 3 de marzo de 2014.", AUGUST, "2014-03-03"),
    ("es", "Diez niños fueron secuestrados en diciembre.", AUGUST, "2014-12"),
    ("es", "El Frente Rojo secuestró a diez niños el 3 de marzo de 2014.", AUGUST, "2014-03-03"),
    ("es", "El martes 4, hombres armados secuestraron a diez niños.", AUGUST, "2015-08-04"),
    ("es", "Diez niños fueron secuestrados el año pasado.", JANUARY, "2020"),
    ("es", "Diez niños fueron secuestrados hace tres meses.", AUGUST, "2015-05"),
    ("es", "Diez niños fueron secuestrados en el segundo semestre de 2014.", AUGUST, "2014-H2"),
    ("es", "Diez niños fueron secuestrados entre enero y junio de 2014.", AUGUST, "2014-01-01/2014-06-30"),
    ("ar", "خطف عشرة أطفال في 3 آذار/مارس 2014.", AUGUST, "2014-03-03"),
    ("ar", "خطف عشرة أطفال في كانون الأول الماضي.", AUGUST, "2014-12"),
    ("ar", "خطف عشرة أطفال في العام الماضي.", JANUARY, "2020"),
    ("ar", "خطف عشرة أطفال قبل شهرين.", AUGUST, "2015-06"),
    ("ar", "خطف عشرة أطفال في النصف الثاني من عام 2014.", AUGUST, "2014-H2"),
    ("ar", "خطف عشرة أطفال في ٣ مارس ٢٠١٤.", AUGUST, "2014-03-03"),
]
RELATIVE = [row for row in TABLE if not any(digit in row[1] for digit in ("20", "٢"))]


def told(language: str, text: str, published: date | None) -> list[str]:
    document = document_of_text("itm_x", text, on_day(published) if published else None, language)
    return [item.when.text if item.when else "open" for item in read(document, NOBODY, NOBODY).dates]


@pytest.mark.parametrize(("language", "text", "published", "days"), TABLE)
def test_a_time_is_read_as_people_mean_it(language: str, text: str, published: date, days: str) -> None:
    assert told(language, text, published) == [days]


@pytest.mark.parametrize(("language", "text"), [(row[0], row[1]) for row in RELATIVE])
def test_without_a_day_of_publication_a_relative_time_stays_open(language: str, text: str) -> None:
    assert told(language, text, None) == ["open"]


@pytest.mark.parametrize(
    "text", ["Resolution 1612 was read.", "They may march.", "The M23 left with 2000 boys.", "On 31 February 2014."]
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert all(day == "open" for day in told("en", text, AUGUST))


@pytest.mark.parametrize(
    ("language", "text"), [(row[0], row[1]) for row in RELATIVE if "months" in row[1] or "ayer" in row[1]]
)
def test_a_statement_says_that_its_relative_date_stays_open(language: str, text: str) -> None:
    (one,) = Rules(Registry({}), Gazetteer("none", {})).extract(document_of_text("itm_x", text, None, language))
    assert "relative_date_unresolved" in [doubt.code for doubt in one.warnings]
    assert isinstance(one.act_period, Unknown)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten boys were taken since 3 March"),
        ("fr", "Dix écoles détruites depuis le 1er janvier"),
        ("es", "Diez niños reclutados desde el 1 de enero"),
        ("ar", "قتل عشرة أطفال منذ 1 كانون الثاني"),
    ],
)
def test_a_text_may_end_on_the_name_of_a_month(language: str, text: str) -> None:
    page = read(document_of_text("itm_x", text, on_day(JANUARY), language), NOBODY, NOBODY)
    assert [item.last for item in page.dates] == [len(page.tokens)]


@pytest.mark.parametrize(
    ("language", "words", "period"),
    [
        ("en", "in the second half of the year", "2020-H2"),
        ("fr", "au second semestre de l'année", "2020-H2"),
        ("es", "en el segundo semestre del año", "2020-H2"),
        ("en", "in the first half of the year", "2021-01-01/2021-01-05"),
    ],
)
def test_a_part_of_the_year_that_is_still_to_come_is_that_of_the_year_before(
    language: str, words: str, period: str
) -> None:
    ten = {"en": "Ten boys were taken", "fr": "Dix garçons ont été enlevés", "es": "Diez niños fueron secuestrados"}
    assert told(language, f"{ten[language]} {words}.", JANUARY) == [period]
