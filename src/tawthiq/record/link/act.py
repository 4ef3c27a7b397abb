"""Act: one violation against one child, or one group of children; the row that is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.record.link.group import Group
from tawthiq.record.link.particulars.duration import Duration, duration
from tawthiq.record.link.particulars.form import judged
from tawthiq.record.link.particulars.particulars import NONE, Particulars
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json
from tawthiq.terms.money import Money
from tawthiq.terms.when import When, on_day, parse_when


class Sex(StrEnum):
    """As recorded; u is not known."""

    M = "m"
    F = "f"
    U = "u"


class Armed(StrEnum):
    """Whether the child was armed; u is not known."""

    Y = "y"
    N = "n"
    U = "u"


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Whole years at the act, `min_years` to `max_years`; None is an open end."""

    min_years: int | None = None
    max_years: int | None = None
    estimated: bool = False

    def __post_init__(self) -> None:
        low, high = self.min_years, self.max_years
        if low is not None and not 0 <= low <= 120:
            raise BadInput(f"an age of {low} years is not possible", where="age_min", do="correct the age")
        if high is not None and not 0 <= high <= 120:
            raise BadInput(f"an age of {high} years is not possible", where="age_max", do="correct the age")
        if low is not None and high is not None and high < low:
            raise BadInput(f"ages run from {low} down to {high}", where="age_max", do="put the lower age first")
        if low is not None and low >= 18:
            raise BadInput(
                "a person of 18 or more is no child", where="age_min", do="leave the act out of the register"
            )

    @property
    def text(self) -> str:
        """`10`, `10-12`, `10-`, `-17`, empty; `~` behind it when estimated."""
        low = "" if self.min_years is None else str(self.min_years)
        high = "" if self.max_years is None else str(self.max_years)
        body = low if low == high else f"{low}-{high}"
        return body + ("~" if self.estimated and body else "")


@dataclass(frozen=True, slots=True)
class Act:
    """The victim is `child_id` or `group`, exactly one of them.

    `recruited_or_used`: recruited, used, both, or u; `roles`: codes of vocabulary `role`; `payment`: as paid or
    promised, in its own currency; `released_on`: day of release, None when not known to be released;
    `particulars`: the other fields of its type of violation.
    """

    id: str
    violation_id: str
    child_id: str = ""
    group: Group | None = None
    sex: Sex = Sex.U
    age: AgeRange = AgeRange()
    armed: Armed = Armed.U
    roles: tuple[str, ...] = ()
    recruited_or_used: str = "u"
    happened_on: When | None = None
    payment: Money | None = None
    released_on: date | None = None
    key: str = ""
    particulars: Particulars = NONE

    def __post_init__(self) -> None:
        if bool(self.child_id) == (self.group is not None):
            raise BadInput("an act has one victim: a child or a group", where="child_id", do="give one of the two")

    @property
    def n_children(self) -> int:
        """How many children the act counts: one, or the group's best count."""
        return 1 if self.group is None else self.group.n_best

    def facts(self) -> Json:
        """What an assessment judges: everything but the register key, and numbers that somebody claims."""
        content = {name: value for name, value in self.content().items() if name not in ("key", "particulars")}
        told = judged(self.particulars)
        return {**content, "particulars": told} if told else content

    def content(self) -> dict[str, Json]:
        """What the ledger signs; an act without particulars reads as it did before there were any."""
        money = self.payment
        told: dict[str, Json] = {"particulars": self.particulars.content()} if self.particulars else {}
        return {
            "id": self.id,
            "violation": self.violation_id,
            "child": self.child_id,
            "group": self.group.content() if self.group else None,
            "sex": self.sex.value,
            "age": self.age.text,
            "armed": self.armed.value,
            "roles": list(self.roles),
            "recruited_or_used": self.recruited_or_used,
            "happened_on": self.happened_on.text if self.happened_on else "",
            "payment": [f"{money.amount:.2f}", money.currency, money.per.value] if money else None,
            "released_on": self.released_on.isoformat() if self.released_on else "",
            "key": self.key,
            **told,
        }


def time_with_party(act: Act) -> Duration | None:
    """How long the child was with the party, from joining to leaving (or release); None when either is not known."""
    joined, left = act.particulars.get("joined_on"), act.particulars.get("left_on")
    last = parse_when(left) if isinstance(left, str) else on_day(act.released_on) if act.released_on else None
    return duration(parse_when(joined) if isinstance(joined, str) else None, last)
