"""Exporting: the verified rows of a situation to a file below the home, row by row."""

from __future__ import annotations

from collections.abc import Generator

from tawthiq.record.verify.models.acts import CODED_COLUMNS, coded_rows, count_coded_rows
from tawthiq.report.count.spec import EVERYWHERE, situation_of
from tawthiq.report.publish.exporters.coded_rows import Written, masked, write_rows
from tawthiq.safe import ledger
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader


def export_rows(
    reader: Reader, situation: str, form: str, *, n_between: int = 5000
) -> Generator[tuple[int, int | None], None, Written]:
    """Write the verified rows of a situation, coded, to a file below the home; memory stays flat.

    Yields (rows written, how many there are) every `n_between`; the file is there whole or not at all. For people who
    may read coded cases: it is no release, nothing in it is hidden but who the children are.
    """
    code, size = situation_of(situation), ledger.head().size
    where = None if code == EVERYWHERE else code
    n_total = count_coded_rows(reader, situation=where, size=size)
    place = current_home().root / "exports" / f"acts-{code}-{size}.{form}"
    rows = (masked(row, CODED_COLUMNS, size) for row in coded_rows(reader, situation=where, size=size))
    for n_done in write_rows(place, CODED_COLUMNS, rows, n_between):
        yield n_done, n_total
    return Written(place, n_total)
