"""The SQL of the two tables that verify hands on; each column once, with what it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tawthiq.record.link.models.beside_tables import ConsentRow
from tawthiq.terms.violation import Unit, violation_types


@dataclass(frozen=True, slots=True)
class Record:
    """Which record is asked for: database vendor, situation or all, ledger size or now.

    `spanned`: what has no time of its own takes that of its incident as it stands; figures were once counted so.
    `overlapping`: only acts that some overlap of groups names, only the others, or (None) all.
    """

    vendor: str
    situation: str | None
    size: int | None
    spanned: bool = False
    overlapping: bool | None = None

    def valid(self, table: str) -> str:
        """The condition that a version of the table is the valid one."""
        if self.size is None:
            return f"{table}.until IS NULL"
        return f"{table}.since < {int(self.size)} AND ({table}.until IS NULL OR {table}.until >= {int(self.size)})"

    def of_overlaps(self) -> str:
        """The condition that an act is, or is not, named by an overlap; empty for all."""
        if self.overlapping is None:
            return ""
        said = f"FROM link_overlap o WHERE o.kind <> 'none' AND {self.valid('o')}"
        named = f"a.thing IN (SELECT o.group_act {said} UNION SELECT o.other_act {said})"
        return named if self.overlapping else f"NOT {named}"

    def told(self, table: str) -> str:
        """The condition that a row of the table was there."""
        return "1 = 1" if self.size is None else f"{table}.since < {int(self.size)}"


@dataclass(frozen=True, slots=True)
class Sql:
    """`columns`: name -> kind; `act`, `alone`: name -> expression for rows with an act, and for violations alone.

    `a`, `v`, `i`, `s` are the act, violation, incident, latest assessment; `{when}` the time. `judged`: the time is
    the one that was judged.
    """

    columns: dict[str, str]
    act: dict[str, str]
    alone: dict[str, str]
    where: str
    join: str
    judged: bool = False

    def queries(self, record: Record) -> Iterator[tuple[str, list[Any]]]:
        """The two statements, with their parameters."""
        above = _JUDGED_TIME if self.judged and not record.spanned else "i.happened_on"
        for expressions, tables, with_act in ((self.act, "av", True), (self.alone, "v", False)):
            names = {"when": _time(tables, above), "subject": "a" if with_act else "v", "told": record.told("o")}
            chosen = ", ".join(_filled(expressions[name], names) for name in self.columns)
            if with_act or not record.overlapping:
                yield self._query(record, chosen, with_act=with_act)

    def counts(self, record: Record) -> Iterator[tuple[str, list[Any]]]:
        """How much the two statements hold, by type of violation: (type, rows, violations).

        A row against a group is as many violations as the group has children.
        """
        for with_act, n_violations in ((True, "SUM(a.n_children)"), (False, "COUNT(*)")):
            if with_act or not record.overlapping:
                sql, values = self._query(record, f"v.type, COUNT(*), {n_violations}", with_act=with_act)
                yield f"{sql} GROUP BY v.type", values

    def telling(self, names: Sequence[str]) -> Sql:
        """The same with columns of particulars (names of TOLD) behind the others."""
        act, alone = ({name: TOLD[name][place] for name in names} for place in (0, 1))
        return replace(
            self,
            columns={**self.columns, **dict.fromkeys(names, "word")},
            act={**self.act, **act},
            alone={**self.alone, **alone},
        )

    def _query(self, record: Record, chosen: str, *, with_act: bool) -> tuple[str, list[Any]]:
        subject = "a" if with_act else "v"
        parts = [
            f"SELECT {chosen}",
            f"FROM link_{'act a' if with_act else 'violation v'}",
            f"JOIN link_violation v ON v.thing = a.violation_id AND {record.valid('v')}" if with_act else "",
            f"JOIN link_incident i ON i.thing = v.incident_id AND {record.valid('i')}",
            f"{self.join} verify_assessment s ON s.thing = {subject}.thing AND {record.valid('s')} AND {JUDGED}",
            f"AND s.act_since = {'a.facts_since' if with_act else '-1'}",
            f"WHERE {record.valid(subject)} AND {self.where}",
            "" if with_act else f"AND v.type IN ({INCIDENT_TYPES})",
            f"AND {_open(record)}" if with_act else "",
            f"AND {record.of_overlaps()}" if with_act and record.of_overlaps() else "",
            "AND i.situation = %s" if record.situation else "",
        ]
        return " ".join(part for part in parts if part), [record.situation] if record.situation else []


def _open(record: Record) -> str:
    """The condition that nobody closed reporting on the child, under this pseudonym or one it was merged with.

    The tables are looked at only where somebody ever said no, so that a record without a no pays nothing.
    """
    if not ConsentRow.objects.filter(purpose="reporting").exclude(answer="given").exists():
        return "1 = 1"
    head = "CASE WHEN {0}.same_as = '' THEN {0}.thing ELSE {0}.same_as END"
    no = f"k.purpose = 'reporting' AND k.answer <> 'given' AND {record.valid('k')}"
    closed = (
        f"SELECT {head.format('e')} FROM link_consent k JOIN link_child e ON e.thing = k.subject_id "  # noqa: S608  fixed names
        f"AND {record.valid('e')} WHERE {no}"
    )
    same = f"SELECT d.thing FROM link_child d WHERE {record.valid('d')} AND {head.format('d')} IN ({closed})"  # noqa: S608  as above
    return f"a.child_id NOT IN (SELECT k.subject_id FROM link_consent k WHERE {no} UNION {same})"  # noqa: S608  as above


def _filled(expression: str, names: dict[str, str]) -> str:
    return expression.format(**names) if "{" in expression else expression


JUDGED = "s.violation_since = v.facts_since AND s.incident_since = i.facts_since"
INCIDENT_TYPES = ", ".join(f"'{kind.code}'" for kind in violation_types() if kind.unit is Unit.INCIDENT)


def _time(tables: str, above: str) -> str:
    """The finest teller that has a time: the act, else its violation, else what is told above them."""
    told = " ".join(f"WHEN {table}.happened_on <> '' THEN {table}.happened_on" for table in tables)
    return f"CASE {told} ELSE {above} END"


_JUDGED_TIME = (
    "CASE WHEN s.origin = 'register' THEN '' WHEN i.since <= s.since THEN i.happened_on ELSE COALESCE("
    "(SELECT j.happened_on FROM link_incident j WHERE j.thing = i.thing AND j.since <= s.since AND j.until > s.since)"
    ", '') END"
)
"""The time of the incident that the decision was about. Its span grows with every row that comes in later, which the
decision never saw; a register's own decision was about its row, never about the span of its neighbours."""

