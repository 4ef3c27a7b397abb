"""Latest: of decisions, those of a sort that no later one on the same statement took back."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from tawthiq.record.extract.decision import Verdict
from tawthiq.record.extract.models.tables import DecisionRow


def decided_latest(decisions: QuerySet[DecisionRow], verdict: Verdict) -> QuerySet[DecisionRow]:
    """Those of that verdict behind which no other of `decisions` stands; whoever asks has checked the right to them."""
    later = decisions.filter(statement_id=OuterRef("statement_id"), since__gt=OuterRef("since"))
    return decisions.filter(verdict=verdict.value).exclude(Exists(later))
