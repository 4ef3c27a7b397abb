"""Plan: what rows of a register would make of the record; pure, so that a dry run and an import say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol, TypeVar

from tawthiq.record.link.act import Act, Sex
from tawthiq.record.link.child import Child
from tawthiq.record.link.group import Group
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.paid import still_told
from tawthiq.record.link.register import Entry
from tawthiq.record.link.violation import Violation
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When, between, not_after, not_before


class Becomes(StrEnum):
    """What a row makes of a thing."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a register changes. `kind`: incident, violation, child, act, decision; `key`: the register's own

    id. A violation is named by its key, which says incident, type and parties.
    """

    kind: str
    thing: str
    key: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The nouns as they will stand; `outcomes`: kind -> id -> new, changed, the same; `changes` in full.

    `other_facts`: what is not what was judged before: new things, and those of which a fact becomes another.
    """

    incidents: tuple[Incident, ...]
    violations: tuple[Violation, ...]
    children: tuple[Child, ...]
    acts: tuple[Act, ...]
    outcomes: Mapping[str, Mapping[str, Becomes]]
    changes: tuple[Change, ...]
    other_facts: frozenset[str] = frozenset()

    def is_new(self, subject_id: str) -> bool:
        """Whether the record does not hold this act or violation yet."""
        return any(self.outcomes[kind].get(subject_id) is Becomes.NEW for kind in ("act", "violation"))

    def judged_anew(self, entries: Iterable[Entry]) -> set[str]:
        """The cases of these rows that no decision of before holds for, as their facts are others."""
        above = ((one.subject_id, (one.subject_id, one.violation.id, one.incident.id)) for one in entries)
        return {subject for subject, things in above if not self.other_facts.isdisjoint(things)}

    @property
    def becomes(self) -> dict[str, Counter[Becomes]]:
        """kind -> how many are new, changed, the same."""
        return {kind: Counter(outcomes.values()) for kind, outcomes in self.outcomes.items()}


@dataclass(frozen=True, slots=True)
class Known:
    """What the record holds already of the things in the rows, and the times of what else the incidents hold.

    `keys`: of violations that acts stand under now, the register's own.
    """

    incidents: Mapping[str, Incident]
    violations: Mapping[str, Violation]
    children: Mapping[str, Child]
    acts: Mapping[str, Act]
    times: Mapping[str, Sequence[When]]
    keys: Mapping[str, str] = field(default_factory=dict)


def plan(entries: Sequence[Entry], known: Known) -> Plan:
    """What the rows make of the record; fields that a register does not carry stay as people set them here."""
    incidents = _incidents(entries, known)
    violations = [_violation(one, known) for one in {entry.violation.id: entry.violation for entry in entries}.values()]
    children = _children(entries, known)
    acts = [_act(one, known) for one in {entry.act.id: entry.act for entry in entries if entry.act}.values()]
    pairs: dict[str, tuple[Sequence[Noun], Mapping[str, Noun]]] = {
        "incident": (incidents, known.incidents),
        "violation": (violations, known.violations),
        "child": (children, known.children),
        "act": (acts, known.acts),
    }
    outcomes = {kind: _outcomes(made, before) for kind, (made, before) in pairs.items()}
    keys = {**known.keys, **{one.id: one.key for one in violations}}
    changes = [
        change
        if change.field != "violation"
        else replace(
            change, before=keys.get(change.before) or change.before, after=keys.get(change.after) or change.after
        )
        for kind, (made, before) in pairs.items()
        for change in _changes(kind, made, before)
    ]
    others = frozenset(
        [
            *_other_facts(incidents, known.incidents),
            *_other_facts(violations, known.violations),
            *_other_facts(acts, known.acts),
        ]
    )
    nouns = tuple(incidents), tuple(violations), tuple(children), tuple(acts)
    return Plan(*nouns, outcomes, tuple(changes), others)


class Noun(Protocol):
    """What plans are made of."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def key(self) -> str:
        """The register's own id."""

    def content(self) -> Json:
        """What the ledger signs."""


class Judged(Noun, Protocol):
    """What decisions are about."""

    def facts(self) -> Json:
        """What an assessment judges."""


JUDGED = TypeVar("JUDGED", bound=Judged)


