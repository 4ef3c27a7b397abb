"""One who owns the database changes a row behind our back: the audit finds it, and says which."""

from __future__ import annotations

import io

import pytest
from django.db import connections

from tawthiq.doors.audit import audit
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.models.harm import put_seal_step, put_view
from tawthiq.record.collect.sealing import SealAct, SealStep
from tawthiq.record.collect.view import Step, View
from tawthiq.record.compare.copy import CopyKind, Evidence, Unit, copy_of
from tawthiq.record.compare.decision import Decision as Judgement
from tawthiq.record.compare.decision import Verdict
from tawthiq.record.compare.models import put_copies, put_judgement
from tawthiq.record.extract.decision import Decision
from tawthiq.record.extract.decision import Verdict as Answer
from tawthiq.record.extract.models import find_statements, put_decision
from tawthiq.record.extract.sheet import import_totals
from tawthiq.record.link.act import Act, Sex
from tawthiq.record.link.by_hand import make_act, make_incident, make_violation
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.violation import UNIDENTIFIED, Violation
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.count.step import build_figure
from tawthiq.report.publish.models import put_proposal, put_release
from tawthiq.report.publish.release import Freeze, Proposal, Release
from tawthiq.safe import guard
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.checkpoints import sign_head
from tawthiq.safe.sealed.models import put_identity
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind, make_id, mint_id
from tawthiq.terms.when import parse_when
from unit.count.recorded import AT, put_register, verify

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

SHEET = b"source,situation,period,violation,measure,value,unit\nInvented body,SY,2014,killing,children,3,child\n"
CHANGES = {
    "collect_item": "UPDATE collect_item SET n_bytes = n_bytes + 1",
    "collect_receipt": "UPDATE collect_receipt SET original_name = 'another.txt'",
    "collect_seal": "DELETE FROM collect_seal",
    "collect_view": "UPDATE collect_view SET actor = 'usr_other'",
    "extract_statement": "DELETE FROM extract_statement",
    "link_incident": "UPDATE link_incident SET situation = 'AF'",
    "link_violation": "UPDATE link_violation SET parties = 'isil', how = 'sole'",
    "link_act": "UPDATE link_act SET sex = 'f'",
    "link_child": "DELETE FROM link_child",
    "extract_decision": "UPDATE extract_decision SET verdict = 'confirmed'",
    "verify_assessment": "UPDATE verify_assessment SET decided_on = '2013-01-01'",
    "compare_judgement": "UPDATE compare_judgement SET verdict = 'reject'",
    "compare_copy": "UPDATE compare_copy SET value = value + 1",
    "count_figure": "UPDATE count_figure SET result = '{}'",
    "publish_proposal": "UPDATE publish_proposal SET proposed_by = 'usr_other'",
    "publish_release": "DELETE FROM publish_release",
    "sealed_field": "UPDATE sealed_field SET version = version + 1",
    "sealed_key": "DELETE FROM sealed_key",
    "ledger_checkpoint": "UPDATE ledger_checkpoint SET size = size + 1",
    "ledger_line": "UPDATE ledger_line SET event = replace(event, 'item.add', 'item.ads')",
}
"""Table -> what the intruder runs."""


@pytest.fixture
def auditor(collector: Actor) -> Reader:
    """A record with a row in every table above, and one who may audit it."""
    with Work(collector, Action.ITEM_ADD) as work:
        kept = add_item(work, io.BytesIO(b"invented words"), Arrival("note.txt")).item
    view_and_seal(collector, kept.id)
    with Work(collector, Action.CASE_IMPORT) as work:
        import_totals(work, io.BytesIO(SHEET), Arrival("sheet.csv"))
    with Work(collector, Action.CASE_WRITE) as work:
        incident = make_incident(work, Incident("", "SY", parse_when("2014-07")))
        violation = make_violation(work, Violation("", incident.id, "killing", UNIDENTIFIED))
        make_act(work, Act("", violation.id, mint_id(Kind.CHILD), sex=Sex.M))
    judge_and_count(collector)
    return Reader(Actor("usr_auditor", frozenset({Role.AUDITOR})))


def view_and_seal(collector: Actor, item_id: str) -> None:
    """Somebody opened it, then closed it for all."""
    with Work(collector, Action.ITEM_REVEAL, purpose="invented reason") as work:
        put_view(work, View(item_id, Step.GREY, 0, collector.id, work.at, "invented recipe"))
    with Work(collector, Action.ITEM_SEAL, purpose="invented reason") as work:
        put_seal_step(work, SealStep(item_id, SealAct.ASK_SEAL, collector.id, work.at))


def judge_and_count(collector: Actor) -> None:
    """A copy with a judgement, a decision on a statement, an assessment, a figure, a release, an identity, a head."""
    everybody = Actor(collector.id, frozenset(Role))
    item, other = sorted(make_id(Kind.ITEM, name) for name in ("one", "two"))
    with Work(everybody, Action.COPY_JUDGE) as work:
        put_judgement(work, Judgement(Verdict.CONFIRM, frozenset({item}), frozenset({other}), collector.id, AT))
    with Work(everybody, Action.ITEM_ADD) as work:
        put_copies(work, [copy_of(item, other, CopyKind.EXACT, 1, Unit.SHA256_EQUAL, Evidence("words", "1"))])
    verify(Actor("usr_verifier", frozenset({Role.VERIFIER})), put_register(collector, 0, 2))
    with Work(everybody, Action.STATEMENT_DECIDE) as work:
        (_, statement), *_ = find_statements(work)
        put_decision(work, Decision(statement.id, Answer.REJECTED, collector.id, AT, reason="invented"))
    spec = parse_spec(situation="SY", period="2014", violation="recruitment_use")
    with Work(everybody, Action.FIGURE_BUILD) as work:
        figure = build_figure(work, spec)
    with Work(everybody, Action.RELEASE_PROPOSE) as work:
        proposal_id = put_proposal(work, Proposal((spec,)))
    frozen = Freeze(figure.size, "0" * 64, AT, "0.1.0")
    release = Release(Proposal((spec,)), frozen, (figure.id,), (), (), "usr_other", collector.id)
    with Work(everybody, Action.RELEASE_BUILD) as work:
        put_release(work, proposal_id, release, "0" * 64)
    with Work(everybody, Action.IDENTITY_SEAL) as work:
        put_identity(work, "per_invented", {"name": "an invented name"})
    with Work(everybody, Action.LEDGER_SIGN):
        sign_head()


def test_an_untouched_record_has_no_fault(auditor: Reader) -> None:
    assert audit(auditor).faults == ()


@pytest.mark.parametrize("table", sorted(CHANGES))
def test_a_row_changed_behind_our_back_is_found(auditor: Reader, table: str) -> None:
    run_as_intruder(table, CHANGES[table])
    assert audit(auditor).faults != ()


def run_as_intruder(table: str, statement: str) -> None:
    """Take the triggers away, change the table; a client of the intruder's own knows no guard either."""
    connection = connections["identities" if table.startswith("sealed_") else "default"]
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    token = guard.working.set(True)
    try:
        with connection.cursor() as cursor:
            for act in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}{on}")
            cursor.execute(statement)
            assert cursor.rowcount > 0
    finally:
        guard.working.reset(token)
