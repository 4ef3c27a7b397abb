"""Violations of a Primero workbook with their victims, perpetrators and sources, as rows of a register."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.collect.primero_mapping import SAID, PrimeroMapping
from tawthiq.record.collect.primero_victims import child_cells, group_cells, tally_cells
from tawthiq.record.collect.primero_workbook import Told, Workbook
from tawthiq.terms.errors import BadInput, UnknownCode
from tawthiq.terms.folding import fold_name
from tawthiq.terms.registry import load_gazetteer, situation_countries
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.where import PlacePrecision

Signals = Counter[tuple[str, str]]
NO = ("no", "n", "false", "non", "لا")


@dataclass(slots=True)
class Joined:
    """A workbook joined by the ids of its violations; `signals`: what a person should look at."""

    book: Workbook
    mapping: PrimeroMapping
    signals: Signals = field(default_factory=Counter)

    def rows(self) -> Iterator[RawRow]:
        """A row for each child, group or incident-counted violation, then the rows that belong to none."""
        linked = {kind: _by_violation(self.book.rows.get(kind, ())) for kind in self.book.rows if kind != "violations"}
        seen: set[str] = set()
        for told in self.book.rows["violations"]:
            mine = {kind: found.get(told.violation, []) for kind, found in linked.items()}
            yield from self._of_violation(told, mine, twice=told.violation in seen)
            seen.add(told.violation)
        for kind in ("individual_victims", "group_victims"):
            for one in self.book.rows.get(kind, ()):
                if one.violation not in seen:
                    fault = BadInput("no violation of this id", where="violation", do="export the violations whole")
                    yield _faulty(one, fault)

    def _of_violation(self, told: Told, linked: Mapping[str, list[Told]], *, twice: bool) -> Iterator[RawRow]:
        try:
            if told.fault or twice:
                raise told.fault or BadInput("the violation stands twice", where="violation", do="keep one of the two")
            shared = self._shared(told, linked)
        except BadInput as fault:
            yield _faulty(told, fault)
            yield from (_faulty(one, _behind()) for one in _victims(linked))
            return
        if violation_type(shared["violation"]).unit is Unit.INCIDENT:
            tally = {name: text for name, text in shared.items() if name not in self.mapping.of_children}
            yield RawRow(told.number, {**tally, "act_id": told.violation}, sheet=told.sheet)
            if n_victims := len(_victims(linked)):
                self.signals["individual_victims", "a child of a violation counted in incidents: not read"] += n_victims
            return
        yield from self._of_children(told, shared, linked)

    def _of_children(self, told: Told, shared: dict[str, str], linked: Mapping[str, list[Told]]) -> Iterator[RawRow]:
        children, groups = linked.get("individual_victims", []), linked.get("group_victims", [])
        about = {name: text for name, text in shared.items() if name in self.mapping.of_children}
        common = {name: text for name, text in shared.items() if name not in about}
        if len(children) == 1 and not groups:
            common |= about
        elif about:
            for name in about:
                self.signals[name, "told of several children together: left unknown for each"] += 1
        for one in children:
            yield _row(one, common, partial(child_cells, one.cells, one.thing))
        for one in groups:
            yield _row(one, common, partial(self._group, one))
        if not children and not groups:
            self.signals["tally_total", "no victim is told apart: the tally stands as a group"] += 1
            yield _row(told, common, partial(tally_cells, told.cells))

    def _group(self, one: Told) -> dict[str, str]:
        cells, doubts = group_cells(one.cells)
        self.signals.update(doubts)
        return cells

    def _shared(self, told: Told, linked: Mapping[str, list[Told]]) -> dict[str, str]:
        """What every row of the violation says; raises BadInput, UnknownCode."""
        if not told.incident or not told.violation:
            raise BadInput("no id of incident or violation", where="violation", do="export it from Primero again")
        kind = self.mapping.types.get(fold_name(told.type))
        if kind is None:
            raise UnknownCode("no type of violation that we know", where="violation", do="name it under types")
        cells = {name: text for name, text in told.cells.items() if name not in SAID}
        cells = {**self.mapping.always, **cells, "incident_id": told.incident, "violation": kind}
        cells |= self._place(told, cells)
        cells |= self._parties(linked.get("perpetrators", []))
        cells |= self._decision(told)
        kinds = [one.cells["source_kinds"] for one in linked.get("sources", []) if "source_kinds" in one.cells]
        return {**cells, **({"source_kinds": ";".join(dict.fromkeys(kinds))} if kinds else {})}

    def _decision(self, told: Told) -> dict[str, str]:
        """The last status decides; without one the case is under review, whatever the two before it say."""
        last = told.cells.get("final", "")
        if not last:
            earlier = [name for name in ("focal", "technical") if told.cells.get(name)]
            if not earlier:
                return {}
            self.signals[earlier[-1], "decided at an earlier step only: under review"] += 1
            return {"status": "under_review"}
        status = self.mapping.statuses.get(fold_name(last))
        if status is None:
            raise UnknownCode("no status that the mapping knows", where="final", do="name it under statuses")
        day = told.cells.get("final_on", "")
        when = {"verified_on": day} if day else {}
        return {"status": status, "verified_by": self.mapping.body, "policy": self.mapping.policy, **when}

    def _parties(self, perpetrators: Sequence[Told]) -> dict[str, str]:
        named = [one.cells["party"] for one in perpetrators if "party" in one.cells]
        refused = [one.cells.get("perpetrator_verified", "").casefold() in NO for one in perpetrators]
        if any(refused):
            what = "a perpetrator who is not verified: the violation is laid to nobody"
            self.signals["perpetrator_verified", what] += 1
            return {"attribution": "unidentified"}
        parties = list(dict.fromkeys(part for name in named for part in name.split(";")))
        return {"party": ";".join(parties)} if parties else {}

    def _place(self, told: Told, cells: Mapping[str, str]) -> dict[str, str]:
        """The first-level division among the levels of a location, where exactly one bears such a name."""
        text = told.cells.get("location", "")
        if not text or "admin1" in cells:
            return {}
        found = _divisions(text.split("::"), cells.get("situation", ""))
        if len(found) != 1:
            self.signals["location", "no first-level division is known by it: left unknown"] += 1
            return {}
        return {"admin1": found.pop()}


def _row(one: Told, common: Mapping[str, str], made: Callable[[], dict[str, str]]) -> RawRow:
    try:
        if one.fault:
            raise one.fault
        own = made()
    except BadInput as fault:
        return _faulty(one, fault)
    act = f"{one.violation}/{one.thing}" if one.thing else one.violation
    return RawRow(one.number, {**common, **own, "act_id": act}, sheet=one.sheet)


def _divisions(levels: Sequence[str], situation: str) -> set[str]:
    names = {fold_name(level) for level in levels if level.strip()}
    try:
        countries = situation_countries(situation) if situation else ()
    except UnknownCode:
        return set()
    return {
        place.code
        for place in load_gazetteer().places.values()
        if place.precision is PlacePrecision.ADM1
        and place.country in countries
        and names & {fold_name(name) for name in (place.code, *place.label.values(), *place.aliases)}
    }


def _by_violation(rows: Sequence[Told]) -> dict[str, list[Told]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for one in rows:
        found[one.violation].append(one)
    return found


def _victims(linked: Mapping[str, list[Told]]) -> list[Told]:
    return [*linked.get("individual_victims", []), *linked.get("group_victims", [])]


def _behind() -> BadInput:
    return BadInput("its violation stands in quarantine", where="violation", do="correct that one first")


def _faulty(told: Told, fault: BadInput) -> RawRow:
    """`incident_id` and `violation` are kept, what the mapping reads too, so that a person finds the row."""
    return RawRow(told.number, {**told.cells, "incident_id": told.incident}, fault=fault, sheet=told.sheet)
