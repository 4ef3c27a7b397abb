"""Wire: a figure as the JSON document that the command line and the API print."""

from __future__ import annotations

from tawthiq.report.count.figure import SPANNED, Figure, Row
from tawthiq.report.count.share import TooFew, percent
from tawthiq.report.count.spec import Dimension
from tawthiq.terms import role, vocabulary
from tawthiq.terms.identity import Json
from tawthiq.terms.quantity import Share


def figure_document(figure: Figure, *, with_ids: bool = True) -> dict[str, Json]:
    """`kind` says verified, so that no reader takes it for a tally or an estimate. The total comes first in `rows`."""
    return {
        "kind": "verified_figure",
        "id": figure.id,
        "as_of_ledger_size": figure.size,
        "rules": figure.rules,
        "spec": figure.spec.content(),
        "basis": [{"words": basis.words, "n_acts": basis.n_acts} for basis in figure.basis],
        "value": figure.value,
        "unit": figure.unit.value,
        "n_acts": figure.n_acts,
        "surplus_acts": figure.surplus_acts,
        "late": figure.late,
        "undated": figure.n_undated,
        "verified_after_period": figure.n_later,
        "rows_exceed_total_by": figure.overlap,
        "notes": list(notes(figure)),
        "ids": list(figure.ids) if with_ids else len(figure.ids),
        "late_ids": list(figure.late_ids) if with_ids else len(figure.late_ids),
        "rows": [row_document(figure, row, with_ids=with_ids) for row in (total_row(figure), *figure.rows)],
    }


def row_document(figure: Figure, row: Row, *, with_ids: bool = True) -> dict[str, Json]:
    """value, unit, numerator, denominator, unknown, late, ids; before them one field for each direction."""
    cell: dict[str, Json] = {name.value: code for name, code in zip(figure.spec.by, row.cell, strict=False)}
    return {
        **cell,
        "row": "of_which" if row.of_which else "part" if row.cell else "total",
        "value": row.value,
        "unit": figure.unit.value,
        "n_acts": row.n_acts,
        "late": row.late,
        **_share_document(row.share, figure.spec.min_n),
        "ids": list(row.ids) if with_ids else len(row.ids),
        "late_ids": list(row.late_ids) if with_ids else len(row.late_ids),
    }


def total_row(figure: Figure) -> Row:
    """The figure itself as a row without codes."""
    share = Share(figure.value, figure.value) if figure.value else None
    return Row((), figure.value, figure.n_acts, figure.late, share, False, figure.ids, figure.late_ids)


def notes(figure: Figure) -> tuple[str, ...]:
    """What has to be printed beside the numbers so that they cannot be misread."""
    found = []
    if figure.overlap:
        found.append(f"Rows exceed the total by {figure.overlap}: who falls into two rows counts once in the total.")
    if figure.surplus_acts:
        found.append(f"{figure.surplus_acts} of the violations are further ones against children counted already.")
    if figure.n_undated:
        found.append(f"{figure.n_undated} verified in the period are in no bucket: {_why_undated(figure)}.")
    if figure.n_later:
        found.append(
            f"A further {figure.n_later} happened in the period and were verified after it; they are in no bucket "
            "of it and count as late in the period of their verification."
        )
    if any(row.of_which for row in figure.rows):
        found.append("Rows marked 'of which' repeat other rows and are never added.")
    if Dimension.ARMED_OR_COMBAT in figure.spec.by:
        found.append(f"Armed or used in combat: {role.definition()}.")
    if Dimension.UNDER_15 in figure.spec.by:
        found.append(f"Under 15: {vocabulary.load('definition').label('under_15')}.")
    return tuple(found)


def _why_undated(figure: Figure) -> str:
    if figure.rules in SPANNED:
        return "their day is not known"
    return "no day of theirs was told or judged (that of other rows of their incident is not theirs)"


def _share_document(share: Share | None, min_n: int) -> dict[str, Json]:
    if share is None:
        return {"numerator": 0, "denominator": 0, "unknown": 0, "percent": None}
    part = percent(share, min_n)
    document: dict[str, Json] = {
        "numerator": share.numerator,
        "denominator": share.denominator,
        "unknown": share.unknown,
        "percent": None if isinstance(part, TooFew) else part,
    }
    return document | ({"percent_refused": part.words} if isinstance(part, TooFew) else {})
