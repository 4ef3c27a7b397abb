"""Rows to nouns: what each table of link holds, as the frozen nouns of the stage."""

from __future__ import annotations

from datetime import date
from typing import Any

from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.child import Child
from tawthiq.record.link.group import Group
from tawthiq.record.link.incident import FileState, Incident
from tawthiq.record.link.models.particular_columns import particular_fields, particulars_from
from tawthiq.record.link.models.tables import ActRow, ChildRow, IncidentRow, SourceRow, ViolationRow
from tawthiq.record.link.particulars.spec import Level
from tawthiq.record.link.source import Source
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.terms.money import Money, Per
from tawthiq.terms.when import When, parse_when


def when_fields(when: When | None) -> dict[str, Any]:
    """The columns of a time: its spelling, its first and last day."""
    return {
        "happened_on": when.text if when else "",
        "first_day": when.first if when else None,
        "last_day": when.last if when else None,
    }


def when_from(text: str) -> When | None:
    """The time of a column, None when empty."""
    return parse_when(text) if text else None


def incident_fields(incident: Incident) -> dict[str, Any]:
    """The columns of an incident."""
    return {
        "situation": incident.situation,
        "admin1": incident.admin1,
        "place": incident.place,
        "place_precision": incident.place_precision,
        "public_account": incident.public_account,
        "key": incident.key,
        "state": incident.state.value,
        "duplicate_of": incident.duplicate_of,
        **when_fields(incident.happened_on),
        **particular_fields(incident.particulars, Level.INCIDENT),
    }


def incident_from(row: IncidentRow) -> Incident:
    """An incident of its row."""
    return Incident(
        row.thing,
        row.situation,
        when_from(row.happened_on),
        row.admin1,
        row.place,
        row.place_precision,
        row.public_account,
        row.key,
        FileState(row.state),
        row.duplicate_of,
        particulars_from(row, Level.INCIDENT),
    )


def violation_fields(violation: Violation) -> dict[str, Any]:
    """The columns of a violation."""
    return {
        "incident_id": violation.incident_id,
        "type": violation.type,
        "how": violation.attribution.how.value,
        "parties": ";".join(violation.attribution.parties),
        "basis": violation.attribution.basis,
        "certainty": violation.attribution.certainty,
        "n_claimed": violation.n_claimed,
        "key": violation.key,
        **when_fields(violation.happened_on),
        **particular_fields(violation.particulars, Level.VIOLATION),
    }


def violation_from(row: ViolationRow) -> Violation:
    """A violation of its row."""
    parties = tuple(row.parties.split(";")) if row.parties else ()
    attribution = Attribution(Attributed(row.how), parties, row.basis, row.certainty)
    return Violation(
        row.thing,
        row.incident_id,
        row.type,
        attribution,
        when_from(row.happened_on),
        row.n_claimed,
        row.key,
        particulars_from(row, Level.VIOLATION),
    )


def act_fields(act: Act) -> dict[str, Any]:
    """The columns of an act."""
    return {
        "violation_id": act.violation_id,
        "child_id": act.child_id,
        "group": act.group.content() if act.group else None,
        "n_children": act.n_children,
        **_sex_fields(act),
        "sex": act.sex.value,
        "age_min": act.age.min_years,
        "age_max": act.age.max_years,
        "age_estimated": act.age.estimated,
        "armed": act.armed.value,
        "roles": ";".join(act.roles),
        "recruited_or_used": act.recruited_or_used,
        "released_on": act.released_on,
        "key": act.key,
        **when_fields(act.happened_on),
        **_money_fields(act.payment),
        **particular_fields(act.particulars, Level.ACT),
    }


def _sex_fields(act: Act) -> dict[str, int]:
    if act.group is not None:
        return {"n_boys": act.group.boys, "n_girls": act.group.girls, "n_sex_unknown": act.group.sex_unknown}
    return {
        "n_boys": int(act.sex is Sex.M),
        "n_girls": int(act.sex is Sex.F),
        "n_sex_unknown": int(act.sex is Sex.U),
    }


def _money_fields(money: Money | None) -> dict[str, Any]:
    if money is None:
        return {"pay_amount": None, "pay_currency": "", "pay_per": ""}
    return {"pay_amount": money.amount, "pay_currency": money.currency, "pay_per": money.per.value}


def act_from(row: ActRow) -> Act:
    """An act of its row."""
    money = None if row.pay_amount is None else Money(row.pay_amount, row.pay_currency, Per(row.pay_per))
    released: date | None = row.released_on
    return Act(
        row.thing,
        row.violation_id,
        row.child_id,
        Group(**row.group) if row.group else None,
        Sex(row.sex),
        AgeRange(row.age_min, row.age_max, row.age_estimated),
        Armed(row.armed),
        tuple(row.roles.split(";")) if row.roles else (),
        row.recruited_or_used,
        when_from(row.happened_on),
        money,
        released,
        row.key,
        particulars_from(row, Level.ACT),
    )


def child_fields(child: Child) -> dict[str, Any]:
    """The columns of a child."""
    return {
        "sex": child.sex.value,
        "born_on": child.born_on.text if child.born_on else "",
        "key": child.key,
        "same_as": child.same_as,
    }


def child_from(row: ChildRow) -> Child:
    """A child of its row."""
    return Child(row.thing, Sex(row.sex), when_from(row.born_on), row.key, row.same_as)


def source_fields(source: Source) -> dict[str, Any]:
    """The columns of a source."""
    return {
        "kind": source.kind,
        "name": source.name,
        "person_id": source.person_id,
        "derives_from": list(source.derives_from),
    }


def source_from(row: SourceRow) -> Source:
    """A source of its row."""
    return Source(row.kind, row.name, row.person_id, tuple(row.derives_from))
