"""Invented registers: acts against children who do not exist, built to totals that were published."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tawthiq.record.collect.acts_table import COLUMNS


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a register must add up to. `parties`: (code or empty, acts); `armed`: acts with yes, no, unknown."""

    seed: int
    situation: str
    year: int
    violation: str
    n_boys: int
    n_girls: int
    parties: tuple[tuple[str, int], ...]
    armed: tuple[int, int, int]
    n_under_15: int
    n_age_unknown: int
    highest_pay_usd: int
    admin1: tuple[str, ...]

    @property
    def n_acts(self) -> int:
        """How many acts there are."""
        return self.n_boys + self.n_girls


SYRIA_2014 = Blueprint(
    seed=2014,
    situation="SY",
    year=2014,
    violation="recruitment_use",
    n_boys=271,
    n_girls=7,
    parties=(("fsa", 142), ("isil", 69), ("nusra", 25), ("ypg", 24), ("", 18)),
    armed=(214, 52, 12),
    n_under_15=17,
    n_age_unknown=21,
    highest_pay_usd=400,
    admin1=tuple(f"SY{number:02}" for number in range(1, 15)),
)
"""Totals of the Secretary-General's report of June 2015 for Syria in 2014; 18 acts stand in no party's row there."""

_COMBAT = ("fighter", "guard", "checkpoint", "intelligence")
_SUPPORT = ("cook", "porter", "messenger", "domestic")


def register_csv(plan: Blueprint) -> bytes:
    """The register as UTF-8 CSV; same plan, same bytes."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(register_rows(plan))
    return out.getvalue().encode()


def register_rows(plan: Blueprint) -> Iterator[dict[str, str]]:
    """One row an act. Each margin is dealt out apart, so that no two of them move together."""
    random = Random(plan.seed)  # noqa: S311  # invented data, not a secret
    sexes = _dealt(random, (("m", plan.n_boys), ("f", plan.n_girls)))
    parties = _dealt(random, plan.parties)
    armed = _dealt(random, tuple(zip("ynu", plan.armed, strict=True)))
    n_older = plan.n_acts - plan.n_under_15 - plan.n_age_unknown
    ages = _dealt(random, (("young", plan.n_under_15), ("u", plan.n_age_unknown), ("old", n_older)))
    for number in range(plan.n_acts):
        yield {
            **_place_and_time(random, plan, number),
            **_victim(random, number, sexes[number], ages[number]),
            **_role(random, armed[number]),
            **_pay(random, plan, number),
            "party": parties[number],
            "attribution": "sole" if parties[number] else "unidentified",
        }


def _dealt(random: Random, shares: Sequence[tuple[str, int]]) -> list[str]:
    dealt = [code for code, n_acts in shares for _ in range(n_acts)]
    random.shuffle(dealt)
    return dealt


def _place_and_time(random: Random, plan: Blueprint, number: int) -> dict[str, str]:
    day = date(plan.year, 1, 1) + timedelta(days=random.randrange(365))
    return {
        "incident_id": f"INVENTED-{plan.situation}-{plan.year}-{number:04}",
        "violation": plan.violation,
        "act_id": f"INVENTED-ACT-{plan.year}-{number:04}",
        "recruited_or_used": random.choice(("recruited", "used", "both")),
        "occurred_from": day.isoformat(),
        "occurred_to": day.isoformat(),
        "situation": plan.situation,
        "admin1": random.choice(plan.admin1),
        "status": "pending",
        "source_kinds": random.choice(
            ("victim;ngo_report", "witness;family", "victim;health_staff", "observation;media")
        ),
    }


def _victim(random: Random, number: int, sex: str, age: str) -> dict[str, str]:
    years = {"young": (10, 14), "old": (15, 17)}.get(age)
    exact = random.randint(*years) if years else None
    text = "" if exact is None else str(exact)
    return {"child_id": f"INVENTED-CHILD-{number:04}", "sex": sex, "age_min": text, "age_max": text}


def _role(random: Random, armed: str) -> dict[str, str]:
    """Armed or in combat is yes when either is; a no has a support role; an unknown has neither."""
    if armed == "y":
        return {"armed": random.choice("yu"), "roles": random.choice(_COMBAT)}
    if armed == "n":
        return {"armed": "n", "roles": random.choice(_SUPPORT)}
    return {"armed": "u", "roles": ""}


def _pay(random: Random, plan: Blueprint, number: int) -> dict[str, str]:
    if number % 9:
        return {}
    amount = plan.highest_pay_usd if number == 0 else random.randrange(50, plan.highest_pay_usd, 25)
    return {"pay_amount": str(amount), "pay_currency": "USD", "pay_per": "month"}
