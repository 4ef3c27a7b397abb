"""A kept figure is counted again whenever it is read, as of its freeze; only verified acts are in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from as_json import many, rows
from tawthiq.record.link.models import read as cases
from tawthiq.record.link.models import write
from tawthiq.report.count import step
from tawthiq.report.count.figure import FIRST_RULES, SECOND_RULES
from tawthiq.report.count.kept import figure_as_kept
from tawthiq.report.count.models import find_figures, get_as_kept, get_kept, put_figure
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import acts_behind, build_figure, count_now, get_figure
from tawthiq.report.count.wire import figure_document
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken, NotFound, NotPermitted
from tawthiq.terms.outcome import Made
from tawthiq.terms.when import parse_when
from unit.count.recorded import AT, put_register, verify
from unit.verify.made import actor

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party,sex")


def test_a_later_verification_changes_a_new_figure_and_no_kept_one(
    collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    acts = put_register(collector, 1, 12)
    verify(verifier, acts[:7])
    with Work(publisher, Action.FIGURE_BUILD) as work:
        before = build_figure(work, SPEC)
    verify(verifier, acts[7:])
    with Work(publisher, Action.FIGURE_BUILD) as work:
        after = build_figure(work, SPEC)
    assert (before.value, after.value) == (7, 12)
    assert get_figure(Reader(publisher), before.id) == before
    assert [kept.id for kept in find_figures(Reader(publisher))] == [after.id, before.id]
    assert set(acts_behind(Reader(publisher), before.id).ids) == set(acts[:7])
    assert acts_behind(Reader(publisher), after.id, ("isil", "f")).ids == (acts[9],)


def test_what_is_not_verified_is_in_no_figure(collector: Actor, verifier: Actor, publisher: Actor) -> None:
    acts = put_register(collector, 1, 3)
    verify(verifier, acts[:1], outcome="not_verifiable")
    with Work(publisher, Action.FIGURE_BUILD) as work:
        assert build_figure(work, SPEC).value == 0


def test_the_same_figure_is_kept_once(collector: Actor, verifier: Actor, publisher: Actor) -> None:
    verify(verifier, put_register(collector, 1, 3))
    ids = set()
    for _ in range(2):
        with Work(publisher, Action.FIGURE_BUILD) as work:
            ids.add(build_figure(work, SPEC, size=20).id)
    assert len(ids) == len(find_figures(Reader(publisher))) == 1


def test_the_document_has_the_words_of_the_interface(collector: Actor, verifier: Actor, publisher: Actor) -> None:
    verify(verifier, put_register(collector, 1, 12))
    with Work(publisher, Action.FIGURE_BUILD) as work:
        document = figure_document(build_figure(work, SPEC))
    total, boys, girls = rows(document["rows"])
    assert total["value"] == 12 and boys["party"] == "isil" and girls["sex"] == "f"
    assert {"value", "unit", "numerator", "denominator", "unknown", "late", "ids"} <= set(girls)
    assert document["kind"] == "verified_figure"
    assert document["basis"] == [{"words": "verified by Invented Monitoring Group under provisional@1", "n_acts": 12}]


def test_a_collector_builds_no_figure(collector: Actor) -> None:
    with pytest.raises(NotPermitted), Work(collector, Action.FIGURE_BUILD) as work:
        build_figure(work, SPEC)


def test_an_unknown_figure_is_not_found(publisher: Actor) -> None:
    with pytest.raises(NotFound):
        get_kept(Reader(publisher), "fig_none")


def test_a_figure_waits_to_be_counted_anew_only_while_cases_changed_since(
    collector: Actor, verifier: Actor, publisher: Actor
) -> None:
    acts = put_register(collector, 1, 4)
    verify(verifier, acts[:2])
    with Work(publisher, Action.FIGURE_BUILD) as work:
        before = build_figure(work, SPEC)
    assert list(step.todo(Reader(publisher))) == []
    verify(verifier, acts[2:])
    assert list(step.todo(Reader(publisher))) == [before.id]
    with Work(publisher, Action.FIGURE_BUILD) as work:
        outcome = step.run(work, before.id)
    assert isinstance(outcome, Made)
    [after] = outcome.ids
    assert list(step.todo(Reader(publisher))) == []
    assert (get_kept(Reader(publisher), before.id).value, get_kept(Reader(publisher), after).value) == (2, 4)


def test_a_figure_read_back_is_the_one_that_was_counted(collector: Actor, verifier: Actor, publisher: Actor) -> None:
    verify(verifier, put_register(collector, 1, 12))
    with Work(publisher, Action.FIGURE_BUILD) as work:
        built = build_figure(work, SPEC)
    kept = get_as_kept(Reader(publisher), built.id)
    assert kept.result() | {"ids": "", "rows": []} == built.result() | {"ids": "", "rows": []}
    assert kept.rows == tuple(replace(row, ids=(), late_ids=()) for row in built.rows)


def test_a_kept_figure_that_was_changed_is_not_shown(collector: Actor, verifier: Actor, publisher: Actor) -> None:
    verify(verifier, put_register(collector, 1, 2))
    with Work(publisher, Action.FIGURE_BUILD) as work:
        built = build_figure(work, SPEC)
    with pytest.raises(IntegrityBroken):
        figure_as_kept(built.id, {**built.result(), "value": 3})


def test_what_comes_into_an_incident_later_moves_no_verified_act(collector: Actor, verifier: Actor) -> None:
    """Its time has grown since by a row that nobody verified: the decision was about the time of before."""
    acts = put_register(collector, 1, 3, key="register")
    verify(verifier, acts)
    second = count_now(Reader(verifier), SPEC, rules=SECOND_RULES)
    with Work(verifier, Action.FIGURE_BUILD, at=AT) as work:
        put_figure(work, second)
    _widen_every_incident(collector, acts, "2013-11-02/2014-05-31")
    assert (count_now(Reader(verifier), SPEC).value, count_now(Reader(verifier), SPEC).late) == (3, 0)
    assert count_now(Reader(verifier), SPEC, rules=SECOND_RULES).late == 3, "as it was counted before"
    assert get_figure(Reader(verifier), second.id) == second


def test_an_act_of_no_day_verified_before_its_incident_had_one_is_undated(collector: Actor, verifier: Actor) -> None:
    acts = put_register(collector, 1, 2, when="", key="register")
    verify(verifier, acts)
    _widen_every_incident(collector, acts, "2014-05")
    figure = count_now(Reader(verifier), SPEC)
    assert (figure.value, figure.late, figure.n_undated) == (0, 0, 2)
    notes = many(figure_document(figure)["notes"])
    assert any("no day of theirs was told or judged" in str(note) for note in notes)
    verify(actor(Role.VERIFIER), acts)
    assert count_now(Reader(verifier), SPEC).value == 2, "decided again, now with a time to judge"


def _widen_every_incident(collector: Actor, acts: list[str], when: str) -> None:
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        for one in acts:
            violation = cases.get_violation(work, cases.get_act(work, one).violation_id)
            incident = cases.get_incident(work, violation.incident_id)
            write.put_incident(work, replace(incident, happened_on=parse_when(when)))


def test_a_figure_kept_under_the_first_rules_is_counted_again_under_them(collector: Actor, verifier: Actor) -> None:
    verify(verifier, put_register(collector, 0, 4))
    first = count_now(Reader(verifier), SPEC, rules=FIRST_RULES)
    with Work(verifier, Action.FIGURE_BUILD, at=AT) as work:
        put_figure(work, first)
    assert get_figure(Reader(verifier), first.id) == first
    assert get_as_kept(Reader(verifier), first.id).value == first.value == count_now(Reader(verifier), SPEC).value
    assert first.id != count_now(Reader(verifier), SPEC).id