def _incidents(entries: Sequence[Entry], known: Known) -> list[Incident]:
    first: dict[str, Incident] = {}
    times: dict[str, list[When]] = {}
    for entry in entries:
        told = entry.incident
        kept = first.setdefault(told.id, told)
        if (told.admin1 and not kept.admin1) or (told.situation and not kept.situation):
            first[told.id] = kept = told
        if told.particulars != kept.particulars:
            first[told.id] = replace(kept, particulars=told.particulars.updated(kept.particulars))
        if told.happened_on is not None:
            times.setdefault(told.id, []).append(told.happened_on)
    return [
        _incident(one, hull([*times.get(one.id, ()), *known.times.get(one.id, ())]), known) for one in first.values()
    ]


def _incident(told: Incident, when: When | None, known: Known) -> Incident:
    before = known.incidents.get(told.id)
    if before is None:
        return replace(told, happened_on=when)
    moved = before.admin1 != told.admin1
    place = ("", told.place_precision) if moved else (before.place, before.place_precision)
    return replace(
        before,
        situation=told.situation,
        admin1=told.admin1,
        place=place[0],
        place_precision=place[1],
        happened_on=_time(when, before.happened_on),
        key=told.key,
        particulars=before.particulars.updated(told.particulars),
    )


def _violation(told: Violation, known: Known) -> Violation:
    before = known.violations.get(told.id)
    if before is None:
        return told
    one, other = before.attribution, told.attribution
    same = (one.how, one.parties) == (other.how, other.parties)
    if same:
        certainty = one.certainty if other.certainty == "u" else other.certainty
        other = replace(one, basis=other.basis or one.basis, certainty=certainty)
    more = before.particulars.updated(told.particulars)
    when = _time(told.happened_on, before.happened_on)
    return replace(told, n_claimed=before.n_claimed, attribution=other, happened_on=when, particulars=more)


def _act(told: Act, known: Known) -> Act:
    before = known.acts.get(told.id)
    if before is None:
        return told
    more = still_told(before, told.payment).updated(told.particulars)
    when = _time(told.happened_on, before.happened_on)
    return replace(told, group=_group(told, before), happened_on=when, particulars=more)


def _time(told: When | None, before: When | None) -> When | None:
    """A time from one day to another stays as it was read, where only the spelling of its ends would be another."""
    if told is None or before is None or told == before:
        return told
    one, other = ((when.first, when.last, when.precision, when.estimated) for when in (told, before))
    return before if one == other else told


def _group(told: Act, before: Act) -> Group | None:
    """The bounds of a group stay when the counts do and the register has none."""
    one, other = before.group, told.group
    if one is None or other is None or other.n_min is not None or other.n_max is not None:
        return other
    return one if one.counts() == other.counts() else other


def _children(entries: Iterable[Entry], known: Known) -> list[Child]:
    told: dict[str, Child] = {}
    for child in (entry.child for entry in entries if entry.child):
        kept = told.setdefault(child.id, known.children.get(child.id, child))
        if kept.sex is Sex.U or (child.id in known.children and child.sex is not Sex.U):
            told[child.id] = replace(kept, sex=child.sex, key=child.key)
    return list(told.values())


def hull(times: Sequence[When]) -> When | None:
    """The time that holds all of these; one that is told once, or the same each time, stays as it was told."""
    if len(set(times)) < 2:
        return times[0] if times else None
    first = [one.first for one in times]
    last = [one.last for one in times]
    begins = None if None in first else min(day for day in first if day)
    ends = None if None in last else max(day for day in last if day)
    if begins and ends:
        return between(begins, ends)
    if ends:
        return not_after(ends)
    return not_before(begins) if begins else None


def _outcomes(made: Sequence[Noun], before: Mapping[str, Noun]) -> dict[str, Becomes]:
    return {one.id: _becomes(one, before.get(one.id)) for one in made}


def _other_facts(made: Sequence[JUDGED], before: Mapping[str, JUDGED]) -> Iterable[str]:
    for one in made:
        old = before.get(one.id)
        if old is None or (old != one and old.facts() != one.facts()):
            yield one.id


def _becomes(one: Noun, old: Noun | None) -> Becomes:
    return Becomes.NEW if old is None else Becomes.SAME if old == one else Becomes.CHANGED


def _changes(kind: str, made: Sequence[Noun], before: Mapping[str, Noun]) -> Iterable[Change]:
    for one in made:
        old = before.get(one.id)
        if old is None or old == one:
            continue
        was, now = old.content(), one.content()
        if isinstance(was, dict) and isinstance(now, dict):
            fields = [name for name in now if was.get(name) != now[name]]
            yield from (Change(kind, one.id, one.key, name, str(was.get(name)), str(now[name])) for name in fields)
