"""Writing of verify: assessments, bodies; what may be written is judged in `sign`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tawthiq.record.verify.assessment import Assessment
from tawthiq.record.verify.body import Body
from tawthiq.record.verify.models import rows
from tawthiq.record.verify.models.subjects import Subject
from tawthiq.record.verify.models.tables import AssessmentRow, BodyRow
from tawthiq.safe.access import Action
from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.versioned import BATCH_ROWS, Draft, put_version, record_versions
from tawthiq.safe.work import Work, writes
from tawthiq.terms.identity import Kind, digest, id_from, make_id


@writes(Action.ASSESS, Action.CASE_IMPORT)
def put_assessments(work: Work, assessments: Sequence[Assessment], subjects: Sequence[Subject]) -> None:
    """Append each assessment behind the earlier ones of its subject; at most one for each subject in a call.

    The database refuses a final step by the maker of the case or an earlier assessor of the version.
    """
    if not assessments:
        return
    where = {subject.id: subject for subject in subjects}
    contents = {one.subject_id: one.content() for one in assessments}
    marks = {key: digest(content) for key, content in contents.items()}
    seq = record_versions(work, contents, marks, action="case.assessed")
    before = _latest(list(marks))
    for row in before:
        row.until = seq
    fresh = [_row(one, where[one.subject_id], seq, marks[one.subject_id]) for one in assessments]
    AssessmentRow.objects.bulk_update(before, ["until"], batch_size=BATCH_ROWS)
    insert_rows(AssessmentRow, fresh)
    work.touch({where[one.subject_id].incident_id for one in assessments})


def _row(assessment: Assessment, subject: Subject, seq: int, mark: str) -> dict[str, Any]:
    return {
        "thing": assessment.subject_id,
        "since": seq,
        "until": None,
        "digest": mark,
        "assessment_id": id_from(Kind.ASSESSMENT, f'["{Kind.ASSESSMENT}","{mark}"]'.encode()),
        "violation_id": subject.violation_id,
        "incident_id": subject.incident_id,
        **rows.assessment_fields(assessment),
    }


def _latest(things: Sequence[str]) -> list[AssessmentRow]:
    return list(AssessmentRow.objects.filter(thing__among=frozenset(things), until__isnull=True))


@writes(Action.ACCOUNT_MANAGE)
def put_body(work: Work, body: Body) -> bool:
    """Configure a body and who may act for it; True when this changed something."""
    fields = {"name": body.name, "un": body.un, "trained": list(body.trained), "authorised": list(body.authorised)}
    draft: Draft[BodyRow] = Draft(make_id(Kind.SOURCE, ["body", body.name]), body.content(), fields)
    return put_version(work, BodyRow, draft)
