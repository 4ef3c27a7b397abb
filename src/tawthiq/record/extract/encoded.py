"""A statement in its canonical JSON, put together from parts that are encoded once for many statements.

A register has a hundred thousand rows that differ in few of the fields of a statement; the text that is kept, its id
and its digest are all made of the same parts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.record.extract import wire
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.identity import Json, Kind, canonical, id_from


@dataclass(frozen=True, slots=True)
class EncodedStatement:
    """`text`: canonical JSON of `to_json`; `digest`: its SHA-256; `row`: the row it was read from, counted from 1."""

    id: str
    text: str
    digest: str
    row: int


def part(value: Json) -> str:
    """The canonical JSON of a field's value."""
    return canonical(value).decode()


class Mould:
    """Statements that share every field of `bare` but those named in `open_fields`, in whatever order."""

    def __init__(self, bare: Statement, open_fields: tuple[str, ...]) -> None:
        encoded = wire.encode(bare)
        if not isinstance(encoded, Mapping):
            raise TypeError("a statement is encoded as an object")
        fixed = {name: part(value) for name, value in encoded.items() if name not in open_fields}
        marks = {name: f"%({name})s" for name in (*open_fields, "id")}
        pairs = sorted({**{name: text.replace("%", "%%") for name, text in fixed.items()}, **marks}.items())
        self._whole = "{" + ",".join(f'"{name}":{text}' for name, text in pairs) + "}"
        self._body = "{" + ",".join(f'"{name}":{text}' for name, text in pairs if name != "id") + "}"
        told = f'["{Kind.STATEMENT.value}",[{part(bare.item_id)},{part(bare.speaker)},'
        self._named = told.replace("%", "%%") + "%(span)s," + self._body + "]]"
        self.origin, self.kind, self.extractor = bare.origin.value, bare.kind.value, bare.extractor

    def pour(self, row: int, parts: dict[str, str]) -> EncodedStatement:
        """The statement whose open fields have these parts."""
        made = id_from(Kind.STATEMENT, (self._named % parts).encode())
        text = self._whole % {**parts, "id": f'"{made}"'}
        return EncodedStatement(made, text, hashlib.sha256(text.encode()).hexdigest(), row)
