"""Published: what sources are written down to have published, as known figures; pure."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.record.extract.statement import Origin as StatementOrigin
from tawthiq.record.extract.statement import StatedQuantity, StatedTime, Statement, StatementKind
from tawthiq.report.check.claim import ALL, Known, Measure, Origin
from tawthiq.report.check.quoted import population_of, violations_of
from tawthiq.report.check.scope import Parties, Period, Place, Scope, Told
from tawthiq.terms.quantity import QuantityKind
from tawthiq.terms.registry import situation_countries

EVERYBODY = frozenset(
    {"", "child", "children", "case", "cases", "incident", "incidents", "boys", "girls", "total", "all"}
)
"""Names of a sheet's measure under which no condition is meant; boys and girls are populations of their own."""


def known_from(statements: Iterable[Statement]) -> list[Known]:
    """The figures of sheet rows: their scope is stated in full, so that an empty party means all parties together."""
    rows = (one for one in statements if one.origin is StatementOrigin.ROW and one.kind is StatementKind.FIGURE)
    return [_known(statement, stated) for statement in rows for stated in statement.quantities]


def _known(statement: Statement, stated: StatedQuantity) -> Known:
    published = statement.source_published_on
    on = published.when.text if isinstance(published, StatedTime) else ""
    basis = f"published by {statement.speaker}" + (f", {on}" if on else "")
    return Known(
        Origin.SOURCE,
        statement.id,
        stated.quantity,
        _measure(statement, stated),
        _scope(statement, stated),
        basis,
        statement.speaker,
        published_on=on,
    )


def _measure(statement: Statement, stated: StatedQuantity) -> Measure:
    named = statement.violations[0].subtype if statement.violations else ""
    kind = QuantityKind.PERCENT if stated.quantity.kind is QuantityKind.FRACTION else stated.quantity.kind
    if kind is QuantityKind.PERCENT and named in ("boys", "girls"):
        return Measure(named, kind)
    return Measure(ALL if named in EVERYBODY else named, kind)


def _scope(statement: Statement, stated: StatedQuantity) -> Scope:
    time = statement.source_period
    violations = violations_of(statement)
    is_count = stated.quantity.kind is QuantityKind.COUNT
    unit = stated.quantity.unit if is_count else "case"
    return Scope(
        Parties(frozenset(ref.code for ref in statement.parties), Told.STATED),
        situated([ref.code for ref in statement.places]),
        Period(time.when, Told.STATED) if isinstance(time, StatedTime) else Period(None, Told.NOT_STATED),
        population_of(unit, stated.sex if is_count else "", violations),
        violations,
    )


def situated(situations: Iterable[str]) -> Place:
    """The countries of some situations, as the place of a known figure."""
    codes = list(situations)
    countries = frozenset(country for code in codes for country in situation_countries(code))
    return Place(countries, Told.STATED, ";".join(codes))
