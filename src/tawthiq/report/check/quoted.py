"""Quoted: the claims that an item's statements make, each number with its measure, scope, source; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span
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
from tawthiq.report.check.claim import AGE, ALL, PAY, YOUNGEST, Claim, Measure
from tawthiq.report.check.scope import Parties, Period, Place, Scope, Told
from tawthiq.terms.quantity import Comparator, QuantityKind
from tawthiq.terms.registry import load_gazetteer
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.vocabulary import load
from tawthiq.terms.when import When, in_year
from tawthiq.terms.where import PlacePrecision

ARMED = frozenset({"armed", "armed_or_combat", "combat"})
"""Subtypes of the lexicons under which a share is of children armed or used in combat."""
ARMED_COUNT = frozenset({"armed", "armed_or_combat"})
"""The same for counts: "200 children fighting for" a group says that they are with it."""

CONTRADICTING = frozenset({"sum_of_sexes", "parts_above_total", "share_does_not_follow"})
"""Doubts of the extractors that say that a statement contradicts itself."""

_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.FRACTION})
_CHECKED = frozenset({QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.MONEY, *_SHARES})
_BELOW = frozenset({Comparator.LESS_THAN})
_CHILDREN = frozenset({"", "child", "children", "minor"})
_SEXES = {"boys": "boy", "girls": "girl", "boy": "boy", "girl": "girl"}
_CASES = frozenset({"case", "cases", "victim"})


@dataclass(frozen=True, slots=True)
class Passed:
    """A number of a statement that makes no claim to check, and `why`: see `article.Unchecked`."""

    statement: Statement
    stated: StatedQuantity
    why: str


def claims_of(statements: Iterable[Statement], published_on: When | None) -> list[Claim]:
    """Every figure quoted, in the order given; a repeat of a statement that stands is not a second claim.

    `published_on`: when the item came out; a claim that tells no time is about that year, as its reader takes it.
    """
    kept = standing(statements)
    by_id = {statement.id: statement for statement in kept}
    return [claim for statement in kept for claim in _claims(statement, by_id, published_on)]


def passed_over(statements: Iterable[Statement]) -> list[Passed]:
    """Every number that makes no claim, with its reason; with `claims_of` they are all numbers of the item."""
    rows = ((one, stated, _why_not(one, stated)) for one in standing(statements) for stated in one.quantities)
    return [Passed(statement, stated, why) for statement, stated, why in rows if why]


def standing(statements: Iterable[Statement]) -> list[Statement]:
    """Statements of running text, without repeats of others that are among them."""
    texts = [statement for statement in statements if statement.origin is Origin.TEXT]
    ids = {statement.id for statement in texts}
    replaced = {statement.supersedes for statement in texts}
    return [one for one in texts if not one.duplicate_of or one.duplicate_of not in ids | replaced]


def _claims(statement: Statement, by_id: Mapping[str, Statement], published_on: When | None) -> Iterator[Claim]:
    for stated in statement.quantities:
        if _why_not(statement, stated):
            continue
        yield Claim(
            statement_id=statement.id,
            quote=statement.quote,
            quantity=stated.quantity,
            measure=measure_of(statement, stated),
            scope=scope_of(statement, stated, published_on),
            source=source_of(statement),
            verified_by_source=statement.factuality is Factuality.VERIFIED_BY_SOURCE,
            in_words=stated.rule == "fraction",
            limitation=" ".join(by_id[one].quote for one in statement.limited_by if one in by_id),
            converted=stated.conversion,
            depicted=statement.depicted,
            denominator_stated=stated.denominator_stated is not False,
            doubts=tuple(doubt.code for doubt in statement.warnings if doubt.code in CONTRADICTING),
        )


def _why_not(statement: Statement, stated: StatedQuantity) -> str:
    """Why a number is no figure to check; empty when it is one."""
    quantity = stated.quantity
    if statement.kind is StatementKind.LIMITATION or quantity.comparator is Comparator.UNKNOWN:
        return "no_number"
    if quantity.low is None or quantity.kind is QuantityKind.VAGUE:
        return "vague"
    if stated.rule in ("single", "teens"):
        return "one_mentioned" if stated.rule == "single" else "vague"
    if quantity.kind not in _CHECKED:
        return "not_measured_here"
    if quantity.kind is QuantityKind.AGE and quantity.comparator in _BELOW and len(statement.quantities) > 1:
        return "bounds_another"
    people = quantity.unit.casefold() in _CHILDREN | _CASES or quantity.kind is not QuantityKind.COUNT or stated.sex
    return "" if people or violations_of(statement) else "no_violation"


def measure_of(statement: Statement, stated: StatedQuantity) -> Measure:
    """What a number of a statement measures."""
    quantity = stated.quantity
    if quantity.kind is QuantityKind.AGE:
        of = YOUNGEST if quantity.comparator is Comparator.AT_LEAST else AGE
        return Measure(of, QuantityKind.AGE)
    if quantity.kind is QuantityKind.MONEY:
        return Measure(PAY, QuantityKind.MONEY)
    is_share = quantity.kind in _SHARES
    return Measure(
        _condition(statement, stated, is_share=is_share), QuantityKind.PERCENT if is_share else quantity.kind
    )


def _condition(statement: Statement, stated: StatedQuantity, *, is_share: bool) -> str:
    """The condition under which children are counted: an age, being armed, a sex (of shares), or none."""
    limit = next((one.quantity.low for one in statement.quantities if _bounds_age(one)), None)
    if limit is not None:
        return f"under_{int(limit)}"
    if any(violation.subtype in (ARMED if is_share else ARMED_COUNT) for violation in _own(statement)):
        return "armed_or_combat"
    if is_share and stated.sex in _SEXES:
        return f"{_SEXES[stated.sex]}s"
    return ALL


def _bounds_age(stated: StatedQuantity) -> bool:
    return stated.quantity.kind is QuantityKind.AGE and stated.quantity.comparator in _BELOW


def _own(statement: Statement) -> list[ViolationRef]:
    """The violations that the statement's own words name; those carried over from an earlier sentence left out."""
    span = statement.span
    if not isinstance(span, Span):
        return list(statement.violations)
    return [one for one in statement.violations if one.cue is None or span.holds(one.cue)]


