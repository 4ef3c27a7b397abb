"""A row of the table of acts as nouns of the record; pure, each fault named by its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.link import fields as read
from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.cells import known_cells
from tawthiq.record.link.child import Child
from tawthiq.record.link.doubts import about_children, doubts_of
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.paid import check_paid
from tawthiq.record.link.particulars.check import read_cells
from tawthiq.record.link.particulars.form import every_field
from tawthiq.record.link.particulars.particulars import NONE, Particulars
from tawthiq.record.link.particulars.spec import Level
from tawthiq.record.link.row_cells import attribution_of, group_of, payment_of, released_of, time_of, told_of
from tawthiq.record.link.told import Told
from tawthiq.record.link.violation import Attribution, Violation
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.identity import Kind, id_from, make_id, quoted
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.when import When, spanning

MORE_COLUMNS = tuple(spec.name for spec in every_field())
"""Columns that a register may have beside those that are always read."""

MAX_IDS = 4096

MAX_REMEMBERED = 50_000
"""Incidents whose place is kept in mind while a register is read, so that memory stays flat."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says. `act`, `child`: None for a violation counted in incidents (and `child` for a group).

    `source_kinds`: codes, `other` when the row names none; `told`: None when the row has no status;
    `signals`: field -> what a person should look at, though the row went in.
    """

    row: int
    incident: Incident
    violation: Violation
    act: Act | None
    child: Child | None
    source_kinds: tuple[str, ...]
    told: Told | None
    signals: tuple[tuple[str, str], ...] = ()

    @property
    def subject_id(self) -> str:
        """What is counted: the act, or the violation."""
        return self.act.id if self.act else self.violation.id


@dataclass
class Reading:
    """One register being read. `register`: name of the register, part of every key; `collected_on`: no day may lie

    after it; `unnamed`: how many rows without an act or child id each violation had so far.
    """

    register: str
    collected_on: date
    unnamed: dict[str, int] = field(default_factory=dict)
    _places: dict[str, tuple[str, str]] = field(default_factory=dict)
    _told: dict[str, Particulars] = field(default_factory=dict)
    _times: dict[str, When] = field(default_factory=dict)
    _sexes: dict[str, Sex] = field(default_factory=dict)
    _ids: dict[tuple[str, ...], str] = field(default_factory=dict)

    def entry(self, raw: RawRow) -> Entry:
        """The nouns of a row; raises BadInput whose `where` is the field."""
        if raw.fault:
            raise raw.fault
        if raw.surplus:
            raise BadInput(
                "the row has more cells than the table has columns", where="row", do="check its delimiters and quotes"
            )
        signals: list[tuple[str, str]] = []
        cells = known_cells(raw.cells, signals)
        for name in ("incident_id", "violation"):
            if name not in cells:
                raise MissingField("the cell is empty", where=name, do="fill it, or take the row out")
        cells["violation"] = read.code(cells["violation"], "violation", "violation")
        kind = violation_type(cells["violation"])
        when = time_of(cells, self.collected_on)
        signals += doubts_of(cells)
        incident = self._incident(cells, when, signals)
        attribution = attribution_of(cells, incident.situation, signals)
        alone = kind.unit is Unit.INCIDENT
        made, named = self._violation_id(cells, attribution, alone=alone)
        shared = self._shared(made, Level.VIOLATION, cells, incident.situation, signals)
        happened_on = when if alone else None
        violation = Violation(made, incident.id, kind.code, attribution, happened_on, key=named, particulars=shared)
        sources = read.codes(cells.get("source_kinds", ""), "source_kind", "source_kinds") or ("other",)
        if alone:
            signals += about_children(cells)
            told = told_of(cells, violation.id, when, self.collected_on, raw.number)
            return Entry(raw.number, incident, violation, None, None, sources, told, tuple(signals))
        act, child = self._act(cells, incident.situation, violation, when)
        if child and act.sex is not Sex.U and child.sex is not act.sex:
            signals.append(("sex", "rows of one child tell both sexes; figures take it as not known"))
        told = told_of(cells, act.id, when, self.collected_on, raw.number)
        return Entry(raw.number, incident, violation, act, child, sources, told, tuple(signals))

    def _incident(self, cells: Mapping[str, str], when: When | None, signals: list[tuple[str, str]]) -> Incident:
        key = cells["incident_id"]
        situation = read.situation(cells.get("situation", ""))
        told = (situation, read.admin1(cells.get("admin1", ""), situation))
        situation, admin1 = self._place(key, told)
        if any(mine and mine != kept for mine, kept in zip(told, (situation, admin1), strict=True)):
            signals.append(("admin1", "rows of one incident name different places; the first stands"))
        precision = "adm1" if admin1 else "country" if situation else "unknown"
        spanned = self._time(key, when)
        made, named = self._known_id(Kind.INCIDENT, key), self._key(key)
        shared = self._shared(made, Level.INCIDENT, cells, situation, signals)
        return Incident(made, situation, spanned, admin1, place_precision=precision, key=named, particulars=shared)

    def _particulars(self, level: Level, cells: Mapping[str, str], situation: str) -> Particulars:
        return read_cells(cells["violation"], level, cells, known_on=self.collected_on, situation=situation)

    def _shared(
        self, thing: str, level: Level, cells: Mapping[str, str], situation: str, signals: list[tuple[str, str]]
    ) -> Particulars:
        """What the rows of one thing tell of it together; where two disagree the first stands, and a signal says so."""
        told = self._particulars(level, cells, situation)
        before = self._told.get(thing, NONE)
        if not told and not before:
            return NONE
        known = before.known()
        signals += [
            (name, f"rows of one {level.value} say different things; the first stands")
            for name, value in told.values
            if name in known and known[name] != value
        ]
        if thing not in self._told and len(self._told) >= MAX_REMEMBERED:
            self._told.pop(next(iter(self._told)))
        self._told[thing] = told.updated(before)
        return self._told[thing]

    def _place(self, key: str, told: tuple[str, str]) -> tuple[str, str]:
        """The place that the first row of the incident named; remembered for the last MAX_REMEMBERED incidents."""
        if key not in self._places and len(self._places) >= MAX_REMEMBERED:
            self._places.pop(next(iter(self._places)))
        before = self._places.setdefault(key, told)
        if not all(before):
            before = self._places[key] = (before[0] or told[0], before[1] or told[1])
        return before

    def _time(self, key: str, told: When | None) -> When | None:
        """The time that spans all rows of the incident so far, so that their order changes nothing."""
        if told is None:
            return self._times.get(key)
        if key not in self._times and len(self._times) >= MAX_REMEMBERED:
            self._times.pop(next(iter(self._times)))
        self._times[key] = spanning(self._times.get(key, told), told)
        return self._times[key]

    def _violation_id(self, cells: Mapping[str, str], attribution: Attribution, *, alone: bool) -> tuple[str, str]:
        """The id of a row's violation, and its key."""
        parts = [cells["incident_id"], cells["violation"], attribution.how.value, *sorted(attribution.parties)]
        name = ["act", cells["act_id"]] if alone and "act_id" in cells else ["violation", *parts]
        return self._known_id(Kind.VIOLATION, *name), self._key("|".join(name[1:]))[:200]

    def _act(
        self, cells: Mapping[str, str], situation: str, violation: Violation, when: When | None
    ) -> tuple[Act, Child | None]:
        key = cells.get("act_id", "")
        act_id = self._id(Kind.ACT, "act", key) if key else self._unnamed_act(cells, violation)
        group = group_of(cells)
        sex = Sex(read.code(cells.get("sex", "u"), "sex", "sex", of=("m", "f", "u")))
        child = None if group else self._child(cells, act_id, sex)
        act = Act(
            id=act_id,
            violation_id=violation.id,
            child_id=child.id if child else "",
            group=group,
            sex=Sex.U if group else sex,
            age=_age(read.whole(cells, "age_min"), read.whole(cells, "age_max")),
            armed=Armed(read.yes_no(cells.get("armed", ""), "armed")),
            roles=read.codes(cells.get("roles", ""), "role", "roles"),
            recruited_or_used=read.code(cells.get("recruited_or_used", "u"), "recruited_or_used", "recruited_or_used"),
            happened_on=when,
            payment=payment_of(cells),
            released_on=released_of(cells, when, self.collected_on),
            key=self._key(key) if key else "",
            particulars=self._particulars(Level.ACT, cells, situation),
        )
        check_paid(act)
        return act, child

    def _sex_of(self, child_id: str, sex: Sex) -> Sex:
        """The sex that the first row of the child told: two that differ would take turns at every import."""
        if child_id not in self._sexes and len(self._sexes) >= MAX_REMEMBERED:
            self._sexes.pop(next(iter(self._sexes)))
        return self._sexes.setdefault(child_id, sex)

    def _unnamed_act(self, cells: Mapping[str, str], violation: Violation) -> str:
        if "child_id" in cells:
            return self._id(Kind.ACT, "child", cells["child_id"], violation.id)
        nth = self.unnamed[violation.id] = self.unnamed.get(violation.id, 0) + 1
        return self._id(Kind.ACT, "nth", violation.id, str(nth))

    def _child(self, cells: Mapping[str, str], act_id: str, sex: Sex) -> Child:
        key = cells.get("child_id", "")
        if not key:
            return Child(make_id(Kind.CHILD, ["of", act_id]), sex)
        made = self._id(Kind.CHILD, "child", key)
        return Child(made, sex if sex is Sex.U else self._sex_of(made, sex), key=self._key(key))

    def _key(self, key: str) -> str:
        return f"{self.register}:{key}" if self.register else key

    def _known_id(self, kind: Kind, *parts: str) -> str:
        """The same, for what several rows tell of one behind the other."""
        made = self._ids.get(parts)
        if made is None:
            if len(self._ids) >= MAX_IDS:
                self._ids.clear()
            made = self._ids[parts] = self._id(kind, *parts)
        return made

    def _id(self, kind: Kind, *parts: str) -> str:
        """`make_id` of ["register", name, *parts], its JSON put together here: four ids a row."""
        named = f'["{kind}",["register",{quoted(self.register)},{",".join(map(quoted, parts))}]]'
        try:
            return id_from(kind, named.encode())
        except UnicodeEncodeError:
            return make_id(kind, ["register", self.register, *parts])


_age = lru_cache(maxsize=4096)(AgeRange)
"""The range of two ages, made and checked once."""
