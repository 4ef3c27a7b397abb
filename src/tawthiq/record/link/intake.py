"""Intake of rows: what they make of the record is taken from it, planned, put."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.encoded import EncodedStatement
from tawthiq.record.extract.models import put_row_statements
from tawthiq.record.link.models import read, write
from tawthiq.record.link.plan import Known, Plan, plan
from tawthiq.record.link.register import Entry
from tawthiq.record.link.row_statement import mould_of
from tawthiq.record.link.source import Source, Support
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, writes


def plan_entries(reader: Reader, entries: Sequence[Entry]) -> Plan:
    """What these rows would make of the record as it is now; writes nothing."""
    acts = list(dict.fromkeys(entry.act.id for entry in entries if entry.act))
    violations = list(dict.fromkeys(entry.violation.id for entry in entries))
    current = read.get_current(
        reader,
        incidents=list(dict.fromkeys(entry.incident.id for entry in entries)),
        violations=violations,
        children=list(dict.fromkeys(entry.child.id for entry in entries if entry.child)),
        acts=acts,
    )
    times = read.get_times(reader, list(current.incidents), {*acts, *violations}) if current.incidents else {}
    known = Known(current.incidents, current.violations, current.children, current.acts, times, _left(reader, current))
    return plan(entries, known)


def _left(reader: Reader, current: read.Current) -> dict[str, str]:
    """The register's own keys of violations that acts stand under now and that no row names any more."""
    gone = {act.violation_id for act in current.acts.values()} - set(current.violations)
    if not gone:
        return {}
    found = read.get_current(reader, incidents=(), violations=sorted(gone), children=(), acts=())
    return {one.id: one.key for one in found.violations.values()}


@writes(Action.CASE_IMPORT)
def put_entries(
    work: Work, item_id: str, entries: Sequence[Entry], statements: Sequence[EncodedStatement], register: str
) -> Plan:
    """Put what the rows say, each supported by its statement; `statements` one for each entry."""
    planned = plan_entries(work, entries)
    put_row_statements(work, mould_of(item_id), item_id, statements)
    write.put_incidents(work, planned.incidents)
    write.put_violations(work, planned.violations)
    write.put_children(work, planned.children)
    write.put_acts(work, planned.acts)
    _put_supports(work, entries, statements, register)
    return planned


def _put_supports(work: Work, entries: Sequence[Entry], statements: Sequence[EncodedStatement], register: str) -> None:
    sources = {kind: Source(kind, register) for entry in entries for kind in entry.source_kinds}
    write.put_sources(work, list(sources.values()))
    ids = {kind: source.id for kind, source in sources.items()}
    write.put_supports(
        work,
        [
            Support(entry.subject_id, statement.id, ids[kind])
            for entry, statement in zip(entries, statements, strict=True)
            for kind in entry.source_kinds
        ],
    )