_CASE = {
    "violation_id": "v.thing",
    "incident_id": "i.thing",
    "violation": "v.type",
    "happened_on": "{when}",
    "situation": "i.situation",
    "admin1": "i.admin1",
}
_COUNTS = {name: f"a.{name}" for name in ("n_children", "n_boys", "n_girls", "n_sex_unknown")}
_NO_COUNTS = dict.fromkeys(_COUNTS, "0")
_NO_ACT = dict.fromkeys(("sex", "armed", "roles", "recruited_or_used", "pay_currency", "pay_per"), "''")
_VERIFIED_CASE = {
    **_CASE,
    "assessment_id": "s.assessment_id",
    "how": "CASE s.attribution WHEN 'verified' THEN v.how ELSE 'unidentified' END",
    "parties": "CASE s.attribution WHEN 'verified' THEN v.parties ELSE '' END",
    "verified_on": "CAST(s.decided_on AS TEXT)",
    "policy": "s.policy",
    "body": "s.body",
}

# Days travel as text: the driver would make an object of each, and Days reads each different one once.
verified_sql = Sql(
    columns={
        "act_id": "id",
        "violation_id": "id",
        "incident_id": "id",
        "child_id": "id",
        "assessment_id": "id",
        **dict.fromkeys(_COUNTS, "int"),
        **dict.fromkeys(("violation", "how", "parties", "sex"), "word"),
        "age_min": "int",
        "age_max": "int",
        **dict.fromkeys(("armed", "roles", "recruited_or_used"), "word"),
        "happened_on": "word",
        "verified_on": "day",
        **dict.fromkeys(("policy", "body", "situation", "admin1"), "word"),
        "pay_hundredths": "long",
        "pay_currency": "word",
        "pay_per": "word",
        "released_on": "day",
    },
    act={
        **_VERIFIED_CASE,
        **_COUNTS,
        "act_id": "a.thing",
        "child_id": "a.child_id",
        "sex": "CASE a.child_id WHEN '' THEN 'mixed' ELSE a.sex END",
        "age_min": "CASE s.age WHEN 'verified' THEN COALESCE(a.age_min, -1) ELSE -1 END",
        "age_max": "CASE s.age WHEN 'verified' THEN COALESCE(a.age_max, -1) ELSE -1 END",
        "armed": "a.armed",
        "roles": "a.roles",
        "recruited_or_used": "a.recruited_or_used",
        "pay_hundredths": "COALESCE(CAST(ROUND(a.pay_amount * 100) AS BIGINT), -1)",
        "pay_currency": "a.pay_currency",
        "pay_per": "a.pay_per",
        "released_on": "CAST(a.released_on AS TEXT)",
    },
    alone={
        **_VERIFIED_CASE,
        **_NO_COUNTS,
        **_NO_ACT,
        "act_id": "''",
        "child_id": "''",
        "age_min": "-1",
        "age_max": "-1",
        "pay_hundredths": "-1",
        "released_on": "CAST(NULL AS TEXT)",
    },
    where="s.stage = 'final' AND s.occurrence = 'verified'",
    join="JOIN",
    judged=True,
)

