"""Registers made by chance from a seed: every kind of row the format allows, and columns that are missing."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from registers.published import COLUMNS, Line

PARTIES = ("", "", "fsa", "isil", "nusra", "ypg", "fsa;isil", "isil;nusra;ypg", "sy_air_force", "sy_government;isil")
DAYS = ("", "2013", "2013-11", "2014", "2014-02", "2014-03-31", "2014-04-01", "2014-07-15", "2014-12-31", "2015-01-01")
SPANS = (
    ("2013-12-30", "2014-01-02"),
    ("2014-03-30", "2014-04-02"),
    ("", "2013-06"),
    ("", "2014-05-01"),
    ("2014", "2015"),
)
DECIDED = ("2014-01-01", "2014-03-31", "2014-04-01", "2014-06-30", "2014-12-31", "2015-01-01", "2015-06-15")
ROLES = ("", "fighter", "cook", "cook;porter", "guard;cook", "unknown", "cook;unknown")
KINDS = ("recruitment_use", "recruitment_use", "killing", "maiming", "sexual_violence", "abduction",
         "deprivation_liberty", "attack_school", "attack_hospital", "denial_access", "military_use")  # fmt: skip
WEAPONS = ("", "missile", "ied_timer;small_arm", "small_arm", "landmine;erw")
PARTICULARS: dict[str, dict[str, tuple[str, ...]]] = {
    "recruitment_use": {"recruitment_form": ("", "forced", "coerced", "?not_stated")},
    "killing": {"cause": WEAPONS},
    "maiming": {"cause": WEAPONS},
    "attack_school": {"school_kind": ("", "primary", "secondary"), "weapons": WEAPONS, "attack_on": ("facility", "")},
    "attack_hospital": {"health_kind": ("", "hospital", "ambulance"), "attack_on": ("facility;threat", "threat")},
    "denial_access": {"denial_methods": ("", "theft", "theft;hijacking")},
}
"""Of each type, fields of a row of its own: what rows of one violation share would need a rule for which stands."""
MORE = tuple(dict.fromkeys(name for fields in PARTICULARS.values() for name in fields))
NEVER_MISSING = ("incident_id", "violation", "act_id", "situation", "status", "verified_on", "verified_by", "policy")


def register(seed: int, n_rows: int) -> tuple[list[Line], list[str]]:
    """Rows and columns; a dropped column is dropped from the rows too, so that both sides know as much."""
    rng = Random(seed)
    dropped = rng.sample([name for name in COLUMNS if name not in NEVER_MISSING], rng.choice((0, 0, 3, 6)))
    children: dict[str, str] = {}
    lines = [_line(rng, number, n_rows, children) for number in range(n_rows)]
    _share_incidents(rng, lines)
    kept = [name for name in (*COLUMNS, *MORE) if name not in dropped]
    return [{name: line[name] for name in kept if name in line} for line in lines], kept


def _share_incidents(rng: Random, lines: list[Line]) -> None:
    """Some rows tell of the incident of the row before them: same place, a time of their own."""
    for before, line in pairwise(lines):
        if rng.random() < 0.2:
            line |= {name: before[name] for name in ("incident_id", "situation", "admin1")}


def _line(rng: Random, number: int, n_rows: int, children: dict[str, str]) -> Line:
    kind = rng.choice(KINDS)
    begins, ends = rng.choice(SPANS) if rng.random() < 0.2 else (rng.choice(DAYS), "")
    line: Line = {
        "incident_id": f"I{number}",
        "violation": kind,
        "act_id": f"A{number}",
        "situation": rng.choice(("SY", "SY", "SY", "IQ")),
        "party": rng.choice(PARTIES),
        "occurred_from": begins,
        "occurred_to": ends,
        "admin1": "",
    }
    if line["situation"] == "SY":
        line["admin1"] = rng.choice(("", "SY01", "SY02", "SY11"))
    n_parties = len([one for one in str(line["party"]).split(";") if one])
    if n_parties == 0:
        line["attribution"] = rng.choice(("", "unidentified", "crossfire"))
    elif n_parties > 1:
        line["attribution"] = rng.choice(("", "joint", "alternative", "crossfire"))
    line |= {name: rng.choice(values) for name, values in PARTICULARS.get(kind, {}).items()}
    if kind in _OF_CHILDREN:
        line["released_on"] = rng.choice(
            [one for one in ("", "", "2014-06-01", "2015-06-01") if one >= begins or not one]
        )
    return line | _decided(rng, begins, ends) | (_whom(rng, n_rows, children) if kind in _OF_CHILDREN else {})


_OF_CHILDREN = KINDS[:7]


def _decided(rng: Random, begins: str, ends: str) -> Line:
    status = rng.choice(("verified",) * 6 + ("pending", "not_verifiable", "duplicate", "new", ""))
    if status != "verified":
        return {"status": status}
    day = rng.choice([one for one in DECIDED if one >= begins])
    policy = rng.choice(("un_mrm@1", "two_independent@1"))
    return {"status": status, "verified_on": day, "verified_by": "Invented task force", "policy": policy}


def _whom(rng: Random, n_rows: int, children: dict[str, str]) -> Line:
    if rng.random() < 0.15:
        n: Line = {f"group_{name}": rng.randint(0, 4) for name in ("boys", "girls", "unknown")}
        return n if any(n.values()) else {"group_boys": 1}
    low = rng.choice((0, 3, 8, 12, 14, 15, 16))
    high = "" if rng.random() < 0.2 else (low or 10) + rng.choice((0, 0, 1, 3))
    name = rng.choice(("", f"C{rng.randint(0, n_rows // 2)}", f"C{rng.randint(0, n_rows // 2)}"))
    sex = rng.choice(("m", "m", "f", "u", ""))
    return {
        "child_id": name,
        "sex": children.setdefault(name, sex) if name and rng.random() < 0.9 else sex,
        "age_min": low or "",
        "age_max": high,
        "roles": rng.choice(ROLES),
        "armed": rng.choice(("y", "n", "u", "")),
        "recruited_or_used": rng.choice(("", "recruited", "used", "both")),
    }
