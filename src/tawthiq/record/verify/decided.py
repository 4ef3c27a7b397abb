"""Decided: what becomes of the decisions on cases when a register tells its own, shown before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.link.plan import Becomes, Change
from tawthiq.record.link.register import Entry
from tawthiq.record.link.told import Told
from tawthiq.record.verify.assessment import Assessment

NOT_NAMED = "not named"
"""Body or policy of a decision that the register tells without one."""


@dataclass(frozen=True, slots=True)
class Decided:
    """`changes`: fields of decisions that become others; `n_new`: decisions that are not kept yet."""

    changes: tuple[Change, ...]
    n_new: int


def what_becomes(
    outcomes: Mapping[str, Becomes], entries: Sequence[Entry], latest: Mapping[str, Assessment]
) -> Decided:
    """Rows that tell a decision beside the latest one on their case. `outcomes`: subject -> what they make of it."""
    told = {entry.told.subject_id: (entry.told, _key(entry)) for entry in entries if entry.told}
    found = {one: changes(told[one][0], latest.get(one), told[one][1]) for one in known_subjects(outcomes, entries)}
    same = [one for one, listed in found.items() if not listed and outcomes.get(one) is Becomes.SAME]
    return Decided(tuple(change for listed in found.values() for change in listed), len(told) - len(same))


def known_subjects(outcomes: Mapping[str, Becomes], entries: Sequence[Entry]) -> list[str]:
    """The cases with a told decision that the record holds already; what is new to it has no decision to change."""
    subjects = dict.fromkeys(entry.told.subject_id for entry in entries if entry.told)
    return [one for one in subjects if outcomes.get(one) is not Becomes.NEW]


def changes(told: Told, kept: Assessment | None, key: str) -> list[Change]:
    """The fields in which a register's decision differs from the latest one that is kept."""
    was = ("", "", "", "")
    if kept is not None:
        was = (kept.occurrence.value, kept.decided_on.isoformat(), kept.body, kept.policy)
    decided_on = told.decided_on.isoformat() if told.decided_on else was[1]
    now = (told.status, decided_on, told.body or NOT_NAMED, told.policy or NOT_NAMED)
    names = ("status", "verified_on", "verified_by", "policy")
    return [
        Change("decision", told.subject_id, key, name, before, after)
        for name, before, after in zip(names, was, now, strict=True)
        if before != after
    ]


def _key(entry: Entry) -> str:
    return entry.act.key if entry.act else entry.violation.key
