"""What waits, for whom, and what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.record.link import step as link_step
from tawthiq.record.link.by_hand import merge_children, part_children
from tawthiq.record.link.child import Child
from tawthiq.record.link.models import write as link
from tawthiq.record.verify import step
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.record.verify.queue import queue
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind
from tawthiq.terms.outcome import Made, Nothing
from unit.verify.made import NOW, named, put_case, put_item, put_telling

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

FOCAL = Judgement(Stage.FOCAL, Status.VERIFIED, "provisional@1", "Example monitors")


def test_own_work_waits_for_somebody_else(collector: Actor, verifier: Actor, second_verifier: Actor) -> None:
    subject = put_case(collector)
    put_telling(collector, subject, put_item(collector, b"An invented account."))
    (new,) = queue(Reader(verifier))
    assert (new.next, new.policy, new.can_sign, new.gaps) == (Stage.FOCAL, "un_mrm@1", True, ())
    with Work(verifier, Action.ASSESS, at=NOW) as work:
        assess(work, [subject], FOCAL)
    (mine,) = queue(Reader(verifier))
    (theirs,) = queue(Reader(second_verifier))
    assert (mine.next, mine.policy, mine.can_sign) == (Stage.FINAL, "provisional@1", False)
    assert theirs.can_sign
    with Work(second_verifier, Action.ASSESS, at=NOW) as work:
        assess(work, [subject], replace(FOCAL, stage=Stage.FINAL))
    assert queue(Reader(verifier)) == []


def test_the_step_verifies_nothing_and_says_what_is_missing(collector: Actor, verifier: Actor) -> None:
    subject = put_case(collector, kind="attack_school")
    assert list(step.todo(Reader(verifier))) == [subject]
    with Work(verifier, Action.ASSESS, at=NOW) as work:
        done = step.run(work, subject)
    assert isinstance(done, Nothing)
    assert "no primary source" in done.reason
    assert len(verified_acts(Reader(verifier))) == 0


def test_a_child_told_twice_is_merged_and_parted_again(collector: Actor, verifier: Actor) -> None:
    put_case(collector, "one")
    put_case(collector, "two")
    one, two = named(Kind.CHILD, "one"), named(Kind.CHILD, "two")
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        merge_children(work, two, one)
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        assert part_children(work, two).same_as == ""


def test_children_of_one_key_are_one_until_a_person_parts_them(collector: Actor) -> None:
    children = [Child(named(Kind.CHILD, name), key="K1") for name in ("one", "two")]
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_children(work, children)
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        assert list(link_step.todo(work)) == ["K1"]
        outcome = link_step.run(work, "K1")
    assert isinstance(outcome, Made)
    (merged,) = outcome.ids
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        part_children(work, merged)
    assert list(link_step.todo(Reader(collector))) == []
