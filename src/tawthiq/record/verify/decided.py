"""Decided: what becomes of the decisions on cases when a register tells its own, shown before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.link.plan import Change, Plan
from tawthiq.record.link.register import Entry
from tawthiq.record.link.told import Told
from tawthiq.record.verify.assessment import Assessment, Facts

NOT_NAMED = "not named"
"""Body or policy of a decision that the register tells without one."""

_FIELDS = ("status", "verified_on", "verified_by", "policy")


@dataclass(frozen=True, slots=True)
class Kept:
    """Decisions of before, by case. `latest`: the last one of each; `told`: the last that a register told of it."""

    latest: Mapping[str, Assessment]
    told: Mapping[str, Assessment]


NONE_KEPT = Kept({}, {})


def is_news(told: Told, kept: Kept, facts: Facts) -> bool:
    """Whether the decision that a register tells is another than it told before, or the facts are others by now.

    What was decided here since stands until the register says something else.
    """
    latest, before = kept.latest.get(told.subject_id), kept.told.get(told.subject_id)
    if latest is None or before is None or not latest.facts.same_as(facts):
        return True
    return _spelled(told, before) != _kept(before)


def changes(fresh: Iterable[str], planned: Plan, entries: Sequence[Entry], kept: Kept) -> list[Change]:
    """The fields in which the decisions that a register brings on known cases differ from the latest that are kept."""
    told = {entry.told.subject_id: (entry.told, _key(entry)) for entry in entries if entry.told}
    known = [one for one in fresh if not planned.is_new(one)]
    return [change for one in known for change in _changes(*told[one], kept.latest.get(one))]


def known_subjects(planned: Plan, entries: Sequence[Entry]) -> list[str]:
    """The cases with a told decision that the record holds already; what is new to it has no decision to change."""
    subjects = dict.fromkeys(entry.told.subject_id for entry in entries if entry.told)
    return [one for one in subjects if not planned.is_new(one)]


def _changes(told: Told, key: str, kept: Assessment | None) -> list[Change]:
    was = _kept(kept) if kept else ("",) * len(_FIELDS)
    return [
        Change("decision", told.subject_id, key, name, before, after)
        for name, before, after in zip(_FIELDS, was, _spelled(told, kept), strict=True)
        if before != after
    ]


def _kept(one: Assessment) -> tuple[str, ...]:
    return one.occurrence.value, one.decided_on.isoformat(), one.body, one.policy


def _spelled(told: Told, kept: Assessment | None) -> tuple[str, ...]:
    """The same of a told decision; a day that the register does not tell is that of the one that is kept."""
    day = told.decided_on or (kept.decided_on if kept else None)
    return told.status, day.isoformat() if day else "", told.body or NOT_NAMED, told.policy or NOT_NAMED


def _key(entry: Entry) -> str:
    return entry.act.key if entry.act else entry.violation.key
