"""The ladder of chains: what neighbours exchange, they exchange whole."""

from __future__ import annotations

import numpy as np

from tawthiq.report.estimate.latent import ladder


def test_neighbours_exchange_state_and_concentration_together_and_draw_the_unseen_anew() -> None:
    """Of the same table exchange is always accepted: the likelihood of both states together stays what it was."""
    counts, caps = np.array([[30.0, 20.0, 10.0]] * 2), np.array([1e6, 1e6])
    cells = np.array([[0.3, 0.2, 0.1, 0.4], [0.2, 0.2, 0.2, 0.4]])
    states, alphas, unseen = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([0.5, 7.0]), np.array([11.0, 12.0])
    refused = np.zeros(1)
    ladder._swap(np.random.default_rng(1), 0, counts, caps, cells, states, alphas, unseen, refused, 0.0)
    assert states.tolist() == [[3.0, 4.0], [1.0, 2.0]]
    assert alphas.tolist() == [7.0, 0.5]
    assert refused.tolist() == [0.0]
    assert 0 <= unseen.min() and unseen.max() < 200, "60 seen at a chance of 0.6: about 40 unseen"


def test_an_exchange_that_would_pass_a_cap_is_undone_whole() -> None:
    counts, caps = np.array([[30.0, 20.0, 10.0]] * 2), np.array([1.0, 1.0])
    cells = np.array([[0.3, 0.2, 0.1, 0.4]] * 2)
    states, alphas, unseen = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([0.5, 7.0]), np.array([1.0, 1.0])
    ladder._swap(np.random.default_rng(1), 0, counts, caps, cells, states, alphas, unseen, np.zeros(1), 0.0)
    assert (states.tolist(), alphas.tolist(), unseen.tolist()) == ([[1.0, 2.0], [3.0, 4.0]], [0.5, 7.0], [1.0, 1.0])
