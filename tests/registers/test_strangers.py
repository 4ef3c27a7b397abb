"""Registers as strangers keep them, written by hand as files; every number beside them was counted on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from registers.commands import Prompt, prompt

DECIDED = "2014-06-01,Invented office,provisional@1"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prompt]:
    with prompt(tmp_path_factory.mktemp("strangers")) as commands:
        yield commands


def bring(run: Prompt, path: Path, register: str, *more: str) -> Any:
    return run.run("case", "import", str(path), "--register", register, *more)


def aside(report: Any) -> list[tuple[int, str]]:
    return [(one["row"], one["field"]) for one in report["quarantined"]]


def heads(figure: Any) -> list[int]:
    return [figure[name] for name in ("value", "n_acts", "late", "undated", "verified_after_period")]


def rows(figure: Any, by: str) -> dict[str, int]:
    return {row[by]: row["value"] for row in figure["rows"] if row["row"] == "part"}


def workbook(path: Path, told: Sequence[Sequence[object]], merged: str) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in told:
        sheet.append(list(row))
    sheet.merge_cells(merged)
    book.save(path)
    return path


def test_semicolons_labels_arabic_digits_thousands_and_months_by_name(run: Prompt, tmp_path: Path) -> None:
    decided = DECIDED.replace(",", ";")
    path = tmp_path / "semicolons.csv"
    lines = [
        "Incident ID;Violation;Act ID;Child ID;Sex;Age min;Age max;Party;Occurred from;Situation;Pay amount;"
        "Pay currency;Pay per;Status;Verified on;Verified by;Policy",
        "I-1;Recruitment and use;A1;C1;Boy;١٤;١٥;Free Syrian Army;2 March 2014;Syria;1,200.50;usd;Monthly;Verified;"
        f"{decided}",
        f"I-1;recruitment_use;A2;C2;niña;14;;fsa;٢٠١٤-٠٣-٠٢;SYR;50 000;SYP;Month;verified;{decided}",
        f"I-1;recruitment_use;A3;C3;Unknown;n/a;;fsa;02-Mar-2014;SY;;;;verified;{decided}",
        f"I-1;recruitment_use;A4;C4;male;14;;fsa;3/2/2014;SY;;;;verified;{decided}",
        f"I-1;recruitment_use;A5;C5;F;14;;fsa;02-Mar-14;SY;;;;verified;{decided}",
        f"I-1;recruitment_use;A6;C6;F;14 yrs;;fsa;2014-03;SY;;;;verified;{decided}",
        f"I-1;recruitment_use;A7;C7;F;14;;fsa;2014-03;SY;1.200,50;USD;month;verified;{decided}",
    ]
    path.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    report = bring(run, path, "semicolons")
    assert (report["rows"], report["in"]) == (7, 3)
    assert aside(report) == [(5, "occurred_from"), (6, "occurred_from"), (7, "age_min"), (8, "pay_amount")]
    figure = run.figure("SY", "2014", "recruitment_use", "sex")
    assert (heads(figure), rows(figure, "sex")) == ([3, 3, 0, 0, 0], {"m": 1, "f": 1, "u": 1})


def test_a_workbook_with_a_merged_title_numbers_for_ids_and_a_row_of_totals(run: Prompt, tmp_path: Path) -> None:
    decided = ("verified", date(2014, 6, 1), "Invented office", "provisional@1")
    head = ("incident_id", "violation", "act_id", "child_id", "sex", "party", "occurred_from", "situation", "status")
    told = [
        ("Register of invented acts", None, None),
        (),
        (*head, "verified_on", "verified_by", "policy"),
        (
            101.0,
            "killing",
            1,
            1,
            "m",
            "taliban",
            datetime(2014, 3, 1, 14, 30, tzinfo=UTC).replace(tzinfo=None),
            "AF",
            *decided,
        ),
        ("101", "killing", 2, 2, "f", "taliban", "2014-03-01", "AF", *decided),
        (),
        (102, "maiming", 3, 1, "m", "taliban", 41700, "AF", *decided),
        (103, "maiming", 4, 1, "m", "taliban", date(2014, 3, 2), "AF", *decided),
        ("Total", None, None, 4),
        (None, None, None, "=SUM(D4:D8)"),
    ]
    report = bring(run, workbook(tmp_path / "book.xlsx", told, "A1:C1"), "book")
    assert aside(report) == [(7, "occurred_from"), (9, "violation"), (10, "child_id")]
    assert report["becomes"]["incident"]["new"] == 2, "101.0 and '101' are one incident"
    figure = run.figure("AF", "2014", "killing,maiming", "violation", "--unit", "child")
    assert (heads(figure), rows(figure, "violation")) == ([2, 3, 0, 0, 0], {"killing": 2, "maiming": 1})


def test_groups_beside_children_and_rows_without_ids_of_their_own(run: Prompt, tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    lines = [
        "incident_id|violation|act_id|child_id|sex|group_boys|group_girls|party|occurred_from|situation|source_kinds|"
        "status|verified_on|verified_by|policy",
        "I1|abduction|A1|||3|2|boko_haram|2014-04-14|NG|media|verified",
        "I1|abduction|A2|C1|f|||boko_haram|2014-04-14|NG|media|verified",
        'I1|abduction|A3|||"1,276"||boko_haram|2014-04-14|NG|media|verified',
        "I1|abduction|A4|||~10||boko_haram|2014-04-14|NG|media|verified",
        "I2|abduction||C2|f|||boko_haram|2014-04-14|NG|media|verified",
        "I2|abduction||C2|f|||boko_haram|2014-04-14|NG|victim|verified",
        "I2|abduction||C2|f|||boko_haram|2014-05-20|NG|media|verified",
        "I2|abduction|||m|||boko_haram|2014-04-14|NG|media|verified",
        "I2|abduction|||m|||boko_haram|2014-04-14|NG|media|verified",
        "I3|attack_school|||||| boko_haram|2014-04-14|NG|media|verified",
        "I3|attack_school|||||| boko_haram|2014-04-15|NG|media|verified",
    ]
    decided = DECIDED.replace(",", "|")
    path.write_text("\n".join([lines[0], *(f"{line}|{decided}" for line in lines[1:])]), encoding="utf-8")
    report = bring(run, path, "groups")
    assert aside(report) == [(5, "group_boys"), (8, "act_id"), (12, "act_id")], "what is told otherwise is not lost"
    assert {one["field"]: one["rows"] for one in report["signals"]}["act_id"] == 1
    figure = run.figure("NG", "2014", "abduction", "sex")
    assert (heads(figure), rows(figure, "sex")) == ([1285, 1285, 0, 0, 0], {"m": 1281, "f": 4})
    assert run.figure("NG", "2014", "attack_school")["value"] == 1


def test_late_rows_fewer_rows_and_a_register_that_says_the_same_again(run: Prompt, tmp_path: Path) -> None:
    head = (
        "incident_id,violation,act_id,child_id,sex,party,occurred_from,situation,tally_boys,status,verified_on,"
        "verified_by,policy"
    )
    lines = [
        f"I1,maiming,A1,C1,m,fsa,2013-12-31,IQ,2,verified,{DECIDED}",
        f"I1,maiming,A1,C1,m,fsa,2013-12-31,IQ,2,verified,{DECIDED}",
        f"I1,maiming,A2,C1,m,fsa,2014-01-01,IQ,2,verified,{DECIDED}",
        f"I2,maiming,A\u00a02,C2,m,fsa,2014-01-01,IQ,,verified,{DECIDED}",
        f"I2,maiming,A 2,C3,m,fsa,2014-01-01,IQ,,verified,{DECIDED}",
        "I3,maiming,A3,C4,f,fsa;isil,2014-01-01,IQ,,pending,,,",
        f"I4,maiming,A4,C5,m,isil,2014-01-01,IQ,,verified,{DECIDED.replace('2014', '2015')}",
        f"I5,maiming,A5,C6,m,isil,,IQ,,verified,{DECIDED}",
    ]
    path = tmp_path / "late.csv"
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    report = bring(run, path, "late")
    assert aside(report) == [(6, "act_id")], "a hard space makes no other id"
    told = [(one["field"], one["claimed"], one["counted"]) for one in report["mismatches"]]
    assert told == [("tally_boys", 2, 1)], "C1 is one boy in two acts"
    figure = run.figure("IQ", "2014", "maiming")
    assert heads(figure) == [2, 2, 1, 1, 1], "C1 is late with one act and current with another"
    fewer = [head, lines[0], lines[5]]
    path.write_text("\n".join(fewer), encoding="utf-8")
    again = bring(run, path, "late", "--dry-run")
    assert (again["decisions"], again["changes"]) == (0, [])
    assert bring(run, path, "late")["decisions"] == 0, "a pending row without a day is not told anew"
    assert heads(run.figure("IQ", "2014", "maiming")) == heads(figure), "a row that is left out takes nothing away"
