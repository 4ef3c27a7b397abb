"""Capture histories of the register: the children of a figure, on the lists of those whose knowledge they are."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest

from tawthiq.record.collect.intake import Arrival
from tawthiq.record.verify.register import Register, import_register
from tawthiq.report.count.spec import Spec, parse_spec
from tawthiq.report.count.step import count_now
from tawthiq.report.estimate.registered import registered
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, EmptyInput

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

HEAD = (
    "incident_id,violation,act_id,child_id,sex,group_boys,occurred_from,situation,status,verified_on,verified_by,"
    "policy,source_kinds"
)
DECIDED = "Invented task force,un_mrm@1"


def row(n: int, child: str, sex: str, sources: str, status: str = "verified", boys: str = "") -> str:
    day = "2014-05-02" if status == "verified" else ""
    by = DECIDED if status == "verified" else ","
    return f"I{n},recruitment_use,A{n},{child},{sex},{boys},2014-03-01,SY,{status},{day},{by},{sources}"


ROWS = (
    row(1, "C1", "m", "ngo_report"),
    row(2, "C2", "m", "ngo_report;health_staff"),
    row(3, "C3", "f", "health_staff"),
    row(4, "C1", "m", "health_staff"),
    row(5, "C5", "m", "ngo_report", status="pending"),
    row(6, "", "", "ngo_report", boys="4"),
)


def brought(collector: Actor) -> None:
    data = "\n".join((HEAD, *ROWS)).encode()
    at = datetime(2015, 1, 1, tzinfo=UTC)
    assert import_register(collector, BytesIO(data), Arrival("acts.csv"), Register("", at, ())).quarantined == []


def question(by: str = "", unit: str = "child", violation: str = "recruitment_use") -> Spec:
    return parse_spec(situation="SY", period="2014", violation=violation, by=by, unit=unit)


def test_each_verified_child_is_once_on_every_list_that_knows_of_it(collector: Actor, publisher: Actor) -> None:
    brought(collector)
    reader = Reader(publisher)
    found = registered(reader, question())
    assert found.tables[0].lists == ("health_staff", "ngo_report")
    assert found.tables[0].cells == (((1, 0), 1), ((1, 1), 2))
    assert (found.n_in_groups, found.n_unlisted, found.n_copies) == (4, 0, 0)
    assert found.n_children == count_now(reader, question()).value == 7
    with pytest.raises(EmptyInput):
        registered(reader, parse_spec(situation="SY", period="2013", violation="recruitment_use", unit="child"))
    with pytest.raises(BadInput):
        registered(reader, question(unit="act"))


def test_strata_share_their_lists_and_part_the_children(collector: Actor, publisher: Actor) -> None:
    brought(collector)
    found = registered(Reader(publisher), question(by="sex"))
    assert {one.stratum: one.cells for one in found.tables} == {"m": (((1, 1), 2),), "f": (((1, 0), 1),)}
