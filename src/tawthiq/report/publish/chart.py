"""Chart: a table as a bar chart, drawn by vl-convert; the words of it stand in the alternative text too."""

from __future__ import annotations

import json
import struct
from functools import cache, lru_cache
from importlib import resources

import vl_convert

from tawthiq.report.publish import division_map, words
from tawthiq.report.publish.table import Row, Table
from tawthiq.report.publish.words import RIGHT_TO_LEFT

FONTS = resources.files(__package__) / "fonts"
FONT_FAMILIES = {"ltr": "Noto Sans", "rtl": "Noto Naskh Arabic"}
MAX_BARS = 15
LABELS = {"labelLimit": 260, "labelFontSize": 12, "labelPadding": 8}


def bars(table: Table) -> tuple[Row, ...]:
    """What is drawn: printed rows of a single direction that add up, two at least; hidden ones leave no trace."""
    if len(table.directions) != 1:
        return ()
    shown = tuple(row for row in table.rows if row.value is not None and not row.of_which)[:MAX_BARS]
    return shown if len(shown) > 1 else ()


def alternative_text(table: Table) -> str:
    """The chart in words."""
    return f"{table.title}. " + "; ".join(f"{row.labels[0]}: {row.value}" for row in bars(table)) + "."


@lru_cache(maxsize=128)
def png(table: Table) -> bytes:
    """The chart, 2 pixels a point; the same bytes for the same table."""
    _register_fonts()
    drawn: bytes = vl_convert.vegalite_to_png(json.dumps(spec(table), ensure_ascii=False), scale=2)
    return drawn


def width_points(image: bytes) -> int:
    """How wide a PNG is in points when drawn as made: its header says the pixels, two of them a CSS pixel."""
    return int(struct.unpack(">I", image[16:20])[0] / 2 * 0.75)


def spec(table: Table) -> dict[str, object]:
    """The Vega-Lite specification: a map where outlines hold every row, else bars."""
    right_to_left = table.language in RIGHT_TO_LEFT
    font = FONT_FAMILIES["rtl" if right_to_left else "ltr"]
    outline = division_map.outline_of(table)
    return _whole(font) | (
        division_map.layers(table, outline) if outline else _bars(table, right_to_left=right_to_left)
    )


def _whole(font: str) -> dict[str, object]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": {"font": font, "view": {"stroke": None}, "background": "white"},
    }


def _bars(table: Table, *, right_to_left: bool) -> dict[str, object]:
    axis = {
        "orient": "right" if right_to_left else "left",
        "title": None,
        "labelLimit": 260,
        "labelFontSize": 12,
        "ticks": False,
    }
    count = {
        "field": "n",
        "type": "quantitative",
        "title": table.unit_label,
        "axis": {"labels": False, "ticks": False, "grid": False, "domain": False},
    }
    scale = {"scale": {"reverse": True}} if right_to_left else {}
    place = {"field": "label", "type": "nominal", "sort": None, "axis": axis}
    return {
        "data": {"values": [_bar(row, table.language) for row in bars(table)]},
        "width": 420,
        "height": {"step": 24},
        "encoding": {"y": place, "x": count | scale},
        "layer": [
            {"mark": {"type": "bar", "color": "#1f5673", "height": {"band": 0.7}}},
            {
                "mark": {
                    "type": "text",
                    "align": "right" if right_to_left else "left",
                    "dx": -4 if right_to_left else 4,
                },
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
    }


def _bar(row: Row, language: str) -> dict[str, object]:
    return {"label": isolated(row.labels[0], language), "n": row.value, "text": words.number(row.value or 0, language)}


def isolated(label: str, language: str) -> str:
    """A label whose numbers and Latin names keep the order of a language written from the right."""
    return f"\u2067{label}\u2069" if language in RIGHT_TO_LEFT else label


@cache
def _register_fonts() -> None:
    with resources.as_file(FONTS) as folder:
        vl_convert.register_font_directory(str(folder))
