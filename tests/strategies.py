"""Hypothesis strategies for each word of the ground: every value the type admits, and no other."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from tawthiq.terms.age import Age
from tawthiq.terms.identity import Json, Kind
from tawthiq.terms.money import Conversion, Money, Per
from tawthiq.terms.party import Party, Registry, Relation, Tie
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind, Share
from tawthiq.terms.truth import Truth
from tawthiq.terms.unknown import Unknown, Why
from tawthiq.terms.when import (
    When,
    between,
    in_half,
    in_month,
    in_quarter,
    in_week,
    in_year,
    not_after,
    not_before,
    on_day,
    parse_when,
)
from tawthiq.terms.where import Gazetteer, Place, PlacePrecision

tried = settings(max_examples=40, deadline=None)
"""How often a law is tried on each run: enough to have broken each of them once, few enough for every commit."""

truths = st.sampled_from(list(Truth))
kinds = st.sampled_from(list(Kind))
unknowns = st.builds(Unknown, st.sampled_from(list(Why)), st.text(max_size=10))
days = st.dates(date(1, 1, 1), date(9998, 12, 31))
years = st.integers(1, 9998)
recent_days = st.dates(date(2010, 1, 1), date(2026, 12, 31))

calendar_whens: st.SearchStrategy[When] = st.one_of(
    days.map(on_day),
    years.map(in_year),
    st.builds(in_month, years, st.integers(1, 12)),
    st.builds(in_quarter, years, st.integers(1, 4)),
    st.builds(in_half, years, st.integers(1, 2)),
    st.builds(in_week, years, st.integers(1, 52)),
)


@st.composite
def ranges(draw: st.DrawFn) -> When:
    """From the first of two calendar units to the second, each as finely as it was told."""
    one, other = draw(calendar_whens), draw(calendar_whens)
    early, late = sorted((one, other), key=lambda when: (str(when.first), str(when.last)))
    if late.last is None or early.first is None or late.last < early.first:
        return early
    return parse_when(f"{early.text}/{late.text}")


open_whens: st.SearchStrategy[When] = st.one_of(
    days.map(not_after),
    days.map(not_before),
    calendar_whens.map(lambda when: parse_when(f"../{when.text}")),
    calendar_whens.map(lambda when: parse_when(f"{when.text}/..")),
)
bounded_whens = st.one_of(calendar_whens, ranges())
whens = st.one_of(bounded_whens, open_whens).flatmap(
    lambda when: st.booleans().map(lambda estimated: When(when.first, when.last, when.precision, estimated, when.ends))
)
spans_of_days = st.tuples(recent_days, st.integers(0, 900)).map(
    lambda pair: between(pair[0], pair[0] + timedelta(days=pair[1]))
)

ages = st.one_of(
    st.builds(Age),
    st.builds(Age, st.integers(0, 17), st.none(), st.booleans()),
    st.builds(Age, st.none(), st.integers(0, 120), st.booleans()),
    st.integers(0, 17).flatmap(lambda low: st.builds(Age, st.just(low), st.integers(low, 120), st.booleans())),
)

amounts = st.decimals(Decimal(0), Decimal(10**9), places=2)
currencies = st.sampled_from(["USD", "SYP", "EUR", "AFN", "YER"])
moneys = st.builds(Money, amounts, currencies, st.sampled_from(list(Per)))
rates = st.decimals(Decimal("0.0001"), Decimal(10**5), places=4)
conversions = st.builds(Conversion, moneys, currencies, rates, recent_days, st.just("an invented rate table"))

fractions = st.fractions(Fraction(-1000), Fraction(1000), max_denominator=60)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A stated number; a range has both ends in order."""
    kind, comparator = draw(st.sampled_from(list(QuantityKind))), draw(st.sampled_from(list(Comparator)))
    if comparator is Comparator.RANGE:
        low, high = sorted((draw(fractions), draw(fractions)))
        return Quantity(kind, comparator, low, high)
    return Quantity(kind, comparator, draw(st.none() | fractions))


@st.composite
def shares(draw: st.DrawFn) -> Share:
    """A part of a whole with some of it unknown."""
    whole = draw(st.integers(1, 10**6))
    part = draw(st.integers(0, whole))
    return Share(part, whole, draw(st.integers(0, whole - part)))


json_values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)

_codes = [f"p{number}" for number in range(6)]


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Six invented parties with ties at random, circles among them."""
    ends = st.none() | recent_days
    ties = st.builds(Tie, st.sampled_from(list(Relation)), st.sampled_from(_codes), ends, ends)
    parties = [
        Party(code, "non_state_group", {"en": f"Party {code}"}, ties=tuple(draw(st.lists(ties, max_size=3))))
        for code in _codes
    ]
    return Registry({party.code: party for party in parties})


@st.composite
def gazetteers(draw: st.DrawFn) -> Gazetteer:
    """Places whose parents are drawn at random, circles and parents that are not there among them."""
    codes = [f"c{number}" for number in range(6)]
    parents = st.sampled_from([*codes, "", "gone"])
    finenesses = st.sampled_from(list(PlacePrecision))
    places = [Place(code, {"en": code}, draw(finenesses), draw(parents), "XX", "invented") for code in codes]
    return Gazetteer("invented", {place.code: place for place in places})
