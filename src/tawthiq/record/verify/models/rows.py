"""Rows to nouns: what each table of verify holds, as the frozen nouns of the stage."""

from __future__ import annotations

from typing import Any

from tawthiq.record.verify.assessment import Assessment, Facts, Origin, Stage, Status
from tawthiq.record.verify.body import Body
from tawthiq.record.verify.models.tables import AssessmentRow, BodyRow


def assessment_fields(assessment: Assessment) -> dict[str, Any]:
    """The columns of an assessment, but those of its subject and its place in the ledger."""
    return {
        "incident_since": assessment.facts.incident,
        "violation_since": assessment.facts.violation,
        "act_since": assessment.facts.act,
        "facts_digest": assessment.facts.digest,
        "occurrence": assessment.occurrence.value,
        "attribution": assessment.attribution.value,
        "age": assessment.age.value,
        "policy": assessment.policy,
        "body": assessment.body,
        "stage": assessment.stage.value,
        "by": assessment.by,
        "entered_by": assessment.entered_by or assessment.by,
        "at": assessment.at,
        "decided_on": assessment.decided_on,
        "relied_on": list(assessment.relied_on),
        "reliability": assessment.reliability,
        "credibility": assessment.credibility,
        "reasons": assessment.reasons,
        "origin": assessment.origin.value,
        "trained": assessment.trained,
    }


def assessment_from(row: AssessmentRow) -> Assessment:
    """An assessment of its row."""
    return Assessment(
        subject_id=row.thing,
        facts=Facts(row.incident_since, row.violation_since, row.act_since, row.facts_digest),
        occurrence=Status(row.occurrence),
        attribution=Status(row.attribution),
        age=Status(row.age),
        policy=row.policy,
        body=row.body,
        stage=Stage(row.stage),
        by=row.by,
        entered_by=row.entered_by,
        at=row.at,
        decided_on=row.decided_on,
        relied_on=tuple(row.relied_on),
        reliability=row.reliability,
        credibility=row.credibility,
        reasons=row.reasons,
        origin=Origin(row.origin),
        trained=row.trained,
    )


def body_from(row: BodyRow) -> Body:
    """A body of its row."""
    return Body(row.name, row.un, tuple(row.trained), tuple(row.authorised))
