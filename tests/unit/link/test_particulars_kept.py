"""Fields come back from the database as they were told, by hand or by a register, and a change of one is seen."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tawthiq.record.collect.acts_table import RawRow, read_acts, template
from tawthiq.record.link.act import Act
from tawthiq.record.link.by_hand import make_act, make_incident, make_violation
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read
from tawthiq.record.link.models.tables import ActRow, ViolationRow
from tawthiq.record.link.models.write import put_act, put_incident
from tawthiq.record.link.particulars.check import read_cells
from tawthiq.record.link.particulars.form import OF_TYPE, form
from tawthiq.record.link.particulars.particulars import of
from tawthiq.record.link.particulars.spec import Level
from tawthiq.record.link.plan import Known, plan
from tawthiq.record.link.register import MORE_COLUMNS, Reading
from tawthiq.record.link.violation import UNIDENTIFIED, Violation
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.unknown import Unknown, Why
from tawthiq.terms.when import in_year

NOW = datetime(2015, 1, 9, tzinfo=UTC)
CELLS = {
    "recruitment_form": "coerced",
    "recruited_age_min": "13",
    "joined_on": "2013-11",
    "pay_kind": "promised",
    "campaign": "n",
    "recruitment_exit": "?not_yet_known",
    "detained_by": "isil",
}


def recruited(work: Work) -> tuple[Violation, Act]:
    incident = make_incident(work, Incident("", "SY", in_year(2014), particulars=of({"place_type": "checkpoint"})))
    violation = make_violation(
        work, Violation("", incident.id, "recruitment_use", UNIDENTIFIED, particulars=of({"cross_border": True}))
    )
    told = read_cells("recruitment_use", Level.ACT, CELLS)
    return violation, make_act(work, Act("", violation.id, mint_id(Kind.CHILD), particulars=told))


@pytest.mark.django_db(databases=["default", "identities"])
def test_fields_come_back_as_they_were_told(collector: Actor) -> None:
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        violation, act = recruited(work)
    reader = Reader(collector)
    assert read.get_act(reader, act.id) == act
    assert read.get_violation(reader, violation.id) == violation
    assert read.get_incident(reader, violation.incident_id).particulars == of({"place_type": "checkpoint"})
    assert act.particulars.get("recruitment_exit") == Unknown(Why.NOT_YET_KNOWN)
    assert act.particulars.get("shown_in_media") == Unknown(Why.NOT_ASKED)


@pytest.mark.django_db(databases=["default", "identities"])
def test_what_is_counted_by_stands_in_a_real_column(collector: Actor) -> None:
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        recruited(work)
        incident = make_incident(work, Incident("", "SY", in_year(2014)))
        told = of({"facility": "school", "use_purposes": ("barracks", "depot")})
        make_violation(work, Violation("", incident.id, "military_use", UNIDENTIFIED, particulars=told))
    assert ActRow.objects.filter(recruitment_form="coerced", recruited_age_min__lt=15, pay_kind="promised").count() == 1
    assert ViolationRow.objects.filter(facility="school").values_list("use_purposes", flat=True)[0] == "barracks;depot"


@pytest.mark.django_db(databases=["default", "identities"])
def test_a_field_that_does_not_stand_makes_nothing(collector: Actor) -> None:
    with pytest.raises(BadInput), Work(collector, Action.CASE_WRITE, at=NOW) as work:
        make_incident(work, Incident("", "SY", in_year(2014), particulars=of({"place_type": "the moon"})))
    assert read.find_incidents(Reader(collector)) == []


@pytest.mark.django_db(databases=["default", "identities"])
def test_a_changed_field_starts_the_facts_anew_and_a_confidential_account_does_not(collector: Actor) -> None:
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        violation, act = recruited(work)
    reader = Reader(collector)
    before, incident = read.get_version(reader, act.id), read.get_incident(reader, violation.incident_id)
    told_before = read.get_version(reader, incident.id).facts_since
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        put_act(work, replace(act, particulars=act.particulars.updated(of({"recruitment_form": "forced"}))))
        account = incident.particulars.updated(of({"account": "Told without names."}))
        put_incident(work, replace(incident, particulars=account))
    assert read.get_version(reader, act.id).facts_since > before.facts_since
    assert read.get_version(reader, incident.id).facts_since == told_before


def test_a_register_brings_fields_and_names_the_one_it_cannot_read() -> None:
    base = {"incident_id": "I1", "violation": "recruitment_use", "act_id": "A1", "situation": "SY"}
    reading = Reading("r", NOW.date())
    entry = reading.entry(RawRow(2, {**base, **CELLS, "cross_border": "y"}))
    assert entry.act is not None and entry.act.particulars == read_cells("recruitment_use", Level.ACT, CELLS)
    assert entry.violation.particulars == of({"cross_border": True})
    with pytest.raises(BadInput) as refusal:
        reading.entry(RawRow(3, {**base, "act_id": "A2", "joined_on": "last spring"}))
    assert refusal.value.where == "joined_on"


def test_rows_of_one_violation_that_disagree_are_signalled_and_the_first_stands() -> None:
    base = {"incident_id": "I1", "violation": "killing", "situation": "SY"}
    reading = Reading("r", NOW.date())
    reading.entry(RawRow(2, {**base, "act_id": "A1", "weapons": "uav"}))
    second = reading.entry(RawRow(3, {**base, "act_id": "A2", "weapons": "missile"}))
    assert second.violation.particulars == of({"weapons": ("uav",)})
    assert [field for field, _ in second.signals] == ["weapons"]


def test_a_field_that_a_register_does_not_carry_stays_as_a_person_set_it() -> None:
    cells = {"incident_id": "I1", "violation": "recruitment_use", "act_id": "A1", "situation": "SY", "armed": "y"}
    entry = Reading("r", NOW.date()).entry(RawRow(2, cells))
    assert entry.act is not None
    by_hand = replace(entry.act, particulars=of({"recruitment_form": "forced"}))
    known = Known({}, {entry.violation.id: entry.violation}, {}, {by_hand.id: by_hand}, {})
    assert plan([entry], known).acts == (by_hand,)


def test_a_template_with_the_columns_of_a_type_is_read_back() -> None:
    names = [spec.name for code in OF_TYPE for spec in form(code)]
    table = read_acts(io.BytesIO(template(names).encode()), MORE_COLUMNS)
    assert set(names) <= set(table.columns) and table.ignored == ()
