"""Map: a table by first-level division as circles over outlines, where the shipped outlines hold every printed row.

Circles and not shaded areas: a large empty province must not look like much. Coordinates come from places of the
gazetteer's first level only; nothing finer is ever drawn. The note on boundaries stands under the table.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, TypeAlias

from tawthiq.report.count.dimensions import UNKNOWN
from tawthiq.report.count.spec import Dimension
from tawthiq.report.publish import words
from tawthiq.report.publish.table import Row, Table
from tawthiq.terms.registry import load_gazetteer

Point: TypeAlias = "tuple[float, float]"
Polygon: TypeAlias = "list[list[Point]]"


@dataclass(frozen=True, slots=True)
class Outline:
    """The divisions of one country, drawn flat. `parts`: code (empty: none of ours) -> polygons in degrees, the

    longitude shortened by the cosine of the middle latitude.
    """

    parts: Mapping[str, list[Polygon]]

    def middle(self, code: str) -> Point:
        """The centre of the largest polygon of a division."""
        return max((_centre(polygon[0]) for polygon in self.parts[code]), key=lambda one: one[0])[1]


def outline_of(table: Table) -> Outline | None:
    """The outline to draw the table on; None where it is not by division, or a printed row has no outline."""
    if [way.code for way in table.directions] != [Dimension.ADMIN1.value]:
        return None
    codes = [row.codes[0] for row in placed(table)]
    places = load_gazetteer().places
    countries = {places[code].country for code in codes if code in places}
    if len(codes) < 2 or len(countries) != 1 or any(code not in places for code in codes):
        return None
    outline = _outline(countries.pop())
    return outline if outline and all(code in outline.parts for code in codes) else None


def placed(table: Table) -> tuple[Row, ...]:
    """The printed rows of a known division."""
    return tuple(row for row in table.rows if row.value and row.codes[0] != UNKNOWN and not row.of_which)


def layers(table: Table, outline: Outline) -> dict[str, Any]:
    """What the Vega-Lite specification draws: outlines, circles whose area is the number, the numbers."""
    shapes = [{"type": "Feature", "geometry": _geometry(polygons)} for polygons in outline.parts.values()]
    circles = [_circle(row, outline, table.language) for row in placed(table)]
    place = {"longitude": {"field": "x", "type": "quantitative"}, "latitude": {"field": "y", "type": "quantitative"}}
    size = {"field": "n", "type": "quantitative", "legend": None, "scale": {"type": "linear", "range": [0, 900]}}
    return {
        "width": 460,
        "height": 380,
        "projection": {"type": "identity", "reflectY": True},
        "layer": [
            {"data": {"values": shapes}, "mark": {"type": "geoshape", "fill": "#eef2f5", "stroke": "#9aa7b3"}},
            {
                "data": {"values": circles},
                "mark": {"type": "circle", "color": "#1f5673", "opacity": 0.75, "stroke": "white"},
                "encoding": place | {"size": size},
            },
            {
                "data": {"values": circles},
                "mark": {"type": "text", "dy": -11, "baseline": "bottom", "fontSize": 11, "stroke": "white",
                         "strokeWidth": 3, "strokeOpacity": 0.9},
                "encoding": place | {"text": {"field": "text", "type": "nominal"}},
            },
            {
                "data": {"values": circles},
                "mark": {"type": "text", "dy": -11, "baseline": "bottom", "fontSize": 11, "color": "#1d2733"},
                "encoding": place | {"text": {"field": "text", "type": "nominal"}},
            },
        ],
    }  # fmt: skip


def _circle(row: Row, outline: Outline, language: str) -> dict[str, object]:
    x, y = outline.middle(row.codes[0])
    return {"x": x, "y": y, "n": row.value, "text": f"{row.labels[0]} {words.number(row.value or 0, language)}"}


def _geometry(polygons: Iterable[Polygon]) -> dict[str, object]:
    return {"type": "MultiPolygon", "coordinates": list(polygons)}


@cache
def _outline(country: str) -> Outline | None:
    raw: Any = json.loads(resources.files(__package__).joinpath("boundaries.json").read_text(encoding="utf-8"))
    parts = raw["countries"].get(country)
    if parts is None:
        return None
    steps = raw["steps_per_degree"]
    latitudes = [y / steps for polygons in parts.values() for rings in polygons for ring in rings for _, y in ring]
    shrink = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
    return Outline({code: [_flat(rings, steps, shrink) for rings in polygons] for code, polygons in parts.items()})


def _flat(rings: Iterable[Iterable[tuple[int, int]]], steps: int, shrink: float) -> Polygon:
    return [[(round(x / steps * shrink, 4), round(y / steps, 4)) for x, y in ring] for ring in rings]


def _centre(ring: list[Point]) -> tuple[float, Point]:
    """(area, centre) of a ring, by the shoelace formula."""
    area = x_sum = y_sum = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x_sum, y_sum = area + cross, x_sum + (x0 + x1) * cross, y_sum + (y0 + y1) * cross
    return abs(area / 2), (x_sum / (3 * area), y_sum / (3 * area)) if area else ring[0]
