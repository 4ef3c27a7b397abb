"""A row of the table of acts as nouns of the record; pure, each fault named by its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.link import fields as read
from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.cells import known_cells
from tawthiq.record.link.child import Child
from tawthiq.record.link.doubts import about_children, doubts_of
from tawthiq.record.link.group import Group
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.particulars.check import read_cells
from tawthiq.record.link.particulars.form import every_field
from tawthiq.record.link.particulars.particulars import NONE, Particulars
from tawthiq.record.link.particulars.spec import Level
from tawthiq.record.link.told import Told
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.terms.errors import BadInput, ImpossibleDate, MissingField
from tawthiq.terms.identity import Kind, id_from, make_id, quoted
from tawthiq.terms.money import Money, Per
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.when import When, spanning

MORE_COLUMNS = tuple(spec.name for spec in every_field())
"""Columns that a register may have beside those that are always read."""

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
        when = _when(cells, self.collected_on)
        signals += doubts_of(cells)
        incident = self._incident(cells, when, signals)
        attribution = _attribution(cells, incident.situation, signals)
        violation = self._violation(cells, incident, attribution, when, alone=kind.unit is Unit.INCIDENT)
        violation = replace(violation, particulars=self._shared(violation.id, Level.VIOLATION, cells, signals))
        sources = read.codes(cells.get("source_kinds", ""), "source_kind", "source_kinds") or ("other",)
        if kind.unit is Unit.INCIDENT:
            signals += about_children(cells)
            told = _told(cells, violation.id, when, self.collected_on, raw.number)
            return Entry(raw.number, incident, violation, None, None, sources, told, tuple(signals))
        act, child = self._act(cells, violation, when)
        told = _told(cells, act.id, when, self.collected_on, raw.number)
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
        made = Incident(
            self._id(Kind.INCIDENT, key), situation, spanned, admin1, place_precision=precision, key=self._key(key)
        )
        return replace(made, particulars=self._shared(made.id, Level.INCIDENT, cells, signals))

    def _shared(
        self, thing: str, level: Level, cells: Mapping[str, str], signals: list[tuple[str, str]]
    ) -> Particulars:
        """What the rows of one thing tell of it together; where two disagree the first stands, and a signal says so."""
        told = read_cells(cells["violation"], level, cells, known_on=self.collected_on)
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

    def _violation(
        self, cells: Mapping[str, str], incident: Incident, attribution: Attribution, when: When | None, *, alone: bool
    ) -> Violation:
        parts = [cells["incident_id"], cells["violation"], attribution.how.value, *sorted(attribution.parties)]
        name = ["act", cells["act_id"]] if alone and "act_id" in cells else ["violation", *parts]
        key = self._key("|".join(name[1:]))[:200]
        made = self._id(Kind.VIOLATION, *name)
        return Violation(made, incident.id, cells["violation"], attribution, when if alone else None, key=key)

    def _act(self, cells: Mapping[str, str], violation: Violation, when: When | None) -> tuple[Act, Child | None]:
        key = cells.get("act_id", "")
        act_id = self._id(Kind.ACT, "act", key) if key else self._unnamed_act(cells, violation)
        group = _group(cells)
        sex = Sex(read.code(cells.get("sex", "u"), "sex", "sex", of=("m", "f", "u")))
        child = None if group else Child(self._child_id(cells, act_id), sex, key=self._child_key(cells))
        if child and child.key and sex is not Sex.U:
            child = replace(child, sex=self._sex_of(child.id, sex))
        act = Act(
            id=act_id,
            violation_id=violation.id,
            child_id=child.id if child else "",
            group=group,
            sex=Sex.U if group else sex,
            age=AgeRange(read.whole(cells, "age_min"), read.whole(cells, "age_max")),
            armed=Armed(read.yes_no(cells.get("armed", ""), "armed")),
            roles=read.codes(cells.get("roles", ""), "role", "roles"),
            recruited_or_used=read.code(cells.get("recruited_or_used", "u"), "recruited_or_used", "recruited_or_used"),
            happened_on=when,
            payment=_payment(cells),
            released_on=_released(cells, when, self.collected_on),
            key=self._key(key) if key else "",
            particulars=read_cells(cells["violation"], Level.ACT, cells, known_on=self.collected_on),
        )
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

    def _child_id(self, cells: Mapping[str, str], act_id: str) -> str:
        key = cells.get("child_id", "")
        return self._id(Kind.CHILD, "child", key) if key else make_id(Kind.CHILD, ["of", act_id])

    def _child_key(self, cells: Mapping[str, str]) -> str:
        return self._key(cells["child_id"]) if "child_id" in cells else ""

    def _key(self, key: str) -> str:
        return f"{self.register}:{key}" if self.register else key

    def _id(self, kind: Kind, *parts: str) -> str:
        """`make_id` of ["register", name, *parts], its JSON put together here: four ids a row."""
        named = f'["{kind.value}",["register",{quoted(self.register)},{",".join(map(quoted, parts))}]]'
        try:
            return id_from(kind, named.encode())
        except UnicodeEncodeError:
            return make_id(kind, ["register", self.register, *parts])


def _when(cells: Mapping[str, str], collected_on: date) -> When | None:
    when = read.interval(cells.get("occurred_from", ""), cells.get("occurred_to", ""))
    if when is not None and when.surely_after(collected_on):
        raise ImpossibleDate(
            f"it lies after the day it was collected ({collected_on})",
            where="occurred_from",
            do="correct the date",
        )
    return when


def _attribution(cells: Mapping[str, str], situation: str, signals: list[tuple[str, str]]) -> Attribution:
    told = cells.get("attribution", "")
    how = Attributed(read.code(told, "attribution", "attribution")) if told else None
    basis, certainty = _grounds(cells)
    parties, mark = read.parties(cells.get("party", ""), situation)
    if mark == "crossfire" and how in (None, Attributed.CROSSFIRE):
        return Attribution(Attributed.CROSSFIRE, parties, basis, certainty)
    if how is None:
        how = (Attributed.UNIDENTIFIED, Attributed.SOLE)[len(parties)] if len(parties) < 2 else Attributed.JOINT
        if how is Attributed.JOINT:
            signals.append(("attribution", "several parties without an attribution were read as joint"))
    return Attribution(how, tuple(sorted(parties)), basis, certainty)


def _grounds(cells: Mapping[str, str]) -> tuple[str, str]:
    """What the attribution rests on, and how certain it is."""
    basis, certainty = cells.get("attribution_basis", "").lower(), cells.get("attribution_certainty", "u").lower()
    told = read.code(basis, "attribution_basis", "attribution_basis") if basis else ""
    return told, read.code(certainty, "confidence", "attribution_certainty")


def _group(cells: Mapping[str, str]) -> Group | None:
    boys, girls, unknown = (read.whole(cells, f"group_{name}") or 0 for name in ("boys", "girls", "unknown"))
    if boys + girls + unknown == 0:
        return None
    if "child_id" in cells:
        raise BadInput("a row names one child or counts a group", where="group_boys", do="leave one of the two empty")
    return Group(boys, girls, unknown, read.whole(cells, "group_min"), read.whole(cells, "group_max"))


def _payment(cells: Mapping[str, str]) -> Money | None:
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


def _released(cells: Mapping[str, str], when: When | None, collected_on: date) -> date | None:
    released = read.day(cells.get("released_on", ""), "released_on")
    if released is None:
        return None
    if released > collected_on:
        raise ImpossibleDate("released after the day it was collected", where="released_on", do="correct the date")
    if when is not None and when.first is not None and released < when.first:
        raise ImpossibleDate("released before it happened", where="released_on", do="correct one of the dates")
    return released


def _told(cells: Mapping[str, str], subject_id: str, when: When | None, collected_on: date, row: int) -> Told | None:
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
