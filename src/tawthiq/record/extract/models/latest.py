"""Latest: decisions of a sort that no later one on the same statement took back."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from tawthiq.record.extract.decision import Verdict
from tawthiq.record.extract.models.tables import DecisionRow


def decided_latest(verdict: Verdict) -> QuerySet[DecisionRow]:
    """The decisions of that verdict behind which no other stands."""
    later = DecisionRow.objects.filter(statement_id=OuterRef("statement_id"), since__gt=OuterRef("since"))
    return DecisionRow.objects.filter(verdict=verdict.value).exclude(Exists(later))
