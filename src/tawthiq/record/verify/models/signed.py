"""Signed decisions: assessments with the ledger line that signs each."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.verify.models import rows
from tawthiq.record.verify.models.tables import AssessmentRow
from tawthiq.safe.access import Action
from tawthiq.safe.signed import Signed, signed_versions
from tawthiq.safe.versioned import BATCH_ROWS
from tawthiq.safe.work import Reader, reads


@reads(Action.ASSESSMENT_READ)
def get_signed_assessments(_reader: Reader, subject_ids: Sequence[str], size: int) -> list[Signed]:
    """Every assessment of these subjects before a size, oldest first."""
    found: list[AssessmentRow] = []
    for start in range(0, len(subject_ids), BATCH_ROWS):
        part = AssessmentRow.objects.filter(thing__in=subject_ids[start : start + BATCH_ROWS], since__lt=size)
        found += part.order_by("since")
    return signed_versions("assessment", AssessmentRow, found, lambda row: rows.assessment_from(row).content())
