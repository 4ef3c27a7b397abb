"""Published totals: the rows of a sheet in which a person wrote down what a source printed, as statements."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tawthiq.record.extract.chain import DOCUMENT, Conveys, Link, Mode, Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import CellSpan, Span
from tawthiq.record.extract.statement import (
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
from tawthiq.terms import vocabulary
from tawthiq.terms.errors import BadInput, MissingField, UnknownCode
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from tawthiq.terms.registry import load_parties
from tawthiq.terms.unknown import Unknown, Why
from tawthiq.terms.when import parse_when

COLUMNS = (
    "source",
    "published_on",
    "document",
    "situation",
    "period",
    "party",
    "violation",
    "measure",
    "comparator",
    "value",
    "unit",
    "of",
    "per",
    "status",
    "words",
)
"""Columns of the sheet. `party` empty: all parties together. `measure`: children, boys, girls, armed_or_combat, ..."""

REQUIRED = ("source", "situation", "period", "violation", "measure", "value", "unit")
NAME = "totals_sheet@1"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read: its line, the field, the error, the row as it came."""

    row: int
    field: str
    error: BadInput
    raw: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TotalsSheet:
    """What a sheet holds. `ignored`: columns that mean nothing here."""

    statements: tuple[Statement, ...]
    bad_rows: tuple[BadRow, ...]
    ignored: tuple[str, ...]


def read_totals(text: str, item_id: str) -> TotalsSheet:
    """Read the CSV text of a sheet; a row that does not fit is set aside, the rest goes on.

    Raises MissingField when a required column is not there at all.
    """
    reader = csv.DictReader(io.StringIO(text))
    header = [name.strip() for name in reader.fieldnames or ()]
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise MissingField(
            f"the sheet lacks {', '.join(missing)}", where="row 1", do=f"use the columns {', '.join(COLUMNS)}"
        )
    good: list[Statement] = []
    bad: list[BadRow] = []
    for number, raw in enumerate(reader, start=2):
        row = {name.strip(): (value or "").strip() for name, value in raw.items() if name}
        try:
            good.append(_statement(row, number, item_id))
        except BadInput as error:
            bad.append(BadRow(number, error.where.rpartition(" ")[2], error, row))
    return TotalsSheet(tuple(good), tuple(bad), tuple(name for name in header if name not in COLUMNS))


def _statement(row: Mapping[str, str], number: int, item_id: str) -> Statement:
    for name in REQUIRED:
        if not row.get(name):
            raise MissingField("the cell is empty", where=_where(number, name), do="fill it, or take the row out")
    verified = row.get("status") == "verified"
    return Statement(
        item_id=item_id,
        origin=Origin.ROW,
        span=CellSpan(item_id, "", number),
        quote=row.get("words") or row["measure"],
        kind=StatementKind.FIGURE,
        language="en",
        chain=_chain(row, verified=verified),
        factuality=Factuality.VERIFIED_BY_SOURCE if verified else Factuality.REPORTED,
        extractor=NAME,
        violations=(ViolationRef(_code("violation", row["violation"], number, "violation"), row["measure"]),),
        parties=tuple(_parties(row.get("party", ""), number)),
        places=(PlaceRef(row["situation"], Basis.STATED, _code("situation", row["situation"], number, "situation")),),
        source_period=_time(row["period"], number, "period"),
        act_period=_time(row["period"], number, "period"),
        source_published_on=_time(row.get("published_on", ""), number, "published_on"),
        quantities=(_quantity(row, number),),
    )


def _chain(row: Mapping[str, str], *, verified: bool) -> tuple[Link, ...]:
    sure = Factuality.VERIFIED_BY_SOURCE if verified else Factuality.REPORTED
    source = Link(row["source"], Role.ORGANISATION, Mode.PARAPHRASE, Conveys.SAYS, factuality=sure)
    return Link(DOCUMENT, Role.PUBLISHER), source


def _quantity(row: Mapping[str, str], number: int) -> StatedQuantity:
    kind = _kind(row["unit"])
    try:
        value = Fraction(row["value"].replace(",", ""))
        comparator = Comparator(row.get("comparator") or "=")
    except (ValueError, ZeroDivisionError) as reason:
        where = _where(number, "value" if "Fraction" in str(reason) else "comparator")
        raise BadInput(
            "not a number with a comparator", where=where, do="write 278, and one of = > >= < <= ~ ~<"
        ) from reason
    quantity = Quantity(kind, comparator, value, None, row["unit"], row.get("per", ""), row.get("of", ""))
    stated = bool(row.get("of")) if kind is QuantityKind.PERCENT else None
    sex = row["measure"] if row["measure"] in ("boys", "girls") else ""
    return StatedQuantity(quantity, Span(0, len(row["value"])), NAME, stated, sex)


def _kind(unit: str) -> QuantityKind:
    if unit == "percent":
        return QuantityKind.PERCENT
    if len(unit) == 3 and unit.isupper():
        return QuantityKind.MONEY
    return QuantityKind.AGE if unit == "year" else QuantityKind.COUNT


def _parties(text: str, number: int) -> Iterator[PartyRef]:
    known = load_parties().parties
    for code in filter(None, (part.strip() for part in text.split(";"))):
        if code not in known:
            do = "use a code of the registry of parties"
            raise UnknownCode(f"{code!r} is no party that we know", where=_where(number, "party"), do=do)
        yield PartyRef(code, Basis.STATED, code)


def _time(text: str, number: int, field: str) -> StatedTime | Unknown:
    if not text:
        return Unknown(Why.NOT_STATED)
    return StatedTime(parse_when(text, where=_where(number, field)), Basis.STATED, NAME)


def _code(name: str, code: str, number: int, field: str) -> str:
    return vocabulary.load(name).term(code, where=_where(number, field)).code


def _where(number: int, field: str) -> str:
    return f"row {number}, field {field}"
