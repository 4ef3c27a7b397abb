"""What stands in the verified table, and what never does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tawthiq.record.verify.assessment import Assessment, Stage, Status
from tawthiq.record.verify.models.acts import count_unverified, count_verified, unverified_tally, verified_acts
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.models.write import put_assessments
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.violation import Unit
from unit.verify.made import NOW, put_case

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def assess(actor: Actor, subject: str, **changed: Any) -> None:
    with Work(actor, Action.ASSESS, at=NOW) as work:
        (found,) = get_subjects(work, [subject])
        fields: dict[str, Any] = {
            "occurrence": Status.VERIFIED,
            "attribution": Status.VERIFIED,
            "age": Status.VERIFIED,
            "policy": "provisional@1",
            "body": "Example monitors",
            "stage": Stage.FINAL,
            "by": actor.id,
            "at": NOW,
            "decided_on": date(2015, 2, 1),
            **changed,
        }
        put_assessments(work, [Assessment(found.id, found.facts, **fields)], [found])


def test_a_case_nobody_assessed_is_new_and_in_no_verified_row(collector: Actor, verifier: Actor) -> None:
    put_case(collector)
    assert len(verified_acts(Reader(verifier))) == 0
    tally = unverified_tally(Reader(verifier))
    assert (len(tally), tally.status.word(0)) == (1, "new")


def test_a_final_decision_brings_the_act_into_the_verified_table(collector: Actor, verifier: Actor) -> None:
    subject = put_case(collector)
    assess(verifier, subject)
    acts = verified_acts(Reader(verifier), situation="SY")
    assert acts.subject_ids(acts.sex.is_word("m")) == [subject]
    assert (acts.parties.word(0), acts.how.word(0), acts.unit.word(0)) == ("SY.ISIL", "sole", "child")
    assert (acts.age_min[0], acts.age_max[0], acts.n_children[0]) == (14, 15, 1)
    assert (str(acts.first_day[0]), str(acts.verified_on[0])) == ("2014-07-03", "2015-02-01")
    assert len(unverified_tally(Reader(verifier))) == 0


def test_unverified_attribution_stands_as_unidentified(collector: Actor, verifier: Actor) -> None:
    assess(verifier, put_case(collector), attribution=Status.PENDING, age=Status.PENDING)
    acts = verified_acts(Reader(verifier))
    assert (acts.parties.word(0), acts.how.word(0), acts.age_min[0]) == ("", "unidentified", -1)


def test_a_violation_counted_in_incidents_is_a_row_of_its_own(collector: Actor, verifier: Actor) -> None:
    subject = put_case(collector, kind="attack_school")
    assess(verifier, subject)
    acts = verified_acts(Reader(verifier))
    assert (acts.unit.word(0), acts.n_children[0], acts.subject_ids(acts.unit.is_word("incident"))) == (
        "incident",
        0,
        [subject],
    )


def test_what_the_database_counts_is_what_the_columns_hold(collector: Actor, verifier: Actor) -> None:
    for name, kind in (("one", "recruitment_use"), ("two", "attack_school"), ("three", "recruitment_use")):
        subject = put_case(collector, name, kind)
        if name != "three":
            assess(verifier, subject)
    put_case(collector, "four", "denial_access")
    reader = Reader(collector)
    for counted, table in ((count_verified, verified_acts), (count_unverified, unverified_tally)):
        found = table(reader)
        n_incidents = int(found.unit.is_word(Unit.INCIDENT.value).sum())
        assert counted(reader) == {Unit.CHILD: int(found.n_children.sum()), Unit.INCIDENT: n_incidents}
        assert counted(reader) == {Unit.CHILD: 1, Unit.INCIDENT: 1}
