"""Counted: what the record's verified acts support, as known figures; pure.

Unverified cases cannot come in here: the columns are made by the store of verify, and hold verified rows only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from tawthiq.record.verify.verified import UNKNOWN_AMOUNT, UNKNOWN_YEARS, VerifiedActs
from tawthiq.report.check.claim import ALL, PAY, YOUNGEST, Known, Measure, Origin
from tawthiq.report.check.published import situated
from tawthiq.report.check.scope import Parties, Period, Place, Scope, Told
from tawthiq.report.count.columns import Mask
from tawthiq.report.count.figure import Figure, figure_from
from tawthiq.report.count.spec import Counted, Dimension, Spec, unit_of
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind, Share
from tawthiq.terms.violation import Unit
from tawthiq.terms.when import When

BY_EVENT = ", those verified outside the period with them"
"""Behind the basis of figures that count what happened in the period, whenever it was verified."""

_SEX_COUNTS = (("m", "boy"), ("f", "girl"))
_SHARES = (
    (Dimension.SEX, "m", "boys"),
    (Dimension.SEX, "f", "girls"),
    (Dimension.UNDER_15, "yes", "under_15"),
    (Dimension.ARMED_OR_COMBAT, "yes", "armed_or_combat"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the record: one situation (or a first-level division of it), a period with both ends,

    violation types of one unit, and the sets of parties whose shares, ages and pay are wanted.
    """

    situation: str
    period: When
    violations: frozenset[str]
    parties: frozenset[frozenset[str]] = frozenset()
    admin1: str = ""


def counted(acts: VerifiedActs, question: Question) -> list[Known]:
    """Every figure that the verified acts give to the question, all parties together and each party; none of zero.

    Figures of the period as reports print them; where verified acts of the period were decided on outside it, the
    figures with those beside them.
    """
    if len({unit_of(code) for code in question.violations}) != 1:
        return []
    as_reported = list(_figures(acts, question, ""))
    whenever = _verified_in(acts, question.period)
    if _total(whenever, question).ids == _total(acts, question).ids:
        return as_reported
    by_event = _figures(whenever, question, BY_EVENT)
    known = {(one.measure, one.scope): one.quantity for one in as_reported}
    return as_reported + [one for one in by_event if known.get((one.measure, one.scope)) != one.quantity]


def _verified_in(acts: VerifiedActs, period: When) -> VerifiedActs:
    """The same acts as if each had been decided on in the period, so that only the day of the event decides."""
    return replace(acts, verified_on=np.full(len(acts), np.datetime64(period.last, "D")))


def _figures(acts: VerifiedActs, question: Question, beside: str) -> Iterator[Known]:
    total = _total(acts, question)
    if not total.value:
        return
    alone = {frozenset({row.cell[0]}) for row in total.rows if row.value and not row.of_which}
    for parties in sorted({frozenset[str](), *alone, *question.parties}, key=sorted):
        in_full = not parties or parties in question.parties
        yield from _of_parties(acts, question, parties, beside, in_full=in_full)


def _total(acts: VerifiedActs, question: Question) -> Figure:
    return _figure(acts, question, (Dimension.PARTY,), frozenset())


def _of_parties(
    acts: VerifiedActs, question: Question, parties: frozenset[str], beside: str, *, in_full: bool
) -> Iterator[Known]:
    """The count of some parties; with its shares, ages and pay where they are asked for."""
    figure = _figure(acts, question, (Dimension.SEX,), parties)
    if not figure.value:
        return
    writer = _Writer(question, parties, beside)
    yield writer.count(figure, ALL, figure.value, "child" if figure.unit is Counted.CHILD else "incident")
    if figure.unit is not Counted.CHILD:
        return
    for sex, population in _SEX_COUNTS:
        row = figure.row(sex)
        if row is not None and row.value:
            yield writer.count(figure, ALL, row.value, population)
    if in_full:
        yield from _shares(acts, writer)
        yield from _extremes(acts, figure, writer)


def _shares(acts: VerifiedActs, writer: _Writer) -> Iterator[Known]:
    for dimension, code, of in _SHARES:
        figure = _figure(acts, writer.question, (dimension,), writer.parties)
        row = figure.row(code)
        share = row.share if row is not None else None
        unknown = figure.row("u")
        share = share or Share(0, figure.value, unknown.value if unknown is not None else 0)
        if share.numerator or not share.unknown:
            yield writer.share(figure, of, share)
        if share.numerator and dimension is not Dimension.SEX:
            yield writer.count(figure, of, share.numerator, "child")


