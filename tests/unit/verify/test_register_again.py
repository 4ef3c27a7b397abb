"""A register that comes again: what is the same changes nothing, what was corrected does, and a dry run says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.models import get_quarantine
from tawthiq.record.extract.models import StatementRow
from tawthiq.record.link.models import ActRow, ChildRow, IncidentRow, SupportRow, ViolationRow
from tawthiq.record.link.models.read import get_act
from tawthiq.record.link.models.write import put_act
from tawthiq.record.link.plan import Becomes
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.models import AssessmentRow
from tawthiq.record.verify.models.acts import unverified_tally, verified_acts
from tawthiq.record.verify.register import Register, dry_run, import_register
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.when import between
from unit.verify.registers import AT, ONE, bring, csv_of

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def test_the_same_file_again_changes_nothing(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE))
    again = bring(collector, csv_of(ONE))
    assert {kind: dict(counts) for kind, counts in again.becomes.items()} == {
        kind: {Becomes.NEW: 0, Becomes.CHANGED: 0, Becomes.SAME: 1}
        for kind in ("incident", "violation", "child", "act")
    }
    assert [model.objects.count() for model in (IncidentRow, ViolationRow, ChildRow, ActRow, AssessmentRow)] == [1] * 5
    assert (StatementRow.objects.count(), SupportRow.objects.count()) == (1, 2)


def test_what_spans_batches_counts_once_in_a_dry_run_and_in_the_import(collector: Actor) -> None:
    each_alone = Register("", AT, (), batch_rows=1)
    rows = csv_of(ONE, ONE.replace("A1", "A2").replace("2014-03-01", "2014-03-09"), ONE.replace("A1", "A3"), ONE)
    told = dry_run(Reader(collector), BytesIO(rows), each_alone)
    done = import_register(collector, BytesIO(rows), Arrival("acts.csv"), each_alone)
    new = {"incident": 1, "violation": 1, "child": 1, "act": 3}
    for report in (told, done):
        assert {kind: counts[Becomes.NEW] for kind, counts in report.becomes.items()} == new
        assert all(counts[Becomes.CHANGED] == counts[Becomes.SAME] == 0 for counts in report.becomes.values())
        assert (report.changes, report.signals["act_id", "the same row stands twice: counted once"]) == ([], 1)


def test_a_corrected_row_updates_by_its_key(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE))
    report = bring(collector, csv_of(ONE.replace(",14,15,", ",12,13,")))
    assert [(change.kind, change.field, change.before, change.after) for change in report.changes] == [
        ("act", "age", "14-15", "12-13")
    ]
    acts = verified_acts(Reader(verifier))
    assert (len(acts), acts.age_min[0]) == (1, 12)


def test_a_dry_run_shows_what_becomes_of_decisions_and_to_whom_an_act_is_laid(collector: Actor) -> None:
    other = ONE.replace("A1", "A2").replace("C1", "C2")
    bring(collector, csv_of(ONE, other))
    changed = csv_of(ONE.replace("verified,2014-05-02", "pending,2014-05-02"), other.replace(",fsa,", ",isil,"))
    told = dry_run(Reader(collector), BytesIO(changed), Register("", AT, ()))
    assert [(one.kind, one.key, one.field, one.before, one.after) for one in told.changes] == [
        ("act", "A2", "violation", "I1|recruitment_use|sole|fsa", "I1|recruitment_use|sole|isil"),
        ("decision", "A1", "status", "verified", "pending"),
    ]
    assert told.n_decisions == 2, "one that is new, one on an act that is another now"
    assert dry_run(Reader(collector), BytesIO(csv_of(ONE, other)), Register("", AT, ())).n_decisions == 0


def test_a_decision_without_a_day_is_told_once_on_whatever_day_it_is_told_again(collector: Actor) -> None:
    data = csv_of(ONE.replace("verified,2014-05-02,Invented task force,un_mrm@1", "pending,,,"))
    bring(collector, data)
    later = Register("", datetime(2015, 9, 1, tzinfo=UTC), ())
    assert import_register(collector, BytesIO(data), Arrival("acts.csv"), later).n_decisions == 0
    assert AssessmentRow.objects.count() == 1


def decided_here(actor: Actor, status: Status) -> None:
    subject = ActRow.objects.get(until__isnull=True).thing
    judged = Judgement(Stage.FOCAL, status, "un_mrm@1", "Invented task force", reasons="an invented reason")
    with Work(actor, Action.ASSESS) as work:
        assess(work, [subject], judged)


def test_a_register_that_says_the_same_again_leaves_what_was_decided_here_since(
    collector: Actor, verifier: Actor
) -> None:
    bring(collector, csv_of(ONE))
    decided_here(verifier, Status.NOT_VERIFIABLE)
    told = dry_run(Reader(collector), BytesIO(csv_of(ONE)), Register("", AT, ()))
    again = bring(collector, csv_of(ONE))
    assert (told.n_decisions, told.changes, again.n_decisions, again.changes) == (0, [], 0, [])
    assert len(verified_acts(Reader(verifier))) == 0
    assert bring(collector, csv_of(ONE.replace("2014-05-02", "2014-05-03"))).n_decisions == 1, "it says another thing"


def test_a_register_that_decides_what_was_only_decided_here_is_heard(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE.replace("verified,2014-05-02,Invented task force,un_mrm@1", ",,,")))
    decided_here(verifier, Status.NOT_VERIFIABLE)
    assert bring(collector, csv_of(ONE)).n_decisions == 1


def test_of_two_decisions_of_a_register_the_last_is_the_one_it_told(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE))
    last = csv_of(ONE.replace("2014-05-02", "2014-05-03"))
    assert bring(collector, last).n_decisions == 1
    decided_here(verifier, Status.NOT_VERIFIABLE)
    assert bring(collector, last).n_decisions == 0


@pytest.mark.parametrize("batch_rows", [1, 100])
def test_a_row_that_stands_twice_is_one_decision_in_batches_of_any_length(collector: Actor, batch_rows: int) -> None:
    reading = Register("", AT, (), batch_rows=batch_rows)
    for data in (csv_of(ONE, ONE), csv_of(*[ONE.replace("2014-05-02", "2014-05-03")] * 2)):
        told = dry_run(Reader(collector), BytesIO(data), reading)
        done = import_register(collector, BytesIO(data), Arrival("acts.csv"), reading)
        assert (told.n_decisions, done.n_decisions) == (1, 1)
        assert told.changes == done.changes


@pytest.mark.parametrize(
    ("old", "new"),
    [("2014-03-01,2014-03-01", "2014-03-02,2014-03-02"), ("Aleppo", "Homs"), (",fsa,", ",isil,"), ("A1", "A1")],
)
def test_a_dry_run_and_the_import_bring_in_the_same_decisions(collector: Actor, old: str, new: str) -> None:
    other = ONE.replace("A1", "A2").replace("C1", "C2").replace("I1", "I2")
    bring(collector, csv_of(ONE, other))
    data = csv_of(ONE.replace(old, new), other)
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    done = bring(collector, data)
    assert (told.n_decisions, told.changes) == (done.n_decisions, done.changes)
    assert told.n_decisions == int(old != new)


def test_a_dry_run_sees_that_the_place_of_an_incident_was_corrected_in_its_other_row(collector: Actor) -> None:
    other = ONE.replace("A1", "A2").replace("C1", "C2")
    bring(collector, csv_of(ONE, other))
    data = csv_of(other.replace("Aleppo", "Homs"))
    told = dry_run(Reader(collector), BytesIO(data), Register("", AT, ()))
    assert told.n_decisions == bring(collector, data).n_decisions == 1


def test_a_time_that_an_older_version_read_coarser_is_no_other_fact(collector: Actor, verifier: Actor) -> None:
    coarse = ONE.replace("2014-03-01,2014-03-01", "2013-11,2014-02")
    days = between(date(2013, 11, 1), date(2014, 2, 28))
    bring(collector, csv_of(coarse))
    with Work(collector, Action.CASE_WRITE) as work:
        put_act(work, replace(get_act(work, ActRow.objects.get().thing), happened_on=days))
    again = bring(collector, csv_of(coarse))
    assert get_act(Reader(verifier), ActRow.objects.get(until__isnull=True).thing).happened_on == days
    assert [change for change in again.changes if change.kind == "act"] == []


def test_a_correction_that_is_not_verified_again_falls_back(collector: Actor, verifier: Actor) -> None:
    bring(collector, csv_of(ONE))
    bring(collector, csv_of(ONE.replace(",14,15,", ",12,13,").replace("verified,2014-05-02", ",")))
    assert len(verified_acts(Reader(verifier))) == 0
    assert unverified_tally(Reader(verifier)).status.word(0) == "under_review"


def test_quarantine_does_not_double_either(collector: Actor) -> None:
    data = csv_of(ONE.replace("fsa", "no_such_party"))
    bring(collector, data)
    bring(collector, data)
    assert len(get_quarantine(Reader(collector))) == 1


def test_two_registers_may_use_the_same_ids(collector: Actor) -> None:
    bring(collector, csv_of(ONE), register="one")
    bring(collector, csv_of(ONE) + b"\n", register="two")
    assert (ActRow.objects.count(), ChildRow.objects.count()) == (2, 2)
