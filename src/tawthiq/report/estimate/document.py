"""Outcomes as JSON: what was found, plus all that is needed to find it again."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.panel import together
from tawthiq.report.estimate.refusal import Refused
from tawthiq.terms.identity import Json

PACKAGES = ("tawthiq", "numpy", "scipy", "numba")


def to_json(outcome: Outcome) -> dict[str, Json]:
    """The printed form of one outcome; a refusal has null where a number would be."""
    if isinstance(outcome, Refused):
        return _row(outcome) | {"refused": refusal_json(outcome)}
    return _row(outcome) | {
        "median": outcome.median,
        "mean": outcome.mean,
        "interval": [outcome.interval.low, outcome.interval.high],
        "level": outcome.interval.level,
        "ess": outcome.ess,
        "rhat": outcome.rhat,
    }


def refusal_json(refused: Refused) -> dict[str, Json]:
    """Reasons as codes, each with its words; what several answers are made of, where chains found several."""
    return {
        "reasons": [reason.value for reason in refused.reasons],
        "details": [ground.detail for ground in refused.grounds],
        **({"modes": list(refused.modes)} if refused.modes else {}),
    }


def _row(outcome: Outcome) -> dict[str, Json]:
    return {
        "n_observed": outcome.n_observed,
        "method": outcome.method,
        "median": None,
        "mean": None,
        "interval": None,
        "level": None,
        "ess": None,
        "rhat": None,
        "seconds": round(outcome.seconds, 3),
        "warnings": list(outcome.warnings),
        "refused": None,
    }


def reproduction(table: CaptureTable, run: Run, outcomes: Sequence[Outcome]) -> dict[str, Json]:
    """What another person needs to get the same numbers: table, hash, seed, settings, versions."""
    return {
        "table": table_json(table),
        "seed": run.seed,
        "level": run.level,
        **made_with(),
        "outcomes": [to_json(outcome) | settings_json(outcome) for outcome in outcomes],
        "together": together_json(outcomes),
    }


def together_json(outcomes: Sequence[Outcome]) -> Json:
    """Both ends of all draws thrown together, null where fewer than two families of methods answered."""
    found = together(outcomes)
    return [found.low, found.high] if found else None


def table_json(table: CaptureTable) -> dict[str, Json]:
    """The table whole, with its hash."""
    return {
        "lists": list(table.lists),
        "cells": [["".join(map(str, pattern)), count] for pattern, count in table.cells],
        "stratum": table.stratum,
        "linkage_draw": table.linkage_draw,
        "hash": table.hash(),
    }


def made_with() -> dict[str, Json]:
    """Versions of what computes, kind of random generator."""
    return {
        "versions": {name: version(name) for name in PACKAGES},
        "bit_generator": np.random.default_rng(0).bit_generator.__class__.__name__,
    }


def settings_json(outcome: Outcome) -> dict[str, Json]:
    """What a method assumes, how it was set, what was checked; nothing for a refusal."""
    if not isinstance(outcome, Estimate):
        return {}
    return {
        "assumption": outcome.assumption,
        "lower_bound": outcome.lower_bound,
        "settings": dict(outcome.settings),
        "diagnostics": dict(outcome.diagnostics),
    }
