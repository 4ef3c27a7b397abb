"""A sheet of published totals is kept as an item; its rows become statements, or stand in quarantine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from tawthiq.record.collect.importers.text import decode
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.models import put_quarantine
from tawthiq.record.collect.quarantine import quarantined_from
from tawthiq.record.extract.models import put_statements
from tawthiq.record.extract.totals import TotalsSheet, read_totals
from tawthiq.safe.work import Work


@dataclass(frozen=True, slots=True)
class SheetImported:
    """`n_new`: statements that were not kept before; importing the same sheet again makes none."""

    item_id: str
    n_new: int
    sheet: TotalsSheet


def import_totals(work: Work, source: BinaryIO, arrival: Arrival) -> SheetImported:
    """Keep the sheet, read its rows. Raises MissingField when it is no such sheet; nothing is kept then."""
    text = decode(source.read())
    read_totals(text, "")
    source.seek(0)
    added = add_item(work, source, arrival)
    sheet = read_totals(text, added.item.id)
    n_new = put_statements(work, sheet.statements)
    for bad in sheet.bad_rows if added.new else ():
        raw = dict(bad.raw)
        put_quarantine(
            work, quarantined_from(bad.error, item_id=added.item.id, sheet="", row=bad.row, field=bad.field, raw=raw)
        )
    return SheetImported(added.item.id, n_new, sheet)
