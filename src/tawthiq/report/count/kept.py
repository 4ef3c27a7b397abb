"""Kept: a figure read back from what was signed when it was counted, without counting again; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tawthiq.report.count.dimensions import UNDECIDED
from tawthiq.report.count.figure import Basis, Figure, Row
from tawthiq.report.count.spec import spec_from
from tawthiq.terms.errors import IntegrityBroken
from tawthiq.terms.identity import Kind, make_id
from tawthiq.terms.quantity import Share


def figure_as_kept(figure_id: str, result: Mapping[str, Any]) -> Figure:
    """The figure of a `Figure.result()`, its ids left out (of these the result holds a digest).

    A figure's id is the digest of its result: raises IntegrityBroken where the two do not belong together.
    """
    if make_id(Kind.FIGURE, dict(result)) != figure_id:
        raise IntegrityBroken(
            "the figure is not the one that was signed", where=figure_id, do="run the audit of the log"
        )
    value, n_undecided = int(result["value"]), int(result["n_undecided"])
    return Figure(
        id=figure_id,
        spec=spec_from(result["spec"]),
        size=result["size"],
        value=value,
        n_acts=result["n_acts"],
        late=result["late"],
        late_n_acts=result["late_n_acts"],
        n_undated=result["n_undated"],
        overlap=result["overlap"],
        n_undecided=n_undecided,
        basis=tuple(Basis(body, policy, n_acts) for body, policy, n_acts in result["basis"]),
        rows=tuple(_row(row, value, n_undecided) for row in result["rows"]),
        ids=(),
        late_ids=(),
        n_later=result.get("n_later", 0),
        rules=result["rules"],
    )


def _row(row: Mapping[str, Any], whole: int, n_undecided: int) -> Row:
    cell = tuple(row["cell"])
    share = Share(row["value"], whole, _unknown(row, whole, n_undecided)) if whole else None
    return Row(cell, row["value"], row["n_acts"], row["late"], share, row["of_which"], (), ())


def _unknown(row: Mapping[str, Any], whole: int, n_undecided: int) -> int:
    """How many are not known and not in the row; the first rules kept the figure's own number only."""
    if "n_unknown" in row:
        return int(row["n_unknown"])
    undecided = n_undecided - (row["value"] if UNDECIDED.intersection(row["cell"]) else 0)
    return int(min(undecided, whole - row["value"]))
