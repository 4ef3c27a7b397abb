"""Promises of the table of two directions: margins are counted, a child in two cells counts once in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.report.count.cross_table import cross
from tawthiq.report.count.spec import Dimension, parse_spec
from tawthiq.report.count.step import counted
from tawthiq.safe.access import Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput
from unit.count.recorded import put_register, verify

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SPEC = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party,sex")


def test_a_cross_table_holds_each_cell_and_counted_margins(collector: Actor, verifier: Actor) -> None:
    verify(verifier, put_register(collector, 1, 12))
    acts = verified_acts(Reader(verifier), situation="SY")
    both, rows, columns = (counted(acts, replace(SPEC, by=by)) for by in (SPEC.by, SPEC.by[:1], SPEC.by[1:]))
    table = cross(both, rows, columns)
    assert table.total == both.value == 12
    assert sum(sum(line) for line in table.cells) == sum(row.value for row in both.rows)
    assert [one.total for one in table.rows] == [row.value for row in rows.rows]
    assert [one.code for one in table.columns] == [row.cell[0] for row in columns.rows]
    with pytest.raises(BadInput):
        cross(both, columns, rows)
    assert Dimension.PARTY in SPEC.by
