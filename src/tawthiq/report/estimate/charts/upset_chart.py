"""Which children are on which lists together: an UpSet picture of the capture table."""

from __future__ import annotations

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.charts.spec import ESTIMATE, QUIET, Spec, chart, number
from tawthiq.terms.identity import Json

MAX_CELLS = 30


def upset_chart(table: CaptureTable, *, smallest_shown: int = 1) -> Spec:
    """Bars of the largest patterns over a matrix of lists.

    `smallest_shown`: counts below it are left out of picture plus words, for readers who may not see small cells.
    """
    cells = sorted(table.cells, key=lambda cell: (-cell[1], cell[0]))
    shown = [(pattern, count) for pattern, count in cells if count >= smallest_shown][:MAX_CELLS]
    values: list[Json] = [
        {"cell": f"{i:02d}", "list": name, "on": bool(pattern[k]), "children": count}
        for i, (pattern, count) in enumerate(shown)
        for k, name in enumerate(table.lists)
    ]
    x: dict[str, Json] = {"field": "cell", "type": "nominal", "axis": None}
    bars: Json = {
        "height": 160,
        "mark": {"type": "bar", "color": QUIET},
        "transform": [{"filter": {"field": "list", "equal": table.lists[0]}}],
        "encoding": {"x": x, "y": {"field": "children", "type": "quantitative", "title": "Children observed"}},
    }
    order: list[Json] = list(table.lists)
    matrix: Json = {
        "mark": {"type": "point", "filled": True, "size": 90, "color": ESTIMATE},
        "encoding": {
            "x": x,
            "y": {"field": "list", "type": "nominal", "title": None, "sort": order},
            "opacity": {"condition": {"test": "datum.on", "value": 1}, "value": 0.12},
        },
    }
    made = chart(
        "Which lists share children", _words(table, len(shown), len(cells)), values, {"vconcat": [bars, matrix]}
    )
    del made["width"]
    return made


def _words(table: CaptureTable, n_shown: int, n_cells: int) -> str:
    times = table.captured_times()
    once, again = int(times[1]), int(times[2:].sum())
    left = f"; {n_cells - n_shown} smaller patterns are not shown" if n_shown < n_cells else ""
    return (
        f"{number(table.n_observed)} children observed on {table.n_lists} lists ({', '.join(table.lists)}): "
        f"{number(once)} on one list only, {number(again)} on two or more{left}."
    )
