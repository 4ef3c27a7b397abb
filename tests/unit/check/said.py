"""Invented statements, sheets, verified acts for the article check; no article, register or child in them is real."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypedDict

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span
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
from tawthiq.record.extract.totals import COLUMNS, read_totals
from tawthiq.report.check.claim import Known
from tawthiq.report.check.published import known_from
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from tawthiq.terms.when import parse_when

KINDS = {"percent": QuantityKind.PERCENT, "year": QuantityKind.AGE, "month": QuantityKind.DURATION}


def number(
    text: str,
    *,
    sex: str = "",
    party: int | None = None,
    per: str = "",
    rule: str = "count",
    stated: bool | None = None,
) -> StatedQuantity:
    """A number as `> 1100 child`, `~< 20 percent`, `<= 400 USD`, `14-17 year`; `= ` when it has no comparator."""
    *comparator, value, unit = text.split()
    kind = KINDS.get(unit, QuantityKind.MONEY if unit.isupper() else QuantityKind.COUNT)
    low, _, high = value.partition("-")
    bound = Comparator.RANGE if high else Comparator(comparator[0]) if comparator else Comparator.EXACT
    quantity = Quantity(kind, bound, Fraction(low), Fraction(high) if high else None, unit, per)
    return StatedQuantity(quantity, Span(0, 1), rule, stated, sex, party, conversion=rule == "conversion")


class Cited(TypedDict):
    """What many figures of one article share: whose they are said to be, where, when."""

    source: str
    places: Sequence[str]
    period: str


class CitedMore(Cited, total=False):
    """The same, with one thing more."""

    parties: Sequence[str]
    violation: str


@dataclass
class Article:
    """An invented article, told sentence by sentence; words stand one after the other, so that no two are equal."""

    language: str = "en"
    statements: list[Statement] = field(default_factory=list)

    def says(
        self,
        *numbers: StatedQuantity | str,
        source: str = "",
        parties: Sequence[str] = (),
        implied: bool = False,
        places: Sequence[str] = (),
        period: str = "",
        violation: str = "recruitment_use",
        subtype: str = "",
        factuality: Factuality = Factuality.ATTRIBUTED,
        kind: StatementKind = StatementKind.VIOLATION_CLAIM,
        limited_by: Statement | None = None,
        quote: str = "invented words",
    ) -> Statement:
        """One statement more; `source` empty: its source is not named."""
        at = 100 * len(self.statements)
        basis = Basis.IMPLIED if implied else Basis.STATED
        speaker = Link(source, Role.REPORT) if source else Link(UNNAMED, Role.UNNAMED)
        statement = Statement(
            item_id="itm_invented",
            origin=Origin.TEXT,
            span=Span(at, at + 50),
            quote=f"{quote} {len(self.statements)}",
            kind=kind,
            language=self.language,
            chain=(Link(DOCUMENT, Role.PUBLISHER), speaker),
            factuality=factuality,
            extractor="by_hand@1",
            violations=(ViolationRef(violation, subtype),) if violation else (),
            parties=tuple(PartyRef(code, basis, code) for code in parties),
            places=tuple(PlaceRef(code, Basis.STATED, code, "country") for code in places),
            act_period=StatedTime(parse_when(period), Basis.STATED, "by_hand") if period else NOT_STATED,
            quantities=tuple(number(one) if isinstance(one, str) else one for one in numbers),
            limited_by=(limited_by.id,) if limited_by else (),
        )
        self.statements.append(statement)
        return statement


def sheet(*rows: str, source: str = "Lantern Monitoring Mission", published: str = "2021-06-01") -> list[Known]:
    """Published totals: rows of `situation period party violation measure comparator value unit [per]`, `-` empty."""
    names = ("situation", "period", "party", "violation", "measure", "comparator", "value", "unit", "per")
    lines = [",".join(COLUMNS)]
    for row in rows:
        cells = dict(zip(names, (("" if cell == "-" else cell) for cell in row.split()), strict=False))
        cells |= {"source": source, "published_on": published, "status": "verified", "words": "invented"}
        cells |= {"of": "children"} if cells["unit"] == "percent" else {}
        lines.append(",".join(cells.get(column, "") for column in COLUMNS))
    read = read_totals("\n".join(lines), "itm_sheet")
    if read.bad_rows:
        raise ValueError(read.bad_rows)
    return known_from(read.statements)
