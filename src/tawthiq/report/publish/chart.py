"""Chart: a table as a bar chart, drawn by vl-convert; the words of it stand in the alternative text too."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib import resources

import vl_convert

from tawthiq.report.publish.table import Row, Table
from tawthiq.report.publish.words import RIGHT_TO_LEFT

FONTS = resources.files(__package__) / "fonts"
FONT_FAMILIES = {"ltr": "Noto Sans", "rtl": "Noto Naskh Arabic"}
MAX_BARS = 15


def bars(table: Table) -> tuple[Row, ...]:
    """What is drawn: printed rows of a single direction that add up; hidden ones leave no trace in the picture."""
    if len(table.directions) != 1:
        return ()
    return tuple(row for row in table.rows if row.value is not None and not row.of_which)[:MAX_BARS]


def alternative_text(table: Table) -> str:
    """The chart in words."""
    return f"{table.title}. " + "; ".join(f"{row.labels[0]}: {row.value}" for row in bars(table)) + "."


@lru_cache(maxsize=128)
def png(table: Table) -> bytes:
    """The chart, 2 pixels a point; the same bytes for the same table."""
    _register_fonts()
    drawn: bytes = vl_convert.vegalite_to_png(json.dumps(spec(table), ensure_ascii=False), scale=2)
    return drawn


def spec(table: Table) -> dict[str, object]:
    """The Vega-Lite specification."""
    right_to_left = table.language in RIGHT_TO_LEFT
    font = FONT_FAMILIES["rtl" if right_to_left else "ltr"]
    axis = {"orient": "right" if right_to_left else "left", "title": None, "labelLimit": 260}
    count = {
        "field": "n",
        "type": "quantitative",
        "title": table.unit_label,
        "axis": {"tickMinStep": 1, "format": ",d"},
    }
    scale = {"scale": {"reverse": True}} if right_to_left else {}
    place = {"field": "label", "type": "nominal", "sort": None, "axis": axis}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"label": row.labels[0], "n": row.value} for row in bars(table)]},
        "width": 420,
        "height": {"step": 24},
        "config": {"font": font, "view": {"stroke": None}, "background": "white"},
        "encoding": {"y": place, "x": count | scale},
        "layer": [
            {"mark": {"type": "bar", "color": "#1f5673", "height": {"band": 0.7}}},
            {
                "mark": {
                    "type": "text",
                    "align": "right" if right_to_left else "left",
                    "dx": -4 if right_to_left else 4,
                },
                "encoding": {"text": {"field": "n", "type": "quantitative", "format": ",d"}},
            },
        ],
    }


@cache
def _register_fonts() -> None:
    with resources.as_file(FONTS) as folder:
        vl_convert.register_font_directory(str(folder))
