"""Promises of every method for any table: names of lists, a list of nobody, a larger scale change what they should."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq import estimate
from tawthiq.report.estimate.answering import from_draws
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.cells import all_patterns
from tawthiq.report.estimate.latent.sampler import Plan, sample
from tawthiq.report.estimate.method import Method, Run
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule

PATTERNS = [tuple(int(bit) for bit in pattern) for pattern in all_patterns(3)]
LISTS = ("clinic", "police", "news")
QUICK = Plan(n_chains=2, warm_up=(20,), batch=50, max_batches=1, target_ess=1, n_ladders=0)


class Ungated(LatentClasses):
    """Latent classes that tell their draws, though there are too few of them for an answer."""

    def fit(self, table: CaptureTable, run: Run) -> estimate.Outcome:
        found = sample(table, self.plan, run)
        draws = estimate.Draws(table.n_observed + found.unseen)
        return from_draws(self, table, run, draws, agreed=found.agreed, settings={}, diagnostics={})


METHODS: dict[str, Method] = {
    "dga": estimate.METHODS["dga"],
    "loglinear": LogLinear(n_replicates=8),
    "loglinear-bic": LogLinear(rule=Rule.BIC, name="loglinear-bic", n_replicates=8),
    "chao": estimate.METHODS["chao"],
}
LATENT: dict[str, Method] = {
    "lcm": Ungated(QUICK),
    "lcm-neutral": Ungated(replace(QUICK, neutral=True), name="lcm-neutral"),
}
counts = st.tuples(*[st.integers(2, 60)] * len(PATTERNS))


def asked(method: Method, lists: tuple[str, ...], cells: dict[tuple[int, ...], int]) -> estimate.Outcome:
    return estimate.estimate_one(estimate.from_counts(lists, cells), method, estimate.Run(seed=3))


def said(outcome: estimate.Outcome) -> object:
    """The point of an answer, the reasons of a refusal."""
    return pytest.approx(outcome.median, rel=1e-6) if isinstance(outcome, estimate.Estimate) else outcome.reasons


def drawn(outcome: estimate.Estimate) -> list[list[float]]:
    return outcome.draws.values.tolist() if outcome.draws else []


@pytest.mark.parametrize("name", ["loglinear", "loglinear-bic", "chao"])  # dga's stands with its graphs
@settings(deadline=None, max_examples=8)
@given(counts=counts, order=st.sampled_from(list(permutations(range(3)))))
def test_the_order_of_lists_changes_nothing(name: str, counts: tuple[int, ...], order: tuple[int, ...]) -> None:
    cells = dict(zip(PATTERNS, counts, strict=True))
    turned = {tuple(pattern[k] for k in order): count for pattern, count in cells.items()}
    other = asked(METHODS[name], tuple(LISTS[k] for k in order), turned)
    assert said(asked(METHODS[name], LISTS, cells)) == (
        other.median if isinstance(other, estimate.Estimate) else other.reasons
    )


@pytest.mark.parametrize("name", [*METHODS, *LATENT])
@settings(deadline=None, max_examples=4)
@given(counts=counts)
def test_a_list_of_nobody_changes_nothing_but_a_warning(name: str, counts: tuple[int, ...]) -> None:
    method = {**METHODS, **LATENT}[name]
    cells = dict(zip(PATTERNS, counts, strict=True))
    without = asked(method, LISTS, cells)
    beside = asked(method, (*LISTS, "nobody"), {(*pattern, 0): count for pattern, count in cells.items()})
    assert any("nobody" in warning for warning in beside.warnings)
    if isinstance(without, estimate.Estimate) and isinstance(beside, estimate.Estimate):
        assert (without.median, without.interval) == (beside.median, beside.interval)
        assert drawn(without) == drawn(beside)
    else:
        assert name not in LATENT
        assert said(without) == said(beside)


@settings(deadline=None, max_examples=20)
@given(counts=counts, times=st.integers(2, 50))
def test_a_lower_bound_grows_with_the_table(counts: tuple[int, ...], times: int) -> None:
    cells = dict(zip(PATTERNS, counts, strict=True))
    one = asked(METHODS["chao"], LISTS, cells)
    many = asked(METHODS["chao"], LISTS, {pattern: times * count for pattern, count in cells.items()})
    if isinstance(one, estimate.Estimate) and isinstance(many, estimate.Estimate):
        assert many.median == pytest.approx(times * one.median, rel=1e-6)
        assert many.interval.high / many.median <= one.interval.high / one.median * (1 + 1e-9)
