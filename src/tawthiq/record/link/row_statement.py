"""The statement that a row of a register is: structured, with its sheet and row, in the JSON form of `extract`.

Made from parts that are encoded once each, since a register has a hundred thousand rows of few different words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tawthiq.record.extract import wire
from tawthiq.record.extract.chain import DOCUMENT, Link, Mode, Role
from tawthiq.record.extract.encoded import EncodedStatement, Mould, part
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import CellSpan, Span
from tawthiq.record.extract.statement import (
    NOT_STATED,
    Basis,
    Origin,
    PartyRef,
    PlaceRef,
    StatedQuantity,
    StatedTime,
    Statement,
    StatementKind,
    ViolationRef,
)
from tawthiq.record.link.register import Entry
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from tawthiq.terms.when import When

EXTRACTOR = "acts_table@1"
_PUBLISHER = Link(DOCUMENT, Role.PUBLISHER, Mode.DIRECT, factuality=Factuality.REPORTED)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Of which item and sheet the rows are; `name` is empty for CSV."""

    item_id: str
    name: str


_OPEN = ("span", "quote", "violations", "parties", "places", "act_period", "quantities")
"""Fields in which the rows of one item differ."""


def encoded_statement(entry: Entry, cells: Mapping[str, str], sheet: Sheet) -> EncodedStatement:
    """The row's statement as it is kept; its quote is the row, column by column."""
    n_children = entry.act.n_children if entry.act else 0
    admin1 = entry.incident.admin1
    parts = {
        "span": f'{{"cell":"","file":"{sheet.item_id}","row":{entry.row},"sheet":{part(sheet.name)}}}',
        "quote": part("; ".join([f"{name}={text}" for name, text in cells.items()])),
        "violations": _violation(entry.violation.type),
        "parties": _parties(entry.violation.attribution.parties),
        "places": _place(admin1) if admin1 else "[]",
        "act_period": _time(_when(entry)),
        "quantities": _count(n_children) if n_children else "[]",
    }
    return mould_of(sheet.item_id).pour(entry.row, parts)


def _when(entry: Entry) -> When | None:
    return entry.act.happened_on if entry.act else entry.violation.happened_on


@lru_cache(maxsize=8)
def mould_of(item_id: str) -> Mould:
    """What the statements of all rows of an item share."""
    bare = Statement(
        item_id=item_id,
        origin=Origin.ROW,
        span=CellSpan(item_id, "", 1),
        quote="",
        kind=StatementKind.VIOLATION_CLAIM,
        language="und",
        chain=(_PUBLISHER,),
        factuality=Factuality.REPORTED,
        extractor=EXTRACTOR,
    )
    return Mould(bare, _OPEN)


@lru_cache(maxsize=256)
def _violation(code: str) -> str:
    return part([wire.encode(ViolationRef(code))])


@lru_cache(maxsize=4096)
def _parties(codes: tuple[str, ...]) -> str:
    return part([wire.encode(PartyRef(code, Basis.STATED, code)) for code in codes])


@lru_cache(maxsize=4096)
def _place(code: str) -> str:
    return part([wire.encode(PlaceRef(code, Basis.STATED, code, "adm1"))])


@lru_cache(maxsize=65536)
def _time(when: When | None) -> str:
    return part(wire.encode(NOT_STATED if when is None else StatedTime(when, Basis.STATED, EXTRACTOR)))


@lru_cache(maxsize=4096)
def _count(n_children: int) -> str:
    count = Quantity(QuantityKind.COUNT, Comparator.EXACT, Fraction(n_children), unit="child")
    return part([wire.encode(StatedQuantity(count, Span(0, 0), EXTRACTOR))])
