"""What cannot both be right in one article, or with what its source printed."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.extract.factuality import Factuality
from tawthiq.report.check.claim import Known
from tawthiq.report.check.contradiction import Clash
from tawthiq.report.check.verdict import Word
from unit.check.checking import MISSION, check
from unit.check.said import Article, CitedMore, number, sheet


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
    told: CitedMore = {"parties": ["kia"], "places": ["MM"], "period": "2020", "source": MISSION}
    article.says("40 child", factuality=Factuality.VERIFIED_BY_SOURCE, **told)
    article.says("44 child", factuality=Factuality.VERIFIED_BY_SOURCE, **told)
    assert clashes(article) == [Clash.TWO_VALUES]


def test_two_events_of_one_day_are_two_counts() -> None:
    article = Article()
    told: CitedMore = {"violation": "killing", "places": ["MM"], "period": "2020-03-03", "source": MISSION}
    article.says("4 child", **told)
    article.says("9 child", **told)
    assert clashes(article) == []


def test_what_the_reading_found_to_contradict_itself_is_contradictory() -> None:
    from tawthiq.record.extract.statement import Doubt

    article = Article()
    statement = article.says("17 child", "278 child", number("12 percent"), source=MISSION)
    article.statements[0] = replace(statement, warnings=(Doubt("share_does_not_follow", "12% against 6.1%"),))
    assert {one.word for one in check(article, [])} == {Word.CONTRADICTORY}
