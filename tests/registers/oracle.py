"""A slow count over the rows of a register, written from the rules and sharing no code with what it checks."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

Line = Mapping[str, object]

IN_CHILDREN = ("recruitment_use", "killing", "maiming", "sexual_violence", "abduction", "deprivation_liberty")
GRAVE = (*IN_CHILDREN[:5], "attack_school", "attack_hospital", "denial_access")
HEADINGS = {
    "killing": "killing_maiming",
    "maiming": "killing_maiming",
    "attack_school": "attack_school_hospital",
    "attack_hospital": "attack_school_hospital",
}
BANDS = {"0_5": (0, 5), "6_11": (6, 11), "12_14": (12, 14), "15_17": (15, 17)}
COMBAT = (
    "fighter intelligence guard mine_layer checkpoint suicide_bomber execution other_combat".split()  # noqa: SIM905  read as the sentence of the vocabulary
)
NOT_KNOWN = {"u", "unidentified"}


@dataclass(frozen=True)
class Question:
    """What is asked; `unit`: child, incident or act."""

    situation: str
    first: date
    last: date
    violations: tuple[str, ...]
    by: tuple[str, ...]
    unit: str
    straddle: str = "start"


@dataclass
class Head:
    """One thing to count in one cell: who (a child, a part of a group, an incident), how many."""

    who: str
    n: int
    act: str
    cells: list[tuple[str, ...]]


def days(text: str) -> tuple[date, date] | None:
    """First and last day of 2014, 2014-07 or 2014-07-03."""
    parts = [int(part) for part in str(text).split("-")] if text else []
    match parts:
        case []:
            return None
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    year, month, day = parts
    return date(year, month, day), date(year, month, day)


def happened(line: Line) -> tuple[date | None, date | None]:
    """First and last day on which it may have happened: what the row itself tells, never what its neighbours do."""
    begins, ends = days(str(line.get("occurred_from") or "")), days(str(line.get("occurred_to") or ""))
    if begins and ends:
        return begins[0], ends[1]
    if begins:
        return begins
    return None, ends[1] if ends else None


def bucket(line: Line, ask: Question) -> str:
    """current, late, undated, after (verified later than the period), or nothing."""
    if line.get("status") != "verified":
        return ""
    first, last = happened(line)
    if ask.straddle == "release" and (freed := days(str(line.get("released_on") or ""))):
        first = last = freed[0]
    elif ask.straddle == "release" and last is not None:
        first = last
    where = "open"
    if ask.straddle == "start" and first is not None:
        where = "before" if first < ask.first else "after" if first > ask.last else "within"
    elif last is not None and last < ask.first:
        where = "before"
    elif first is not None and first > ask.last:
        where = "after"
    elif (ask.straddle == "overlap" and (first or last)) or (ask.straddle == "release" and last):
        where = "within"
    decided = days(str(line["verified_on"]))
    assert decided is not None
    if decided[0] > ask.last and where == "within":
        return "after"
    if not ask.first <= decided[0] <= ask.last:
        return ""
    return {"within": "current", "before": "late", "open": "undated"}.get(where, "")


def heads(line: Line, ask: Question) -> list[Head]:
    """Whom the row counts, each with the cells it belongs to."""
    act = str(line["_act"])
    if line["violation"] not in IN_CHILDREN:
        return [Head(act, 1, act, _cells(line, ask, "u"))]
    groups = {sex: int(str(line.get(f"group_{name}") or 0)) for sex, name in zip("mfu", _GROUPS, strict=True)}
    if any(groups.values()):
        return [Head(f"{act}/{sex}", n, f"{act}/{sex}", _cells(line, ask, sex)) for sex, n in groups.items() if n]
    who = str(line.get("child_id") or act)
    return [Head(f"child {who}", 1, act, _cells(line, ask, str(line["_sex"])))]


_GROUPS = ("boys", "girls", "unknown")


def sexes(lines: Iterable[Line]) -> dict[str, str]:
    """child -> the one sex that its verified rows tell, u where they tell none or both."""
    told: dict[str, set[str]] = {}
    for line in lines:
        if line.get("status") == "verified" and line.get("child_id") and line["violation"] in IN_CHILDREN:
            told.setdefault(str(line["child_id"]), set()).add(str(line.get("sex") or "u"))
    return {child: (known - {"u"}).pop() if len(known - {"u"}) == 1 else "u" for child, known in told.items()}


def _cells(line: Line, ask: Question, sex: str) -> list[tuple[str, ...]]:
    return list(product(*(codes(line, way, sex) for way in ask.by)))


def codes(line: Line, way: str, sex: str) -> list[str]:
    """The codes of a row in one direction; several parties, or roles, are several codes."""
    if way == "sex":
        return [sex]
    if way == "party":
        return _parties(line)
    if way in _SETS:
        told = next((str(line[name]) for name in _SETS[way] if line.get(name)), "")
        return sorted({one.strip() for one in told.split(";") if one.strip()}) or ["u"]
    return [_ONE[way](line)]


def _parties(line: Line) -> list[str]:
    told = [one for one in str(line.get("party") or "").split(";") if one]
    if line.get("attribution") == "crossfire":
        return ["crossfire"]
    return sorted(set(told)) or ["unidentified"]


def _band(line: Line) -> str:
    low, high = line.get("age_min"), line.get("age_max")
    if high in (None, ""):
        return "u"
    least = 0 if low in (None, "") else int(str(low))
    return next((code for code, (a, b) in BANDS.items() if a <= least and int(str(high)) <= b), "u")


def _under_15(line: Line) -> str:
    low, high = line.get("age_min"), line.get("age_max")
    if high not in (None, "") and int(str(high)) < 15:
        return "yes"
    return "no" if low not in (None, "") and int(str(low)) >= 15 else "u"


def _armed(line: Line) -> str:
    roles = [one for one in str(line.get("roles") or "").split(";") if one]
    if line.get("armed") == "y" or any(one in COMBAT for one in roles):
        return "yes"
    return "no" if line.get("armed") == "n" and roles and "unknown" not in roles else "u"


def _month(line: Line) -> str:
    first, last = happened(line)
    same = first and last and (first.year, first.month) == (last.year, last.month)
    return f"{first:%Y-%m}" if first and same else "u"


def _attribution(line: Line) -> str:
    told = str(line.get("attribution") or "")
    n = len([one for one in str(line.get("party") or "").split(";") if one])
    return told or ("unidentified" if n == 0 else "sole" if n == 1 else "joint")


_SETS = {
    "role": ("roles",),
    "weapon": ("cause", "weapons"),
    "denial_method": ("denial_methods",),
    "attack_on": ("attack_on",),
}

_ONE: dict[str, Callable[[Line], str]] = {
    "armed": lambda line: {"y": "yes", "n": "no"}.get(str(line.get("armed") or ""), "u"),
    "facility": lambda line: str(line.get("school_kind") or line.get("health_kind") or "u"),
    "form": lambda line: str(line.get("recruitment_form") or "u").replace("?not_stated", "u"),
    "age": _band,
    "age_band": _band,
    "under_15": _under_15,
    "armed_or_combat": _armed,
    "violation": lambda line: str(line["violation"]),
    "heading": lambda line: HEADINGS.get(str(line["violation"]), str(line["violation"])),
    "admin1": lambda line: str(line.get("admin1") or "u"),
    "month": _month,
    "attribution": _attribution,
    "recruited_or_used": lambda line: str(line.get("recruited_or_used") or "u"),
}


def _size(chosen: Iterable[Head], unit: str) -> int:
    """Each child once; for acts, each act once."""
    return sum({_name(head, unit): head.n for head in chosen}.values())


def _name(head: Head, unit: str) -> str:
    return head.act if unit == "act" else head.who


def count(lines: list[Line], ask: Question) -> dict[str, object]:
    """value, late, undated, after, n_acts, n_ids, rows: cell -> value, late, n_acts, not known."""
    kept: dict[str, Line] = {}
    for number, line in enumerate(lines):
        kept[str(line.get("act_id") or f"row {number}")] = line
    told = sexes(line for line in kept.values() if ask.situation in ("WORLD", line.get("situation")))
    asked = [
        dict(line) | {"_act": name, "_sex": told.get(str(line.get("child_id") or ""), line.get("sex") or "u")}
        for name, line in kept.items()
        if line["violation"] in ask.violations and ask.situation in ("WORLD", line.get("situation"))
    ]
    by_bucket: dict[str, list[Head]] = {"current": [], "late": [], "undated": [], "after": []}
    for line in asked:
        if where := bucket(line, ask):
            by_bucket[where] += heads(line, ask)
    current, late = by_bucket["current"], by_bucket["late"]
    unknown = [head for head in current if any(NOT_KNOWN.intersection(cell) for cell in head.cells)]
    rows = {}
    for cell in sorted({cell for head in (*current, *late) for cell in head.cells}) if ask.by else ():
        here = [head for head in current if cell in head.cells]
        before = [head for head in late if cell in head.cells]
        other = [head for head in unknown if _name(head, ask.unit) not in {_name(one, ask.unit) for one in here}]
        rows[cell] = (_size(here, ask.unit), _size(before, ask.unit), _size(here, "act"), _size(other, ask.unit))
    return {
        "value": _size(current, ask.unit),
        "late": _size(late, ask.unit),
        "undated": _size(by_bucket["undated"], ask.unit),
        "after": _size(by_bucket["after"], ask.unit),
        "n_acts": _size(current, "act"),
        "n_ids": len({head.act.partition("/")[0] for head in current}),
        "rows": rows,
    }
