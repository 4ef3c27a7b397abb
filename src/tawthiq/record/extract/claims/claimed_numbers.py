"""Numbers of one claim, each with the party that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.numbers.loose_counts import RULE
from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import PartyRef, StatedQuantity
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind

_LETTERS = re.compile(r"\s*(\([^()]{1,24}\)\s*)?\(?")
"""Between "NAME" and "n)": nothing but the letters that the name goes by; a line may end there."""
_OWN_NUMBER = re.compile(r"\s*(\([^()\d]{1,24}\)\s*)?\(\s*[\d٠-٩]")
"""Behind "NAME": a number of its own, so that "278 children by NAME (142), NAME (69)" is of them all."""
_AGE_TOKENS = 3
_BESIDE_CHARS = 9
"""Room for " by the ", " par les ", not for a verb of its own."""


def quantities_of_claim(
    page: Page, clause: Clause, inner: Sequence[Clause], parties: Sequence[PartyRef], *, harmful: bool
) -> tuple[StatedQuantity, ...]:
    """Numbers of the clause itself; those of the `inner` clauses are left to them."""
    own = [
        item
        for item in page.quantities.between(clause.first, clause.last)
        if not any(i.first <= item.core < i.last for i in inner)
    ]
    told = harmful or _counts_part(page, clause, own)
    return tuple(_stated(page, item, parties) for item in own if told or item.rule not in ("single", RULE))


def _counts_part(page: Page, clause: Clause, own: Sequence[QuantityFound]) -> bool:
    """ "Of the 41 schools of the district, barely 12 teach": the second number is of the first."""
    opens = page.is_one_of(clause.first, "of_words") and bool(own) and own[0].first <= clause.first + 2
    return opens and own[0].rule == "count"


def _stated(page: Page, item: QuantityFound, parties: Sequence[PartyRef]) -> StatedQuantity:
    span = page.span(item.first, max(item.last, item.first + 1))
    return StatedQuantity(
        item.quantity,
        span,
        item.rule,
        item.denominator_stated,
        item.sex,
        _party_of(page, item, span, parties),
        item.conversion,
    )


def _party_of(page: Page, item: QuantityFound, span: Span, parties: Sequence[PartyRef]) -> int | None:
    """ "NAME (n)" and "n by NAME": the party that stands right beside the number."""
    if len(parties) < 2 or item.quantity.kind is not QuantityKind.COUNT:
        return None
    for index, party in enumerate(parties):
        if party.mention is None:
            continue
        behind = party.mention.end <= span.start
        if item.rule == "bracket" and behind and _LETTERS.fullmatch(page.text[party.mention.end : span.start]):
            return index
        if item.rule in ("share", "count", "participle") and _is_beside(page, span, party.mention):
            return index
    return None


def _is_beside(page: Page, number: Span, party: Span) -> bool:
    if not 0 <= party.start - number.end <= 2 * _BESIDE_CHARS or _OWN_NUMBER.match(page.text, party.end):
        return False
    between = re.sub(r"\s+", " ", page.text[number.end : party.start])
    return len(between) <= _BESIDE_CHARS and not any(stop in between for stop in ",;،؛)")


def with_limit(page: Page, clause: Clause, quantities: tuple[StatedQuantity, ...]) -> tuple[StatedQuantity, ...]:
    """ "The number of children is hard to estimate" is a count without a value."""
    if any(item.quantity.kind is QuantityKind.COUNT for item in quantities):
        return quantities
    limits = page.hits_in(clause.first, clause.last, "limits")
    asked = _asks_how_many(page, clause)
    if _asks_age(page, limits) and not asked:
        return quantities
    if (all(hit.code in ("unverifiable", "access") for hit in limits) or _asks_who(page, limits)) and not asked:
        return quantities
    units = page.hits_in(clause.first, clause.last, "units") or limits
    unit = units[0].code if units[0].entry.section == "units" else ""
    quantity = Quantity(QuantityKind.COUNT, Comparator.UNKNOWN, unit=unit)
    return (*quantities, StatedQuantity(quantity, page.span(units[0].first, units[0].last), "limitation"))


def _asks_who(page: Page, limits: Sequence[Hit]) -> bool:
    """ "On ignore qui a posé la bombe", "on ne sait pas si": no number is what is open."""
    return any(page.is_one_of(at, "asking_who") for hit in limits for at in range(hit.last - 1, hit.last + 2))


def _asks_age(page: Page, limits: Sequence[Hit]) -> bool:
    """ "Difficult to determine the age of recruits": no count is what is open."""
    near = (at for hit in limits for at in range(hit.last, hit.last + _AGE_TOKENS))
    return page.lexicon.language == "en" and any(page.is_one_of(at, "age_nouns") for at in near)


def _asks_how_many(page: Page, clause: Clause) -> bool:
    """ "It is not clear how many were taken", "se desconoce cuántos", "nul ne sait combien"."""
    led = "how_words" in page.lexicon.data
    return any(
        page.is_one_of(at, "how_many_words") and (not led or page.is_one_of(at - 1, "how_words"))
        for at in range(clause.first, clause.last)
    )
