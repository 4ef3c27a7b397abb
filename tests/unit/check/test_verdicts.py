"""A quoted figure is set beside what its source published: invented articles, their sheets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.report.check.quoted import claims_of
from tawthiq.report.check.scope import Dimension, Told
from tawthiq.report.check.verdict import Note, Word
from unit.check.checking import MALI, MISSION, ON, TOLD, checked, differing, only
from unit.check.said import Article, CitedMore, number, sheet


def test_a_figure_quoted_as_it_was_published_is_supported() -> None:
    article = Article()
    article.says("284 child", **TOLD)
    finding = only(article, MALI)
    assert (finding.word, finding.notes) == (Word.SUPPORTED, (Note.ONE_SOURCE_ONLY,))


@pytest.mark.parametrize(
    ("told", "dimension"),
    [
        ({**TOLD, "parties": ["cma"]}, Dimension.PARTY),
        ({**TOLD, "places": ["BF"]}, Dimension.PLACE),
        ({**TOLD, "period": "2019"}, Dimension.PERIOD),
        ({**TOLD, "period": "2020-H1"}, Dimension.PERIOD),
        ({**TOLD, "places": ["ML", "BF"]}, Dimension.PLACE),
    ],
)
def test_a_figure_quoted_of_something_else_names_what_differs(told: CitedMore, dimension: Dimension) -> None:
    article = Article()
    article.says("284 child", **told)
    finding = only(article, [one for one in MALI if not one.scope.parties.codes])
    assert (finding.word, differing(finding)) == (Word.SCOPE_DIFFERS, [dimension])


def test_boys_quoted_as_children_are_another_population() -> None:
    article = Article()
    article.says("249 child", **TOLD)
    finding = only(article, [one for one in MALI if one.scope.population == "boy"])
    assert (finding.word, differing(finding)) == (Word.SCOPE_DIFFERS, [Dimension.POPULATION])


def test_incidents_quoted_as_children_are_another_population() -> None:
    article = Article()
    article.says("63 child", violation="attack_school", **TOLD)
    finding = only(article, MALI)
    assert (finding.word, differing(finding)) == (Word.SCOPE_DIFFERS, [Dimension.POPULATION])


def test_killed_quoted_as_maimed_is_another_violation_of_the_heading() -> None:
    article = Article()
    article.says("78 child", violation="maiming", **TOLD)
    finding = only(article, MALI)
    assert (finding.word, differing(finding)) == (Word.SCOPE_DIFFERS, [Dimension.VIOLATION])


def test_a_wrong_number_of_the_cited_source_is_said_otherwise_by_it() -> None:
    article = Article()
    article.says("317 child", **TOLD)
    finding = only(article, MALI)
    assert finding.word is Word.OTHERWISE
    assert finding.beside[0].known.quantity.low == 284


def test_a_number_of_another_party_is_said_otherwise_of_the_party_named() -> None:
    article = Article()
    article.says("164 child", parties=["maa"], **TOLD)
    finding = only(article, MALI)
    assert finding.word is Word.OTHERWISE
    assert [one.known.quantity.low for one in finding.beside] == [51, 164]


def test_the_same_number_of_another_violation_is_a_coincidence() -> None:
    article = Article()
    article.says("284 child", violation="abduction", **TOLD)
    assert only(article, MALI).word is Word.NOT_IN_RECORD


def test_a_small_number_elsewhere_is_a_coincidence_when_nobody_cites_it() -> None:
    article = Article()
    article.says("7 child", source="A villager", places=["NE"], period="2020")
    known = sheet("ML 2020 - recruitment_use girls = 7 child", "ML 2020 cma recruitment_use children = 7 child")
    assert only(article, known).word is Word.NOT_IN_RECORD


def test_two_things_that_differ_are_no_quotation_of_a_source_that_is_not_cited() -> None:
    article = Article()
    article.says("284 child", source="Harbour Daily", places=["NE"], period="2018")
    assert only(article, MALI).word is Word.NOT_IN_RECORD


@pytest.mark.parametrize("told", ["> 250 child", ">= 284 child", "< 300 child", "250-300 child"])
def test_a_bound_is_supported_by_a_count_within_it(told: str) -> None:
    article = Article()
    article.says(told, **TOLD)
    assert only(article, MALI).word is Word.SUPPORTED


@pytest.mark.parametrize("told", ["> 284 child", "< 284 child", "300-400 child"])
def test_a_bound_is_not_supported_by_a_count_outside_it(told: str) -> None:
    article = Article()
    article.says(told, **TOLD)
    finding = only(article, MALI)
    assert finding.word is Word.OTHERWISE or Note.COMPARATOR_CHANGED in finding.notes


def test_a_bound_is_not_met_by_a_count_of_something_else() -> None:
    article = Article()
    article.says("> 100 child", source=MISSION, places=["ML"], period="2021", parties=["cma"])
    assert only(article, MALI).word is Word.NOT_IN_RECORD


@pytest.mark.parametrize("told", ["280 child", "~ 280 child", "~< 300 child"])
def test_a_rounded_figure_is_supported_and_said_to_be_rounded(told: str) -> None:
    article = Article()
    article.says(told, **TOLD)
    finding = only(article, MALI)
    assert (finding.word, Note.ROUNDED in finding.notes) == (Word.SUPPORTED, True)


def test_a_figure_far_from_the_round_one_is_not_rounded() -> None:
    article = Article()
    article.says("300 child", **TOLD)
    assert only(article, MALI).word is Word.OTHERWISE


def test_up_to_quoted_as_an_amount_says_that_its_bound_was_changed() -> None:
    article = Article()
    article.says(number("120 USD", per="month"), **TOLD)
    finding = only(article, MALI)
    assert (finding.word, Note.COMPARATOR_CHANGED in finding.notes) == (Word.SUPPORTED, True)


@pytest.mark.parametrize(
    ("told", "per", "word"),
    [
        ("<= 120 USD", "month", Word.SUPPORTED),
        ("> 100 USD", "month", Word.SUPPORTED),
        ("<= 120 USD", "week", Word.OTHERWISE),
        ("<= 150 USD", "month", Word.OTHERWISE),
        ("<= 120 EUR", "month", Word.NOT_IN_RECORD),
    ],
)
def test_pay_is_the_highest_that_was_paid_in_its_own_currency_and_rate(told: str, per: str, word: Word) -> None:
    article = Article()
    article.says(number(told, per=per), **TOLD)
    assert only(article, MALI).word is word


def test_what_no_place_is_told_of_is_supported_with_a_note() -> None:
    article = Article()
    article.says("284 child", source=MISSION, period="2020")
    finding = only(article, MALI)
    assert (finding.word, Note.PLACE_NOT_TOLD in finding.notes) == (Word.SUPPORTED, True)


def test_a_figure_without_time_is_taken_for_the_year_of_the_article() -> None:
    article = Article()
    article.says("284 child", source=MISSION, places=["ML"])
    finding = only(article, MALI)
    assert [(one.dimension, one.quoted, one.known, one.told) for one in finding.differs] == [
        (Dimension.PERIOD, "2021", "2020", Told.IMPLIED)
    ]


def test_without_a_day_of_publication_an_untold_time_stays_untold() -> None:
    article = Article()
    article.says("284 child", source=MISSION, places=["ML"])
    finding = only(article, MALI, None)
    assert (finding.word, Note.PERIOD_NOT_TOLD in finding.notes) == (Word.SUPPORTED, True)


def test_the_year_so_far_is_the_year() -> None:
    article = Article()
    article.says("51 child", source=MISSION, places=["ML"], period="2021-01-01/2021-08-01", parties=["maa"])
    known = sheet("ML 2021 maa recruitment_use children = 51 child")
    assert only(article, known).word is Word.SUPPORTED


def test_a_province_is_not_the_country() -> None:
    article = Article()
    article.says("284 child", source=MISSION, places=["ML", "ML.gao"], period="2020")
    finding = only(article, MALI)
    assert (finding.word, differing(finding)) == (Word.SCOPE_DIFFERS, [Dimension.PLACE])


def test_a_figure_of_another_source_than_the_one_cited_says_so() -> None:
    article = Article()
    article.says("284 child", source="Human Rights Watch", places=["ML"], period="2020")
    finding = only(article, MALI)
    assert (finding.word, Note.ANOTHER_SOURCE in finding.notes) == (Word.SUPPORTED, True)


def test_the_same_report_may_be_anybodys() -> None:
    article = Article()
    article.says("284 child", source="the same report", places=["ML"], period="2020")
    assert Note.ANOTHER_SOURCE not in only(article, MALI).notes


def test_a_figure_without_source_says_so_and_keeps_its_limitation() -> None:
    article = Article()
    limit = article.says("? child".replace("?", "0"), kind=StatementKind.LIMITATION, quote="nobody can know")
    article.says("> 2000 child", parties=["cma"], period="2021", limited_by=limit)
    result = checked(article, MALI)
    assert [one.word for one in result.findings] == [Word.NOT_IN_RECORD]
    assert {Note.NO_NAMED_SOURCE, Note.HARD_TO_ESTIMATE} <= set(result.findings[0].notes)
    assert [one.statement_id for one in result.limitations] == [limit.id]


def test_every_number_is_checked_or_passed_over_with_a_reason() -> None:
    article = Article()
    article.says(
        number("1 child", rule="single"), "3 month", number("13-19 year", rule="teens"), "4 thing", violation=""
    )
    article.says("284 child", "< 15 year", **TOLD)
    result = checked(article, MALI)
    assert [one.why for one in result.unchecked] == [
        "one_mentioned", "not_measured_here", "vague", "no_violation", "bounds_another",
    ]  # fmt: skip
    assert len(result.findings) == 1


@pytest.mark.parametrize(
    ("language", "source"),
    [("fr", "Nations Unies"), ("ar", "الأمم المتحدة"), ("es", "las Naciones Unidas"), ("en", "United Nations (UN)")],
)
def test_the_same_source_is_known_by_its_names_in_each_language(language: str, source: str) -> None:
    article = Article(language)
    article.says("46 child", source=source, places=["CO"], period="2018")
    known = sheet("CO 2018 - recruitment_use children = 46 child", source="UN Secretary-General")
    finding = only(article, known)
    assert (finding.word, finding.beside[0].cited) == (Word.SUPPORTED, True)


def test_an_agency_of_the_same_family_is_another_source() -> None:
    article = Article("fr")
    article.says("46 child", source="UNICEF", places=["CO"], period="2018")
    known = sheet("CO 2018 - recruitment_use children = 46 child", source="UN Secretary-General")
    assert Note.ANOTHER_SOURCE in only(article, known).notes


def test_a_repeat_is_not_a_second_claim_unless_the_first_is_gone() -> None:
    article = Article()
    first = article.says("284 child", **TOLD)
    second: Statement = replace(article.says("284 child", **TOLD), duplicate_of=first.id)
    assert len(claims_of([first, second], ON)) == 1
    assert len(claims_of([second], ON)) == 1
