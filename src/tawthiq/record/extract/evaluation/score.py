"""Scores: precision, recall, F1 of statements and of each of their fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tawthiq.record.extract.chain import DOCUMENT
from tawthiq.record.extract.evaluation.gold import GoldStatement, GoldText
from tawthiq.record.extract.factuality import stronger
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.record.extract.token import tokens_of
from tawthiq.terms.unknown import Unknown

_MATCH_IOU = 0.5
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


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, wrongly given, missed."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Right of those given; 0 when none was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Right of those wanted; 0 when none was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 0 when nothing is right."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


@dataclass(frozen=True, slots=True)
class TextScore:
    """One text's tallies by field; `false_certainty`: matched statements said to be surer than people said;
    `silent_errors`: matched statements with a wrong value and no doubt beside it; `n_matched`: pairs compared."""

    fields: Mapping[str, Tally]
    false_certainty: int
    silent_errors: int
    n_matched: int
    iou_sum: float


def score_text(gold: GoldText, found: Sequence[Statement]) -> TextScore:
    """Statements are paired one to one by overlap; fields of unpaired ones count as missed or wrongly given."""
    pairs = _pairs(gold, found)
    matched = {id(one) for _, one in pairs}
    wanted_alone = [want for want in gold.statements if all(want is not pair[0] for pair in pairs)]
    given_alone = [one for one in found if id(one) not in matched]
    tallies = {"statement": Tally(len(pairs), len(found), len(gold.statements))}
    for field, (of_gold, of_found) in FIELDS.items():
        tally = Tally()
        for want, one in pairs:
            tally += compared(of_gold(want), of_found(one))
        tally += Tally(wanted=sum(len(list(of_gold(want))) for want in wanted_alone))
        tally += Tally(given=sum(len(list(of_found(one))) for one in given_alone))
        tallies[field] = tally
    return TextScore(
        tallies,
        sum(stronger(one.factuality, want.factuality) for want, one in pairs),
        sum(_is_silent_error(want, one) for want, one in pairs),
        len(pairs),
        sum(want.span.iou(_span(one)) for want, one in pairs),
    )


def compared(wanted: Iterable[Hashable], given: Iterable[Hashable]) -> Tally:
    """Both as bags."""
    want, give = Counter(wanted), Counter(given)
    return Tally((want & give).total(), give.total(), want.total())


def _pairs(gold: GoldText, found: Sequence[Statement]) -> list[tuple[GoldStatement, Statement]]:
    near = sorted(
        (
            (-want.span.iou(_span(one)), number, place)
            for number, want in enumerate(gold.statements)
            for place, one in enumerate(found)
            if want.span.iou(_span(one)) >= _MATCH_IOU
        ),
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, number, place in near:
        if number not in used_gold and place not in used_found:
            used_gold.add(number)
            used_found.add(place)
            pairs.append((number, place))
    return [(gold.statements[number], found[place]) for number, place in sorted(pairs)]


def _span(one: Statement) -> Span:
    if not isinstance(one.span, Span):
        raise TypeError("rows of a table are not scored against texts")
    return one.span


def _name(words: str) -> str:
    """A name as it is compared: no articles, no brackets, no case; joined particles of Arabic taken off."""
    bare = words.split("(")[0]
    forms = [token.form.removeprefix("و").removeprefix("ال") for token in tokens_of(bare) if token.sort != "p"]
    return " ".join(form for form in forms if form not in _SMALL_WORDS)


def _amounts(one: Statement) -> list[tuple[str, str, Fraction | None, Fraction | None]]:
    return [
        (q.quantity.kind.value, q.quantity.comparator.value, _rounded(q.quantity.low), q.quantity.high)
        for q in one.quantities
    ]


def _rounded(value: Fraction | None) -> Fraction | None:
    return None if value is None else Fraction(round(value * 10), 10)


def _gold_source(want: GoldStatement) -> list[str]:
    return [] if want.source == DOCUMENT else [_name(want.source)]


def _found_source(one: Statement) -> list[str]:
    return [] if len(one.chain) < 2 else [_name(one.chain[-1].actor)]


def _period(one: Statement) -> list[str]:
    known = None if isinstance(one.act_period, Unknown) else one.act_period
    return [known.when.text.rstrip("~")] if known and known.rule != "not_after_publication" else []


_Reader = Callable[[GoldStatement], Iterable[Hashable]]
_Finder = Callable[[Statement], Iterable[Hashable]]
FIELDS: dict[str, tuple[_Reader, _Finder]] = {
    "kind": (lambda want: [want.kind], lambda one: [one.kind]),
    "violation": (lambda want: want.violations, lambda one: [ref.code for ref in one.violations]),
    "party": (lambda want: map(_name, want.parties), lambda one: [_name(party.name) for party in one.parties]),
    "party_basis": (
        lambda want: [want.party_basis] if want.parties else [],
        lambda one: [one.parties[0].basis.value] if one.parties else [],
    ),
    "source": (_gold_source, _found_source),
    "quantity": (
        lambda want: [(kind, sign, _rounded(low), high) for kind, sign, low, high in want.quantities],
        _amounts,
    ),
    "period": (lambda want: [want.act_period.rstrip("~")] if want.act_period else [], _period),
    "place": (lambda want: map(_name, want.places), lambda one: [_name(place.name) for place in one.places]),
    "factuality": (lambda want: [want.factuality], lambda one: [one.factuality]),
}
"""Field -> (its values in the gold, its values in a statement), both as bags."""


def _is_silent_error(want: GoldStatement, one: Statement) -> bool:
    """A number or party that is wrong, on a card that raises no doubt at all."""
    wrong = any(
        compared(FIELDS[field][0](want), FIELDS[field][1](one)).right < len(list(FIELDS[field][1](one)))
        for field in ("quantity", "party")
    )
    return wrong and not one.warnings
