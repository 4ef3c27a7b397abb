"""Whatever is downgraded, corrected, merged or withdrawn opens a restatement on the release that used it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.record.link.act import Armed
from tawthiq.record.link.by_hand import merge_children, part_children
from tawthiq.record.link.child import Child
from tawthiq.record.link.consent import Answer, By, Consent, Purpose
from tawthiq.record.link.incident import FileState
from tawthiq.record.link.models import beside, read, write
from tawthiq.record.link.violation import UNIDENTIFIED
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.publish.disturbed import Disturbance, How, disturbed
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import due_restatements, freeze, propose
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from unit.count.recorded import AT, put_register, verify
from unit.verify.made import actor

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
BY_PARTY = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party")


@pytest.fixture
def acts(collector: Actor, verifier: Actor, publisher: Actor) -> list[str]:
    """Acts 0-19 verified and in a release that two people made, nothing due."""
    made = put_register(collector, 0, 20)
    verify(verifier, made)
    with Work(verifier, Action.RELEASE_PROPOSE, at=AT) as work:
        proposal_id = propose(work, Proposal((BY_PARTY,), languages=("en",)))
    with Work(publisher, Action.RELEASE_BUILD, at=AT) as work:
        freeze(work, proposal_id)
    assert due(publisher) == []
    return made


def due(reads: Actor) -> list[Disturbance]:
    return due_restatements(Reader(reads))


def told(found: list[Disturbance]) -> list[tuple[str, How]]:
    return [(one.subject_id, one.how) for one in found]


def test_every_downgrade_is_detected_and_closing_a_file_is_none(
    acts: list[str], collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    reader = Reader(publisher)
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        closed = read.get_violation(work, read.get_act(work, acts[0]).violation_id).incident_id
        write.put_incident(work, replace(read.get_incident(work, closed), state=FileState.CLOSED))
    assert due(publisher) == [], "closing a file changes no figure"

    verify(actor(Role.VERIFIER), [acts[1]], outcome="not_verifiable")
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        write.put_act(work, replace(read.get_act(work, acts[2]), armed=Armed.N))
    withdrawn = read.get_act(reader, acts[3]).child_id
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        beside.put_consent(work, Consent(withdrawn, Purpose.REPORTING, By.CAREGIVER, Answer.WITHDRAWN))
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        violation = read.get_violation(work, read.get_act(work, acts[4]).violation_id)
        write.put_violation(work, replace(violation, attribution=UNIDENTIFIED))
    assert told(due(publisher)) == [(one, How.LEFT) for one in sorted(acts[1:5])]

    verify(verifier, [acts[4]])
    found = dict(told(due(publisher)))
    assert found[acts[4]] is How.CHANGED, "verified again, it stands in the row of the unidentified"
    assert {one.old for one in due(publisher)} == {(20, 0)} and {one.new for one in due(publisher)} == {(17, 0)}


def test_a_merge_of_two_children_is_a_recount_and_parting_them_closes_it(
    acts: list[str], collector: Actor, publisher: Actor
) -> None:
    one, other = (read.get_act(Reader(publisher), act).child_id for act in acts[:2])
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        write.put_children(work, [Child(one), Child(other)])
        merge_children(work, other, one)
    assert told(due(publisher)) == [("", How.RECOUNTED)]
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        part_children(work, other)
    assert due(publisher) == []


def test_an_act_that_enters_a_closed_period_is_said(
    acts: list[str], collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    late = put_register(collector, 50, 1)
    verify(verifier, late)
    assert told(due(publisher)) == [(late[0], How.ENTERED)]
    release = due(publisher)[0].release_id
    assert told(due_restatements(Reader(publisher), release)) == [(late[0], How.ENTERED)]


def test_equal_figures_disturb_nothing(acts: list[str], verifier: Actor) -> None:
    from tawthiq.report.count.step import count_now

    figure = count_now(Reader(verifier), BY_PARTY)
    assert disturbed("rel", figure, figure) == ()