def _extremes(acts: VerifiedActs, figure: Figure, writer: _Writer) -> Iterator[Known]:
    """The youngest age, and the highest pay of each currency and rate, of the acts behind a figure."""
    mask = _rows(acts, figure)
    least, most = (column[mask & (column != UNKNOWN_YEARS)] for column in (acts.age_min, acts.age_max))
    if len(least) and len(most):
        yield writer.known(figure, YOUNGEST, _youngest(int(least.min()), int(most.min())))
    for currency, per in sorted(_rates(acts, mask)):
        paid = mask & acts.pay_currency.is_word(currency) & acts.pay_per.is_word(per)
        highest = Fraction(int(acts.pay_hundredths[paid].max()), 100)
        rate = "" if per == "u" else per
        quantity = Quantity(QuantityKind.MONEY, Comparator.AT_MOST, highest, None, currency, rate)
        yield writer.known(figure, PAY, quantity)


def _youngest(least: int, most: int) -> Quantity:
    """Somebody was at most `most` years old, nobody is known to have been less than `least`."""
    low, high = Fraction(min(least, most)), Fraction(most)
    if low == high:
        return Quantity(QuantityKind.AGE, Comparator.EXACT, low, None, "year")
    return Quantity(QuantityKind.AGE, Comparator.RANGE, low, high, "year")


def _rows(acts: VerifiedActs, figure: Figure) -> Mask:
    subjects = np.where(acts.act_id == b"", acts.violation_id, acts.act_id)
    return np.isin(subjects, np.array([one.encode() for one in figure.ids], subjects.dtype))


def _rates(acts: VerifiedActs, mask: Mask) -> set[tuple[str, str]]:
    paid = np.flatnonzero(mask & (acts.pay_hundredths != UNKNOWN_AMOUNT))
    rates = {(acts.pay_currency.word(int(row)), acts.pay_per.word(int(row))) for row in paid}
    return {(currency, per) for currency, per in rates if currency}


def _figure(acts: VerifiedActs, question: Question, by: tuple[Dimension, ...], parties: Iterable[str]) -> Figure:
    return figure_from(acts, _spec(question, by, parties))


def _spec(question: Question, by: tuple[Dimension, ...], parties: Iterable[str]) -> Spec:
    unit = Counted.CHILD if unit_of(next(iter(question.violations))) is Unit.CHILD else Counted.INCIDENT
    only = {Dimension.PARTY: tuple(sorted(parties)), Dimension.ADMIN1: (question.admin1,) if question.admin1 else ()}
    return Spec(
        question.situation,
        question.period,
        tuple(sorted(question.violations)),
        unit,
        by,
        tuple(sorted((dimension, codes) for dimension, codes in only.items() if codes)),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the known figures of one scope."""

    question: Question
    parties: frozenset[str]
    beside: str

    def count(self, figure: Figure, of: str, value: int, population: str) -> Known:
        """A count of children or incidents."""
        quantity = Quantity(QuantityKind.COUNT, Comparator.EXACT, Fraction(value), None, population)
        return self.known(figure, of, quantity, population=population)

    def share(self, figure: Figure, of: str, share: Share) -> Known:
        """A share that keeps numerator, denominator, unknown."""
        quantity = Quantity(QuantityKind.PERCENT, Comparator.EXACT, share.percent, None, "percent")
        return self.known(figure, of, quantity, share=share)

    def known(
        self, figure: Figure, of: str, quantity: Quantity, *, population: str = "child", share: Share | None = None
    ) -> Known:
        """Any figure of this scope, with who verified what it rests on."""
        question = self.question
        place = situated([question.situation])
        if question.admin1:
            place = Place(frozenset({question.admin1}), Told.STATED, question.situation)
        scope = Scope(
            Parties(self.parties, Told.STATED),
            place,
            Period(question.period, Told.STATED),
            population,
            question.violations,
        )
        return Known(
            Origin.RECORD,
            figure.id,
            quantity,
            Measure(of, quantity.kind),
            scope,
            figure.basis_words + self.beside,
            numerator=share.numerator if share else None,
            denominator=share.denominator if share else None,
            n_unknown=share.unknown if share else 0,
            asked=() if self.beside else _asked(figure.spec),
        )


def _asked(spec: Spec) -> tuple[tuple[str, str], ...]:
    """The options of `figure build` that count this figure again."""
    only = tuple(("only", f"{dimension.value}={','.join(codes)}") for dimension, codes in spec.only)
    named = (("situation", spec.situation), ("period", spec.period.text), ("violation", ",".join(spec.violations)))
    return (*named, ("by", ",".join(dimension.value for dimension in spec.by)), *only)
