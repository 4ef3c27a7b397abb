"""Hashes leave as evidence does: by those who may hand it out, whole or not at all, and never of a sealed picture."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tawthiq import flow
from tawthiq.doors.audit import audit
from tawthiq.doors.evidence.hashes import export_hashes
from tawthiq.record.compare import step
from tawthiq.record.compare.hash_tables import FILED
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import Conflict, NotPermitted
from unit.compare.drawn import saved, shapes
from unit.desk.viewed import keep, sealed

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
PUBLISHER = Actor("usr_publisher", frozenset({Role.PUBLISHER, Role.COLLECTOR, Role.AUDITOR}))


def test_the_tables_leave_with_a_line_of_the_ledger_and_without_what_is_sealed(tmp_path: Path) -> None:
    shown, hidden = (keep(PUBLISHER, saved(shapes(seed), "PNG").getvalue(), "drawn.png") for seed in (1, 2))
    list(flow.run_step(PUBLISHER, step))
    sealed(PUBLISHER, hidden)
    made = export_hashes(Reader(PUBLISHER, "invented reason"), tmp_path / "out")
    filed = pq.read_table(tmp_path / "out" / FILED).to_pylist()
    assert {row["item"] for row in filed} == {shown.id} and made.n_filed == len(filed)
    (line,) = ledger.events_of(made.id)
    assert (line.action, line.purpose) == (Action.EVIDENCE_EXPORT, "invented reason")
    assert audit(Reader(PUBLISHER)).faults == ()
    with pytest.raises(Conflict):
        export_hashes(Reader(PUBLISHER), tmp_path / "out")


def test_every_kept_picture_leaves_however_few_are_read_together(tmp_path: Path) -> None:
    kept = {keep(PUBLISHER, saved(shapes(seed), "PNG").getvalue(), "drawn.png").id for seed in (1, 2, 3)}
    list(flow.run_step(PUBLISHER, step))
    export_hashes(Reader(PUBLISHER, "invented reason"), tmp_path / "out", together=2)
    assert {row["item"] for row in pq.read_table(tmp_path / "out" / FILED).to_pylist()} == kept


def test_who_may_not_hand_out_evidence_may_not_hand_out_hashes(collector: Actor, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        export_hashes(Reader(collector), tmp_path / "out")
    assert not (tmp_path / "out").exists()
