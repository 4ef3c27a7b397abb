"""What the cells of a register row say of time, attribution, group, payment, standing; a fault names its field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from tawthiq.record.link import fields as read
from tawthiq.record.link.group import Group
from tawthiq.record.link.told import Told
from tawthiq.record.link.violation import Attributed, Attribution
from tawthiq.terms.errors import BadInput, ImpossibleDate, MissingField
from tawthiq.terms.money import Money, Per
from tawthiq.terms.when import When


def time_of(cells: Mapping[str, str], collected_on: date) -> When | None:
    """When it happened; raises ImpossibleDate for a day after the register was collected."""
    when = read.interval(cells.get("occurred_from", ""), cells.get("occurred_to", ""))
    if when is not None and when.surely_after(collected_on):
        raise ImpossibleDate(
            f"it lies after the day it was collected ({collected_on})",
            where="occurred_from",
            do="correct the date",
        )
    return when


def attribution_of(cells: Mapping[str, str], situation: str, signals: list[tuple[str, str]]) -> Attribution:
    """To whom it is attributed; several parties without a word on how are joint, with a signal."""
    grounds = cells.get("attribution_basis", "").lower(), cells.get("attribution_certainty", "u").lower()
    made = _attribution(cells.get("attribution", ""), cells.get("party", ""), situation, grounds)
    if made.how is Attributed.JOINT and "attribution" not in cells:
        signals.append(("attribution", "several parties without an attribution were read as joint"))
    return made


@lru_cache(maxsize=4096)
def _attribution(told: str, party: str, situation: str, grounds: tuple[str, str]) -> Attribution:
    how = Attributed(read.code(told, "attribution", "attribution")) if told else None
    basis = read.code(grounds[0], "attribution_basis", "attribution_basis") if grounds[0] else ""
    certainty = read.code(grounds[1], "confidence", "attribution_certainty")
    parties, mark = read.parties(party, situation)
    if mark == "crossfire" and how in (None, Attributed.CROSSFIRE):
        return Attribution(Attributed.CROSSFIRE, parties, basis, certainty)
    if how is None:
        how = (Attributed.UNIDENTIFIED, Attributed.SOLE)[len(parties)] if len(parties) < 2 else Attributed.JOINT
    return Attribution(how, tuple(sorted(parties)), basis, certainty)


_GROUP = frozenset({"group_boys", "group_girls", "group_unknown"})


def group_of(cells: Mapping[str, str]) -> Group | None:
    """The group that a row counts; None where it counts none."""
    if _GROUP.isdisjoint(cells):
        return None
    boys, girls, unknown = (read.whole(cells, f"group_{name}") or 0 for name in ("boys", "girls", "unknown"))
    if boys + girls + unknown == 0:
        return None
    if "child_id" in cells:
        raise BadInput("a row names one child or counts a group", where="group_boys", do="leave one of the two empty")
    return Group(boys, girls, unknown, read.whole(cells, "group_min"), read.whole(cells, "group_max"))


def payment_of(cells: Mapping[str, str]) -> Money | None:
    """What was paid; an amount without its currency raises MissingField."""
    amount = read.amount(cells.get("pay_amount", ""))
    if amount is None:
        return None
    if "pay_currency" not in cells:
        raise MissingField("an amount needs its currency", where="pay_currency", do="write its ISO 4217 code")
    per = Per(read.code(cells.get("pay_per", "u"), "pay_per", "pay_per"))
    try:
        return Money(amount, cells["pay_currency"].upper(), per)
    except BadInput as reason:
        raise type(reason)(reason.what, where="pay_currency", do=reason.do) from reason


def released_of(cells: Mapping[str, str], when: When | None, collected_on: date) -> date | None:
    """The day of release; raises ImpossibleDate where it cannot be."""
    released = read.day(cells.get("released_on", ""), "released_on")
    if released is None:
        return None
    if released > collected_on:
        raise ImpossibleDate("released after the day it was collected", where="released_on", do="correct the date")
    if when is not None and when.first is not None and released < when.first:
        raise ImpossibleDate("released before it happened", where="released_on", do="correct one of the dates")
    return released


def told_of(cells: Mapping[str, str], subject_id: str, when: When | None, collected_on: date, row: int) -> Told | None:
    """What the register says of the standing of a case; None where it says nothing."""
    if "status" not in cells:
        return None
    status = read.code(cells["status"], "status", "status")
    decided_on = read.day(cells.get("verified_on", ""), "verified_on")
    told = Told(subject_id, status, decided_on, cells.get("verified_by", ""), cells.get("policy", ""), row)
    if status == "verified":
        _check_verified(told)
    if decided_on is not None and decided_on > collected_on:
        raise ImpossibleDate("decided after the day it was collected", where="verified_on", do="correct the date")
    if decided_on is not None and when is not None and when.first is not None and decided_on < when.first:
        raise ImpossibleDate("decided before it happened", where="verified_on", do="correct one of the dates")
    return told


def _check_verified(told: Told) -> None:
    what = "verified needs the day, the body and the policy"
    for name, value in (("verified_on", told.decided_on), ("verified_by", told.body), ("policy", told.policy)):
        if not value:
            raise MissingField(what, where=name, do=f"fill {name}, or write pending")
