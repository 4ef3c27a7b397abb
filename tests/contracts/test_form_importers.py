"""Every export of a form ends in the register under the same rules. All forms, codes, children here are invented."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from openpyxl import Workbook

from tawthiq.record.collect.acts_table import ActsTable, RawRow
from tawthiq.record.collect.form_export import read_form
from tawthiq.record.collect.form_mapping import default_text, read_mapping
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.models import get_quarantine
from tawthiq.record.link.models import ActRow, IncidentRow
from tawthiq.record.link.plan import Becomes
from tawthiq.record.link.register import MORE_COLUMNS
from tawthiq.record.verify.brought import Report
from tawthiq.record.verify.models import AssessmentRow
from tawthiq.record.verify.register import Register, dry_run, import_register
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, EmptyInput, MissingField, UnknownCode, UnreadableInput

AT = datetime(2024, 8, 8, tzinfo=UTC)
NAME = "Zaynab Invented"
MAPPING = read_mapping(default_text(), MORE_COLUMNS)
FLAT = read_mapping(default_text().replace("repeat: victims\n", ""), MORE_COLUMNS)
U1, U2 = "11111111-aaaa-4aaa-8aaa-111111111111", "22222222-bbbb-4bbb-8bbb-222222222222"
MAIN = ["violation_type", "date_from", "country", "known_by", "informant_name", "_uuid", "_submission_time", "_index"]
CHILD = ["child_code", "child_sex", "child_age", "child_roles", "child_armed", "_parent_index", "_submission__uuid"]
ONE = ["recruited", "2024-03-01", "SY", "child ngo", NAME, U1, "2024-04-01T10:00:00", 1]
TWO = ["school", "2024-03-02", "SY", "saw_it", NAME, U2, "2024-04-02T10:00:00", 2]
BOY = ["K1", "boy", 14, "fighting carrying", "yes", 1, U1]
GIRL = ["K2", "girl", 15, "cooking", "no", 1, U1]
Rows = Sequence[Sequence[object]]


def book(**sheets: Rows) -> io.BytesIO:
    made = Workbook()
    made.remove(made["Sheet"])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    target = io.BytesIO()
    made.save(target)
    target.seek(0)
    return target


def table(*rows: Sequence[object], mark: str = ",") -> io.BytesIO:
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    return io.BytesIO(b"\xef\xbb\xbf" + out.getvalue().encode())


def whole(main: Rows = (MAIN, ONE, TWO), victims: Rows = (CHILD, BOY, GIRL)) -> io.BytesIO:
    return book(submissions=main, victims=victims)


def good(opened: ActsTable) -> list[RawRow]:
    return [row for row in opened.rows if not row.fault]


def faults(opened: ActsTable) -> list[tuple[str, int, str]]:
    return [(row.sheet, row.number, row.fault.where) for row in opened.rows if row.fault]


def flat(head: Sequence[str], *cells: object, more: Sequence[object] = ()) -> RawRow:
    """The one row of a submission with these columns beside its violation and key."""
    data = table(["violation_type", "_uuid", *head], ["killed", U1, *cells, *more])
    (row,) = read_form(data, FLAT).rows
    return row


def test_children_of_a_repeat_are_acts_with_what_their_submission_tells() -> None:
    school, boy, girl = good(read_form(whole(), MAPPING))
    assert (school.cells["violation"], school.cells["act_id"], school.sheet) == ("attack_school", U2, "submissions")
    assert boy.cells == {
        "incident_id": U1, "act_id": f"{U1}/1", "violation": "recruitment_use", "occurred_from": "2024-03-01",
        "situation": "SY", "source_kinds": "victim;ngo_report", "child_id": "K1", "sex": "m", "age_min": "14",
        "age_max": "14", "roles": "fighter;porter", "armed": "y",
    }  # fmt: skip
    assert (girl.cells["act_id"], girl.cells["sex"], girl.sheet, girl.number) == (f"{U1}/2", "f", "victims", 3)


def test_names_paths_and_labels_of_an_export_say_the_same() -> None:
    named = flat(["child_sex", "child_age"], "girl", 12).cells
    assert flat(["victim/child_sex", "victim/child_age"], "girl", 12).cells == named
    assert flat(["Sex of the child", "Age of the child"], "Girl", 12).cells == named
    assert flat(["جنس الطفل", "عمر الطفل"], "بنت", "12").cells == named


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (["child_sex", "child_roles"], ["boy", "fighting messages"]),
        (["child_sex", "Roles of the child"], ["boy", "Fighting Carrying messages"]),
        (["child_sex", "g/child_roles/fighting", "g/child_roles/cooking", "g/child_roles/messages"], ["boy", 1, 0, 1]),
        (["child_sex", "Roles of the child/Fighting", "Roles of the child/Carrying messages"], ["boy", "TRUE", "1"]),
        (
            ["child_sex", "child_roles", "child_roles/fighting", "child_roles/messages"],
            ["boy", "fighting messages", 1, 1],
        ),
    ],
)
def test_select_multiple_reads_the_same_in_one_cell_or_in_columns_of_choices(
    head: list[str], cells: list[object]
) -> None:
    assert flat(head, *cells).cells["roles"] == "fighter;messenger"


def test_a_cell_and_columns_of_choices_that_differ_are_a_fault() -> None:
    row = flat(["child_roles", "child_roles/fighting", "child_roles/cooking"], "fighting", 1, 1)
    assert row.fault is not None and row.fault.where == "child_roles"
    assert flat(["child_roles/fighting"], "perhaps").fault is not None


def test_a_column_below_a_question_of_one_answer_is_strange() -> None:
    opened = read_form(table(["violation_type", "_uuid", "child_sex", "child_sex/boy"], ["killed", U1, "boy", 1]), FLAT)
    assert ("child_sex/boy", "a column that the mapping does not know: not read") in opened.signals


def test_the_joints_of_odk_say_the_same_as_those_of_kobotoolbox() -> None:
    main = [["violation_type", "meta-instanceName", "KEY"], ["killed", "x", f"uuid:{U1}"]]
    child = [["child_sex", "KEY", "PARENT_KEY"], ["boy", f"uuid:{U1}/victims[1]", f"uuid:{U1}"]]
    (row,) = good(read_form(whole(main, child), MAPPING))
    assert (row.cells["incident_id"], row.cells["act_id"], row.cells["sex"]) == (U1, f"{U1}/1", "m")


def test_what_a_mapping_says_of_every_row_gives_way_to_an_answer() -> None:
    mapping = read_mapping("questions: {violation: violation, land: situation, sex: sex}\nalways: {situation: SY}")
    head = ["violation", "_uuid", "sex", "land"]
    data = table(head, ["killing", U1, "m", ""], ["killing", U2, "f", "YE"])
    assert [row.cells["situation"] for row in good(read_form(data, mapping))] == ["SY", "YE"]


def test_csv_with_semicolons_and_a_workbook_read_the_same() -> None:
    head, row = ["violation_type", "_uuid", "child_sex", "date_from"], ["killed", U1, "boy", "2024-03-01"]
    cells = [good(read_form(data, FLAT))[0].cells for data in (table(head, row, mark=";"), book(form=[head, row]))]
    assert cells[0] == cells[1]


def test_every_column_is_read_listed_or_signalled() -> None:
    data = whole([[*MAIN, "shoe_size"], [*ONE, 3]], [CHILD, BOY])
    opened = read_form(data, MAPPING)
    read = {"violation_type", "date_from", "country", "known_by", *CHILD[:5]}
    joints = {"_uuid", "_index", "_parent_index", "_submission__uuid"}
    assert {*read, *joints, *opened.ignored} == {*MAIN, *CHILD, "shoe_size"}
    assert opened.ignored == ("informant_name", "_submission_time", "shoe_size")
    assert [name for name, what in opened.signals if "does not know" in what] == ["shoe_size"]
    assert ("date_to", "a question of the mapping that the export lacks: unknown") in opened.signals


def test_a_sheet_that_nobody_mapped_is_listed_and_signalled() -> None:
    data = book(main=[MAIN, ONE], victims=[CHILD, BOY], vehicles=[["plate", "_parent_index"], ["x", 1]])
    opened = read_form(data, MAPPING)
    assert "sheet vehicles" in opened.ignored
    assert any(name == "sheet vehicles" for name, _ in opened.signals)


def test_a_row_without_parent_is_told_by_sheet_and_row() -> None:
    lost = ["K3", "boy", 9, "", "", 7, "33333333-cccc"]
    by_index: Rows = [CHILD[:-1], [*BOY[:-2], 1], [*BOY[:-2], 9]]
    assert faults(read_form(whole(victims=[CHILD, BOY, lost]), MAPPING)) == [("victims", 3, "_submission__uuid")]
    assert faults(read_form(whole(victims=by_index), MAPPING)) == [("victims", 3, "_parent_index")]


def test_the_index_of_a_row_of_another_repeat_finds_no_submission() -> None:
    rows: Rows = [[*CHILD[:-1], "_parent_table_name"], [*BOY[:-1], "households"], [*GIRL[:-1], "submissions"]]
    assert faults(read_form(whole([MAIN, ONE], rows), MAPPING)) == [("victims", 2, "_parent_index")]


def test_children_follow_their_submission_into_quarantine() -> None:
    again = read_form(whole([MAIN, ONE, ONE], [CHILD, BOY]), MAPPING)
    assert faults(again) == [("submissions", 3, "_uuid")]
    unkeyed = [*ONE[:5], "", *ONE[6:]]
    by_index: Rows = [CHILD[:-1], BOY[:-1]]
    assert faults(read_form(whole([MAIN, unkeyed], by_index), MAPPING)) == [
        ("submissions", 2, "_uuid"), ("victims", 2, "_uuid")
    ]  # fmt: skip


def test_a_killing_that_tells_of_no_child_is_no_child() -> None:
    assert faults(read_form(whole(victims=[CHILD]), MAPPING)) == [("submissions", 2, "sex")]


def test_a_group_beside_its_own_children_is_not_counted_twice() -> None:
    opened = list(read_form(whole([[*MAIN, "boys"], [*ONE, 2]]), MAPPING).rows)
    assert [(row.sheet, row.fault is None) for row in opened] == [
        ("submissions", False), ("victims", True), ("victims", True)
    ]  # fmt: skip
    assert not any("group_boys" in row.cells for row in opened if not row.fault)


def test_children_listed_under_an_attack_on_a_school_make_no_further_attacks() -> None:
    under = [*BOY[:-2], 2, U2]
    opened = list(read_form(whole([MAIN, TWO], [CHILD, under]), MAPPING).rows)
    assert [(row.sheet, row.fault.where if row.fault else "") for row in opened] == [
        ("submissions", ""), ("victims", "violation")
    ]  # fmt: skip


def test_the_sex_of_an_informant_is_never_taken_for_a_childs() -> None:
    with pytest.raises(BadInput, match="two sheets answer one question"):
        read_form(whole([[*MAIN, "informant/child_sex"], [*ONE, "girl"]]), MAPPING)
    with pytest.raises(BadInput, match="two columns answer one question"):
        flat(["child_sex", "informant/child_sex"], "boy", "girl")


def test_what_is_no_export_is_refused_before_the_first_row() -> None:
    for data, error in ((b"", EmptyInput), (b"PK\x03\x04broken", UnreadableInput), (b"a,b\n1,2\n", MissingField)):
        with pytest.raises(error):
            read_form(io.BytesIO(data), MAPPING)


@pytest.mark.parametrize(
    ("text", "error", "where"),
    [
        ("questions: {a: no_such_column}", UnknownCode, "a"),
        ("questions: {a: violation}\nalways: {status: verified}", BadInput, "always.status"),
        ("questions: {a: {to: violation, unheard: x}}", BadInput, "a"),
        ("form: x", BadInput, "questions"),
        ("a: [", BadInput, "mapping, line 1"),
    ],
)
def test_a_mapping_that_says_nothing_clear_is_refused_by_its_key(text: str, error: type[BadInput], where: str) -> None:
    with pytest.raises(error) as caught:
        read_mapping(text)
    assert caught.value.where == where


def register() -> Register:
    return Register("form", AT, (), lambda source: read_form(source, MAPPING))


def bring(actor: Actor, data: io.BytesIO) -> Report:
    return import_register(actor, data, Arrival("export.xlsx"), register())


@pytest.mark.django_db(databases=["default", "identities"])
class TestInTheRecord:
    """The same rules, dry run, quarantine, keys as the flat table of acts."""

    def test_a_dry_run_tells_what_the_import_does_and_writes_nothing(self, collector: Actor) -> None:
        told = dry_run(Reader(collector), whole(), register())
        assert (told.n_in, ActRow.objects.count()) == (3, 0)
        assert bring(collector, whole()).becomes == told.becomes
        assert (ActRow.objects.count(), IncidentRow.objects.count()) == (2, 2)

    def test_a_later_export_in_another_order_updates_and_doubles_nothing(self, collector: Actor) -> None:
        bring(collector, whole())
        older = [*GIRL[:2], 16, *GIRL[3:5], 2, U1]
        report = bring(collector, whole([MAIN, [*TWO[:-1], 1], [*ONE[:-1], 2]], [CHILD, [*BOY[:5], 2, U1], older]))
        assert {word: n for word, n in report.becomes["act"].items() if n} == {Becomes.SAME: 1, Becomes.CHANGED: 1}
        assert report.becomes["incident"][Becomes.NEW] == report.becomes["child"][Becomes.NEW] == 0

    def test_an_unknown_choice_waits_in_quarantine_and_no_message_repeats_it(self, collector: Actor) -> None:
        report = bring(collector, whole(victims=[CHILD, BOY, ["K2", NAME, 15, "", "", 1, U1]]))
        (one,) = report.quarantined
        assert (one.sheet, one.row, one.field, one.code) == ("victims", 3, "sex", "UnknownCode")
        assert not any(NAME in text for text in (one.field, one.reason, one.do))
        assert len(get_quarantine(Reader(collector))) == 1

    def test_no_form_verifies_and_no_name_of_an_informant_enters(self, collector: Actor) -> None:
        report = bring(collector, whole())
        assert (report.n_decisions, AssessmentRow.objects.count()) == (0, 0)
        assert not any(NAME in str(vars(row)) for model in (ActRow, IncidentRow) for row in model.objects.all())
