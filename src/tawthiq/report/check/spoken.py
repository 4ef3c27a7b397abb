"""Spoken: numbers and scopes of the check as a reader says them, in English or Arabic; pure."""

from __future__ import annotations

from fractions import Fraction

from tawthiq.report.check.claim import Claim, Known
from tawthiq.report.check.phrases import TABLE
from tawthiq.report.check.scope import Dimension, Scope, Told
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind, Share
from tawthiq.terms.registry import load_gazetteer, load_parties
from tawthiq.terms.vocabulary import load


def number(value: Fraction) -> str:
    """1,100; one decimal where the number is not whole."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.1f}"


def value_words(quantity: Quantity, language: str) -> str:
    """ "more than 1,100", "77 per cent", "up to 400 USD a month"."""
    phrases = TABLE[language]
    low, high = quantity.low or Fraction(0), quantity.high
    bare = phrases["between"].format(number(low), number(high)) if high is not None else number(low)
    is_bare = quantity.comparator is Comparator.RANGE or _is_youngest(quantity)
    template = "{0}" if is_bare else phrases.get(quantity.comparator.value, "{0}")
    return template.format(_with_unit(bare, quantity, language))


def _is_youngest(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.AGE and quantity.comparator is Comparator.AT_LEAST


def _with_unit(bare: str, quantity: Quantity, language: str) -> str:
    phrases = TABLE[language]
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION):
        return phrases["percent"].format(bare)
    if quantity.kind is QuantityKind.AGE:
        return phrases["young" if _is_youngest(quantity) else "years"].format(bare)
    if quantity.kind is not QuantityKind.MONEY:
        return bare
    paid = f"{bare} {quantity.unit}"
    return phrases["per"].format(paid, phrases.get(quantity.per, quantity.per)) if quantity.per else paid


def known_words(known: Known, language: str) -> str:
    """A known figure; a share that was counted never without numerator, denominator, unknown."""
    if known.numerator is None or not known.denominator:
        return value_words(known.quantity, language)
    share = Share(known.numerator, known.denominator, known.n_unknown)
    key = "share_unknown" if share.unknown else "share_of"
    parts = (share.rounded(), f"{share.numerator:,}", f"{share.denominator:,}", f"{share.unknown:,}")
    return TABLE[language][key].format(*parts)


def scope_words(scope: Scope, language: str, also: frozenset[Dimension] = frozenset()) -> str:
    """ "all parties in Syrian Arab Republic in 2014"; what is implied says so, what nobody tells is left out.

    `also`: the dimensions that must be named (population, violation), since they are what differs.
    """
    phrases = TABLE[language]
    said = _marked(parties_words(scope, language), scope.parties.told, language)
    if scope.place.codes or scope.place.situation:
        said = phrases["in_place"].format(said, _marked(place_words(scope, language), scope.place.told, language))
    if scope.period.when is not None:
        said = phrases["in_time"].format(said, _marked(scope.period.when.text, scope.period.told, language))
    if Dimension.POPULATION in also or scope.population not in ("child", "incident"):
        said = phrases["of_population"].format(said, phrases.get(scope.population, scope.population))
    if Dimension.VIOLATION in also and scope.violations:
        said = phrases["of_violation"].format(said, violation_words(scope, language))
    return said


def parties_words(scope: Scope, language: str) -> str:
    """Printed names of the parties; all parties; or that nobody tells."""
    phrases, registry = TABLE[language], load_parties().parties
    if scope.parties.told is Told.NOT_STATED:
        return phrases["party_not_told"]
    names = [registry[code].label.get(language, code) if code in registry else code for code in scope.parties.codes]
    return phrases["and"].join(sorted(names)) or phrases["all_parties"]


def place_words(scope: Scope, language: str) -> str:
    """Printed names of the situations, else of the places."""
    situations, places = load("situation"), load_gazetteer().places
    codes = [code for code in scope.place.situation.split(";") if code in situations.terms]
    inside = [code for code in scope.place.codes if code in places and places[code].code != places[code].country]
    if codes and not inside:
        return TABLE[language]["and"].join(situations.label(code, language) for code in codes)
    names = sorted(places[code].name(language) if code in places else code for code in scope.place.codes)
    return TABLE[language]["and"].join(names)


def violation_words(scope: Scope, language: str) -> str:
    """Printed names of the violations."""
    words = load("violation")
    names = [words.label(code, language) for code in sorted(scope.violations) if code in words.terms]
    return TABLE[language]["and"].join(names)


def source_words(one: Known | Claim, language: str) -> str:
    """Who says it: the source's own words, or the record."""
    return one.source or TABLE[language]["record"]


def _marked(words: str, told: Told, language: str) -> str:
    return TABLE[language]["implied"].format(words) if told is Told.IMPLIED else words
