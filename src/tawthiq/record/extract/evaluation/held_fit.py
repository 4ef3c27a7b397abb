"""Fit: weights of the signs of responsibility from texts whose classes people gave, and how well they carry over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import yaml
from numpy.typing import NDArray

from tawthiq.record.extract.evaluation.held_classes import Confidence
from tawthiq.record.extract.evaluation.held_responsible import QUESTIONS, Weights, decided

Table = NDArray[np.float64]
Row = tuple[Mapping[str, float], Confidence]
_RIDGE, _RARE = 1.0, 0.5
"""How strongly weights are drawn to 0; how far a rare class is preferred (0: not at all, 1: as often as the others)."""
_TENTHS, _STEPS = 10, 30


def fitted(rows: Sequence[Row]) -> Weights:
    """One logistic regression a question, over the rows whose class it is asked of."""
    answers = {}
    for question, (among, yes, signs) in QUESTIONS.items():
        asked = [(found, told in yes) for found, told in rows if told in among]
        names = [*signs, "always"]
        table = np.array([[*(found.get(sign, 0.0) for sign in signs), 1.0] for found, _ in asked]).reshape(
            -1, len(names)
        )
        weights = _regression(table, np.array([float(holds) for _, holds in asked]))
        answers[question] = {name: round(float(one), 3) for name, one in zip(names, weights, strict=True)}
    told = Counter(one for _, one in rows)
    return Weights(answers, {one: round(max(told[one] / (len(rows) or 1), 0.001) ** _RARE, 4) for one in Confidence})


def _regression(table: Table, holds: Table) -> Table:
    """Newton's steps; the last column, which is always 1, is drawn to 0 only as far as keeps the steps defined."""
    ridge = np.full(table.shape[1], _RIDGE)
    ridge[-1] = 1e-3
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (likely - holds) + ridge * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(ridge)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def crossed(rows: Sequence[Row], messages: Sequence[str]) -> Iterator[tuple[Confidence, Confidence]]:
    """(wanted, given) of every row, by weights fitted without its tenth of the messages."""
    order = {message: number for number, message in enumerate(dict.fromkeys(messages))}
    tenths = [order[message] * _TENTHS // (len(order) or 1) for message in messages]
    for tenth in sorted(set(tenths)):
        weights = fitted([row for row, at in zip(rows, tenths, strict=True) if at != tenth])
        for (signs, told), at in zip(rows, tenths, strict=True):
            if at == tenth:
                yield told, decided(signs, weights)


def written(weights: Weights) -> str:
    """The table as a file of its own."""
    raw = {
        "answers": {question: dict(answers) for question, answers in weights.answers.items()},
        "shares": {one.value: share for one, share in weights.shares.items()},
    }
    return yaml.safe_dump(raw, sort_keys=False)
