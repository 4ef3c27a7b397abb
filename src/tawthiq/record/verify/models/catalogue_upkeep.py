"""Upkeep of the catalogue: made where there is none yet, and made again when asked."""

from __future__ import annotations

from django.db import connection, transaction

from tawthiq.record.link.models.tables import IncidentRow
from tawthiq.record.verify.models.catalogue_filing import refile_everything
from tawthiq.record.verify.models.catalogue_tables import CardRow


def fill_if_empty() -> None:
    """File every incident where the record has some and the catalogue none; nothing where its tables are not made."""
    if CardRow._meta.db_table not in connection.introspection.table_names():
        return
    with transaction.atomic():
        if not CardRow.objects.exists() and IncidentRow.objects.exists():
            refile_everything()
