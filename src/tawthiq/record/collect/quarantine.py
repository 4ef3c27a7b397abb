"""Quarantine: a row that could not go in, with the field and the reason; nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Quarantined:
    """`row`: 1-based line of the source as a person counts it; `raw`: the row as it came."""

    item_id: str
    sheet: str
    row: int
    field: str
    code: str
    reason: str
    do: str
    raw: dict[str, str]

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "sheet": self.sheet,
            "row": self.row,
            "field": self.field,
            "code": self.code,
            "reason": self.reason,
            "do": self.do,
            "raw": dict(self.raw),
        }


def quarantined_from(
    error: BadInput, *, item_id: str, sheet: str, row: int, field: str, raw: dict[str, str]
) -> Quarantined:
    """The quarantine row of an error met while reading a row."""
    return Quarantined(item_id, sheet, row, field, error.code, error.what, error.do, raw)
