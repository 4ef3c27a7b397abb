"""Particulars in rows: fields that queries count by in columns of their own, the others in one JSON column.

Each value stands in one place only, so that the audit, which reads the row back, sees a change of either.
"""

from __future__ import annotations

from typing import Any

from tawthiq.record.link.models.tables import ActRow, IncidentRow, ViolationRow
from tawthiq.record.link.particulars.form import columns_of
from tawthiq.record.link.particulars.particulars import NONE, Particulars, of
from tawthiq.record.link.particulars.spec import Kind, Level
from tawthiq.record.link.particulars.value import Value, from_json, spell, to_json
from tawthiq.terms.unknown import Unknown


def particular_fields(told: Particulars, level: Level) -> dict[str, Any]:
    """The columns of particulars; an unknown leaves its column empty, its reason stands in the JSON.

    Of no particulars it names none: all are empty then, as a column left out of an insert is.
    """
    if not told:
        return {}
    rest = told.known()
    columns: dict[str, Any] = {}
    for spec in columns_of(level):
        held = spec.name in rest and not isinstance(rest[spec.name], Unknown)
        columns[spec.name] = _cell(rest.pop(spec.name)) if held else None
    return {**columns, "particulars": {name: to_json(value) for name, value in rest.items()} or None}


def particulars_from(row: IncidentRow | ViolationRow | ActRow, level: Level) -> Particulars:
    """The particulars of a row."""
    known: dict[str, Value | None] = {name: from_json(raw) for name, raw in (row.particulars or {}).items()}
    for spec in columns_of(level):
        cell = getattr(row, spec.name)
        if cell is not None:
            known[spec.name] = _value(spec.kind, cell)
    return of(known) if known else NONE


def _cell(value: Value) -> str | int:
    return value if isinstance(value, int) and not isinstance(value, bool) else spell(value)


def _value(kind: Kind, cell: Any) -> Value:
    if kind is Kind.TRUTH:
        return bool(cell == "y")
    return tuple(cell.split(";")) if kind in (Kind.CODES, Kind.PLACES, Kind.PARTIES) else cell
