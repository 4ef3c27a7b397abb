"""Partitives: of whom "several of them", that speak, are some."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page

_BACK_TOKENS = 40


def those_before(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """ "Several of them": the people named last before; not "the mother of one of them", who is named here."""
    ratio = last - first > 2 and page.is_one_of(last - 2, "one_in") and page.lexicon.language == "es"
    if not (ratio or page.is_one_of(last - 1, "partitive_pronouns")) or last - first < 2:
        return None
    if any(page.is_one_of(at, "telling_relatives") for at in range(first, last)) or _has_head(page, first, last):
        return None
    people = ("witnesses",) if ratio else ("witnesses", "officials")
    if not ratio and page.hits_in(first, first + 2, *people) and page.is_one_of(last - 2, "one_words"):
        return first, last
    before = page.hits_in(max(0, first - _BACK_TOKENS), first, *people)
    return (before[-1].first, before[-1].last) if before else None


def _has_head(page: Page, first: int, last: int) -> bool:
    """ "La tía de uno de ellos": a noun of its own in front of them."""
    kin = any(page.is_one_of(at, "guardian_words") for at in range(first, last - 1))
    return kin or bool(page.hits_in(first, last - 1, "officials"))
