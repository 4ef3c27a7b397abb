"""Any number of rows goes to a file one by one; nothing in it runs, nothing in it links a child to another file."""

from __future__ import annotations

import csv
import io
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tawthiq.doors.jobs.kinds import runner_of
from tawthiq.record.link.particulars.form import every_field
from tawthiq.record.verify.models.acts import CODED_COLUMNS
from tawthiq.record.verify.models.statements import TOLD
from tawthiq.report.count.spec import Dimension
from tawthiq.report.publish.exporters.coded_rows import MEANINGS, masked, write_rows
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.home import Home
from tawthiq.terms.errors import NotPermitted, UnknownCode
from unit.count.recorded import put_register, verify

COLUMNS = ("act_id", "child_id", "body")


def rows(n: int) -> Iterator[tuple[str, str, str]]:
    return ((f"act_{number}", f"chd_{number % 7}", "=cmd()" if number == 0 else "جهة") for number in range(n))


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_progress_is_told_and_the_file_is_whole(tmp_path: Path, form: str) -> None:
    place = tmp_path / f"rows.{form}"
    assert list(write_rows(place, COLUMNS, rows(25), 10)) == [10, 20]
    if form == "csv":
        found = [list(row) for row in csv.reader(io.StringIO(place.read_text("utf-8-sig")))]
        assert "act_id" in (tmp_path / "rows.codebook.csv").read_text("utf-8-sig")
    else:
        book = openpyxl.load_workbook(place)
        found = [[str(cell) for cell in row] for row in book["rows"].values]
        assert [row[0] for row in book["codebook"].values] == list(COLUMNS)
    assert (len(found), found[1][2], found[2][2]) == (26, "'=cmd()", "جهة")


def test_a_stopped_export_leaves_nothing(tmp_path: Path) -> None:
    steps = write_rows(tmp_path / "exports" / "rows.xlsx", COLUMNS, rows(25), 10)
    next(steps)
    steps.close()
    assert list((tmp_path / "exports").iterdir()) == []


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(n: int) -> int:
        tracemalloc.start()
        for _ in write_rows(tmp_path / f"{n}.xlsx", COLUMNS, rows(n), 500):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(100)
    assert peak(4000) < 1.5 * peak(1000)


def test_a_child_is_the_same_within_a_file_and_another_in_the_next() -> None:
    one, same, other = (masked(("act", "chd_1", ""), COLUMNS, salt)[1] for salt in (7, 7, 8))
    assert one == same != other and "chd" not in one
    assert masked(("act", "", ""), COLUMNS, 7)[1] == ""


def test_every_column_is_explained_and_other_forms_are_refused(tmp_path: Path) -> None:
    assert set(CODED_COLUMNS) <= set(MEANINGS)
    with pytest.raises(UnknownCode):
        next(iter(write_rows(tmp_path / "rows.ods", COLUMNS, rows(1), 1)))


def test_a_guarded_field_is_in_no_export_and_no_direction_of_a_figure() -> None:
    guarded = {spec.name for spec in every_field() if spec.guarded}
    read = " ".join(expression for pair in TOLD.values() for expression in pair)
    assert guarded
    assert not guarded & {*CODED_COLUMNS, *(dimension.value for dimension in Dimension)}
    assert not any(re.search(rf"\b{name}\b", read) for name in guarded)


@pytest.mark.django_db(databases=["default", "identities"])
def test_the_job_exports_what_is_verified(collector: Actor, verifier: Actor, home: Home) -> None:
    verify(verifier, put_register(collector, 0, 6)[:4])
    analyst = Actor("usr_analyst", frozenset({Role.ANALYST}))
    steps = runner_of("export")(analyst, {"situation": "SY", "format": "xlsx"})
    with pytest.raises(StopIteration) as end:
        while True:
            next(steps)
    assert end.value.value["rows"] == 4
    found = list(openpyxl.load_workbook(home.root / "exports" / end.value.value["file"])["rows"].values)
    assert len(found) == 5 and {row[found[0].index("parties")] for row in found[1:]} == {"isil"}
    with pytest.raises(NotPermitted):
        next(runner_of("export")(Actor("usr_x", frozenset({Role.REFERRAL})), {"situation": "SY"}))
