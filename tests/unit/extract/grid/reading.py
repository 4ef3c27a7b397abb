"""What a sentence of the grid is read as, beside what it says."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from tawthiq.record.extract.evaluation.compared import FIELDS, of_statement
from tawthiq.record.extract.extractor import Extractor
from tawthiq.record.extract.from_bytes.reading import document_of_text
from unit.extract.grid.grid import Cell


def differences(cell: Cell, extractor: Extractor) -> list[str]:
    """Field by field what is not read as it was put together; the values of all statements of the sentence together."""
    gold = cell.gold
    found = extractor.extract(document_of_text("itm_grid", gold.text, gold.published_on, gold.language))
    given = [of_statement(one).values for one in found]
    read = {field: frozenset(value for one in given for value in one[field]) for field in FIELDS}
    return [
        f"{field}: {_told(read[field])} for {_told(cell.wanted[field])}"
        for field in FIELDS
        if read[field] != cell.wanted[field]
    ]


def _told(values: Iterable[Hashable]) -> str:
    return ", ".join(sorted(map(str, values))) or "nothing"
