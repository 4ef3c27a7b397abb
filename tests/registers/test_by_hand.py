"""Registers written by hand, brought in by command; every number beside them was counted on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from registers.commands import Prompt, prompt
from registers.published import Line, as_csv
from tawthiq.record.collect.acts_table import COLUMNS

VERIFIED: Line = {
    "violation": "recruitment_use",
    "status": "verified",
    "verified_on": "2014-06-01",
    "verified_by": "Invented task force",
    "policy": "un_mrm@1",
    "occurred_from": "2014-03-01",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prompt]:
    with prompt(tmp_path_factory.mktemp("by hand")) as commands:
        yield commands


def bring(run: Prompt, situation: str, *rows: Mapping[str, object], name: str = "") -> Any:
    """Each register tells of a situation of its own, so that no test counts the rows of another."""
    numbered: list[Line] = [
        {**VERIFIED, "situation": situation, "incident_id": f"I{n}", "act_id": f"A{n}", **row}
        for n, row in enumerate(rows, 1)
    ]
    columns = [one for one in COLUMNS if any(one in row for row in numbered)]
    told = [{key: value for key, value in row.items() if value != ""} for row in numbered]
    return run.bring(name or situation, as_csv(told, columns), name or situation)


def counted(figure: Any) -> dict[str, tuple[int, int, int]]:
    """Row -> value, late, not known beside it; and what the total says."""
    by = figure["spec"]["by"]
    rows = {"/".join(row[one] for one in by): row for row in figure["rows"] if row["row"] == "part"}
    return {name: (row["value"], row["late"], row["unknown"]) for name, row in rows.items()}


def heads(figure: Any) -> list[int]:
    return [figure[name] for name in ("value", "n_acts", "late", "undated", "verified_after_period")]


def test_times_told_coarsely_and_over_the_end_of_a_year(run: Prompt) -> None:
    times = [
        {},
        {"occurred_from": "2014-03"},
        {"occurred_from": "2014"},
        {"occurred_from": "2013-11", "occurred_to": "2014-02"},
        {"occurred_from": ""},
        {"occurred_from": "", "occurred_to": "2014-05"},
        {"occurred_from": "2014-12-31", "occurred_to": "2015-01-02", "verified_on": "2014-12-31"},
        {"occurred_from": "2013"},
        {"occurred_from": "2014-06-30", "verified_on": "2015-01-05"},
    ]
    assert bring(run, "AF", *times)["in"] == 9
    assert heads(run.figure("AF", "2014", "recruitment_use")) == [4, 4, 2, 2, 1]
    assert heads(run.figure("AF", "2014", "recruitment_use", "", "--straddle", "overlap")) == [6, 6, 1, 1, 1]
    assert heads(run.figure("AF", "2013-07/2014-06", "recruitment_use")) == [4, 4, 1, 2, 1]


def test_one_child_in_three_violations_and_a_sex_told_once(run: Prompt) -> None:
    rows = [
        {"child_id": "C1", "sex": "m"},
        {"child_id": "C1", "occurred_from": "2014-05-01"},
        {"child_id": "C1", "violation": "abduction", "sex": "boy"},
        {"child_id": "C2", "sex": "f"},
        {"child_id": "C3", "sex": "m"},
        {"child_id": "C3", "sex": "f", "violation": "killing"},
    ]
    report = bring(run, "BI", *rows)
    assert (report["in"], [one["field"] for one in report["signals"]]) == (6, ["sex"])
    figure = run.figure("BI", "2014", "recruitment_use,abduction,killing", "sex")
    assert (heads(figure), figure["surplus_acts"]) == ([3, 6, 0, 0, 0], 3)
    assert counted(figure) == {"m": (1, 0, 1), "f": (1, 0, 1), "u": (1, 0, 0)}


def test_groups_whose_numbers_contradict_their_bounds_wait(run: Prompt) -> None:
    rows: list[Line] = [
        {"group_boys": 5, "group_girls": 3},
        {"group_boys": 10, "group_girls": 1, "group_unknown": 4, "age_min": 14, "age_max": 18},
        {"group_boys": 2, "child_id": "C1"},
        {"group_boys": -1},
        {"group_boys": 0, "group_girls": 0},
    ]
    report = bring(run, "BF", *rows)
    assert [(one["row"], one["field"]) for one in report["quarantined"]] == [(4, "group_boys"), (5, "group_boys")]
    figure = run.figure("BF", "2014", "recruitment_use", "sex")
    assert (figure["value"], counted(figure)) == (24, {"m": (15, 0, 5), "f": (4, 0, 5), "u": (5, 0, 0)})
    assert counted(run.figure("BF", "2014", "recruitment_use", "under_15")) == {"u": (24, 0, 0)}


def test_parties_joint_alternative_unknown_and_never_heard_of(run: Prompt) -> None:
    rows = [
        {"party": "fsa;isil;nusra", "attribution": "joint"},
        {"party": "isil, FSA", "attribution": "alternative"},
        {"party": "unknown"},
        {"party": "Brigade of the Invented"},
        {"party": "isil;fsa", "attribution": "sole"},
        {"attribution": "crossfire"},
    ]
    report = bring(run, "CM", *rows)
    assert [(one["row"], one["field"]) for one in report["quarantined"]] == [(5, "party"), (6, "party")]
    figure = run.figure("CM", "2014", "recruitment_use", "party")
    assert (figure["value"], figure["rows_exceed_total_by"]) == (4, 3)
    assert {name: row[0] for name, row in counted(figure).items()} == {
        "fsa": 2, "isil": 2, "nusra": 1, "unidentified": 1, "crossfire": 1,
    }  # fmt: skip


def test_ages_on_both_sides_of_fifteen_and_adults(run: Prompt) -> None:
    pairs = [
        (14, 14),
        (15, ""),
        ("", 14),
        (14, 15),
        (14, 18),
        (17, 17),
        (18, ""),
        (18, 25),
        ("", 18),
        (6, 11),
        ("", ""),
    ]
    report = bring(run, "CF", *({"age_min": low, "age_max": high} for low, high in pairs))
    assert [one["row"] for one in report["quarantined"]] == [8, 9]
    assert counted(run.figure("CF", "2014", "recruitment_use", "under_15")) == {
        "yes": (3, 0, 4), "no": (2, 0, 4), "u": (4, 0, 0),
    }  # fmt: skip
    ages = counted(run.figure("CF", "2014", "recruitment_use", "age"))
    assert {name: row[0] for name, row in ages.items()} == {"6_11": 1, "12_14": 1, "15_17": 1, "u": 6}


def test_decisions_without_their_day_body_or_policy_or_before_the_event_wait(run: Prompt) -> None:
    rows = [
        {"policy": ""},
        {"verified_by": ""},
        {"verified_on": ""},
        {"status": "verifed"},
        {"status": "VERIFIED"},
        {"status": "pending", "verified_on": "", "verified_by": "", "policy": ""},
        {"verified_on": "2014-02-28"},
        {"verified_on": "2014-03-01"},
    ]
    report = bring(run, "TD", *rows)
    waiting = [(one["row"], one["field"]) for one in report["quarantined"]]
    assert waiting == [(2, "policy"), (3, "verified_by"), (4, "verified_on"), (5, "status"), (8, "verified_on")]
    assert heads(run.figure("TD", "2014", "recruitment_use")) == [2, 2, 0, 0, 0]


def test_a_register_that_comes_again_with_other_rows(run: Prompt) -> None:
    rows = [{"party": "fsa"}, {"party": "isil"}, {}]
    bring(run, "CO", *rows)
    withdrawn = {"status": "pending", "verified_on": "", "verified_by": "", "policy": ""}
    report = bring(run, "CO", {"party": "isil"}, {"party": "isil"}, withdrawn, {"party": "fsa"})
    assert [(one["kind"], one["key"], one["before"], one["after"]) for one in report["changes"][:2]] == [
        ("act", "CO:A1", "CO:I1|recruitment_use|sole|fsa", "CO:I1|recruitment_use|sole|isil"),
        ("decision", "CO:A3", "verified", "pending"),
    ]
    figure = run.figure("CO", "2014", "recruitment_use", "party")
    assert (figure["value"], {name: row[0] for name, row in counted(figure).items()}) == (3, {"isil": 2, "fsa": 1})


def test_incidents_count_their_facilities_and_military_use_stands_outside(run: Prompt) -> None:
    rows = [
        {"incident_id": "S", "violation": "attack_school"},
        {"incident_id": "S", "violation": "attack_school"},
        {"violation": "attack_hospital", "party": "isil;fsa", "attribution": "joint"},
        {"violation": "military_use", "released_on": "2014-09-01"},
        {"violation": "denial_access"},
    ]
    report = bring(run, "CI", *rows)
    assert (report["in"], [one["field"] for one in report["signals"]]) == (5, ["released_on"])
    attacks = run.figure("CI", "2014", "attack_school_hospital", "party")
    assert (attacks["value"], attacks["unit"], attacks["rows_exceed_total_by"]) == (3, "incident", 1)
    assert (run.figure("CI", "2014")["value"], run.figure("CI", "2014", "military_use")["value"]) == (4, 1)


def test_pay_without_currency_and_a_body_written_on_two_lines(run: Prompt) -> None:
    rows = [
        {"pay_amount": "400"},
        {"pay_amount": "٤٠٠", "pay_currency": "USD", "pay_per": "month"},
        {"pay_amount": "up to 400", "pay_currency": "USD"},
        {"verified_by": "Invented\ntask force"},
    ]
    report = bring(run, "CD", *rows)
    assert [(one["row"], one["field"]) for one in report["quarantined"]] == [(2, "pay_currency"), (4, "pay_amount")]
    figure = run.figure("CD", "2014", "recruitment_use")
    assert (figure["value"], len(figure["basis"])) == (2, 1)
