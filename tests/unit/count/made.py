"""Invented verified acts: rows of a few words, made into the columns that counting reads. No real child is in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.verify.verified import Coded, VerifiedActs
from tawthiq.report.count.columns import coded
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.when import parse_when


@dataclass(frozen=True)
class Made:
    """One invented countable row; a group when `child` is empty and the type is counted in children."""

    violation: str = "recruitment_use"
    child: str = ""
    n_boys: int = 0
    n_girls: int = 0
    n_sex_unknown: int = 0
    parties: str = ""
    how: str = ""
    age: tuple[int, int] = (-1, -1)
    armed: str = "u"
    roles: str = ""
    when: str = "2014"
    verified_on: str = "2014-11-05"
    released_on: str = "NaT"
    situation: str = "SY"
    admin1: str = ""
    policy: str = "two_independent@1"
    body: str = "Invented Monitoring Group"
    recruited_or_used: str = "u"
    weapon: str = ""


class Told(TypedDict, total=False):
    """Fields of a row that a test tells beside what is counted."""

    parties: str
    how: str
    age: tuple[int, int]
    armed: str
    roles: str
    when: str
    verified_on: str
    released_on: str
    situation: str
    admin1: str
    policy: str
    body: str
    recruited_or_used: str
    weapon: str


class ToldOfChild(Told, total=False):
    """The same of a child, which is recruited or used where no other violation is told."""

    violation: str


def child(number: int, sex: str = "m", **more: Unpack[ToldOfChild]) -> Made:
    """An invented child: a number, nothing else."""
    boys, girls, unknown = {"m": (1, 0, 0), "f": (0, 1, 0), "u": (0, 0, 1)}[sex]
    return Made(child=f"chd_{number:06}", n_boys=boys, n_girls=girls, n_sex_unknown=unknown, **more)


def incident(violation: str, **more: Unpack[Told]) -> Made:
    """A violation that is counted in incidents."""
    return Made(violation=violation, **more)


def acts(rows: Sequence[Made], size: int = 7) -> VerifiedActs:
    """The columns of invented rows."""
    n = len(rows)
    whens = [parse_when(row.when) if row.when else None for row in rows]
    incidents = [violation_type(row.violation).unit is Unit.INCIDENT for row in rows]
    counts = [(row.n_boys, row.n_girls, row.n_sex_unknown) for row in rows]
    return VerifiedActs(
        act_id=_ids("" if is_incident else f"act_{place:06}" for place, is_incident in enumerate(incidents)),
        violation_id=_ids(f"vio_{place:06}" for place in range(n)),
        incident_id=_ids(f"inc_{place:06}" for place in range(n)),
        child_id=_ids(row.child for row in rows),
        assessment_id=_ids(f"asm_{place:06}" for place in range(n)),
        n_children=_ints(map(sum, counts)),
        n_boys=_ints(boys for boys, _, _ in counts),
        n_girls=_ints(girls for _, girls, _ in counts),
        n_sex_unknown=_ints(unknown for _, _, unknown in counts),
        violation=coded(row.violation for row in rows),
        unit=coded("incident" if is_incident else "child" for is_incident in incidents),
        how=coded(row.how or _how(row.parties) for row in rows),
        parties=coded(row.parties for row in rows),
        sex=coded(_sex(*one) for one in counts),
        age_min=_ints(row.age[0] for row in rows),
        age_max=_ints(row.age[1] for row in rows),
        armed=coded(row.armed for row in rows),
        roles=coded(row.roles for row in rows),
        recruited_or_used=coded(row.recruited_or_used for row in rows),
        first_day=np.array([when.first if when else None for when in whens], "datetime64[D]"),
        last_day=np.array([when.last if when else None for when in whens], "datetime64[D]"),
        happened_on=coded(row.when for row in rows),
        verified_on=np.array([row.verified_on for row in rows], "datetime64[D]"),
        policy=coded(row.policy for row in rows),
        body=coded(row.body for row in rows),
        situation=coded(row.situation for row in rows),
        admin1=coded(row.admin1 for row in rows),
        pay_hundredths=np.full(n, -1, np.int64),
        pay_currency=_empty(n),
        pay_per=_empty(n),
        released_on=np.array([row.released_on for row in rows], "datetime64[D]"),
        size=size,
        told={"weapon": coded(row.weapon for row in rows)},
    )


def _how(parties: str) -> str:
    return "unidentified" if not parties else "joint" if ";" in parties else "sole"


def _sex(boys: int, girls: int, unknown: int) -> str:
    kinds = [code for code, n in (("m", boys), ("f", girls), ("u", unknown)) if n]
    return kinds[0] if len(kinds) == 1 else "mixed" if kinds else "u"


def _ids(texts: Iterable[str]) -> NDArray[np.bytes_]:
    return np.array([text.encode() for text in texts], "S30")


def _ints(numbers: Iterable[int]) -> NDArray[np.int32]:
    return np.array(list(numbers), np.int32)


def _empty(n: int) -> Coded:
    return Coded(np.zeros(n, np.int32), ("",))
