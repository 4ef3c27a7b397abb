"""Promises of the exact average over decomposable graphs: all graphs, R's figures, stated refusals."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import gammaln

from as_json import number
from tawthiq import estimate
from tawthiq.report.estimate.decomposable.chain import sample
from tawthiq.report.estimate.decomposable.chordal import all_graphs, pairs
from tawthiq.report.estimate.decomposable.marginal import marginals
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.published import published


def fitted(name: str, method: Dga | None = None) -> estimate.Estimate:
    outcome = (method or Dga()).fit(published(name), estimate.Run())
    assert isinstance(outcome, estimate.Estimate)
    return outcome


@pytest.mark.parametrize(
    ("n_lists", "n_graphs"), [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822), (6, 18_154), (7, 617_675)]
)
def test_every_chordal_graph_is_there_once(n_lists: int, n_graphs: int) -> None:
    graphs = all_graphs(n_lists)
    assert len(graphs) == n_graphs == len(set(graphs.edges.tolist()))


@pytest.mark.parametrize("n_lists", [4, 5])
def test_graphs_are_those_that_maximum_cardinality_search_finds(n_lists: int) -> None:
    expected = [edges for edges in range(2 ** (n_lists * (n_lists - 1) // 2)) if chordal_by_search(edges, n_lists)]
    assert all_graphs(n_lists).edges.tolist() == expected


def chordal_by_search(edges: int, n_lists: int) -> bool:
    """Tarjan & Yannakakis: visit by most visited neighbours; those must then be a clique."""
    linked = {frozenset(map(int, pair)) for e, pair in enumerate(pairs(n_lists)) if edges >> e & 1}
    visited: list[int] = []
    while len(visited) < n_lists:
        rest = [v for v in range(n_lists) if v not in visited]
        best = max(rest, key=lambda v: sum(frozenset((v, u)) in linked for u in visited))
        around = [u for u in visited if frozenset((best, u)) in linked]
        if any(frozenset(two) not in linked for two in combinations(around, 2)):
            return False
        visited.append(best)
    return True


@pytest.mark.parametrize(
    ("name", "delta", "last", "mean", "quantiles"),
    [
        ("my5", 0.5, 300, 617.82, (588, 616, 655)),
        ("my5", 2**-5, 2_000, 618.91, (590, 618, 656)),
        ("my3", 1, 300, 733.72, (682, 732, 798)),
        ("my3", 2**-3, 3_000, 733.75, (694, 731, 787)),
        ("kosovo", 2**-4, 30_000, 12_749, (9_827, 12_595, 16_544)),
        ("UKdat_5", 2**-5, 80_000, 21_282, (10_387, 22_990, 33_510)),
        ("NewOrl_5", 2**-5, 20_000, 937, (511, 869, 1_762)),
        ("Western", 2**-5, 20_000, 2_257, (1_343, 2_133, 3_878)),
        ("HIV", 2**-4, 100_000, 11_357, (9_404, 11_220, 14_095)),
        ("hare", 2**-6, 2_000, 78.02, (70, 77, 91)),
    ],
)
def test_figures_are_those_of_r_dga_on_its_grid(
    name: str, delta: float, last: int, mean: float, quantiles: tuple[int, int, int]
) -> None:
    found = fitted(name, Dga(delta=delta, first_unseen=1, last_unseen=last))
    assert found.mean == pytest.approx(mean, abs=0.005 if mean < 1_000 and mean % 1 else 0.5)
    assert (found.interval.low, found.median, found.interval.high) == quantiles


def test_three_lists_by_hand() -> None:
    """Eight graphs written out with cliques over separators, no code shared with the enumeration."""
    table = estimate.from_text("ABC", "001:9 010:12 100:15 011:3 101:4 110:5 111:2")
    unseen, delta = np.arange(0, 400.0), 1 / 8
    graphs: list[tuple[list[str], list[str]]] = [
        (["A", "B", "C"], []),
        (["AB", "C"], []),
        (["AC", "B"], []),
        (["BC", "A"], []),
        (["AB", "AC"], ["A"]),
        (["AB", "BC"], ["B"]),
        (["AC", "BC"], ["C"]),
        (["ABC"], []),
    ]
    total = np.zeros(unseen.size)
    for cliques, separators in graphs:
        log_weight = gammaln(50 + unseen + 1) - gammaln(unseen + 1) - np.log(50 + unseen)
        log_weight += sum(by_hand(table, c, unseen, delta) for c in cliques)
        log_weight -= sum(by_hand(table, s, unseen, delta) for s in separators)
        total += np.exp(log_weight + 90)
    found = Dga(delta=delta, last_unseen=399).fit(table, estimate.Run())
    assert isinstance(found, estimate.Estimate)
    assert found.mean == pytest.approx(float(((50 + unseen) * total).sum() / total.sum()), rel=1e-6)


def by_hand(table: estimate.CaptureTable, names: str, unseen: np.ndarray, delta: float) -> np.ndarray:
    columns = ["ABC".index(name) for name in names]
    weight = delta * 2 ** (3 - len(names))
    cells = {tuple(bits): np.zeros(unseen.size) for bits in np.ndindex(*[2] * len(names))}
    for pattern, count in table.cells:
        cells[tuple(pattern[c] for c in columns)] += count
    cells[(0,) * len(names)] = cells[(0,) * len(names)] + unseen
    value = sum(gammaln(cell + weight) - gammaln(weight) for cell in cells.values())
    return np.asarray(value + gammaln(8 * delta) - gammaln(50 + unseen + 8 * delta))


@given(st.sampled_from(list(permutations(range(4)))))
@settings(max_examples=8, deadline=None)
def test_order_of_lists_does_not_matter(order: tuple[int, ...]) -> None:
    kosovo = published("kosovo")
    counts = {tuple(pattern[k] for k in order): count for pattern, count in kosovo.cells}
    turned = Dga().fit(estimate.from_counts([kosovo.lists[k] for k in order], counts), estimate.Run())
    assert isinstance(turned, estimate.Estimate)
    assert turned.median == fitted("kosovo").median


def test_the_grid_widens_until_nothing_lies_at_its_edge() -> None:
    found = fitted("Ned")
    assert number(found.diagnostics["edge_mass"]) < 1e-6
    assert number(found.settings["last_unseen"]) > 300_000


def test_a_posterior_on_the_floor_is_refused() -> None:
    outcome = Dga().fit(published("Artificial_3"), estimate.Run())
    assert isinstance(outcome, estimate.Refused)
    assert outcome.reasons == (estimate.Reason.PILED_AT_FLOOR,)


def test_lists_that_all_depend_on_one_another_are_refused() -> None:
    table = estimate.from_text("ABC", "100:900 010:30 001:20 110:700 101:600 011:800 111:20")
    outcome = Dga().fit(table, estimate.Run())
    assert isinstance(outcome, estimate.Refused)
    assert estimate.Reason.PRIOR_DECIDES in outcome.reasons


def test_the_chain_over_graphs_finds_what_enumeration_finds() -> None:
    table = published("Western")
    unseen = sample(marginals(table, 2**-5), 5, seed=3, n_draws=2_000).unseen
    exact = fitted("Western")
    low, median, high = np.quantile(unseen + table.n_observed, [0.025, 0.5, 0.975])
    assert median == pytest.approx(exact.median, rel=0.04)
    assert low == pytest.approx(exact.interval.low, rel=0.06)
    assert high == pytest.approx(exact.interval.high, rel=0.08)


def test_eight_lists_are_walked() -> None:
    outcome = Dga(n_draws=1_000).fit(published("NewOrl"), estimate.Run(seed=2))
    assert isinstance(outcome, estimate.Estimate)
    assert outcome.rhat is not None
    assert outcome.rhat < 1.01
    assert outcome.interval.low < 716 < outcome.interval.high


def test_two_lists_cannot_show_dependence() -> None:
    outcome = Dga().fit(estimate.from_text("AB", "10:30 01:20 11:10"), estimate.Run())
    assert isinstance(outcome, estimate.Refused)
    assert outcome.reasons == (estimate.Reason.TOO_FEW_LISTS,)