def violations_of(statement: Statement) -> frozenset[str]:
    """Codes of the statement's violations under the heading of the first; empty when it names none that is known."""
    terms = load("violation").terms
    codes = [one.code for one in statement.violations if one.code in terms]
    parents = [terms[code].more["parent"] for code in codes]
    return frozenset(code for code, parent in zip(codes, parents, strict=True) if parent == parents[0])


def source_of(statement: Statement) -> str:
    """The words of the outermost source that is named, empty where the chain ends unnamed or in the item itself."""
    return "" if statement.speaker in (DOCUMENT, UNNAMED) else statement.speaker


def population_of(unit: str, sex: str, violations: frozenset[str]) -> str:
    """child, boy, girl; incident for cases of violations counted in incidents; else the unit's own word."""
    if sex in _SEXES:
        return _SEXES[sex]
    word = unit.casefold()
    if word in _CASES:
        units = {violation_type(code).unit for code in violations}
        return "incident" if units == {Unit.INCIDENT} else "child"
    if word in _CHILDREN or word == "percent":
        return "child"
    return word


def scope_of(statement: Statement, stated: StatedQuantity, published_on: When | None) -> Scope:
    """Whom, where, when, which children a number is about, as its reader takes it."""
    violations = violations_of(statement)
    counted = stated.quantity.kind is QuantityKind.COUNT
    sex = stated.sex if stated.quantity.kind not in (*_SHARES, QuantityKind.MONEY) else ""
    population = population_of(stated.quantity.unit if counted else "", sex, violations)
    if not counted and violations and {violation_type(code).unit for code in violations} == {Unit.INCIDENT}:
        population = "incident"
    period = _period(statement, published_on)
    return Scope(_parties(statement, stated), _place(statement.places), period, population, violations)


def _parties(statement: Statement, stated: StatedQuantity) -> Parties:
    """A number bound to one party of a list is that party's; the total of a list is of all of them together."""
    if stated.party is not None:
        return _told([statement.parties[stated.party]])
    named = [ref for ref in statement.parties if not ref.group]
    listed = [one.quantity.low or 0 for one in statement.quantities if one.party is not None]
    if len(named) < 2 or not listed:
        return _told(named)
    total = max((one.quantity.low or 0 for one in statement.quantities if _is_unbound(one)), default=0)
    is_part = _is_unbound(stated) and stated.quantity.low != total
    if is_part or sum(listed) == total:
        return Parties(_codes(named), Told.NOT_STATED)
    return Parties(frozenset(), Told.IMPLIED)


def _is_unbound(stated: StatedQuantity) -> bool:
    """A count in a list that names neither party nor sex: the total, or a part whose party was not recognised."""
    return stated.quantity.kind is QuantityKind.COUNT and stated.party is None and not stated.sex


def _told(named: Sequence[PartyRef]) -> Parties:
    if not [ref for ref in named if not ref.group]:
        return Parties(frozenset(), Told.NOT_STATED)
    told = Told.STATED if all(ref.basis is Basis.STATED for ref in named) else Told.IMPLIED
    return Parties(_codes(named), told)


def _codes(named: Sequence[PartyRef]) -> frozenset[str]:
    return frozenset(ref.code or ref.name for ref in named)


def _place(refs: Sequence[PlaceRef]) -> Place:
    """The finest places named; a country that holds one of them only says where it lies."""
    places = load_gazetteer().places
    known = [(ref, places[ref.code]) for ref in refs if ref.code in places]
    within = {place.country for _, place in known if place.precision is not PlacePrecision.COUNTRY}
    finest = [(ref, place) for ref, place in known if place.code not in within]
    if not finest:
        return Place(frozenset(), Told.NOT_STATED)
    told = Told.STATED if all(ref.basis is Basis.STATED for ref, _ in finest) else Told.IMPLIED
    return Place(frozenset(place.code for _, place in finest), told)


def _period(statement: Statement, published_on: When | None) -> Period:
    for time in (statement.act_period, statement.source_period):
        if isinstance(time, StatedTime) and time.when.first is not None:
            told = Told.STATED if time.basis is Basis.STATED else Told.IMPLIED
            return Period(_whole_year(time.when, published_on), told)
    if published_on is not None and published_on.first is not None:
        return Period(in_year(published_on.first.year), Told.IMPLIED)
    return Period(None, Told.NOT_STATED)


def _whole_year(when: When, published_on: When | None) -> When:
    """ "In 2015", read in August of that year, ends on the day of telling; it is that year none the less."""
    first, last = when.first, when.last
    if first is None or last is None or published_on is None or last != published_on.last:
        return when
    return in_year(first.year) if (first.month, first.day) == (1, 1) and first.year == last.year else when
