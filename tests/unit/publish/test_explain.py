"""Who changed this number, and why: every act behind a difference is named with the deed that moved it."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.record.link.act import Act, AgeRange, Sex
from tawthiq.record.link.models.write import put_acts
from tawthiq.report.count.figure import figure_from
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.publish.between import Between, explain_releases
from tawthiq.report.publish.explain import Move, explain
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.step import freeze, propose
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind, make_id
from unit.count.made import acts, child
from unit.count.recorded import AT, put_register, verify

SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party")
AGES = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="age_band")


def test_acts_enter_leave_and_move_between_buckets_and_rows() -> None:
    before = figure_from(acts([child(1, parties="a"), child(2, parties="a"), child(3, parties="a")]), SPEC)
    after = figure_from(
        acts([child(1, parties="b"), child(2, parties="a", when="2013"), child(9, verified_on="2016-01-01"), child(4)]),
        SPEC,
    )
    found = explain(before, after)
    assert {one.subject_id: one.how for one in found.moved} == {
        "act_000000": Move.CHANGED,
        "act_000001": Move.MOVED,
        "act_000002": Move.LEFT,
        "act_000003": Move.ENTERED,
    }
    assert [(row.cell, row.before, row.after) for row in found.rows] == [
        ((), (3, 0), (2, 1)),
        (("b",), (0, 0), (1, 0)),
        (("a",), (3, 0), (0, 1)),
        (("unidentified",), (0, 0), (1, 0)),
    ]


def test_the_same_figure_twice_has_nothing_to_explain() -> None:
    figure = figure_from(acts([child(1, parties="a")]), SPEC)
    assert (explain(figure, figure).rows, explain(figure, figure).moved) == ((), ())


def _release(proposer: Actor, approver: Actor) -> str:
    proposal = Proposal((SPEC, AGES), Bars(1, 1), reason="every number of an invented register")
    with Work(proposer, Action.RELEASE_PROPOSE, at=AT) as work:
        asked = propose(work, proposal)
    with Work(approver, Action.RELEASE_BUILD, at=AT) as work:
        return freeze(work, asked, override="invented").release.id


@pytest.fixture
def between(collector: Actor, verifier: Actor, second_verifier: Actor, publisher: Actor) -> Between:
    """An age corrected, two decisions taken back, three acts verified later; between two releases."""
    first = put_register(collector, 0, 12)
    verify(verifier, first)
    one = _release(verifier, publisher)
    verify(second_verifier, first[:2], outcome="not_verifiable")
    verify(verifier, put_register(collector, 50, 3, party="fsa"), on=date(2014, 12, 1))
    number = 5
    corrected = Act(first[number], make_id(Kind.VIOLATION, ["invented", number]),
                    make_id(Kind.CHILD, ["invented", number]), sex=Sex.M, age=AgeRange(12, 12))  # fmt: skip
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        put_acts(work, [corrected])
    verify(verifier, [first[number]])
    return explain_releases(Reader(verifier), _release(verifier, publisher), one)


@pytest.mark.django_db(databases=["default", "identities"])
def test_every_act_that_moved_is_there_with_who_and_why(between: Between, second_verifier: Actor) -> None:
    by_party, by_age = between.figures
    assert (by_party.before.value, by_party.after.value) == (12, 13)
    assert {name: n for name, n in by_party.counts.items() if n} == {"entered": 3, "left": 2}
    assert by_age.counts["changed"] == 1
    assert between.why is not None
    [left, _] = [one.subject_id for one in by_party.moved if one.how is Move.LEFT]
    [decision] = between.why[left]
    told = (decision.by, decision.status, decision.decided_on, decision.reason)
    assert told == (second_verifier.id, "not_verifiable", date(2014, 11, 5), "invented for a test")
    assert between.earlier.release.freeze.size <= decision.seq < between.later.release.freeze.size
    [changed] = [one.subject_id for one in by_age.moved if one.how is Move.CHANGED]
    fields = [(one.field, one.before, one.after) for touch in between.why[changed] for one in touch.changes]
    assert fields == [("age_min", "15", "12"), ("age_max", "15", "12"), ("armed", "y", "u")]


@pytest.mark.django_db(databases=["default", "identities"])
def test_who_may_not_read_decisions_sees_numbers_and_no_person(between: Between) -> None:
    analyst = Reader(Actor("usr_analyst", frozenset({Role.ANALYST})))
    seen = explain_releases(analyst, between.earlier.id, between.later.id)
    assert seen.why is None
    assert [one.rows for one in seen.figures] == [one.rows for one in between.figures]
