"""Tables of verify, with the only queries on them (`write`, `read`, `subjects`, `acts`)."""

from tawthiq.record.verify.models.tables import AssessmentRow, BodyRow

__all__ = ["AssessmentRow", "BodyRow"]
