"""Tables of link, with the only queries on them (`write`, `read`, `beside`)."""

from tawthiq.record.link.models.beside_tables import ConsentRow, ListingRow, OverlapRow, ResponseRow
from tawthiq.record.link.models.tables import (
    ActRow,
    ChildRow,
    IncidentRow,
    SourceRow,
    SupportRow,
    ViolationRow,
)

__all__ = [
    "ActRow",
    "ChildRow",
    "ConsentRow",
    "IncidentRow",
    "ListingRow",
    "OverlapRow",
    "ResponseRow",
    "SourceRow",
    "SupportRow",
    "ViolationRow",
]
