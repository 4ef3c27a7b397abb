"""Laws of the check that hold for any figure: equal in scope is supported, one change is one difference."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.report.check.agree import agreement
from tawthiq.report.check.claim import Claim, Known, Measure, Origin
from tawthiq.report.check.scope import Dimension, Parties, Period, Place, Scope, Told, differences
from tawthiq.report.check.verdict import Word, judge_all
from tawthiq.report.check.words import explained
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from tawthiq.terms.when import in_half, in_year

PARTIES = st.frozensets(st.sampled_from(["isil", "taliban", "cma", "houthi"]), max_size=2)
PLACES = st.sampled_from(["SY", "AF", "ML", "YE"])
PERIODS = st.builds(in_year, st.integers(2010, 2024)) | st.builds(
    in_half, st.integers(2010, 2024), st.sampled_from([1, 2])
)
POPULATIONS = st.sampled_from(["child", "boy", "girl", "incident"])
VIOLATIONS = st.sampled_from([frozenset({"killing"}), frozenset({"maiming"}), frozenset({"killing", "maiming"})])
SCOPES = st.builds(
    Scope,
    st.builds(Parties, PARTIES, st.just(Told.STATED)),
    st.builds(lambda code: Place(frozenset({code}), Told.STATED), PLACES),
    st.builds(lambda when: Period(when, Told.STATED), PERIODS),
    POPULATIONS,
    VIOLATIONS,
)
COMPARATORS = st.sampled_from(
    [one for one in Comparator if one not in (Comparator.RANGE, Comparator.VAGUE, Comparator.UNKNOWN)]
)
COUNTS = st.builds(
    lambda comparator, low: Quantity(QuantityKind.COUNT, comparator, Fraction(low), None, "child"),
    COMPARATORS,
    st.integers(1, 5000),
)
SHARES = st.builds(
    lambda comparator, low: Quantity(QuantityKind.PERCENT, comparator, Fraction(low), None, "percent"),
    COMPARATORS,
    st.integers(1, 100),
)
OF = {QuantityKind.COUNT: "all", QuantityKind.PERCENT: "armed_or_combat"}


def known(scope: Scope, quantity: Quantity, name: str = "stm_a") -> Known:
    measure = Measure(OF[quantity.kind], quantity.kind)
    return Known(Origin.SOURCE, name, quantity, measure, scope, "published by Lantern", "Lantern")


def claim(scope: Scope, quantity: Quantity, statement: str = "stm_q") -> Claim:
    return Claim(statement, "invented", quantity, Measure(OF[quantity.kind], quantity.kind), scope, "Lantern")


def changed(scope: Scope, dimension: Dimension) -> Scope:
    """The scope with one part of it changed."""
    other = {
        Dimension.PARTY: replace(scope, parties=Parties(scope.parties.codes ^ {"nusra"}, Told.STATED)),
        Dimension.PLACE: replace(scope, place=Place(frozenset({"CO"}), Told.STATED)),
        Dimension.PERIOD: replace(scope, period=Period(in_year(2001), Told.STATED)),
        Dimension.POPULATION: replace(scope, population="person"),
        Dimension.VIOLATION: replace(
            scope, violations=frozenset({"killing"} if scope.violations != {"killing"} else {"maiming"})
        ),
    }
    return other[dimension]


@given(SCOPES, COUNTS | SHARES)
def test_a_claim_equal_to_a_known_figure_is_supported(scope: Scope, quantity: Quantity) -> None:
    (finding,) = judge_all([claim(scope, quantity)], [known(scope, quantity)])
    assert (finding.word, finding.differs) == (Word.SUPPORTED, ())


@given(SCOPES, COUNTS | SHARES, st.sampled_from(list(Dimension)))
def test_one_change_is_exactly_that_difference(scope: Scope, quantity: Quantity, dimension: Dimension) -> None:
    (finding,) = judge_all([claim(changed(scope, dimension), quantity)], [known(scope, quantity)])
    assert (finding.word, [one.dimension for one in finding.differs]) == (Word.SCOPE_DIFFERS, [dimension])


@given(SCOPES, SCOPES)
def test_differences_are_named_once_and_in_order(one: Scope, other: Scope) -> None:
    found = [difference.dimension for difference in differences(one, other)]
    assert found == [dimension for dimension in Dimension if dimension in found]


@given(
    st.lists(st.tuples(SCOPES, COUNTS | SHARES), max_size=5),
    st.lists(st.tuples(SCOPES, COUNTS | SHARES), max_size=8),
    st.randoms(),
)
def test_the_order_of_inputs_changes_nothing(
    quoted: list[tuple[Scope, Quantity]], held: list[tuple[Scope, Quantity]], random: Random
) -> None:
    claims = [claim(scope, quantity, f"stm_{n}") for n, (scope, quantity) in enumerate(quoted)]
    figures = [known(scope, quantity, f"stm_k{n}") for n, (scope, quantity) in enumerate(held)]
    before = {
        one.claim.statement_id: (one.word, one.beside, one.notes, len(one.against))
        for one in judge_all(claims, figures)
    }
    random.shuffle(claims)
    random.shuffle(figures)
    after = {
        one.claim.statement_id: (one.word, one.beside, one.notes, len(one.against))
        for one in judge_all(claims, figures)
    }
    assert after == before


@given(SCOPES, st.integers(1, 5000), st.integers(1, 5000))
def test_at_least_is_supported_by_every_higher_count(scope: Scope, told: int, held: int) -> None:
    quoted = claim(scope, Quantity(QuantityKind.COUNT, Comparator.AT_LEAST, Fraction(told), None, "child"))
    exact = known(scope, Quantity(QuantityKind.COUNT, Comparator.EXACT, Fraction(held), None, "child"))
    assert (agreement(quoted, exact) is not None) is (held >= told)


@given(st.integers(1, 400), st.data())
def test_a_counted_share_supports_its_whole_per_cent(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    share = Fraction(100 * part, whole)
    scope = Scope(
        Parties(frozenset(), Told.STATED), Place(frozenset({"SY"}), Told.STATED), Period(in_year(2014), Told.STATED)
    )
    exact = Quantity(QuantityKind.PERCENT, Comparator.EXACT, share, None, "percent")
    counted = replace(known(scope, exact), numerator=part, denominator=whole)
    printed = Quantity(QuantityKind.PERCENT, Comparator.EXACT, Fraction(int(share + Fraction(1, 2))), None, "percent")
    assert agreement(claim(scope, printed), counted) is not None
    far = Quantity(QuantityKind.PERCENT, Comparator.EXACT, Fraction(int(share) + 2), None, "percent")
    assert agreement(claim(scope, far), counted) is None


@given(SCOPES, SCOPES, COUNTS | SHARES, COUNTS | SHARES, st.sampled_from(["en", "ar"]))
def test_every_finding_can_be_said_in_each_language(
    scope: Scope, other: Scope, quantity: Quantity, second: Quantity, language: str
) -> None:
    findings = judge_all([claim(scope, quantity), claim(other, second)], [known(scope, second), known(other, quantity)])
    sentences = [sentence for finding in findings for sentence in explained(finding, language)]
    assert len(sentences) >= 2
    assert not any("{" in sentence or "_" in sentence for sentence in sentences)
