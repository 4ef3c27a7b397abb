"""Registers that nobody here has seen: what can be read is read, what cannot stands apart by row and field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from tawthiq.record.collect.acts_table import RawRow, read_acts
from tawthiq.record.link.particulars.particulars import Particulars
from tawthiq.record.link.register import Entry, Reading
from tawthiq.record.verify.repeated import Repeated
from tawthiq.terms.errors import BadInput, EmptyInput, MissingField, UnreadableInput
from tawthiq.terms.money import Money, Per

ON = date(2025, 8, 8)
PLAIN = "incident_id,violation,act_id\nI1,killing,A1\n"


def rows_of(data: bytes) -> list[RawRow]:
    return list(read_acts(BytesIO(data)).rows)


def entry(**cells: str) -> Entry:
    return Reading("", ON).entry(RawRow(2, {"incident_id": "I1", "violation": "killing", "act_id": "A1", **cells}))


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
        Reading("", ON).entry(row)
    assert refused.value.where == "age_min"


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"age_min": "15", "age_max": "12"}, "age_max"),
        ({"occurred_to": "2014-01-01/.."}, "occurred_to"),
        ({"age_min": "18"}, "age_min"),
        ({"age_min": "14.5"}, "age_min"),
        ({"age_min": "-3"}, "age_min"),
        ({"age_min": "14-15"}, "age_min"),
        ({"age_min": "14%"}, "age_min"),
        ({"age_min": "#N/A"}, "age_min"),
        ({"child_id": "#REF!"}, "child_id"),
        ({"group_boys": "9999999"}, "group_boys"),
        ({"child_id": "C1", "group_boys": "3"}, "group_boys"),
        ({"party": "Amal Invented"}, "party"),
        ({"party": "isil", "attribution": "joint"}, "party"),
        ({"violation": "murder"}, "violation"),
        ({"violation": "killing and maiming"}, "violation"),
        ({"incident_id": "unknown"}, "incident_id"),
        ({"roles": "commander"}, "roles"),
        ({"sex": "Amal Invented"}, "sex"),
        ({"armed": "1"}, "armed"),
        ({"occurred_from": "2014-07", "occurred_to": "2014-05"}, "occurred_to"),
        ({"occurred_from": "13/07/2014"}, "occurred_from"),
        ({"occurred_from": "41823"}, "occurred_from"),
        ({"occurred_from": "12-Mar-14"}, "occurred_from"),
        ({"occurred_from": "31 April 2014"}, "occurred_from"),
        ({"occurred_from": "2 Invented 2014"}, "occurred_from"),
        ({"group_boys": "1.276"}, "group_boys"),
        ({"group_boys": "1,27"}, "group_boys"),
        ({"occurred_from": "1435-07-03"}, "occurred_from"),
        ({"occurred_from": "2014-02-30"}, "occurred_from"),
        ({"pay_amount": "400"}, "pay_currency"),
        ({"pay_amount": "$400", "pay_currency": "USD"}, "pay_amount"),
        ({"pay_amount": "400", "pay_currency": "Amal"}, "pay_currency"),
        ({"pay_amount": "40%", "pay_currency": "USD"}, "pay_amount"),
        ({"cause": "Amal"}, "cause"),
        ({"cause": "?Amal"}, "cause"),
        ({"violation": "recruitment_use", "training_site": "Amal"}, "training_site"),
        ({"violation": "recruitment_use", "joined_on": "Amal"}, "joined_on"),
        ({"violation": "recruitment_use", "detained_by": "Amal"}, "detained_by"),
        ({"status": "confirmed"}, "status"),
        ({"status": "Verified", "verified_on": "2014-05-01", "policy": "un_mrm@1"}, "verified_by"),
        ({"status": "verified", "verified_by": "Body", "policy": "un_mrm@1"}, "verified_on"),
        ({"status": "verified", "verified_on": "2014-05", "verified_by": "Body", "policy": "p@1"}, "verified_on"),
        ({"source_kinds": "rumour"}, "source_kinds"),
        ({"act_id": "A" * 200}, "act_id"),
        ({"verified_by": "B" * 200}, "verified_by"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_never_repeated(cells: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        entry(**cells)
    assert refused.value.where == field
    assert refused.value.do
    assert "Amal" not in str(refused.value)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ({"violation": "Recruitment_Use"}, "recruitment_use"),
        ({"violation": "attack school"}, "attack_school"),
        ({"violation": "Killing"}, "killing"),
    ],
)
def test_codes_are_read_in_any_case_and_by_their_label(cells: dict[str, str], read: str) -> None:
    assert entry(**cells).violation.type == read


@pytest.mark.parametrize(
    ("cells", "name", "read"),
    [
        ({"sex": "Boy"}, "sex", "m"),
        ({"sex": "niña"}, "sex", "f"),
        ({"roles": "Fighter, cook"}, "roles", ("fighter", "cook")),
        ({"cause": "Small arm"}, "particulars", Particulars((("cause", ("small_arm",)),))),
        ({"pay_amount": "400", "pay_currency": "usd"}, "payment", Money(Decimal(400), "USD")),
        (
            {"pay_amount": "400", "pay_currency": "USD", "pay_per": "Monthly"},
            "payment",
            Money(Decimal(400), "USD", Per.MONTH),
        ),
    ],
)
def test_words_that_can_only_mean_one_thing_are_read(cells: dict[str, str], name: str, read: object) -> None:
    assert getattr(entry(**cells).act, name) == read


def test_parties_are_parted_by_semicolons_or_commas_and_situations_known_by_their_usual_name() -> None:
    told = entry(party="FSA, Islamic State", situation="Syria")
    assert (told.violation.attribution.parties, told.incident.situation) == (("fsa", "isil"), "SY")


def test_a_break_of_line_in_a_cell_is_a_space() -> None:
    told = entry(status="verified", verified_on="2014-05-01", verified_by="Task\nforce", policy="un_mrm@1").told
    assert told is not None
    assert told.body == "Task force"


@pytest.mark.parametrize(
    ("begins", "ends", "kept"),
    [
        ("2014-04", "2014-05", "2014-04/2014-05"),
        ("2013", "2014-02-03", "2013/2014-02-03"),
        ("", "2014-05", "../2014-05"),
    ],
)
def test_an_end_is_kept_as_finely_as_it_was_told(begins: str, ends: str, kept: str) -> None:
    act = entry(occurred_to=ends, **({"occurred_from": begins} if begins else {})).act
    assert act is not None
    assert act.happened_on is not None
    assert act.happened_on.text == kept


def test_a_code_page_is_told_and_never_guessed() -> None:
    data = "incident_id,violation,verified_by\nI1,killing,Équipe\n"
    read = read_acts(BytesIO(data.encode("cp1252")), encoding="windows-1252")
    assert next(read.rows).cells["verified_by"] == "Équipe"
    told_wrongly = read_acts(BytesIO(data.encode()), encoding="windows-1256")
    assert next(told_wrongly.rows).cells["verified_by"] == "Équipe", "what is UTF-8 is read as that"
    with pytest.raises(BadInput):
        read_acts(BytesIO(data.encode("cp1252")), encoding="klingon")


@pytest.mark.parametrize("text", ["2014-07-03 00:00:00", "2014-07-03T10:00:00Z", "2014/7/3", "٢٠١٤-٠٧-٠٣"])
def test_a_day_is_read_as_programs_write_it(text: str) -> None:
    act = entry(occurred_from=text).act
    assert act is not None
    assert act.happened_on is not None
    assert act.happened_on.text == "2014-07-03"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2 March 2014", "2014-03-02"),
        ("02-Mar-2014", "2014-03-02"),
        ("March 2, 2014", "2014-03-02"),
        ("2 de marzo de 2014", "2014-03-02"),
        ("2 août 2014", "2014-08-02"),
        ("٢ آذار ٢٠١٤", "2014-03-02"),
        ("2 آذار/مارس 2014", "2014-03-02"),
        ("15 كانون الثاني 2014", "2014-01-15"),
        ("July 2014", "2014-07"),
        ("Sept. 2014", "2014-09"),
    ],
)
def test_a_month_that_is_named_is_read_in_each_language(text: str, kept: str) -> None:
    act = entry(occurred_from=text).act
    assert act is not None
    assert act.happened_on is not None
    assert act.happened_on.text == kept


@pytest.mark.parametrize("text", ["1,276", "1 276", "1\u202f276", "١٬٢٧٦", "1276.0"])
def test_thousands_are_parted_as_people_part_them(text: str) -> None:
    act = entry(group_girls=text).act
    assert act is not None
    assert act.n_children == 1276


@pytest.mark.parametrize("word", ["unknown", "N/A", "-", "u", "غير معروف", "inconnu"])
def test_children_that_a_register_does_not_tell_apart_are_not_one_child(word: str) -> None:
    reading = Reading("", ON)
    rows = [{"incident_id": "I1", "violation": "killing", "act_id": f"A{n}", "child_id": word} for n in range(2)]
    one, other = (reading.entry(RawRow(n, row)) for n, row in enumerate(rows))
    assert one.child is not None
    assert other.child is not None
    assert one.child.id != other.child.id
    assert [name for name, _ in one.signals] == ["child_id"]


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"age_min": "14", "age_max": "25"}, "age_max"),
        ({"group_boys": "0", "group_girls": "0"}, "group_boys"),
        ({"group_boys": "3", "sex": "m"}, "sex"),
        ({"pay_currency": "USD"}, "pay_currency"),
        ({"violation": "attack_school", "pay_amount": "3"}, "pay_amount"),
        ({"verified_on": "2014-05-01"}, "status"),
        ({"age_min": "unknown"}, "age_min"),
        ({"sex": "Unknown"}, "sex"),
        ({"armed": "n/a"}, "armed"),
        ({"roles": "-"}, "roles"),
        ({"recruited_or_used": "?"}, "recruited_or_used"),
        ({"pay_per": "inconnu"}, "pay_per"),
    ],
)
def test_what_is_doubtful_goes_in_and_is_signalled(cells: dict[str, str], field: str) -> None:
    assert field in [name for name, _ in entry(**cells).signals]


def test_the_sex_told_first_stands_so_that_a_second_import_changes_nothing() -> None:
    reading = Reading("", ON)
    base = {"incident_id": "I1", "violation": "killing", "child_id": "C1"}
    told = [reading.entry(RawRow(n, {**base, "act_id": f"A{n}", "sex": sex})) for n, sex in enumerate("mf")]
    assert [one.child.sex.value for one in told if one.child] == ["m", "m"]
    assert [one.act.sex.value for one in told if one.act] == ["m", "f"]
    assert [[name for name, _ in one.signals] for one in told] == [[], ["sex"]]


def test_one_act_told_twice_is_counted_once_and_told_otherwise_is_refused() -> None:
    assert repeated({"act_id": "A1", "sex": "m"}, {"act_id": "A1", "sex": "m"}) == [[], ["act_id"]]
    assert repeated({"act_id": "A1", "sex": "m"}, {"act_id": "A1", "sex": "f"}) == [[], "act_id"]


@pytest.mark.parametrize("named", [{"child_id": "C1"}, {"violation": "attack_school"}])
def test_what_has_no_id_of_its_own_is_told_once_in_its_violation(named: dict[str, str]) -> None:
    row = {**named, "occurred_from": "2014-03-01"}
    assert repeated(row, row) == [[], ["act_id"]]
    assert repeated(row, {**row, "occurred_from": "2014-03-02"}) == [[], "act_id"], "the first is not lost in silence"
    assert repeated(row, {**row, "source_kinds": "media"}) == [[], ["act_id"]], "another source of the same"


def test_rows_that_name_neither_act_nor_child_are_acts_each() -> None:
    assert repeated({"sex": "m"}, {"sex": "m"}, {"sex": "f"}) == [[], [], []]


def repeated(*rows: dict[str, str]) -> list[list[str] | str]:
    """For each row, read one behind the other, the fields of its signals, or the field of its refusal."""
    seen, reading, found = Repeated(), Reading("", ON), list[list[str] | str]()
    for number, cells in enumerate(rows):
        raw = RawRow(number, {"incident_id": "I1", "violation": "killing", **cells})
        made = reading.entry(raw)
        try:
            found.append([name for name, _ in seen.signals(raw, made, seen.of_batch([(raw, made)]))])
        except BadInput as refused:
            found.append(refused.where)
    return found
