"""Who may sign what, and in which order; through the service and straight at the database."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError

from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.models import put_decision
from tawthiq.record.link.act import AgeRange
from tawthiq.record.link.models import write as link
from tawthiq.record.verify.assessment import Assessment, Origin, Stage, Status, actor_of_register
from tawthiq.record.verify.body import Body
from tawthiq.record.verify.models import read
from tawthiq.record.verify.models.acts import unverified_tally, verified_acts
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.models.write import put_assessments, put_body
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict, ImpossibleDate, MissingField, NotPermitted, SecondSignature
from unit.verify.made import NOW, act, actor, put_case, put_item, put_telling

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

FOCAL = Judgement(Stage.FOCAL, Status.VERIFIED, "provisional@1", "Example monitors")
FINAL = replace(FOCAL, stage=Stage.FINAL)


def sign(by: Actor, subject: str, judgement: Judgement) -> Assessment:
    with Work(by, Action.ASSESS, at=NOW) as work:
        return assess(work, [subject], judgement)[0]


def told_case(collector: Actor, name: str = "one") -> str:
    subject = put_case(collector, name)
    put_telling(collector, subject, put_item(collector, b"An invented witness account."))
    return subject


def test_two_people_verify_and_the_act_is_counted(collector: Actor, verifier: Actor, second_verifier: Actor) -> None:
    subject = told_case(collector)
    sign(verifier, subject, FOCAL)
    assert len(verified_acts(Reader(verifier))) == 0
    assert unverified_tally(Reader(verifier)).status.word(0) == "under_review"
    signed = sign(second_verifier, subject, FINAL)
    acts = verified_acts(Reader(verifier))
    assert (acts.policy.word(0), acts.body.word(0)) == ("provisional@1", "Example monitors")
    assert len(signed.relied_on) == 1


def test_one_person_does_not_sign_twice(collector: Actor, verifier: Actor) -> None:
    subject = told_case(collector)
    sign(verifier, subject, FOCAL)
    with pytest.raises(SecondSignature):
        sign(verifier, subject, FINAL)
    assert len(read.get_assessments(Reader(verifier), [subject])[subject]) == 1


def test_who_recorded_a_case_does_not_verify_it(verifier: Actor) -> None:
    both = actor(Role.COLLECTOR, Role.VERIFIER)
    subject = told_case(both)
    sign(verifier, subject, FOCAL)
    with pytest.raises(SecondSignature):
        sign(both, subject, FINAL)


@pytest.mark.parametrize("signer", ["maker", "earlier"])
def test_the_database_refuses_the_second_signature_too(collector: Actor, verifier: Actor, signer: str) -> None:
    maker = actor(Role.COLLECTOR, Role.VERIFIER)
    subject = told_case(maker)
    sign(verifier, subject, FOCAL)
    by = maker if signer == "maker" else verifier
    with pytest.raises(DatabaseError), Work(by, Action.ASSESS, at=NOW) as work:
        (found,) = get_subjects(work, [subject])
        second = Assessment(
            found.id, found.facts, Status.VERIFIED, "provisional@1", "Example", Stage.FINAL, by.id, NOW, NOW.date()
        )
        put_assessments(work, [second], [found])


def confirm(by: Actor, statement_id: str, verdict: Verdict = Verdict.CONFIRMED) -> None:
    with Work(by, Action.STATEMENT_DECIDE, at=NOW) as work:
        put_decision(work, Decision(statement_id, verdict, by.id, NOW))


def read_case(collector: Actor, *readers: Actor) -> str:
    """A case whose one statement these people confirmed."""
    subject = put_case(collector)
    told = put_telling(collector, subject, put_item(collector, b"An invented witness account."))
    for reader in readers:
        confirm(reader, told)
    return subject


def test_who_alone_confirmed_a_statement_does_not_verify_what_rests_on_it(collector: Actor, verifier: Actor) -> None:
    both = actor(Role.COLLECTOR, Role.VERIFIER)
    subject = read_case(collector, both)
    sign(verifier, subject, FOCAL)
    with pytest.raises(SecondSignature, match="alone confirmed"):
        sign(both, subject, FINAL)
    (told,) = read.get_assessments(Reader(verifier), [subject])[subject][0].relied_on
    confirm(verifier, told, Verdict.REJECTED)
    confirm(both, told)
    with pytest.raises(SecondSignature):
        sign(both, subject, FINAL)
    confirm(collector, told)
    sign(both, subject, FINAL)
    assert len(verified_acts(Reader(verifier))) == 1


@pytest.mark.parametrize("alone", [True, False])
def test_the_database_refuses_the_only_reader_too(collector: Actor, verifier: Actor, alone: bool) -> None:
    both = actor(Role.COLLECTOR, Role.VERIFIER)
    subject = read_case(collector, both, *([] if alone else [collector]))
    sign(verifier, subject, FOCAL)
    refused = pytest.raises(DatabaseError) if alone else nullcontext()
    with refused:
        put_final(both, subject)


@pytest.mark.parametrize("straight", [True, False])
@pytest.mark.parametrize("by_another", [True, False])
def test_who_added_a_statement_by_hand_is_one_of_its_readers_for_rule_and_database(
    collector: Actor, verifier: Actor, by_another: bool, straight: bool
) -> None:
    both, subject = actor(Role.COLLECTOR, Role.VERIFIER), put_case(collector)
    told = put_telling(collector, subject, put_item(collector, b"An invented witness account."), by_hand=both)
    confirm(collector if by_another else both, told)
    sign(verifier, subject, FOCAL)
    refused = pytest.raises(DatabaseError if straight else SecondSignature, match="alone")
    with nullcontext() if by_another else refused:
        put_final(both, subject) if straight else sign(both, subject, FINAL)


def test_who_confirmed_what_another_added_by_hand_is_not_its_only_reader(collector: Actor, verifier: Actor) -> None:
    both, subject = actor(Role.COLLECTOR, Role.VERIFIER), put_case(collector)
    told = put_telling(collector, subject, put_item(collector, b"An invented witness account."), by_hand=collector)
    confirm(both, told)
    sign(verifier, subject, FOCAL)
    put_final(both, subject)
    assert len(verified_acts(Reader(verifier))) == 1


def put_final(by: Actor, subject: str) -> None:
    """The final step straight at the database."""
    with Work(by, Action.ASSESS, at=NOW) as work:
        (found,) = get_subjects(work, [subject])
        last = Assessment(
            found.id, found.facts, Status.VERIFIED, "provisional@1", "Example", Stage.FINAL, by.id, NOW, NOW.date()
        )
        put_assessments(work, [last], [found])


@pytest.mark.parametrize(("origin", "outside"), [(Origin.REGISTER, False), (Origin.DESK, True)])
def test_the_database_keeps_signatures_and_transcripts_apart(
    collector: Actor, verifier: Actor, origin: Origin, outside: bool
) -> None:
    subject = told_case(collector)
    by = actor_of_register("Example body") if outside else verifier.id
    with pytest.raises(DatabaseError), Work(verifier, Action.ASSESS, at=NOW) as work:
        (found,) = get_subjects(work, [subject])
        wrong = Assessment(
            found.id, found.facts, Status.VERIFIED, "p@1", "Example", Stage.FINAL, by, NOW, NOW.date(), origin=origin
        )
        put_assessments(work, [wrong], [found])


def test_stages_are_taken_one_at_a_time(collector: Actor, verifier: Actor) -> None:
    subject = told_case(collector)
    with pytest.raises(Conflict):
        sign(verifier, subject, FINAL)
    sign(verifier, subject, FOCAL)


def test_a_downgrade_needs_reasons(collector: Actor, verifier: Actor, second_verifier: Actor) -> None:
    subject = told_case(collector)
    sign(verifier, subject, FOCAL)
    sign(second_verifier, subject, FINAL)
    reopened = replace(FOCAL, occurrence=Status.UNDER_REVIEW)
    with pytest.raises(MissingField):
        sign(verifier, subject, reopened)
    sign(verifier, subject, replace(reopened, reasons="a second account differs"))
    assert len(verified_acts(Reader(verifier))) == 0


def test_an_edit_after_verification_falls_back_to_review(
    collector: Actor, verifier: Actor, second_verifier: Actor
) -> None:
    subject = told_case(collector)
    sign(verifier, subject, FOCAL)
    sign(second_verifier, subject, FINAL)
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_act(work, replace(act("one"), age=AgeRange(16, 17)))
    assert len(verified_acts(Reader(verifier))) == 0
    assert unverified_tally(Reader(verifier)).status.word(0) == "under_review"


def test_a_decision_from_the_future_is_refused(collector: Actor, verifier: Actor) -> None:
    subject = told_case(collector)
    with pytest.raises(ImpossibleDate):
        sign(verifier, subject, replace(FOCAL, decided_on=date(2015, 3, 2)))
    with pytest.raises(ImpossibleDate):
        sign(verifier, subject, replace(FOCAL, decided_on=date(2014, 7, 2)))


def test_un_mrm_needs_a_configured_un_body(collector: Actor, verifier: Actor, second_verifier: Actor) -> None:
    subject = told_case(collector)
    mrm = replace(FOCAL, policy="un_mrm@1", body="Invented country task force", credibility=2, reliability="B")
    steps = [mrm, replace(mrm, stage=Stage.TECHNICAL), replace(mrm, stage=Stage.FINAL)]
    sign(verifier, subject, steps[0])
    sign(verifier, subject, steps[1])
    with pytest.raises(NotPermitted, match=r"un_mrm@1 refuses verified.*trained assessor.*UN body"):
        sign(second_verifier, subject, steps[2])
    body = Body("Invented country task force", True, (second_verifier.id,), (second_verifier.id,))
    with Work(actor(Role.ADMINISTRATOR), Action.ACCOUNT_MANAGE, at=NOW) as work:
        put_body(work, body)
    sign(second_verifier, subject, steps[2])
    assert len(verified_acts(Reader(verifier))) == 1


def test_two_independent_refuses_two_outlets_that_quote_one_organisation(
    collector: Actor, verifier: Actor, second_verifier: Actor
) -> None:
    subject = put_case(collector)
    for outlet in ("Outlet one", "Outlet two"):
        item = put_item(collector, f"{outlet} quotes the invented organisation".encode())
        put_telling(collector, subject, item, kind="media", name=outlet, speaker="Invented Organisation")
    sign(verifier, subject, replace(FOCAL, policy="two_independent@1"))
    with pytest.raises(NotPermitted, match="1 independent root"):
        sign(second_verifier, subject, replace(FINAL, policy="two_independent@1"))
    put_telling(collector, subject, put_item(collector, b"Another witness."), name="a witness of its own")
    sign(second_verifier, subject, replace(FINAL, policy="two_independent@1"))
    assert len(verified_acts(Reader(verifier))) == 1
