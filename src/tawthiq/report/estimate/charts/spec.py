"""What every chart shares: schema, alternative text, sizes, the colours of doubt."""

from __future__ import annotations

from tawthiq.terms.identity import Json

Spec = dict[str, Json]

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
WIDTH = 480
ESTIMATE = "#5b4b8a"
"""Estimates have a colour of their own, never that of verified figures."""

QUIET = "#8a8f98"
CHAIN_COLOURS = ("#5b4b8a", "#1f78b4", "#b15928", "#33803a", "#c51b7d", "#7f7f7f", "#a6761d", "#17697a")


def chart(title: str, description: str, values: list[Json], body: Spec) -> Spec:
    """A specification with its data inside; `description` is the alternative text, never empty."""
    if not description.strip():
        raise ValueError("a chart has words for those who cannot see it")
    return {
        "$schema": SCHEMA,
        "title": title,
        "description": description,
        "width": WIDTH,
        "data": {"values": values},
        "config": {"aria": True, "axis": {"grid": False}, "view": {"stroke": None}},
        **body,
    }


def number(value: float) -> str:
    """A number of children for words: no decimals, thousands apart by a thin space."""
    return f"{value:,.0f}".replace(",", "\u2009")
