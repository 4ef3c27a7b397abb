"""Wire: a figure as the JSON document that the command line and the API print."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.report.count.figure import SPANNED, Figure, Row
from tawthiq.report.count.share import TooFew, percent
from tawthiq.terms import vocabulary
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


@dataclass(frozen=True, slots=True)
class Note:
    """What has to be printed beside the numbers so that they cannot be misread. `name`: of NOTES, or of a term of

    vocabulary `definition`; `n`: how many it speaks of.
    """

    name: str
    n: int = 0

    @property
    def words(self) -> str:
        """In English, as commands and the API print it."""
        if self.name in NOTES:
            return NOTES[self.name].format(n=self.n)
        return f"{DEFINED[self.name]}: {vocabulary.load('definition').label(self.name)}."


NOTES = {
    "overlap": "Rows exceed the total by {n}: who falls into two rows counts once in the total.",
    "surplus": "{n} of the violations are further ones against children counted already.",
    "undated": "{n} verified in the period are in no bucket: no day of theirs was told or judged "
    "(that of other rows of their incident is not theirs).",
    "undated_of_before": "{n} verified in the period are in no bucket: their day is not known.",
    "later": "A further {n} happened in the period and were verified after it; they are in no bucket of it and "
    "count as late in the period of their verification.",
    "of_which": "Rows marked 'of which' repeat other rows and are never added.",
}
DEFINED = {"armed_or_combat": "Armed or used in combat", "under_15": "Under 15"}


def told(figure: Figure) -> tuple[Note, ...]:
    """The notes of a figure, for whoever words them in another language."""
    undated = "undated_of_before" if figure.rules in SPANNED else "undated"
    counted = (("overlap", figure.overlap), ("surplus", figure.surplus_acts), (undated, figure.n_undated),
               ("later", figure.n_later), ("of_which", sum(row.of_which for row in figure.rows)))  # fmt: skip
    asked = {name.value for name in figure.spec.by}
    return (*(Note(name, n) for name, n in counted if n), *(Note(name) for name in DEFINED if name in asked))


def notes(figure: Figure) -> tuple[str, ...]:
    """The same in English."""
    return tuple(note.words for note in told(figure))


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
