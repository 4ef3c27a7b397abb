"""Makes src/tawthiq/report/publish/boundaries.json from Natural Earth 1:10m states and provinces (public domain).

Reads the copy that Debian ships, generalised, in qgis-common 3.22.16 (`world_map.gpkg`): give its path. Countries whose
boundaries that set draws otherwise than the United Nations does, or in parts, are left out (LEFT_OUT): no map is drawn
of them. Crimea and Sevastopol stand under Ukraine (General Assembly resolution 68/262), Somaliland under Somalia.
"""

from __future__ import annotations

import json
import sqlite3
import struct
import sys
import unicodedata
from pathlib import Path

from tawthiq.terms import vocabulary
from tawthiq.terms.registry import load_gazetteer

STEPS_PER_DEGREE = 50
"""Coordinates are whole steps, so that neighbours keep one line between them."""

LEFT_OUT = {"SY", "IL", "PS", "IN", "PK", "SD", "SS", "LB", "BF", "CD"}
MOVED = {("RU", "Crimea"): "UA", ("RU", "Sevastopol"): "UA", ("-1", "Somaliland"): "SO"}
TARGET = Path(__file__).parents[1] / "src" / "tawthiq" / "report" / "publish" / "boundaries.json"

Ring = list[tuple[int, int]]


def polygons(raw: bytes, at: int = 0) -> tuple[list[list[Ring]], int]:
    """Polygons of well-known binary, and where they end."""
    end = "<" if raw[at] == 1 else ">"
    kind, n_parts = struct.unpack_from(f"{end}II", raw, at + 1)
    at += 9
    if kind == 6:
        found: list[list[Ring]] = []
        for _ in range(n_parts):
            part, at = polygons(raw, at)
            found += part
        return found, at
    rings = []
    for _ in range(n_parts):
        (n_points,) = struct.unpack_from(f"{end}I", raw, at)
        numbers = struct.unpack_from(f"{end}{2 * n_points}d", raw, at + 4)
        at += 4 + 16 * n_points
        rings.append(stepped(list(zip(numbers[::2], numbers[1::2], strict=True))))
    return [[ring for ring in rings if len(ring) > 3]], at


def stepped(points: list[tuple[float, float]]) -> Ring:
    """The ring on the grid, points that fall together once."""
    found: Ring = []
    for lon, lat in points:
        step = (round(lon * STEPS_PER_DEGREE), round(lat * STEPS_PER_DEGREE))
        if not found or found[-1] != step:
            found.append(step)
    return found


def fold(text: str | None) -> str:
    """Letters only, without marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", text or "") if c.isalnum()).casefold()


def body(blob: bytes) -> bytes:
    """The well-known binary in a GeoPackage blob, behind its header and envelope."""
    return blob[8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7] :]


def main(path: str) -> None:
    """Write the file."""
    wanted = {
        code for term in vocabulary.load("situation").terms.values() for code in term.more["countries"]
    } - LEFT_OUT
    names = {
        (place.country, fold(name)): place.code
        for place in load_gazetteer().places.values()
        if place.precision.value == "adm1"
        for name in (*place.label.values(), *place.aliases)
    }
    found: dict[str, dict[str, list[list[Ring]]]] = {}
    with sqlite3.connect(path) as source:
        rows = source.execute(
            "SELECT iso_a2, name, woe_name, gn_name, woe_label, geom FROM states_provinces"
        ).fetchall()
    for iso, name, woe, gn, label, blob in rows:
        country = MOVED.get((iso, name), iso)
        if country in wanted:
            told = (name, woe, gn, (label or "").split(",")[0])
            code = next((names[country, fold(one)] for one in told if (country, fold(one)) in names), "")
            parts = [part for part in polygons(body(blob))[0] if part]
            found.setdefault(country, {}).setdefault(code, []).extend(parts)
    TARGET.write_text(
        json.dumps({"steps_per_degree": STEPS_PER_DEGREE, "countries": found}, separators=(",", ":"), sort_keys=True)
        + "\n",
        encoding="utf-8",
    )


main(sys.argv[1])
