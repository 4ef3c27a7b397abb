"""Statements of other texts that say the same words again."""

from __future__ import annotations

from django.db.models import Count

from tawthiq.record.extract.doubts.echoes import Echo, echo_keys, echo_of
from tawthiq.record.extract.models.rows import statement_from
from tawthiq.record.extract.models.tables import DecisionRow, EchoRow, StatementRow
from tawthiq.record.extract.statement import Origin, Statement
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads

MOST_CANDIDATES = 40


@reads(Action.STATEMENT_READ)
def find_echoes(_reader: Reader, here: Statement, *, limit: int = 10) -> list[Echo]:
    """What other statements of text say the words of this one again, the most alike first; versions that a person

    replaced, and the versions of this one, are left out.
    """
    if here.origin is not Origin.TEXT:
        return []
    near = EchoRow.objects.filter(key__in=echo_keys(here.quote)).exclude(statement_id__in=[here.id, here.supersedes])
    shared = near.values("statement_id").annotate(n=Count("id")).order_by("-n", "statement_id")
    ids = list(shared.values_list("statement_id", flat=True)[:MOST_CANDIDATES])
    replaced = set(
        DecisionRow.objects.filter(statement_id__in=ids, verdict="edited").values_list("statement_id", flat=True)
    )
    rows = StatementRow.objects.filter(id__in=ids).exclude(id__in=replaced)
    found = [echo_of(here, statement_from(row)) for row in rows]
    echoes = [one for one in found if one is not None and one.there.supersedes != here.id]
    return sorted(echoes, key=lambda one: (-one.share, one.there.id))[:limit]
