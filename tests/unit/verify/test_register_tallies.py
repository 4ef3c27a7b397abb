"""Tallies that a register claims, beside the acts that it tells."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from tawthiq.record.collect.intake import Arrival
from tawthiq.record.link.plan import Becomes, Plan
from tawthiq.record.link.tally import MAX_CLAIMS
from tawthiq.record.verify.brought import Report
from tawthiq.record.verify.register import Register, dry_run, import_register
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from unit.verify.made import violation
from unit.verify.registers import AT, bring, csv_of

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def tallied(n: int, boys: str, girls: str = "", sex: str = "m") -> str:
    return f"I1,killing,A{n},C{n},{sex},fsa,2014-03-01,SY,{boys},{girls}"


TALLY_HEAD = "incident_id,violation,act_id,child_id,sex,party,occurred_from,situation,tally_boys,tally_girls"


@pytest.mark.parametrize("batch_rows", [1, 100])
def test_an_import_and_its_dry_run_list_the_tallies_that_the_acts_contradict(collector: Actor, batch_rows: int) -> None:
    reading = Register("", AT, (), batch_rows=batch_rows)
    rows = [tallied(1, "3", "1"), tallied(2, "3", "1"), tallied(3, "3", "1", "f")]
    data = csv_of(*rows, head=TALLY_HEAD)
    told = dry_run(Reader(collector), BytesIO(data), reading)
    done = import_register(collector, BytesIO(data), Arrival("acts.csv"), reading)
    for report in (told, done):
        assert [(one.field, one.claimed, one.counted) for _, one in report.mismatches] == [("tally_boys", 3, 2)]
    more = csv_of(tallied(4, "3", "1"), tallied(3, "3", "1"), head=TALLY_HEAD)
    told = dry_run(Reader(collector), BytesIO(more), reading)
    assert [(one.field, one.counted) for _, one in told.mismatches] == [("tally_boys", 4), ("tally_girls", 0)]
    assert [one for _, one in import_register(collector, BytesIO(more), Arrival("more.csv"), reading).mismatches] == [
        one for _, one in told.mismatches
    ]


def test_an_act_that_a_dry_run_lays_to_others_leaves_the_tally_of_those_before(collector: Actor) -> None:
    rows = [tallied(1, "2"), tallied(2, "2")]
    bring(collector, csv_of(*rows, head=TALLY_HEAD))
    data = csv_of(rows[0], rows[1].replace("fsa", "isil").replace(",2,", ",,"), head=TALLY_HEAD)
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    assert [(one.claimed, one.counted) for _, one in told.mismatches] == [(2, 1)]
    assert [one for _, one in bring(collector, data).mismatches] == [one for _, one in told.mismatches]


def test_tallies_that_one_run_cannot_compare_are_signalled_once_each_however_many_batches_tell_them() -> None:
    report = Report()
    none: dict[str, dict[str, Becomes]] = {"incident": {}, "violation": {}, "child": {}, "act": {}}
    told = [replace(violation(f"v{n}"), n_claimed=2) for n in range(MAX_CLAIMS + 2)]
    for batch in (told, told[-2:], told[-1:]):
        report.add(Plan((), tuple(batch), (), (), none, ()))
    report.compare(lambda _claims: [])
    assert [n for (field, _), n in report.signals.items() if field == "tally"] == [2]
