"""Checks: doubts that follow from a statement's own numbers, parties, times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tawthiq.record.extract.doubts.parts import parts_of
from tawthiq.record.extract.numbers.loose_counts import RULE
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.shelf import Shelf
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, Doubt, StatedQuantity, Statement, StatementKind
from tawthiq.terms.quantity import Comparator, QuantityKind

_BRACKET = re.compile(r"\([^()]*\)")
_STOP = re.compile(r"[.!?؟…]\s")
_RIGHT_BEHIND_CHARS = 24
_PERSONS = ("child", "person", "case")


def doubted(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """The statements with every doubt that their own content raises; nothing is changed but the warnings."""
    unread = Shelf([page.span(number.first, number.last) for number in page.unread], lambda span: span.start)
    found = []
    for statement in statements:
        doubts = [*statement.warnings, *_own(statement), *_unread(statement, unread)]
        doubts += [*sums(statement), *parts_of(page, statement)]
        found.append(replace(statement, warnings=tuple(dict.fromkeys(doubts))))
    return _limited(page.text, found)


def _own(statement: Statement) -> list[Doubt]:
    doubts: list[Doubt] = []
    if any(party.basis is not Basis.STATED for party in statement.parties):
        doubts.append(Doubt("party_implied"))
    if _is_carried(statement):
        doubts.append(Doubt("violation_implied"))
    for item in statement.quantities:
        if item.rule == RULE:
            doubts.append(Doubt("counted_thing_not_told"))
        if item.denominator_stated is False:
            doubts.append(Doubt("denominator_not_stated", f"{item.quantity.comparator.value}{item.quantity.low}%"))
        if item.conversion:
            doubts.append(Doubt("conversion_by_the_document", item.quantity.unit))
        if item.rule == "teens":
            doubts.append(Doubt("teenage_includes_adults"))
    if statement.chain and statement.chain[-1].actor == "unnamed":
        doubts.append(Doubt("source_unnamed"))
    return doubts


def _is_carried(statement: Statement) -> bool:
    """The words that name the violation stand in another sentence."""
    cues = [ref.cue for ref in statement.violations]
    span = statement.span
    return bool(cues) and isinstance(span, Span) and all(cue is None or not span.holds(cue) for cue in cues)


def _unread(statement: Statement, unread: Shelf[Span]) -> list[Doubt]:
    span = statement.span
    inside = unread.between(span.start, span.end) if isinstance(span, Span) else []
    return [Doubt("number_not_read", f"at {number.start}") for number in inside]


def sums(statement: Statement) -> list[Doubt]:
    """Parts that do not make the total they are said to make: boys and girls, parties of a list, shares of a count."""
    exact = [item for item in statement.quantities if _is_exact_count(item)]
    inside = _in_bracket(statement, exact)
    totals = [item for item in exact if not item.sex and item.party is None and item not in inside]
    return [*_sexes(exact, totals, inside), *_parties(exact, totals), *_shares(statement)]


def _in_bracket(statement: Statement, exact: Sequence[StatedQuantity]) -> list[StatedQuantity]:
    """ "(50 boys, 38 girls, 2 sex unknown)": all numbers of the bracket that tells the sexes."""
    start = statement.span.start if isinstance(statement.span, Span) else 0
    for bracket in _BRACKET.finditer(statement.quote):
        held = Span(bracket.start() + start, bracket.end() + start)
        inside = [item for item in exact if held.holds(item.span)]
        if len(inside) > 1 and any(item.sex for item in inside) and all(item.party is None for item in inside):
            return inside
    return []


def _is_exact_count(item: StatedQuantity) -> bool:
    quantity = item.quantity
    return quantity.kind is QuantityKind.COUNT and quantity.comparator is Comparator.EXACT and item.rule != "single"


def _sum(items: Sequence[StatedQuantity]) -> Fraction:
    return sum((_value(item) for item in items), Fraction(0))


def _value(item: StatedQuantity) -> Fraction:
    return item.quantity.low or Fraction(0)


def _sexes(
    exact: Sequence[StatedQuantity], totals: Sequence[StatedQuantity], inside: Sequence[StatedQuantity]
) -> list[Doubt]:
    boys = [item for item in exact if item.sex == "boys" and item.party is None]
    girls = [item for item in exact if item.sex == "girls" and item.party is None]
    listed = sum(item.rule == "bracket" for item in exact) > 1
    persons = [item for item in totals if item.quantity.unit in _PERSONS and not (listed and item.rule == "bracket")]
    told = inside or ([*boys, *girls] if len(boys) == len(girls) == 1 else [])
    if not told or len(persons) != 1:
        return []
    parts, total = _sum(told), _value(persons[0])
    return [Doubt("sum_of_sexes", f"{parts} against {total}")] if parts != total else []


def _parties(exact: Sequence[StatedQuantity], totals: Sequence[StatedQuantity]) -> list[Doubt]:
    parts = [item for item in exact if item.party is not None]
    whole = totals or [item for item in exact if item.sex in ("boys", "girls") and item.party is None]
    if len(parts) < 2 or len(whole) != (1 if totals else 2):
        return []
    listed, total = _sum(parts), _sum(whole)
    stands_behind = whole[-1].span.start > parts[0].span.start
    if listed == total or (stands_behind and not _sums_up(parts, whole[-1])):
        return []
    code = "parts_above_total" if listed > total else "parts_below_total"
    return [Doubt(code, f"{listed} against {total}")]


def _sums_up(parts: Sequence[StatedQuantity], whole: StatedQuantity) -> bool:
    """ "NAME (142) and NAME (69) recruited 211 children": a number behind the list that is none of its parts."""
    listed = all(item.rule == "bracket" for item in parts) and whole.rule == "count"
    return listed and whole.quantity.unit in _PERSONS and all(_value(whole) > _value(item) for item in parts)


def _shares(statement: Statement) -> list[Doubt]:
    """ "17 of 278 (12 per cent)": a share printed beside its own numbers must be that share, rounded."""
    counts = [item for item in statement.quantities if _is_exact_count(item)]
    percents = [
        item
        for item in statement.quantities
        if item.quantity.kind is QuantityKind.PERCENT and item.quantity.comparator is Comparator.EXACT
    ]
    if len(counts) != 2 or len(percents) != 1:
        return []
    low, high = sorted(_value(item) for item in counts)
    told = _value(percents[0])
    if not high or low == high or percents[0].rule != "percent" or not _bracketed_between(counts, percents[0]):
        return []
    worked = low * 100 / high
    return [Doubt("share_does_not_follow", f"{told}% against {float(worked):.1f}%")] if abs(worked - told) >= 1 else []


def _bracketed_between(counts: Sequence[StatedQuantity], percent: StatedQuantity) -> bool:
    return all(item.span.gap_chars(percent.span) < 40 for item in counts)


def _limited(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """A stated limitation goes with the counts of the claims that follow it, and of the one it stands right behind;

    in one sentence with that one it is about nothing else.
    """
    found: list[Statement] = []
    for at, statement in enumerate(statements):
        before = [
            other
            for back, other in enumerate(statements[max(0, at - 2) : at], start=max(0, at - 2))
            if not _belongs_back(text, statements, back)
        ]
        near = [
            other.id
            for other in (*before, *_right_behind(statements, at))
            if other.kind is StatementKind.LIMITATION and _limits(other, statement)
        ]
        doubts = (*statement.warnings, Doubt("limitation_stated")) if near else statement.warnings
        found.append(replace(statement, limited_by=tuple(near), warnings=doubts))
    return found


def _right_behind(statements: Sequence[Statement], at: int) -> Sequence[Statement]:
    """ "At least 140 boys, though the true number is hard to estimate": with nothing but a few words between."""
    behind = statements[at + 1 : at + 2]
    own = statements[at].span
    return [
        one
        for one in behind
        if isinstance(one.span, Span) and isinstance(own, Span) and one.span.gap_chars(own) <= _RIGHT_BEHIND_CHARS
    ]


def _belongs_back(text: str, statements: Sequence[Statement], at: int) -> bool:
    """True when the limitation closes the sentence of a number."""
    limit = statements[at]
    if at == 0 or not _right_behind(statements, at - 1) or not _limits(limit, statements[at - 1]):
        return False
    counted, own = statements[at - 1].span, limit.span
    between = text[counted.end : own.start] if isinstance(counted, Span) and isinstance(own, Span) else "."
    return not _STOP.search(between)


def _limits(limitation: Statement, statement: Statement) -> bool:
    spans = limitation.span, statement.span
    counted = any(
        item.quantity.kind is QuantityKind.COUNT and item.quantity.low and item.rule != "single"
        for item in statement.quantities
    )
    if not counted or not isinstance(spans[0], Span) or not isinstance(spans[1], Span):
        return False
    return spans[0].gap_chars(spans[1]) < 200
