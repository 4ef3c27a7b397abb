"""Defects that other systems of monitoring had in their counts: none of them can come back here unnoticed.

Each class was found in the public history of another system; the names say what went wrong there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Unpack

import numpy as np
import pytest
from django.apps import apps
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tawthiq.record.link.act import Act
from tawthiq.record.link.incident import FileState
from tawthiq.record.link.models import read, write
from tawthiq.record.link.violation import UNIDENTIFIED, Violation
from tawthiq.record.verify.assessment import Status
from tawthiq.record.verify.reported import reported
from tawthiq.record.verify.verified import UnverifiedTally
from tawthiq.report.count.columns import coded
from tawthiq.report.count.figure import THIRD_RULES, Figure, figure_from
from tawthiq.report.count.period import Bucket, Facts, Standing, Straddle, bucket
from tawthiq.report.count.spec import heading_of, parse_spec, spec_from, unit_of
from tawthiq.report.count.step import count_now
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.violation import Unit, violation_types
from tawthiq.terms.when import When, in_quarter, on_day, parse_when
from unit.count.asked import Elsewhere, Words
from unit.count.made import Made, Told, acts, child, incident
from unit.count.recorded import AT, put_register, verify

in_database = pytest.mark.django_db(databases=["default", "identities"])
RECRUITED = parse_spec(situation="SY", period="2014", violation="recruitment_use")


def build(rows: list[Made], by: str = "", violation: str = "recruitment_use", **more: Unpack[Elsewhere]) -> Figure:
    asked: Words = {"situation": "SY", "period": "2014", "violation": violation, "by": by, **more}
    return figure_from(acts(rows), parse_spec(**asked))


def values(figure: Figure) -> dict[str, int]:
    return {row.cell[0]: row.value for row in figure.rows}


# Victims counted twice or not at all, totals that are wrong.


@pytest.mark.parametrize(
    ("by", "here", "there"),
    [
        ("party", {"parties": "here"}, {"parties": "there"}),
        ("admin1", {"admin1": "here"}, {"admin1": "there"}),
    ],
)
def test_rows_by_party_or_region_count_victims_and_not_violations(by: str, here: Told, there: Told) -> None:
    rows = [child(1, **here), child(1, **here), Made(n_boys=3, n_girls=1, **here), child(2, **there)]
    figure = build(rows, by=by)
    assert values(figure) == {"here": 5, "there": 1}
    assert [row.n_acts for row in figure.rows] == [6, 1]


@pytest.mark.parametrize("by", ["party", "admin1", "sex", "month", "party,admin1"])
def test_a_victim_told_of_by_two_rows_is_in_the_total_once(by: str) -> None:
    rows = [child(1, parties="a", admin1="SY01", when="2014-01"), child(1, parties="b", admin1="SY02", when="2014-02")]
    figure = build([*rows, child(2, parties="a", admin1="SY01", when="2014-01")], by=by)
    assert (figure.value, figure.n_acts, sum(row.value for row in figure.rows) - figure.overlap) == (2, 3, 2)


def test_no_victim_falls_out_of_a_breakdown_for_want_of_a_party_or_region() -> None:
    rows = [child(1, parties="a", admin1="SY01"), child(2, parties="a;b"), child(3), child(4, how="crossfire")]
    assert values(build(rows, by="party")) == {"a": 2, "b": 1, "crossfire": 1, "unidentified": 1}
    assert values(build(rows, by="admin1")) == {"SY01": 1, "u": 3}


@pytest.mark.parametrize(("told", "counted"), [("mu", "m"), ("uf", "f"), ("mf", "u"), ("uu", "u"), ("mm", "m")])
def test_a_child_stands_in_one_row_by_sex_whatever_its_rows_tell(told: str, counted: str) -> None:
    rows = [child(1, told[0]), child(1, told[1], violation="killing"), child(2, "m")]
    figure = build(rows, by="sex", violation="recruitment_use,killing")
    assert values(figure) == ({counted: 1, "m": 1} if counted != "m" else {"m": 2})
    assert (figure.value, figure.overlap) == (2, 0)
    alone = build(rows, by="sex", violation="killing")
    assert values(alone) == {counted: 1}, "known from another violation of the same child"


def test_sexes_counted_by_row_are_counted_so_again() -> None:
    spec = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="sex")
    figure = figure_from(acts([child(1, "m"), child(1, "u")]), spec, rules=THIRD_RULES)
    assert (figure.value, values(figure)) == (1, {"m": 1, "u": 1})


# Late verification that is wrong, or stale.

WHENS = st.none() | st.dates(date(2013, 1, 1), date(2015, 12, 31)).map(on_day)
NOT_VERIFIED = st.sampled_from([one for one in Standing if one is not Standing.VERIFIED])


@settings(max_examples=40)
@given(NOT_VERIFIED, WHENS, st.dates(date(2013, 1, 1), date(2015, 12, 31)), st.sampled_from(Straddle))
def test_what_is_not_verified_is_never_late(standing: Standing, when: When | None, on: date, rule: Straddle) -> None:
    found = bucket(Facts(standing, when, on, on), in_quarter(2014, 2), rule)
    assert found in (Bucket.PENDING, Bucket.NOT_VERIFIABLE, Bucket.ELSEWHERE)


def test_the_record_keeps_no_mark_of_lateness_that_could_grow_stale() -> None:
    record = [config for config in apps.get_app_configs() if config.name.startswith("tawthiq.record.")]
    names = {field.name for config in record for model in config.get_models() for field in model._meta.get_fields()}
    assert {"decided_on", "first_day"} <= names
    assert [name for name in names if "late" in name.split("_")] == []


@in_database
def test_a_corrected_day_is_late_or_current_anew_once_it_is_verified(collector: Actor, verifier: Actor) -> None:
    [act_id] = put_register(collector, 1, 1, when="2014-05")
    verify(verifier, [act_id])
    assert _bucketed(verifier) == (1, 0)
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        write.put_act(work, replace(read.get_act(work, act_id), happened_on=parse_when("2013-12")))
    assert _bucketed(verifier) == (0, 0), "nobody has verified the new day"
    verify(verifier, [act_id])
    assert _bucketed(verifier) == (0, 1)


@in_database
def test_a_corrected_day_of_the_incident_is_not_ignored(collector: Actor, verifier: Actor) -> None:
    [act_id] = put_register(collector, 1, 1, when="2014-05")
    verify(verifier, [act_id])
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        violation = read.get_violation(work, read.get_act(work, act_id).violation_id)
        told = read.get_incident(work, violation.incident_id)
        write.put_incident(work, replace(told, happened_on=parse_when("2013-12")))
    assert _bucketed(verifier) == (0, 0), "nobody has verified the new day"


def _bucketed(reads: Actor) -> tuple[int, int]:
    figure = count_now(Reader(reads), RECRUITED)
    return figure.value, figure.late


# Incidents under the name of children.


def test_every_type_is_counted_in_its_own_unit_and_refuses_the_other() -> None:
    for kind in violation_types():
        in_incidents = kind.unit is Unit.INCIDENT
        figure = build([incident(kind.code) if in_incidents else Made(kind.code, n_boys=2)], violation=kind.code)
        assert (figure.unit.value, figure.value) == (("incident", 1) if in_incidents else ("child", 2))
        with pytest.raises(BadInput):
            build([], violation=kind.code, unit="child" if in_incidents else "incident")


# A population that drifts.


def test_detention_and_military_use_leak_into_no_total_of_grave_violations() -> None:
    rows = [child(1), child(2, violation="deprivation_liberty"), incident("military_use")]
    grave = build(rows, violation="", by="heading")
    assert (grave.value, values(grave)) == (1, {"recruitment_use": 1})
    assert {heading_of(code) for code in grave.spec.violations}.isdisjoint({"deprivation_liberty", "military_use"})


@in_database
def test_an_open_or_closed_file_changes_no_count_and_an_unverified_violation_is_no_second_one(
    collector: Actor, verifier: Actor
) -> None:
    verified = put_register(collector, 1, 2)
    verify(verifier, verified)
    before = count_now(Reader(verifier), RECRUITED)
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        first = read.get_act(work, verified[0])
        told = read.get_incident(work, read.get_violation(work, first.violation_id).incident_id)
        write.put_incident(work, replace(told, state=FileState.CLOSED))
        beside = Violation(mint_id(Kind.VIOLATION), told.id, "recruitment_use", UNIDENTIFIED)
        write.put_violation(work, beside)
        write.put_act(work, Act(mint_id(Kind.ACT), beside.id, first.child_id))
    after = count_now(Reader(verifier), RECRUITED)
    assert (after.value, after.surplus_acts, after.ids) == (2, 0, before.ids)


# Statuses that tables forget.


def test_the_statuses_of_the_code_and_of_the_vocabulary_are_the_same() -> None:
    assert {one.value for one in Status} == set(vocabulary.load("status").terms)


@pytest.mark.parametrize("unit", Unit)
def test_every_status_stands_in_the_table_of_what_is_not_verified(unit: Unit) -> None:
    waiting = [status.value for status in Status if status is not Status.VERIFIED]
    kind = "killing" if unit is Unit.CHILD else "attack_school"
    rows = reported(tally(waiting, ["2014-05-01"] * len(waiting), kind), date(2014, 1, 1), date(2014, 12, 31))
    assert {one.status: one.n for one in rows} == dict.fromkeys(waiting, 2 if unit is Unit.CHILD else 1)
    assert {one.unit for one in rows} == {unit}


def tally(statuses: list[str], whens: list[str], kind: str = "killing") -> UnverifiedTally:
    """One invented case of each status, of two children where the type counts children."""
    n = len(statuses)
    times = [parse_when(when) for when in whens]
    ids = np.array([f"vio_{place:06}".encode() for place in range(n)], "S30")
    of_child = unit_of(kind) is Unit.CHILD
    none, two = np.zeros(n, np.int32), np.full(n, 2 if of_child else 0, np.int32)
    return UnverifiedTally(
        subject_id=ids,
        violation_id=ids,
        incident_id=ids,
        n_children=two,
        n_boys=two,
        n_girls=none,
        n_sex_unknown=none,
        violation=coded([kind] * n),
        unit=coded(["child" if of_child else "incident"] * n),
        how=coded(["unidentified"] * n),
        parties=coded([""] * n),
        first_day=np.array([when.first for when in times], "datetime64[D]"),
        last_day=np.array([when.last for when in times], "datetime64[D]"),
        happened_on=coded(whens),
        situation=coded(["SY"] * n),
        admin1=coded([""] * n),
        status=coded(statuses),
        size=1,
    )


# Filters of dates that disagree.

DAYS = st.dates(date(2013, 10, 1), date(2015, 3, 1))


@settings(max_examples=30)
@given(st.lists(st.tuples(DAYS, st.integers(0, 200)), min_size=1, max_size=12))
def test_the_row_of_a_quarter_and_the_figure_of_that_quarter_take_the_same_acts(told: list[tuple[date, int]]) -> None:
    rows = [
        child(number, when=day.isoformat(), verified_on=min(day + timedelta(n), date(2014, 12, 31)).isoformat())
        for number, (day, n) in enumerate(told)
        if day.year == 2014
    ]
    year = values(build(rows, by="quarter"))
    for quarter in ("2014-Q1", "2014-Q2", "2014-Q3", "2014-Q4"):
        alone = build(rows, period=quarter)
        assert year.get(quarter, 0) == alone.value + alone.n_later


@example([(date(2014, 4, 1), 0), (date(2014, 6, 30), 0), (date(2014, 3, 31), 40), (date(2014, 7, 1), 0)])
@settings(max_examples=30)
@given(st.lists(st.tuples(DAYS, st.integers(0, 120)), min_size=1, max_size=12))
def test_the_table_of_the_unverified_and_the_bucket_of_each_case_go_by_the_same_days(
    told: list[tuple[date, int]],
) -> None:
    period = in_quarter(2014, 2)
    whens = [f"{day}/{day + timedelta(n)}" for day, n in told]
    pending = [bucket(Facts(Standing.PENDING, parse_when(when)), period) for when in whens]
    rows = reported(tally(["pending"] * len(whens), whens, "attack_school"), date(2014, 4, 1), date(2014, 6, 30))
    assert sum(one.n for one in rows) == pending.count(Bucket.PENDING)


def test_what_is_not_verified_and_of_no_known_day_is_listed_as_undated() -> None:
    whens = ["2014-05-01", "../2014-05-31", "../2013-05-31", "2014-05-01"]
    [row] = reported(tally(["pending"] * 4, whens, "attack_school"), date(2014, 4, 1), date(2014, 6, 30))
    assert (row.n, row.n_undated) == (2, 1), "what surely ended before the period is no doubt of it"


@pytest.mark.parametrize("day", ["2014-04-01", "2014-06-30"])
def test_the_first_and_the_last_day_belong_to_the_period_whichever_way_it_is_written(day: str) -> None:
    rows = [child(1, when=day, verified_on=day)]
    written = ("2014-Q2", "2014-04-01/2014-06-30", "2014-H1", "2014", day[:7])
    assert {period: build(rows, period=period).value for period in written} == dict.fromkeys(written, 1)


def test_a_kept_question_read_back_asks_for_the_same_days() -> None:
    for period in ("2014", "2014-Q2", "2014-H1", "2014-07", "2013-01-01/2014-12-31"):
        asked = parse_spec(situation="SY", period=period)
        assert spec_from(asked.content()) == asked
