"""Counts side by side: whether a number behind "and" or a comma goes on with the claim before it."""

from __future__ import annotations

from tawthiq.record.extract.numbers.loose_counts import RULE
from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_NUMBER_REACH = 5
_HARM_REACH = 8


def is_other_count(page: Page, first: int, at: int, last: int) -> bool:
    """ "The Front recruited 43 children, 6 were recruited by the army": a number with a passive verb of its own."""
    counted = page.tokens[at + 1].sort == NUMBER and page.is_one_of(at + 2, "passive_words")
    active = page.hits_in(first, at, "violations") and not any(
        page.is_one_of(here, "passive_words") for here in range(first, at)
    )
    return counted and bool(active) and bool(page.hits_in(at + 3, min(at + 5, last), "violations"))


def harms_on(page: Page, at: int, last: int) -> bool:
    """ "Four pupils died and eleven were wounded": a number that names nobody anew, its harm, no doer of its own."""
    at += int(page.is_one_of(at + 1, "other_words"))
    near = page.quantities.between(at + 1, at + _NUMBER_REACH)
    counted = [item for item in near if item.first in (at, at + 1) and _names_nobody(page, item)]
    numbered = bool(counted) or any(number.first == at + 1 for number in page.unread)
    end = next((here for here in range(at + 2, last) if page.form(here) in COMMAS), last)
    told = page.hits_in(at + 2, min(at + _HARM_REACH, end), "violations")
    return numbered and bool(told) and not page.hits_in(at + 2, end, "by_party", "cues")


def _names_nobody(page: Page, item: QuantityFound) -> bool:
    """ "Eleven", "nueve resultaron heridos": whom it counts is told by what was done to them alone."""
    if item.rule in ("participle", "share", RULE) or (item.rule == "rounded" and not item.quantity.unit):
        return True
    units = page.hits_in(item.first, item.last, "units")
    return (
        item.rule in ("count", "rounded")
        and bool(units)
        and all(unit.entry.more.get("victim") == "any" for unit in units)
    )


def counts_together(page: Page, first: int, at: int) -> bool:
    """ "Verified that 271 boys and 7 girls had been": two counts, one subject."""
    left = [item for item in page.quantities.between(first, at) if item.last == at]
    right = [item for item in page.quantities.between(at + 1, at + 4) if item.first == at + 1]
    if not left or not right or left[0].quantity.unit != right[0].quantity.unit:
        return False
    opens = left[0].first - 1
    return opens < first or page.form(opens) in COMMAS or page.is_one_of(opens, "that_words")


def is_other_deed(page: Page, first: int, at: int, last: int) -> bool:
    """What is told behind is a violation that is not told before."""
    before = {hit.code for hit in page.hits_in(first, at, "violations")}
    behind = {hit.code for hit in page.hits_in(at, last, "violations")}
    return bool(before) and bool(behind - before)
