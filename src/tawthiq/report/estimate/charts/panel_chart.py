"""The methods on one axis; refused ones keep their line without a mark."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.report.estimate.charts.spec import ESTIMATE, QUIET, Spec, chart, number
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.sensitivity import Variant
from tawthiq.terms.identity import Json


def method_panel(outcomes: Sequence[Outcome], *, observed: bool = True) -> Spec:
    """Interval plus median per method. `observed`: mark the children on the lists; False where those were verified, as
    a verified number shares no axis with an estimate."""
    rows = [(outcome.method, outcome) for outcome in outcomes]
    return _forest("Estimates by method", "Method", rows, observed=observed)


def leave_one_out_chart(whole: Outcome, variants: Sequence[Variant], *, observed: bool = True) -> Spec:
    """Interval plus median of the whole table, then of each changed one."""
    rows = [("all lists", whole), *((variant.change, variant.outcome) for variant in variants)]
    return _forest("What one list changes", "Table", rows, observed=observed)


def estimates_chart(rows: Sequence[tuple[str, Outcome]]) -> Spec:
    """Estimates of different tables on one axis, each under its label."""
    return _forest("Estimates side by side", "Estimate", rows, observed=False)


def _forest(title: str, name: str, rows: Sequence[tuple[str, Outcome]], *, observed: bool) -> Spec:
    values: list[Json] = [_value(label, outcome) for label, outcome in rows]
    if not observed:
        values = [{**_fields(one), "observed": None} for one in values]
    order: list[Json] = [label for label, _ in rows]
    y: Json = {"field": "row", "type": "nominal", "title": name, "sort": order}
    x: Json = {"type": "quantitative", "title": "Children, seen or not", "scale": {"zero": False}}
    layers: list[Json] = [
        {
            "mark": {"type": "rule", "strokeWidth": 2, "color": ESTIMATE},
            "transform": [{"filter": "datum.low != null"}],
            "encoding": {"y": y, "x": {"field": "low", **_fields(x)}, "x2": {"field": "high"}},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 70, "color": ESTIMATE},
            "transform": [{"filter": "datum.median != null"}],
            "encoding": {
                "y": y,
                "x": {"field": "median", **_fields(x)},
                "shape": {"field": "kind", "type": "nominal", "title": None},
            },
        },
        {
            "mark": {"type": "tick", "color": QUIET, "thickness": 2},
            "transform": [{"filter": "datum.observed != null"}],
            "encoding": {"y": y, "x": {"field": "observed", **_fields(x)}},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 6, "color": QUIET},
            "transform": [{"filter": "datum.median == null"}],
            "encoding": {"y": y, "x": {"value": 0}, "text": {"value": "no answer"}},
        },
    ]
    return chart(title, _words(title, rows), values, {"layer": layers})


def _fields(axis: Json) -> dict[str, Json]:
    return dict(axis) if isinstance(axis, dict) else {}


def _value(label: str, outcome: Outcome) -> Json:
    if not isinstance(outcome, Estimate):
        empty: dict[str, Json] = {"low": None, "high": None, "median": None, "kind": "no answer"}
        return {"row": label, "observed": outcome.n_observed, **empty}
    return {
        "row": label,
        "observed": outcome.n_observed,
        "low": outcome.interval.low,
        "high": outcome.interval.high,
        "median": outcome.median,
        "kind": "at least" if outcome.lower_bound else "estimate",
    }


def _words(title: str, rows: Sequence[tuple[str, Outcome]]) -> str:
    parts = []
    for label, outcome in rows:
        if isinstance(outcome, Estimate):
            ends = f"{number(outcome.interval.low)} to {number(outcome.interval.high)}"
            kind = "at least about" if outcome.lower_bound else "median"
            parts.append(f"{label}: {kind} {number(outcome.median)}, {outcome.interval.level:.0%} interval {ends}")
        else:
            parts.append(f"{label}: no answer")
    return f"{title}. {'; '.join(parts)}."
