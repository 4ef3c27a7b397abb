"""Lasting: what has gone on until the text was written: "have been without aid for eleven weeks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.claims.times import Times
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.dates.points import Point, resolve
from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import NOT_STATED, Basis, StatedTime
from tawthiq.terms.quantity import QuantityKind

_MOST = 200


def lasting_until_told(page: Page, clause: Clause, over: Sequence[Attribution], times: Times) -> Times:
    """The times of a claim without a time of its own, whose perfect and "for" tell how long it has gone on."""
    if times.act != NOT_STATED or not page.lexicon.data.get("now_have"):
        return times
    for item in page.quantities.between(clause.first, clause.last):
        if item.quantity.kind is QuantityKind.DURATION and _goes_on(page, clause, item, over):
            return _since(page, item, times)
    return times


def _goes_on(page: Page, clause: Clause, item: QuantityFound, over: Sequence[Attribution]) -> bool:
    """ "Have been waiting for 11 days"; "had been" where somebody told it then; not "held him for 90 days"."""
    led = page.is_one_of(item.core - 1, "loose_period_words") or page.is_one_of(item.first, "loose_period_words")
    table = "have_words" if any(one.code == "say" for one in over) else "now_have"
    return led and any(page.is_one_of(at, table) for at in range(clause.first, item.first))


def _since(page: Page, item: QuantityFound, times: Times) -> Times:
    count = item.quantity.low
    if count is None or count.denominator != 1 or count > _MOST or item.quantity.unit not in ("day", "week", "month"):
        return times
    point = Point(item.first, item.last, "past", relative=f"past:{item.quantity.unit}:{int(count)}")
    when = resolve(point, page.published)
    if when is None:
        return times
    return replace(times, act=StatedTime(when, Basis.INFERRED, "past", page.span(item.first, item.last)))
