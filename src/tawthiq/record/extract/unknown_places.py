"""Unknown places: those that no gazetteer knows, told by a noun or preposition of place beside their name."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses import Clause
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.place_names import (
    NAME_TOKENS,
    behind_noun,
    behind_preposition,
    is_second_word,
    may_be_place,
    name_behind,
    name_end,
    name_in_front,
    overlaps,
)
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PlaceRef


def unknown_places(page: Page, clause: Clause, taken: Sequence[tuple[int, int]]) -> list[tuple[int, PlaceRef]]:
    """ "the village of Kesh", "Kesh district": a name no gazetteer knows, kept with the precision its head tells."""
    found: list[tuple[int, PlaceRef]] = []
    for hit in page.hits_in(clause.first, clause.last, "place_heads"):
        name = name_behind(page, hit.last, clause.last) or name_in_front(page, hit.first, clause.first)
        if name and not overlaps(name, taken):
            span = page.span(*name)
            found.append((name[0], PlaceRef(span.of(page.text), Basis.STATED, "", hit.code, span)))
    for hit in page.hits_in(clause.first, clause.last, "site_heads"):
        name = name_behind(page, hit.last, clause.last)
        if name and not overlaps(name, [*taken, *((first, first + NAME_TOKENS) for first, _ in found)]):
            span = page.span(*name)
            found.append((name[0], PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)))
    for at in range(clause.first, clause.last - 1):
        if (
            page.is_one_of(at, "name_heads")
            and is_second_word(page, at + 1, clause.last)
            and not overlaps((at, at + 2), [*taken, *((first, first + NAME_TOKENS) for first, _ in found)])
        ):
            found.append((at, _named_place(page, at, at + 2)))
    for at in range(clause.first, clause.last - 1):
        name = behind_preposition(page, at, clause.last) or behind_noun(page, at, clause.last)
        if name and not overlaps(name, [*taken, *((first, first + NAME_TOKENS) for first, _ in found)]):
            span = page.span(*name)
            found.append((name[0], PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)))
            found += listed_behind(page, name[1], clause.last, taken)
    return found


def _named_place(page: Page, first: int, last: int) -> PlaceRef:
    """A place by its words, without the particle that Arabic joins to the first."""
    span = page.span(first, last)
    form = page.form(first)
    listed = page.lexicon.data.get("name_heads", ())
    joined = page.lexicon.language == "ar" and form[:1] in "وبلف" and form not in listed
    span = Span(span.start + int(joined), span.end)
    return PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)


def listed_behind(page: Page, at: int, last: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, PlaceRef]]:
    """ "In Kani and Yinmabin": the second of two places."""
    if not page.is_one_of(at, "list_joiners"):
        return []
    start = at + 1
    while start < last and (page.is_one_of(start, "of_words") or page.is_one_of(start, "place_preps")):
        start += 1
    end = name_end(page, start, last)
    if end == start or overlaps((start, end), taken) or not may_be_place(page, start, end, last):
        return []
    span = page.span(start, end)
    return [(start, PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span))]
