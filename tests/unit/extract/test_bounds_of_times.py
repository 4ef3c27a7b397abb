"""Times with a word before or behind them that changes them: every text is invented, published on 15 September 2021."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.statement import StatedTime
from tawthiq.terms.when import parse_when

RULES = Rules()
PUBLISHED = parse_when("2021-09-15", where="here")
SENTENCES = {
    "en": "The Red Front killed 12 children in Temsa {}.",
    "fr": "Le Front rouge a tué 12 enfants à Temsa {}.",
    "es": "El Frente Rojo mató a 12 niños en Temsa {}.",
    "ar": "قتلت الجبهة الحمراء 12 طفلاً في تمسا {}.",
}


def _period(language: str, told: str) -> str:
    text = SENTENCES[language].format(told)
    (found,) = RULES.extract(document_of_text("itm_bounds", text, PUBLISHED, language))
    assert len(found.quantities) == 1, "a time is no number of children"
    return found.act_period.when.text if isinstance(found.act_period, StatedTime) else ""


@pytest.mark.parametrize(
    ("language", "told", "period"),
    [
        ("en", "before May 2021", "../2021-04-30"),
        ("fr", "avant le 4 mai 2021", "../2021-05-03"),
        ("es", "antes de 2020", "../2019-12-31"),
        ("ar", "قبل أيار/مايو 2021", "../2021-04-30"),
        ("en", "after 4 May 2021", "2021-05-05/2021-09-15"),
        ("fr", "après mai 2021", "2021-06-01/2021-09-15"),
        ("es", "después del 4 de mayo de 2021", "2021-05-05/2021-09-15"),
        ("ar", "بعد 4 مايو 2021", "2021-05-05/2021-09-15"),
    ],
)
def test_what_was_before_or_after_a_day_was_not_on_it(language: str, told: str, period: str) -> None:
    assert _period(language, told) == period


@pytest.mark.parametrize(
    ("language", "told", "period"),
    [
        ("en", "in May of last year", "2020-05"),
        ("en", "on 4 May last year", "2020-05-04"),
        ("fr", "en mai de l'année dernière", "2020-05"),
        ("es", "el 4 de mayo del año pasado", "2020-05-04"),
        ("ar", "في مايو من العام الماضي", "2020-05"),
        ("en", "in May this year", "2021-05"),
        ("es", "en mayo de este año", "2021-05"),
    ],
)
def test_a_month_of_last_year_is_not_of_this_year(language: str, told: str, period: str) -> None:
    assert _period(language, told) == period


@pytest.mark.parametrize(
    ("language", "told", "period"),
    [
        ("en", "overnight on 4 May", "2021-05-04"),
        ("en", "last night, 14 September", "2021-09-14"),
        ("es", "el pasado mes de mayo", "2021-05"),
        ("fr", "hier, 14 septembre", "2021-09-14"),
    ],
)
def test_the_day_that_is_named_is_believed_before_a_word_such_as_overnight(
    language: str, told: str, period: str
) -> None:
    assert _period(language, told) == period


@pytest.mark.parametrize(
    ("language", "told", "period"),
    [
        ("en", "in the week of 5 May", "2021-W18"),
        ("en", "in the week ending 9 May", "2021-05-03/2021-05-09"),
        ("fr", "la semaine du 3 mai", "2021-W18"),
        ("es", "la semana del 3 de mayo", "2021-W18"),
        ("ar", "في الأسبوع المنتهي في 9 مايو", "2021-05-03/2021-05-09"),
    ],
)
def test_a_week_told_by_a_day_is_seven_days(language: str, told: str, period: str) -> None:
    assert _period(language, told) == period


@pytest.mark.parametrize(
    ("language", "told", "period"),
    [
        ("en", "in Q2 2021", "2021-Q2"),
        ("en", "in H1 2021", "2021-H1"),
        ("fr", "au T2 2021", "2021-Q2"),
        ("fr", "au S2 2020", "2020-H2"),
        ("es", "en el 2T de 2021", "2021-Q2"),
        ("en", "in spring 2021", "2021-03-01/2021-05-31"),
    ],
)
def test_a_part_of_a_year_for_short_is_no_number(language: str, told: str, period: str) -> None:
    assert _period(language, told) == period


@pytest.mark.parametrize(
    ("told", "period"),
    [("بين عامي 2018 و2020", "2018-01-01/2020-12-31"), ("في أبريل ومايو 2021", "2021-04-01/2021-05-31")],
)
def test_a_joined_and_in_arabic_makes_a_range(told: str, period: str) -> None:
    assert _period("ar", told) == period
