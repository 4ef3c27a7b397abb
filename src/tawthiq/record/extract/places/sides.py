"""Sides: which part of a land is meant: "eastern Kesh", "the Northwest", "the southern and central regions"."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.extract.page.page import Page

_ROW_TOKENS = 6


def side_start(page: Page, at: int, first: int) -> int:
    """ "Eastern Kesh", "western rural Amra": back to where the side of a place begins that is named at the token; in
    "Kesh's eastern Amra" it only tells where the place lies."""
    start = at
    while page.lexicon.heads_last and start > first and _is_plain_part(page, start - 1):
        start -= 1
    return at if page.form(start - 1) == "s" and page.form(start - 2) == "'" else start


def _is_plain_part(page: Page, at: int) -> bool:
    return page.is_one_of(at, "land_parts") and not page.is_capital(at) and page.form(at - 1) != "-"


def head_end(page: Page, at: int, last: int) -> int:
    """ "Amra Governorate", "Kesh State": past the noun, written as a part of the name, for what a place is."""
    if not page.lexicon.heads_last or at >= last or not page.is_capital(at):
        return at
    headed = any(hit.last == at + 1 for hit in page.hits_in(at, at + 1, "place_heads"))
    return at + int(headed and not page.is_capital(at + 1))


def named_sides(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "In the Northwest and Southwest": sides with a capital name lands of their own."""
    for at in range(first, last - 2):
        if not (page.is_one_of(at, "place_preps") and page.is_one_of(at + 1, "determiners")):
            continue
        start = at + 2
        while start < last and page.is_capital(start) and page.is_one_of(start, "land_sides"):
            if page.is_capital(start + 1):
                break
            yield start, start + 1
            start += 1 + int(page.is_one_of(start + 1, "list_joiners"))


def sides_in_row(page: Page, head: int, first: int) -> tuple[int, int] | None:
    """ "The southern and central regions": lands told by nothing but their sides; "the eastern city" is one with a
    name of its own."""
    if not page.is_one_of(head, "sided_lands") or page.is_one_of(head + 1, "of_words"):
        return None
    start = head
    while start > max(first, head - _ROW_TOKENS) and _is_of_row(page, start - 1):
        start -= 1
    while start < head and not page.is_one_of(start, "land_parts"):
        start += 1
    within = page.is_capital(start) and (page.is_capital(start - 1) or page.form(start - 1) == "-")
    return (start, head + 1) if start < head and not within else None


def _is_of_row(page: Page, at: int) -> bool:
    return any(page.is_one_of(at, table) for table in ("land_parts", "list_joiners"))
