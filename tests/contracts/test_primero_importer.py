"""Every MRM workbook of Primero ends in the register under the same rules. All of it is invented."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import BinaryIO

import pytest

from contracts import primero_book as primero
from tawthiq.record.collect.acts_table import ActsTable, RawRow
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.primero_export import read_primero
from tawthiq.record.collect.primero_mapping import default_text, read_mapping
from tawthiq.record.link.models import ActRow, IncidentRow
from tawthiq.record.link.models.read import find_mismatches
from tawthiq.record.link.particulars.form import fields_of_children
from tawthiq.record.link.plan import Becomes
from tawthiq.record.link.register import MORE_COLUMNS
from tawthiq.record.verify.brought import Report
from tawthiq.record.verify.models import AssessmentRow
from tawthiq.record.verify.register import Register, dry_run, import_register
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import MissingField, UnknownCode, UnreadableInput

AT = datetime(2024, 8, 8, tzinfo=UTC)
TEXT = default_text().replace("always: {}", "always: {situation: SY}")
OF_CHILDREN = fields_of_children()
MAPPING = read_mapping(TEXT, MORE_COLUMNS, OF_CHILDREN)
KILLED = primero.violation("vio-1", primero.KILLING, tally=(2, 1, None, 3))
USED = primero.violation("vio-2", primero.RECRUITMENT, of_type=("Fighter ||| Guard", "Yes"))
SCHOOL = primero.violation("vio-3", primero.SCHOOL, incident="inc-2", tally=(1, None, None, 1))
BOY = primero.linked("vio-1", primero.KILLING, "child-1", "Male", 14, "Yes")
SAME_BOY = primero.linked("vio-2", primero.RECRUITMENT, "child-1", "Male", 14, "Yes")
GROUP = primero.linked("vio-1", primero.KILLING, "group-1", 2, "All Female", "11 - 13 ||| 14 - 18")


def opened(source: BinaryIO) -> ActsTable:
    return read_primero(source, MAPPING)


def rows_of(*violations: primero.Row, **associations: list[primero.Row]) -> list[RawRow]:
    return list(opened(primero.book(violations, **associations)).rows)


def test_each_child_and_each_group_is_a_row_of_its_violation() -> None:
    child, group, used = rows_of(KILLED, USED, individual_victims=[BOY, SAME_BOY], group_victims=[GROUP])
    assert (child.cells["sex"], child.cells["age_min"], child.cells["act_id"]) == ("m", "14", "vio-1/child-1")
    assert (group.cells["group_girls"], group.cells["age_min"], group.cells["age_max"]) == ("2", "11", "17")
    assert used.cells["child_id"] == child.cells["child_id"]
    assert used.cells["roles"] == "fighter;guard"
    assert child.sheet == "Individual Victims" and child.number == 3


def test_what_stands_on_a_violation_of_several_children_is_said_of_none() -> None:
    other = primero.linked("vio-2", primero.RECRUITMENT, "child-2", "Female", 15, "Yes")
    table = opened(primero.book([USED], individual_victims=[SAME_BOY, other]))
    assert all("roles" not in row.cells and "armed" not in row.cells for row in table.rows)
    assert ("roles", "told of several children together: left unknown for each") in table.signals


def test_a_tally_that_stands_alone_is_a_group_and_a_signal() -> None:
    table = opened(primero.book([primero.violation("vio-1", primero.KILLING, tally=(2, 1, None, 5))]))
    (row,) = table.rows
    assert [row.cells[f"group_{sex}"] for sex in ("boys", "girls", "unknown")] == ["2", "1", "2"]
    assert ("tally_total", "no victim is told apart: the tally stands as a group") in table.signals


@pytest.mark.parametrize(
    ("final", "status"),
    [
        ("Verified", "verified"), ("Report pending verification", "pending"), ("Not MRM", "out_of_scope"),
        ("Reported but not verified", "not_verifiable"),
        ("Verification found that incident did not occur", "did_not_occur"), ("", "under_review"),
    ],
)  # fmt: skip
def test_only_the_last_status_decides(final: str, status: str) -> None:
    (row,) = rows_of(primero.violation("vio-3", primero.SCHOOL, final=final, focal="Verified"))
    assert row.cells["status"] == status
    assert row.cells.get("policy", "") == ("un_mrm@1" if final else "")


def test_a_case_that_nobody_judged_has_no_status() -> None:
    (row,) = rows_of(primero.violation("vio-3", primero.SCHOOL, final="", focal=""))
    assert "status" not in row.cells


def test_a_status_or_a_type_that_nobody_mapped_waits() -> None:
    strange, other = rows_of(
        primero.violation("vio-3", primero.SCHOOL, final="Almost"), primero.violation("vio-4", "Invented kind")
    )
    assert strange.fault and strange.fault.where == "final"
    assert other.fault and other.fault.where == "violation"


def test_a_party_that_is_not_verified_is_not_printed_as_if_it_were() -> None:
    yes = primero.linked("vio-3", primero.SCHOOL, "perp-1", "ISIL", "Yes")
    no = primero.linked("vio-3", primero.SCHOOL, "perp-2", "Nusra Front", "No")
    (named,) = rows_of(SCHOOL, perpetrators=[yes])
    (nobody,) = rows_of(SCHOOL, perpetrators=[yes, no])
    assert named.cells["party"] == "ISIL"
    assert nobody.cells["attribution"] == "unidentified" and "party" not in nobody.cells


def test_a_child_whose_reporting_was_refused_waits() -> None:
    no = primero.linked("vio-1", primero.KILLING, "child-1", "Male", 14, "No")
    (row,) = rows_of(KILLED, individual_victims=[no])
    assert row.fault and row.fault.where == "consent"


def test_every_column_is_read_listed_or_signalled() -> None:
    table = opened(primero.book([SCHOOL]))
    assert primero.ODD in table.ignored and "Follow-up by CTFMR" in table.ignored
    told = {name for name, _ in table.signals}
    assert primero.ODD in told and "Account of the incident (strictly confidential)" not in told
    assert not any(primero.NAME in str(row.cells) for row in table.rows)


def test_a_location_gives_its_division_and_nothing_finer() -> None:
    (row,) = rows_of(SCHOOL)
    assert row.cells["admin1"] == "SY02"


def test_victims_of_a_violation_that_is_not_there_wait() -> None:
    (_, lost) = rows_of(SCHOOL, individual_victims=[BOY])
    assert lost.fault and lost.sheet == "Individual Victims"


def test_victims_wait_with_their_violation() -> None:
    rows = rows_of(primero.violation("vio-1", primero.KILLING, final="Almost"), individual_victims=[BOY])
    assert len(rows) == 2 and all(row.fault for row in rows)


def test_what_is_no_workbook_of_violations_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        opened(io.BytesIO(b"PK no workbook"))
    with pytest.raises(MissingField):
        table = io.BytesIO()
        import xlsxwriter

        with xlsxwriter.Workbook(table) as made:
            made.add_worksheet("other").write_row(0, 0, ["a", "b"])
        table.seek(0)
        opened(table)


def test_a_mapping_gives_no_decision_to_every_row() -> None:
    with pytest.raises(UnknownCode):
        read_mapping(
            TEXT.replace("always: {situation: SY}", "always: {status: verified}"), MORE_COLUMNS, fields_of_children()
        )


def brought_in(actor: Actor, source: io.BytesIO, *, dry: bool = False) -> Report:
    register = Register("invented primero", AT, (actor.id,), opened)
    if dry:
        return dry_run(Reader(actor), source, register)
    return import_register(actor, source, Arrival("primero.xlsx"), register)


@pytest.mark.django_db(databases=["default", "identities"])
def test_a_workbook_comes_in_once_and_its_tallies_are_claims(collector: Actor) -> None:
    victims = {"individual_victims": [BOY, SAME_BOY], "group_victims": [GROUP]}

    def whole() -> io.BytesIO:
        return primero.book([KILLED, USED, SCHOOL], **victims)

    tried = brought_in(collector, whole(), dry=True)
    assert (tried.n_in, tried.quarantined, ActRow.objects.count()) == (4, [], 0)
    first = brought_in(collector, whole())
    assert (first.n_in, first.n_decisions) == (4, 4)
    again = brought_in(collector, whole())
    assert not any(counts[Becomes.NEW] + counts[Becomes.CHANGED] for counts in again.becomes.values())
    assert ActRow.objects.values("child_id").exclude(child_id="").distinct().count() == 1
    decided = AssessmentRow.objects.filter(until__isnull=True)
    assert set(decided.values_list("occurrence", "body", "policy")) == {("verified", "CTFMR", "un_mrm@1")}
    killed = IncidentRow.objects.get(key="invented primero:inc-1", until__isnull=True)
    found = {(one.field, one.claimed, one.counted) for one in find_mismatches(Reader(collector), killed.thing)}
    assert found == {("tally_boys", 2, 1), ("tally_girls", 1, 2)}
