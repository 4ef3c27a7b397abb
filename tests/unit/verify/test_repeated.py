"""What one register tells twice: the same is counted once, what differs is refused."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.link.register import Reading
from tawthiq.record.verify.repeated import Repeated
from tawthiq.terms.errors import BadInput


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
    seen, reading, found = Repeated(), Reading("", date(2025, 8, 8)), list[list[str] | str]()
    for number, cells in enumerate(rows):
        raw = RawRow(number, {"incident_id": "I1", "violation": "killing", **cells})
        made = reading.entry(raw)
        try:
            found.append([name for name, _ in seen.signals(raw, made, seen.of_batch([made]))])
        except BadInput as refused:
            found.append(refused.where)
    return found
