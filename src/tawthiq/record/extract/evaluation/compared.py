"""What is compared of one statement, whether people wrote it down or an extractor did."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tawthiq.record.extract.chain import DOCUMENT
from tawthiq.record.extract.evaluation.gold import Amount, GoldStatement
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.record.extract.words.token import tokens_of
from tawthiq.terms.unknown import Unknown
from tawthiq.terms.when import When, parse_when

_SMALL_WORDS = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "and",
        "le",
        "la",
        "les",
        "l'",
        "des",
        "du",
        "de",
        "d'",
        "et",
        "el",
        "los",
        "las",
        "del",
        "y",
    )
)
FIELDS = ("kind", "violation", "party", "party_basis", "source", "quantity", "period", "place", "factuality")
"""The fields that the overall score is made of."""
BINDING = "binding"
"""A number together with the violations and the parties of its statement: right only where all three are."""

Bag = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One statement: the values of each field, as bags. `doubted`: its card raises a doubt."""

    span: Span
    factuality: Factuality
    values: Mapping[str, Bag]
    doubted: bool = False


def of_people(one: GoldStatement) -> Compared:
    """A statement as it was annotated."""
    values = {
        "kind": (one.kind,),
        "violation": one.violations,
        "party": _names(one.parties),
        "party_basis": (one.party_basis,) if one.parties else (),
        "source": () if one.source == DOCUMENT else _names([one.source]),
        "quantity": tuple((kind, sign, _rounded(low), high) for kind, sign, low, high in one.quantities),
        "period": tuple(_days(parse_when(period)) for period in one.act_periods),
        "place": _names(one.places),
        "factuality": (one.factuality,),
    }
    return Compared(one.span, one.factuality, _bound(values))


def of_statement(one: Statement) -> Compared:
    """A statement as an extractor gave it; TypeError for a row of a table, which is scored against no text."""
    if not isinstance(one.span, Span):
        raise TypeError("rows of a table are not scored against texts")
    values = {
        "kind": (one.kind,),
        "violation": tuple(ref.code for ref in one.violations),
        "party": _names(party.name for party in one.parties),
        "party_basis": tuple(party.basis.value for party in one.parties[:1]),
        "source": _names(link.actor for link in one.chain[1:][-1:]),
        "quantity": _amounts(one),
        "period": _period(one),
        "place": _names(place.name for place in one.places),
        "factuality": (one.factuality,),
    }
    return Compared(one.span, one.factuality, _bound(values), bool(one.warnings))


def _bound(values: Mapping[str, Bag]) -> dict[str, Bag]:
    around = frozenset(values["violation"]), frozenset(values["party"])
    return {**values, BINDING: tuple((amount, *around) for amount in values["quantity"])}


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_name(words) for words in names)


def _name(words: str) -> str:
    """A name as it is compared: no articles, no brackets, no case; joined particles of Arabic taken off."""
    bare = words.split("(")[0]
    forms = [token.form.removeprefix("و").removeprefix("ال") for token in tokens_of(bare) if token.sort != "p"]
    return " ".join(form for form in forms if form not in _SMALL_WORDS)


def _amounts(one: Statement) -> tuple[Amount, ...]:
    told = [stated.quantity for stated in one.quantities]
    return tuple((each.kind.value, each.comparator.value, _rounded(each.low), each.high) for each in told)


def _rounded(value: Fraction | None) -> Fraction | None:
    """To a tenth: "a third" is 33.3 per cent to a person."""
    return None if value is None else Fraction(round(value * 10), 10)


def _period(one: Statement) -> tuple[str, ...]:
    if isinstance(one.act_period, Unknown) or one.act_period.rule == "not_after_publication":
        return ()
    return (_days(one.act_period.when),)


def _days(when: When) -> str:
    """From the first day to the last, however it is written: "2023-08/2024-07", "2023-08-01/2024-07-31"."""
    return f"{when.first or ''}/{when.last or ''}"
