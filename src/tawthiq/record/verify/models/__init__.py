"""Tables of verify, with the only queries on them (`write`, `read`, `subjects`, `acts`, `catalogue`)."""

from tawthiq.record.verify.models.catalogue_filing import refile
from tawthiq.record.verify.models.catalogue_tables import CardRow, FacetRow
from tawthiq.record.verify.models.tables import AssessmentRow, BodyRow

__all__ = ["AssessmentRow", "BodyRow", "CardRow", "FacetRow", "refile"]
