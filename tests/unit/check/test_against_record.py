"""A quoted figure beside a register of invented children: what the record counts, what it cannot say."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from tawthiq.report.check.asking import questions_for
from tawthiq.report.check.claim import Known, Origin
from tawthiq.report.check.counted import BY_EVENT, Question, counted
from tawthiq.report.check.quoted import claims_of
from tawthiq.report.check.scope import Dimension
from tawthiq.report.check.verdict import Finding, Note, Word
from tawthiq.report.count.columns import coded
from tawthiq.terms.when import When, parse_when
from unit.check.checking import MISSION, ON, check, differing, only
from unit.check.said import Article, Cited, number, sheet
from unit.count.made import Made, acts, child, incident


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


YE: Cited = {"places": ["YE"], "period": "2019", "source": "Harbour Daily"}


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
    assert (total.quantity.low, total.scope.place.codes) == (Fraction(30), frozenset({"YE.aden"}))


def test_a_source_and_the_record_that_disagree_are_both_shown() -> None:
    article = Article()
    article.says("120 child", places=["YE"], period="2019", source=MISSION)
    known = [*sheet("YE 2019 - recruitment_use children = 120 child"), *known_of(yemen(), article)]
    finding = only(article, known)
    assert (finding.word, Note.KNOWN_DISAGREE in finding.notes) == (Word.SUPPORTED, True)
    assert {one.known.origin for one in finding.beside} == {Origin.RECORD, Origin.SOURCE}
