"""Parts: numbers of one sentence that it says make up another, or a share, and do not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Doubt, Statement
from tawthiq.record.extract.words.token import Token
from tawthiq.terms.quantity import Comparator, QuantityKind

_SEX_TOKENS = 4
_WHOLE_TOKENS = 3
_TOTAL_TOKENS = 3
_ROUNDED = Fraction(2)
_SHARES = ("percent", "share", "fraction", "ratio")


def parts_of(page: Page, statement: Statement) -> list[Doubt]:
    """Boys and girls that are more than the whole they are of; a list in brackets, a total, a share that do not fit."""
    numbers = _numbers(page, statement)
    counts = [item for item in numbers if _is_exact(item) and item.quantity.kind is QuantityKind.COUNT]
    if any(item.party is not None for item in statement.quantities):
        return []
    return [*_sexes(page, counts), *_brackets(page, counts), *_total(page, counts), *_share(page, numbers, counts)]


def _numbers(page: Page, statement: Statement) -> list[QuantityFound]:
    """The numbers of the statement as the page holds them, in text order."""
    spans = {item.span.start for item in statement.quantities}
    if not spans or not isinstance(statement.span, Span):
        return []
    first, last = (bisect_left(page.tokens, at, key=_start) for at in (statement.span.start, statement.span.end))
    near = page.quantities.between(first, last)
    return [item for item in near if page.span(item.first, item.last).start in spans]


def _start(token: Token) -> int:
    return token.start


def _is_exact(item: QuantityFound) -> bool:
    return item.quantity.comparator is Comparator.EXACT and item.rule != "single" and item.quantity.low is not None


def _value(item: QuantityFound) -> Fraction:
    return item.quantity.low or Fraction(0)


def _sexes(page: Page, counts: Sequence[QuantityFound]) -> list[Doubt]:
    """ "Of the 100 killed, 60 were boys and 50 girls"."""
    if len(counts) != 3 or not any(page.is_one_of(counts[0].core - back, "whole_preps") for back in (1, 2, 3)):
        return []
    whole, one, other = counts
    if {_sex(page, one, other), _sex(page, other, None)} != {"boys", "girls"}:
        return []
    parts = _value(one) + _value(other)
    return [Doubt("sum_of_sexes", f"{parts} against {_value(whole)}")] if parts > _value(whole) else []


def _sex(page: Page, item: QuantityFound, behind: QuantityFound | None) -> str:
    """Of whom so many are: named beside the number, or behind "were"."""
    if item.sex:
        return item.sex
    end = min(item.core + _SEX_TOKENS + 1, behind.first if behind else len(page.tokens))
    units = page.hits_in(item.core + 1, end, "units", "sexes")
    return next((sex for unit in units if (sex := unit.entry.more.get("sex", ""))), "")


def _brackets(page: Page, counts: Sequence[QuantityFound]) -> list[Doubt]:
    """ "45 attacks on schools (30) and hospitals (10)", "85 children were killed (52) and wounded (30)"."""
    inside = [item for item in counts if page.form(item.core - 1) == "(" and page.form(item.core + 1) == ")"]
    outside = [item for item in counts if item not in inside]
    if len(inside) < 2 or len(outside) != 1 or outside[0].core > inside[0].core or outside[0].sex:
        return []
    parts, whole = sum((_value(item) for item in inside), Fraction(0)), _value(outside[0])
    code = "parts_above_total" if parts > whole else "parts_below_total"
    return [Doubt(code, f"{parts} against {whole}")] if parts != whole else []


def _total(page: Page, counts: Sequence[QuantityFound]) -> list[Doubt]:
    """ "Killed 52 and injured 30, a total of 85", "soit 85 au total": what stands in front adds up to it."""
    if len(counts) < 3 or not _is_summed(page, counts[-1]):
        return []
    parts, whole = sum((_value(item) for item in counts[:-1]), Fraction(0)), _value(counts[-1])
    code = "parts_above_total" if parts > whole else "parts_below_total"
    return [Doubt(code, f"{parts} against {whole}")] if parts != whole else []


def _is_summed(page: Page, item: QuantityFound) -> bool:
    before = range(item.core - _TOTAL_TOKENS, item.core)
    behind = range(item.core + 1, item.core + 1 + _TOTAL_TOKENS)
    led = any(page.is_one_of(at, "summing_words") for at in before)
    return led or (page.is_one_of(item.core - 1, "equating_words") and _has(page, behind, "summing_words"))


def _has(page: Page, places: range, table: str) -> bool:
    return any(page.is_one_of(at, table) for at in places)


def _share(page: Page, numbers: Sequence[QuantityFound], counts: Sequence[QuantityFound]) -> list[Doubt]:
    """ "Two thirds, or 50 of the 100": a share told again by its two numbers."""
    shares = [item for item in numbers if item.quantity.kind is QuantityKind.PERCENT and _is_exact(item)]
    if len(shares) != 1 or len(counts) != 2 or shares[0].rule not in _SHARES or shares[0].core > counts[0].core:
        return []
    low, high = counts
    told_again = _has(page, range(low.core - 2, low.core), "equating_words")
    of_whole = _has(page, range(low.core + 1, low.core + 1 + _WHOLE_TOKENS), "of_words")
    if not (told_again and of_whole) or not _value(low) < _value(high):
        return []
    worked = _value(low) * 100 / _value(high)
    told = _value(shares[0])
    off = abs(worked - told) >= _ROUNDED
    return [Doubt("share_does_not_follow", f"{float(told):.1f}% against {float(worked):.1f}%")] if off else []
