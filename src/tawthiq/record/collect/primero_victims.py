"""Victims of a Primero workbook as cells of a register: one child, a group, or a tally that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tawthiq.terms.errors import BadInput

SEXES = ("boys", "girls", "unknown")
ADULT = 18


def child_cells(cells: Mapping[str, str], key: str) -> dict[str, str]:
    """Of one child; raises BadInput where reporting was refused."""
    if cells.get("consent", "").casefold() in ("no", "n", "false", "non", "لا"):
        what = "reporting of this child was refused"
        raise BadInput(what, where="consent", do="leave it out, or record it by hand with its consent")
    told = {name: cells[name] for name in ("sex", "age_min", "age_max") if name in cells}
    return {**told, "child_id": key}


def group_cells(cells: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Of a group, with what a person should look at; raises BadInput where its size is not told."""
    number = cells.get("group_number", "")
    if not number:
        raise BadInput("a group without a number", where="group_number", do="say how many children, at best")
    sex = cells.get("group_sex", "unknown")
    if sex not in SEXES:
        raise BadInput("neither girls, boys nor mixed", where="group_sex", do="map its choices to boys, girls, unknown")
    ages, doubts = ages_of(cells.get("age_bands", "").split(";"))
    return {f"group_{sex}": number, **ages}, doubts


def tally_cells(cells: Mapping[str, str]) -> dict[str, str]:
    """A tally as a group; what exceeds boys and girls in its total is of unknown sex. Raises BadInput for no number."""
    told = {name: _whole(cells.get(f"tally_{name}", ""), f"tally_{name}") for name in SEXES}
    total = _whole(cells.get("tally_total", ""), "tally_total")
    told["unknown"] += max(total - sum(told.values()), 0)
    if not sum(told.values()):
        raise BadInput("no victim, no group and no tally", where="tally_total", do="tell the children, or how many")
    return {f"group_{name}": str(n) for name, n in told.items() if n}


def ages_of(bands: Iterable[str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The ages that bands such as `6 - 10` span. A band that reaches 18 is read up to 17, and a signal says so."""
    told = [band for band in bands if band.strip()]
    ends = [re.findall(r"\d+", band) for band in told]
    if not told or not all(len(one) == 2 for one in ends):
        return {}, []
    low, high = min(int(one[0]) for one in ends), max(int(one[1]) for one in ends)
    doubts = [("age_bands", f"a band that reaches {ADULT}: read as under {ADULT}")] if high >= ADULT else []
    return {"age_min": str(low), "age_max": str(min(high, ADULT - 1))}, doubts


def _whole(text: str, where: str) -> int:
    if not text:
        return 0
    if not text.isdecimal():
        raise BadInput("not a number of children", where=where, do="write a whole number")
    return int(text)
