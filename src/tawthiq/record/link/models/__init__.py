"""Tables of link, with the only queries on them (`write`, `read`)."""

from tawthiq.record.link.models.tables import (
    ActRow,
    ChildRow,
    IncidentRow,
    SourceRow,
    SupportRow,
    ViolationRow,
)

__all__ = ["ActRow", "ChildRow", "IncidentRow", "SourceRow", "SupportRow", "ViolationRow"]
