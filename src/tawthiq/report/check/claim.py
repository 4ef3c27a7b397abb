"""Claim: a figure that an item quotes; known: a figure that the record holds, or that a source published."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.report.check.scope import Scope
from tawthiq.terms.quantity import Quantity, QuantityKind


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured. `of`: all, armed_or_combat, under_15 (or another limit), pay, youngest, age, boys, girls;

    `kind`: count, percent (fractions too), money, age.
    """

    of: str
    kind: QuantityKind


ALL, PAY, YOUNGEST, AGE = "all", "pay", "youngest", "age"


@dataclass(frozen=True, slots=True)
class Claim:
    """One quoted figure. `statement_id`, `quote`: where it stands; `source`: words of the one cited, empty if none.

    `verified_by_source`: the words say that the cited source verified it; `in_words`: a fraction spelt in words;
    `limitation`: the item's own words on why the number is doubtful; `converted`: the teller worked it out from
    another currency; `doubts`: contradictions that the reading of the statement itself found.
    """

    statement_id: str
    quote: str
    quantity: Quantity
    measure: Measure
    scope: Scope
    source: str
    verified_by_source: bool = False
    in_words: bool = False
    limitation: str = ""
    converted: bool = False
    depicted: bool = False
    denominator_stated: bool = True
    doubts: tuple[str, ...] = ()


class Origin(StrEnum):
    """Whose figure it is; the two are shown apart, and never added."""

    RECORD = "record"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Known:
    """A figure to set beside a claim.

    `id`: figure (RECORD) or statement (SOURCE) it opens to; `quantity`: as counted, or as the source printed it;
    `basis`: words such as "verified by BODY under POLICY"; `source`: who published it, empty for the record's own;
    `numerator`, `denominator`, `n_unknown`: for shares that were counted, the unknown being part of the denominator;
    `published_on`: EDTF-like; `asked`: options of the command that builds the record's figure again.
    """

    origin: Origin
    id: str
    quantity: Quantity
    measure: Measure
    scope: Scope
    basis: str
    source: str = ""
    numerator: int | None = None
    denominator: int | None = None
    n_unknown: int = 0
    published_on: str = ""
    asked: tuple[tuple[str, str], ...] = ()
