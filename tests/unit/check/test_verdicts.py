"""A quoted figure is set beside what is known: six invented articles with their sheets and registers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.report.check.article import ArticleCheck, check_article
from tawthiq.report.check.asking import questions_for
from tawthiq.report.check.claim import Known, Origin
from tawthiq.report.check.contradiction import Clash
from tawthiq.report.check.counted import BY_EVENT, Question, counted
from tawthiq.report.check.quoted import claims_of
from tawthiq.report.check.scope import Dimension, Told
from tawthiq.report.check.verdict import Finding, Note, Word
from tawthiq.report.count.columns import coded
from tawthiq.terms.when import When, parse_when
from unit.check.said import Article, number, sheet
from unit.count.made import Made, acts, child, incident

MISSION = "Lantern Monitoring Mission"
ON = parse_when("2021-08-01")


def check(article: Article, known: list[Known], on: When | None = ON) -> tuple[Finding, ...]:
    return checked(article, known, on).findings


def checked(article: Article, known: list[Known], on: When | None = ON) -> ArticleCheck:
    return check_article("itm_invented", article.statements, 0, on, known)


def only(article: Article, known: list[Known], on: When | None = ON) -> Finding:
    (finding,) = check(article, known, on)
    return finding


def differing(finding: Finding) -> list[Dimension]:
    return [one.dimension for one in finding.differs]


# ---- Mali: one article, one sheet ----------------------------------------------------------------------------------

MALI = sheet(
    "ML 2020 - recruitment_use children = 284 child",
    "ML 2020 - recruitment_use boys = 249 child",
    "ML 2020 - recruitment_use girls = 35 child",
    "ML 2020 cma recruitment_use children = 164 child",
    "ML 2020 maa recruitment_use children = 51 child",
    "ML 2020 - recruitment_use armed_or_combat = 41 percent",
    "ML 2020 - recruitment_use pay <= 120 USD month",
    "ML 2020 - attack_school incidents = 63 incident",
    "ML 2020 - killing children = 78 child",
)
TOLD = {"source": MISSION, "places": ["ML"], "period": "2020"}


def test_a_figure_quoted_as_it_was_published_is_supported() -> None:
    article = Article()
    article.says("284 child", **TOLD)
    finding = only(article, MALI)
    assert (finding.word, finding.notes) == (Word.SUPPORTED, (Note.ONE_SOURCE_ONLY,))


@pytest.mark.parametrize(
    ("told", "dimension"),
    [
        ({"parties": ["cma"]}, Dimension.PARTY),
        ({"places": ["BF"]}, Dimension.PLACE),
        ({"period": "2019"}, Dimension.PERIOD),
        ({"period": "2020-H1"}, Dimension.PERIOD),
        ({"places": ["ML", "BF"]}, Dimension.PLACE),
    ],
)
def test_a_figure_quoted_of_something_else_names_what_differs(told: dict[str, object], dimension: Dimension) -> None:
    article = Article()
    article.says("284 child", **{**TOLD, **told})
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


# ---- sources -------------------------------------------------------------------------------------------------------


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


# ---- Myanmar: contradictions inside one article --------------------------------------------------------------------


def clashes(article: Article, known: list[Known] | None = None) -> list[Clash]:
    found = {id(one): one for finding in check(article, known or []) for one in finding.against}
    return [one.clash for one in found.values()]


def test_boys_and_girls_that_do_not_add_up_contradict_their_total() -> None:
    article = Article()
    article.says(
        "190 child", number("150 child", sex="boys"), number("30 child", sex="girls"), places=["MM"], period="2020"
    )
    assert clashes(article) == [Clash.SUM_OF_SEXES]
    assert {one.word for one in check(article, [])} == {Word.CONTRADICTORY}


def test_children_of_unknown_sex_may_be_missing_from_another_sentence() -> None:
    article = Article()
    article.says("190 child", places=["MM"], period="2020", source=MISSION)
    article.says(
        number("150 child", sex="boys"), number("30 child", sex="girls"), places=["MM"], period="2020", source=MISSION
    )
    assert clashes(article) == []


def test_boys_and_girls_above_their_total_contradict_it_anywhere() -> None:
    article = Article()
    article.says("170 child", places=["MM"], period="2020", source=MISSION)
    article.says(
        number("150 child", sex="boys"), number("30 child", sex="girls"), places=["MM"], period="2020", source=MISSION
    )
    assert clashes(article) == [Clash.SUM_OF_SEXES]


def test_boys_and_girls_that_add_up_contradict_nothing() -> None:
    article = Article()
    article.says(
        "180 child", number("150 child", sex="boys"), number("30 child", sex="girls"), places=["MM"], period="2020"
    )
    assert clashes(article) == []


def test_parties_above_their_total_contradict_it() -> None:
    article = Article()
    listed = (number("60 child", party=0), number("50 child", party=1))
    article.says("100 child", *listed, parties=["kia", "tatmadaw"], places=["MM"], period="2020", source=MISSION)
    assert clashes(article) == [Clash.SUM_OF_PARTIES]


def test_parties_below_their_total_leave_others() -> None:
    article = Article()
    listed = (number("60 child", party=0), number("20 child", party=1))
    article.says("100 child", *listed, parties=["kia", "tatmadaw"], places=["MM"], period="2020", source=MISSION)
    assert clashes(article) == []


def test_a_part_above_its_whole_contradicts_it() -> None:
    article = Article()
    article.says("40 child", places=["MM"], period="2020", source=MISSION)
    article.says("55 child", "< 15 year", places=["MM"], period="2020", source=MISSION)
    assert clashes(article) == [Clash.PART_ABOVE_WHOLE]


def test_a_share_and_a_count_clash_on_a_total_quoted_in_the_article() -> None:
    article = Article()
    article.says("200 child", places=["MM"], period="2020", source=MISSION)
    article.says(number("50 percent", stated=False), "< 15 year", source=MISSION)
    article.says("20 child", "< 15 year", source=MISSION)
    assert clashes(article) == [Clash.SHARE_AND_COUNT]


def test_a_share_and_a_count_clash_on_nothing_where_no_total_is_known() -> None:
    article = Article()
    article.says(number("50 percent", stated=False), "< 15 year", source=MISSION)
    article.says("20 child", "< 15 year", source=MISSION)
    assert clashes(article) == []


def test_a_share_and_a_count_that_fit_the_total_do_not_clash() -> None:
    article = Article()
    article.says("200 child", places=["MM"], period="2020", source=MISSION)
    article.says(number("~< 25 percent", stated=False), "< 15 year", source=MISSION)
    article.says("48 child", "< 15 year", source=MISSION)
    assert clashes(article) == []


def test_a_share_of_one_year_and_a_count_of_another_do_not_clash() -> None:
    article = Article()
    article.says("200 child", places=["MM"], period="2020", source=MISSION)
    article.says(number("50 percent"), "< 15 year", places=["MM"], period="2020", source=MISSION)
    article.says("20 child", "< 15 year", places=["MM"], period="2019", source=MISSION)
    assert clashes(article) == []


def test_a_share_and_a_count_of_two_sources_do_not_clash() -> None:
    article = Article()
    article.says("200 child", places=["MM"], period="2020", source=MISSION)
    article.says(number("50 percent", stated=False), "< 15 year", source=MISSION)
    article.says("20 child", "< 15 year", source="Human Rights Watch")
    assert clashes(article) == []


def test_a_share_published_of_a_known_total_clashes_with_a_count_of_it() -> None:
    article = Article()
    article.says(number("30 percent", stated=False), subtype="armed", source=MISSION)
    article.says("9 child", subtype="armed", source=MISSION)
    known = sheet(
        "MM 2020 - recruitment_use children = 200 child", "MM 2020 - recruitment_use armed_or_combat = 30 percent"
    )
    assert clashes(article, known) == [Clash.SHARE_AND_COUNT]


def test_two_totals_of_one_source_for_one_scope_cannot_both_be_right() -> None:
    article = Article()
    told = {"parties": ["kia"], "places": ["MM"], "period": "2020", "source": MISSION}
    article.says("40 child", factuality=Factuality.VERIFIED_BY_SOURCE, **told)
    article.says("44 child", factuality=Factuality.VERIFIED_BY_SOURCE, **told)
    assert clashes(article) == [Clash.TWO_VALUES]


def test_two_events_of_one_day_are_two_counts() -> None:
    article = Article()
    told = {"violation": "killing", "places": ["MM"], "period": "2020-03-03", "source": MISSION}
    article.says("4 child", **told)
    article.says("9 child", **told)
    assert clashes(article) == []


def test_what_the_reading_found_to_contradict_itself_is_contradictory() -> None:
    from tawthiq.record.extract.statement import Doubt

    article = Article()
    statement = article.says("17 child", "278 child", number("12 percent"), source=MISSION)
    article.statements[0] = replace(statement, warnings=(Doubt("share_does_not_follow", "12% against 6.1%"),))
    assert {one.word for one in check(article, [])} == {Word.CONTRADICTORY}


# ---- Yemen: a register of invented children ------------------------------------------------------------------------


def yemen(n_unknown: int = 0) -> list[Made]:
    """100 invented children: 80 boys; 60 by the first party, 40 by the second; ages known of all but some."""
    return [
        child(
            n,
            "f" if n % 5 == 0 else "m",
            parties="houthi" if n < 60 else "ye_government",
            age=(-1, -1) if n < n_unknown else ((13, 13) if n % 10 == 1 else (16, 16)),
            armed="y" if n % 2 else "n",
            roles="" if n % 2 else "cook",
            when="2019-05-05",
            verified_on="2019-11-01",
            situation="YE",
        )
        for n in range(100)
    ]


def known_of(made: list[Made], article: Article, on: When | None = ON) -> list[Known]:
    columns = acts(made)
    return [one for ask in questions_for(claims_of(article.statements, on), []) for one in counted(columns, ask)]


def against_record(article: Article, made: list[Made]) -> tuple[Finding, ...]:
    return check(article, known_of(made, article))


YE = {"places": ["YE"], "period": "2019", "source": "Harbour Daily"}


@pytest.mark.parametrize(
    ("told", "parties", "numerator"),
    [
        ("100 child", [], None),
        ("60 child", ["houthi"], None),
        ("50 percent", [], 50),
        ("> 90 child", [], None),
    ],
)
def test_the_record_supports_what_it_counts(told: str, parties: list[str], numerator: int | None) -> None:
    article = Article()
    article.says(told, parties=parties, subtype="armed" if "percent" in told else "", **YE)
    (finding,) = against_record(article, yemen())
    assert (finding.word, finding.beside[0].known.numerator) == (Word.SUPPORTED, numerator)
    assert finding.beside[0].known.basis == "verified by Invented Monitoring Group under two_independent@1"


def test_boys_are_counted_apart() -> None:
    article = Article()
    article.says(number("80 child", sex="boys"), number("12 child", sex="girls", party=0), parties=["houthi"], **YE)
    words = [one.word for one in against_record(article, yemen())]
    assert words == [Word.SCOPE_DIFFERS, Word.SUPPORTED]


def test_a_share_of_one_party_is_its_own_and_not_that_of_all() -> None:
    made = [replace(one, armed="n", roles="cook") if one.parties == "houthi" else one for one in yemen()]
    article = Article()
    article.says("20 percent", subtype="armed", parties=["houthi"], **YE)
    (finding,) = against_record(article, made)
    assert (finding.word, differing(finding)) == (Word.SCOPE_DIFFERS, [Dimension.PARTY])
    beside = [(sorted(one.known.scope.parties.codes), one.known.numerator, one.agrees) for one in finding.beside]
    assert beside == [([], 20, True), (["houthi"], 0, False)]


def test_more_than_is_verified_is_not_thereby_wrong() -> None:
    article = Article()
    article.says("> 500 child", **YE)
    (finding,) = against_record(article, yemen())
    assert (finding.word, Note.MORE_THAN_VERIFIED in finding.notes) == (Word.NOT_IN_RECORD, True)


def test_fewer_than_are_verified_is_said_otherwise() -> None:
    article = Article()
    article.says("< 40 child", **YE)
    (finding,) = against_record(article, yemen())
    assert finding.word is Word.OTHERWISE


def test_a_share_that_leaves_out_the_unknown_says_so() -> None:
    article = Article()
    article.says("10 percent", "< 15 year", **YE)
    made = yemen(n_unknown=40)
    (finding,) = against_record(article, made)
    known = finding.beside[0].known
    assert (known.numerator, known.denominator, known.n_unknown) == (6, 100, 40)
    assert (finding.word, Note.UNKNOWN_LEFT_OUT in finding.notes) == (Word.SUPPORTED, True)


def test_what_the_unknown_would_allow_is_not_said_otherwise() -> None:
    article = Article()
    article.says("30 percent", "< 15 year", **YE)
    (finding,) = against_record(article, yemen(n_unknown=40))
    assert (finding.word, Note.UNKNOWNS_ALLOW in finding.notes) == (Word.NOT_IN_RECORD, True)


def test_the_youngest_age_and_the_highest_pay_come_from_the_acts() -> None:
    article = Article()
    article.says(">= 13 year", **YE)
    article.says(number("<= 90 USD", per="month"), **YE)
    columns = acts(yemen())
    paid = replace(
        columns,
        pay_hundredths=np.array([9000 if n == 3 else 4000 if n == 4 else -1 for n in range(100)], np.int64),
        pay_currency=coded("USD" if n in (3, 4) else "" for n in range(100)),
        pay_per=coded("month" if n in (3, 4) else "" for n in range(100)),
    )
    asked = questions_for(claims_of(article.statements, ON), [])
    known = [one for ask in asked for one in counted(paid, ask)]
    assert [one.word for one in check(article, known)] == [Word.SUPPORTED, Word.SUPPORTED]


def test_a_younger_child_than_any_verified_is_not_thereby_wrong() -> None:
    article = Article()
    article.says(">= 9 year", **YE)
    (finding,) = against_record(article, yemen())
    assert (finding.word, Note.MORE_THAN_VERIFIED in finding.notes) == (Word.NOT_IN_RECORD, True)


def test_what_was_verified_after_its_year_supports_the_year_and_says_so() -> None:
    late = [replace(one, verified_on="2020-02-01") for one in yemen()]
    article = Article()
    article.says("100 child", **YE)
    (finding,) = against_record(article, late)
    assert finding.word is Word.SUPPORTED
    assert finding.beside[0].known.basis.endswith(BY_EVENT)


def test_a_joint_act_counts_once_in_the_total_and_once_for_each_party() -> None:
    made = [
        child(n, parties="houthi;ye_government", when="2019-02-02", verified_on="2019-03-03", situation="YE")
        for n in range(30)
    ]
    article = Article()
    article.says(
        "30 child", number("30 child", party=0), number("30 child", party=1), parties=["houthi", "ye_government"], **YE
    )
    known = known_of(made, article)
    assert {one.quantity.low for one in known if one.measure.of == "all" and one.quantity.unit == "child"} == {30}


def test_incidents_of_the_record_support_incidents() -> None:
    made = [incident("attack_school", situation="YE", when="2019-06-06", verified_on="2019-07-07") for _ in range(21)]
    article = Article()
    article.says("21 incident", violation="attack_school", **YE)
    article.says("21 child", violation="attack_school", **YE)
    words = [(one.word, differing(one)) for one in against_record(article, made)]
    assert words == [(Word.SUPPORTED, []), (Word.SCOPE_DIFFERS, [Dimension.POPULATION])]


def test_a_division_of_the_country_is_counted_by_itself() -> None:
    made = [replace(one, admin1="YE.aden" if n < 30 else "YE.abyan") for n, one in enumerate(yemen())]
    found = counted(acts(made), Question("YE", parse_when("2019"), frozenset({"recruitment_use"}), admin1="YE.aden"))
    total = next(one for one in found if one.measure.of == "all" and not one.scope.parties.codes)
    assert (total.quantity.low, total.scope.place.codes) == (30, frozenset({"YE.aden"}))


def test_a_source_and_the_record_that_disagree_are_both_shown() -> None:
    article = Article()
    article.says("120 child", places=["YE"], period="2019", source=MISSION)
    known = [*sheet("YE 2019 - recruitment_use children = 120 child"), *known_of(yemen(), article)]
    finding = only(article, known)
    assert (finding.word, Note.KNOWN_DISAGREE in finding.notes) == (Word.SUPPORTED, True)
    assert {one.known.origin for one in finding.beside} == {Origin.RECORD, Origin.SOURCE}


# ---- French, Arabic, Spanish ---------------------------------------------------------------------------------------


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


# ---- decisions of people -------------------------------------------------------------------------------------------


def test_a_repeat_is_not_a_second_claim_unless_the_first_is_gone() -> None:
    article = Article()
    first = article.says("284 child", **TOLD)
    second: Statement = replace(article.says("284 child", **TOLD), duplicate_of=first.id)
    assert len(claims_of([first, second], ON)) == 1
    assert len(claims_of([second], ON)) == 1
