"""Quoted: the claims that an item's statements make, each number with its measure, scope, source; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED
from tawthiq.record.extract.statement import Basis, StatedQuantity, StatedTime, Statement
from tawthiq.report.check.claim import Claim, Measure
from tawthiq.report.check.scope import Parties, Period, Place, Scope, Told
from tawthiq.terms.quantity import Comparator, QuantityKind
from tawthiq.terms.registry import load_gazetteer
from tawthiq.terms.vocabulary import load
from tawthiq.terms.when import When, in_year

ARMED = frozenset({"armed", "armed_or_combat", "combat"})
"""Subtypes of the lexicons under which a share or count is of children armed or used in combat."""

_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.FRACTION})
_BELOW = frozenset({Comparator.LESS_THAN})
_CHILDREN = frozenset({"", "child", "children", "case", "cases", "minor", "boy", "girl"})


def claims_of(statements: Iterable[Statement], published_on: When | None) -> list[Claim]:
    """Every number quoted, in the order of the text; a repeat of one statement is not a second claim.

    `published_on`: when the item came out; a claim that tells no time is about that year, as its reader takes it.
    """
    kept = [statement for statement in statements if not statement.duplicate_of]
    by_id = {statement.id: statement for statement in kept}
    return [claim for statement in kept for claim in _claims(statement, by_id, published_on)]


def _claims(statement: Statement, by_id: Mapping[str, Statement], published_on: When | None) -> Iterator[Claim]:
    for stated in statement.quantities:
        measure = measure_of(statement, stated)
        if measure is None or stated.quantity.low is None:
            continue
        yield Claim(
            statement_id=statement.id,
            quote=statement.quote,
            quantity=stated.quantity,
            measure=measure,
            scope=_scope(statement, stated, published_on),
            source=source_of(statement),
            limitation=" ".join(by_id[one].quote for one in statement.limited_by if one in by_id),
            converted=stated.conversion,
            depicted=statement.depicted,
            denominator_stated=stated.denominator_stated is not False,
        )


def measure_of(statement: Statement, stated: StatedQuantity) -> Measure | None:
    """What a number of a statement measures; None for an age that only says which children another number counts."""
    heading = heading_of(statement)
    quantity = stated.quantity
    if quantity.kind is QuantityKind.AGE:
        return _age_measure(heading, statement, stated)
    if quantity.kind is QuantityKind.MONEY:
        return Measure(heading, "pay", QuantityKind.MONEY)
    kind = QuantityKind.PERCENT if quantity.kind in _SHARES else quantity.kind
    return Measure(heading, _condition(statement, stated), kind)


def _age_measure(heading: str, statement: Statement, stated: StatedQuantity) -> Measure | None:
    if stated.quantity.comparator in _BELOW and len(statement.quantities) > 1:
        return None
    of = "youngest" if stated.quantity.comparator is Comparator.AT_LEAST else "age"
    return Measure(heading, of, QuantityKind.AGE)


def _condition(statement: Statement, stated: StatedQuantity) -> str:
    """The condition under which children are counted: an age, being armed, a sex, or none."""
    limit = next((one.quantity.low for one in statement.quantities if _bounds_age(one)), None)
    if limit is not None:
        return f"under_{int(limit)}"
    if stated.quantity.kind in _SHARES and any(violation.subtype in ARMED for violation in statement.violations):
        return "armed_or_combat"
    if stated.sex:
        return stated.sex
    return "children" if stated.quantity.unit.casefold() in _CHILDREN else stated.quantity.unit


def _bounds_age(stated: StatedQuantity) -> bool:
    return stated.quantity.kind is QuantityKind.AGE and stated.quantity.comparator in _BELOW


def heading_of(statement: Statement) -> str:
    """The reporting heading of the statement's first violation, empty when it names none of the grave ones."""
    terms = load("violation").terms
    found = (terms[one.code].more["parent"] for one in statement.violations if one.code in terms)
    return str(next(found, ""))


def source_of(statement: Statement) -> str:
    """The words of the outermost source that is named, empty where the chain ends unnamed or in the item itself."""
    return "" if statement.speaker in (DOCUMENT, UNNAMED) else statement.speaker


def _scope(statement: Statement, stated: StatedQuantity, published_on: When | None) -> Scope:
    return Scope(_parties(statement, stated), _place(statement), _period(statement, published_on))


def _parties(statement: Statement, stated: StatedQuantity) -> Parties:
    refs = statement.parties if stated.party is None else (statement.parties[stated.party],)
    named = [ref for ref in refs if not ref.group]
    if not named:
        return Parties(frozenset(), Told.NOT_STATED)
    told = Told.STATED if all(ref.basis is Basis.STATED for ref in named) else Told.IMPLIED
    return Parties(frozenset(ref.code or ref.name for ref in named), told)


def _place(statement: Statement) -> Place:
    places = load_gazetteer().places
    codes = frozenset(places[ref.code].country for ref in statement.places if ref.code in places)
    if not codes:
        return Place(frozenset(), Told.NOT_STATED)
    told = Told.STATED if all(ref.basis is Basis.STATED for ref in statement.places) else Told.IMPLIED
    return Place(codes, told)


def _period(statement: Statement, published_on: When | None) -> Period:
    for time in (statement.act_period, statement.source_period):
        if isinstance(time, StatedTime) and time.when.first is not None:
            return Period(time.when, Told.STATED if time.basis is Basis.STATED else Told.IMPLIED)
    if published_on is not None and published_on.first is not None:
        return Period(in_year(published_on.first.year), Told.IMPLIED)
    return Period(None, Told.NOT_STATED)