TOLD = {
    "weapon": ("COALESCE(a.cause, v.weapons, '')", "COALESCE(v.weapons, '')"),
    "attack_type": ("COALESCE(v.attack_type, '')",) * 2,
    "attack_on": ("COALESCE(v.attack_on, '')",) * 2,
    "facility": ("COALESCE(v.school_kind, v.health_kind, v.facility, '')",) * 2,
    "form": ("COALESCE(a.forms, a.recruitment_form, '')", "''"),
    "purpose": ("COALESCE(a.purposes, '')", "COALESCE(v.use_purposes, '')"),
    "ended": ("COALESCE(a.abduction_ended, a.recruitment_exit, '')", "''"),
    "denial_method": ("COALESCE(v.denial_methods, '')",) * 2,
    "place_type": ("COALESCE(i.place_type, '')",) * 2,
}
"""Particulars that figures are told apart by: (of an act, of a violation alone); read only where a figure asks.

What killed or hurt this child goes before the weapons of its violation."""

_TALLY = {
    **_CASE,
    "how": "v.how",
    "parties": "v.parties",
    "status": "CASE WHEN s.stage = 'final' THEN s.occurrence WHEN s.stage IS NOT NULL OR EXISTS "
    "(SELECT 1 FROM verify_assessment o WHERE o.thing = {subject}.thing AND {told}) THEN 'under_review' ELSE 'new' END",
}

unverified_sql = Sql(
    columns={
        "subject_id": "id",
        "violation_id": "id",
        "incident_id": "id",
        **dict.fromkeys(_COUNTS, "int"),
        **dict.fromkeys(("violation", "how", "parties"), "word"),
        **dict.fromkeys(("happened_on", "situation", "admin1", "status"), "word"),
    },
    act={**_TALLY, **_COUNTS, "subject_id": "a.thing"},
    alone={**_TALLY, **_NO_COUNTS, "subject_id": "v.thing"},
    where="(s.stage IS NULL OR NOT (s.stage = 'final' AND s.occurrence = 'verified'))",
    join="LEFT JOIN",
)
