"""Tables of acts that nobody here has seen: whatever program wrote them, each row is read or the file refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from tawthiq.record.collect.acts_table import RawRow, read_acts
from tawthiq.record.link.register import Reading
from tawthiq.terms.errors import BadInput, EmptyInput, MissingField, UnreadableInput

PLAIN = "incident_id,violation,act_id\nI1,killing,A1\n"


def rows_of(data: bytes) -> list[RawRow]:
    return list(read_acts(BytesIO(data)).rows)


def workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet(f"sheet {number}")
        for row in rows:
            sheet.append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace(",", "|").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        ("\ufeff" + PLAIN).encode("utf-16-le"),
        ("\ufeff" + PLAIN).encode("utf-16-be"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        PLAIN.replace("incident_id,violation,act_id", "Incident ID, VIOLATION ,Act-id*").encode(),
        b"act_id,violation,incident_id\nA1,killing,I1\n",
        b"sep=,\r\n" + PLAIN.encode(),
        b"Register of invented acts,,\n\n" + PLAIN.encode(),
        PLAIN.replace("killing", "\u00a0killing\u200b").encode(),
        PLAIN.encode() + b"\n,,,\n\x00\n",
        PLAIN.replace("A1", '"A1"').encode(),
        workbook([["incident_id", "violation", "act_id"], ["I1", "killing", "A1"]]),
        workbook([["An invented register"], [], ["incident_id", "violation", "act_id"], ["I1", "killing", "A1"]]),
        workbook([["read me"]], [["incident_id", "violation", "act_id"], ["I1", "killing", "A1"]]),
    ],
)
def test_one_row_is_read_whatever_program_wrote_it(data: bytes) -> None:
    assert [row.cells for row in rows_of(data)] == [{"incident_id": "I1", "violation": "killing", "act_id": "A1"}]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyInput),
        (b" \n", EmptyInput),
        (b"incident_id\nI1\n", MissingField),
        (b'{"incident_id": 1}', MissingField),
        ("incident_id,violation\nI1,قتل\n".encode("cp1256"), UnreadableInput),
        (b"PK\x03\x04garbage", UnreadableInput),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), UnreadableInput),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), UnreadableInput),
        (b"incident_id,violation,violation\nI1,killing,maiming\n", BadInput),
        (workbook([["incident_id", "violation"]], [["incident_id", "violation"]]), BadInput),
    ],
)
def test_what_is_no_table_of_acts_is_refused_with_what_to_do(data: bytes, error: type[BadInput]) -> None:
    with pytest.raises(error) as refused:
        rows_of(data)
    assert refused.value.do


def test_columns_and_sheets_that_mean_nothing_are_named() -> None:
    book = workbook([["incident_id", "violation", "favourite colour"]], [["notes"]])
    assert read_acts(BytesIO(book)).ignored == ("favourite colour", "sheet sheet 1")


def test_a_quote_that_nobody_closed_takes_no_other_row() -> None:
    data = b'incident_id,violation,act_id\n"I1,killing,A1\nI2,killing,A2\nI3,killing,"A\n3"\n'
    assert [(row.number, row.surplus, row.cells["incident_id"]) for row in rows_of(data)] == [
        (2, True, "I1"),
        (3, False, "I2"),
        (4, False, "I3"),
    ]


def test_a_quote_open_to_the_end_takes_no_other_row() -> None:
    data = b'incident_id,violation,act_id\nI1,killing,"A1\nI2,killing,A2\n'
    assert [(row.number, row.surplus) for row in rows_of(data)] == [(2, True), (3, False)]


def test_cells_of_a_workbook_keep_their_day_and_number() -> None:
    names = ["incident_id", "violation", "occurred_from", "age_min", "armed", "act_id"]
    (read,) = rows_of(workbook([names, ["I1", "killing", date(2014, 3, 1), 14.0, True, 7]]))
    assert list(read.cells.values()) == ["I1", "killing", "2014-03-01", "14", "y", "7"]


def test_a_formula_that_was_never_computed_is_no_empty_cell() -> None:
    (row,) = rows_of(workbook([["incident_id", "violation", "age_min"], ["I1", "killing", "=7+7"]]))
    with pytest.raises(BadInput) as refused:
        Reading("", date(2025, 8, 8)).entry(row)
    assert refused.value.where == "age_min"


def test_a_code_page_is_told_and_never_guessed() -> None:
    data = "incident_id,violation,verified_by\nI1,killing,Équipe\n"
    read = read_acts(BytesIO(data.encode("cp1252")), encoding="windows-1252")
    assert next(read.rows).cells["verified_by"] == "Équipe"
    told_wrongly = read_acts(BytesIO(data.encode()), encoding="windows-1256")
    assert next(told_wrongly.rows).cells["verified_by"] == "Équipe", "what is UTF-8 is read as that"
    with pytest.raises(BadInput):
        read_acts(BytesIO(data.encode("cp1252")), encoding="klingon")
