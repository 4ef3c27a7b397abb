"""Unknown places: those that no gazetteer knows, told by a noun or preposition of place beside their name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.place_rows import place_row
from tawthiq.record.extract.phrases.bare_names import joined_names
from tawthiq.record.extract.phrases.name_words import is_second_word
from tawthiq.record.extract.places.arabic_places import arabic_places
from tawthiq.record.extract.places.land_rows import lands_in_row
from tawthiq.record.extract.places.place_names import (
    behind_noun,
    behind_preposition,
    may_be_place,
    name_behind,
    name_end,
    name_in_apposition,
    name_in_front,
    overlaps,
    seats_a_body,
)
from tawthiq.record.extract.places.sides import named_sides, sides_in_row
from tawthiq.record.extract.places.told_places import Told, describes_group, listed_names, told_at
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PlaceRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_LISTED = 8
_Candidate = tuple[tuple[int, int], PlaceRef]


def unknown_places(
    page: Page, clause: Clause, taken: Sequence[tuple[int, int]], told: Told = frozenset()
) -> list[tuple[int, PlaceRef]]:
    """ "the village of Kesh", "Kesh district": a name no gazetteer knows, kept with the precision its head tells."""
    found: list[_Candidate] = []
    for name, ref in _candidates(page, clause, taken, told):
        if not seats_a_body(page, name[0]) and not overlaps(name, [*taken, *(other for other, _ in found)]):
            found.append((name, ref))
    return [(name[0], ref) for name, ref in found]


def _candidates(page: Page, clause: Clause, taken: Sequence[tuple[int, int]], told: Told) -> Iterator[_Candidate]:
    """What may be a place's name, told most surely first; a list behind a name goes on with it."""
    for side in named_sides(page, clause.first, clause.last):
        yield side, _stated(page, side, "unknown")
    yield from ((name, _named_place(page, *name)) for name in place_row(page, clause.first, clause.last))
    for hit in page.hits_in(clause.first, clause.last, "place_heads"):
        if describes_group(page, hit):
            continue
        for row in lands_in_row(page, hit.first, clause.first):
            yield row, _stated(page, row, hit.code)
        if sided := sides_in_row(page, hit.first, clause.first):
            yield sided, _stated(page, sided, hit.code)
        behind = name_behind(page, hit.last, clause.last)
        in_front = name_in_front(page, hit.first, clause.first)
        if behind and in_front and page.lexicon.heads_last:
            yield in_front, _stated(page, in_front, hit.code)
        name = behind or in_front
        if not name and not _is_of_officer(page, hit):
            name = name_in_apposition(page, hit.last, clause.last)
        if name:
            yield name, _stated(page, name, hit.code)
            for other in listed_names(page, hit.first, name[1]):
                yield other, _named_place(page, *other)
            yield from _joined(page, name[1], clause.last)
            yield from _rest_of_list(page, name[1], clause.last, taken)
    for hit in page.hits_in(clause.first, clause.last, "site_heads"):
        name = name_behind(page, hit.last, clause.last)
        if name:
            yield name, _stated(page, name, "unknown")
    for at in range(clause.first, clause.last - 1):
        if page.is_one_of(at, "name_heads") and is_second_word(page, at + 1, clause.last):
            yield (at, at + 2), _named_place(page, at, at + 2)
    for at in range(clause.first, clause.last):
        again = told_at(page, told, at, clause.last) if told else None
        if again:
            yield again[0], _named_place(page, *again[0], joined=again[1])
            yield from _joined(page, again[0][1], clause.last)
    for name in arabic_places(page, clause.first, clause.last):
        joined = page.form(name[0]).startswith("و") and page.is_one_of(name[0] - 2, "between_begin")
        yield name, _named_place(page, *name) if joined else _stated(page, name, "unknown")
    for at in range(clause.first, clause.last - 1):
        for name in _on_the_way(page, at, clause.last):
            yield name, _stated(page, name, "unknown")
    for at in range(clause.first, clause.last - 1):
        name = behind_preposition(page, at, clause.last) or behind_noun(page, at, clause.last)
        if name:
            yield name, _stated(page, name, "unknown")
            yield from _rest_of_list(page, name[1], clause.last, taken)
            yield from _joined(page, name[1], clause.last)


def _joined(page: Page, at: int, last: int) -> Iterator[_Candidate]:
    """The names that Arabic joins to the one in front."""
    if page.lexicon.language == "ar" and page.form(at).startswith("و"):
        yield from ((name, _named_place(page, *name)) for name in joined_names(page, at, last))


def _is_of_officer(page: Page, head: Hit) -> bool:
    """ "Le gouverneur de la région, Paul Ndoba,": who bears the office is named behind it, no region."""
    at = head.first
    while page.is_one_of(at - 1, "determiners") or page.is_one_of(at - 1, "of_words"):
        at -= 1
    return at < head.first and any(hit.last == at for hit in page.hits_in(at - 2, at, "officials"))


def _on_the_way(page: Page, at: int, last: int) -> tuple[tuple[int, int], ...]:
    """ "Between Temsa and Balqa": both ends of a way; not "fighting between Kesh and Tamra", "between May and June"."""
    if not page.is_one_of(at, "between_begin") or page.is_one_of(at - 1, "fighting_nouns"):
        return ()
    end = name_end(page, at + 1, last)
    if end == at + 1 or not page.is_one_of(end, "list_joiners"):
        return ()
    behind = name_end(page, end + 1, last)
    names = (at + 1, end), (end + 1, behind)
    named = behind > end + 1 and all(may_be_place(page, *name, last) for name in names)
    return names if named else ()


def _stated(page: Page, name: tuple[int, int], precision: str) -> PlaceRef:
    span = page.span(*name)
    return PlaceRef(span.of(page.text), Basis.STATED, "", precision, span)


def _rest_of_list(page: Page, at: int, last: int, taken: Sequence[tuple[int, int]]) -> Iterator[_Candidate]:
    for first, ref in listed_behind(page, at, last, taken):
        yield (first, name_end(page, first, last)), ref


def _named_place(page: Page, first: int, last: int, *, joined: bool | None = None) -> PlaceRef:
    """A place by its words, without the particle that Arabic joins to the first; `joined`: whether one is known to."""
    span = page.span(first, last)
    form = page.form(first)
    if joined is None:
        joined = form[:1] in "وبلف" and form not in page.lexicon.data.get("name_heads", ())
    span = Span(span.start + int(joined), span.end)
    return PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)


def joined_behind(page: Page, at: int, last: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, PlaceRef]]:
    """The places behind one that a gazetteer knows, whatever joins them to it."""
    rows = [(name[0], ref) for name, ref in _joined(page, at, last) if not overlaps(name, taken)]
    return rows or listed_behind(page, at, last, taken)


def listed_behind(page: Page, at: int, last: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, PlaceRef]]:
    """ "In Kani and Yinmabin", "in Kani (4), Ye (3) and Yinmabin (2)": the places behind the first."""
    bracketed = page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER and page.form(at + 2) == ")"
    if not bracketed and (land := _bracketed_land(page, at, last)) is not None:
        return [] if overlaps(land, taken) else [(land[0], _stated(page, land, "unknown"))]
    counted = _past_count(page, at)
    bracketed, at = bracketed or counted > at, max(at + 3 * int(bracketed), counted)
    rowed = bracketed or (page.form(at) == "," and _goes_on_to_joiner(page, at, last))
    if not (page.is_one_of(at, "list_joiners") or (rowed and page.form(at) == ",")):
        return []
    start = at + 1
    while start < last and any(page.is_one_of(start, table) for table in ("of_words", "place_preps", "followed_words")):
        start += 1
    end = name_end(page, start, last)
    if end == start or overlaps((start, end), taken) or not may_be_place(page, start, end, last):
        return []
    span = page.span(start, end)
    rest = listed_behind(page, end, last, taken) if rowed else []
    return [(start, PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)), *rest]


def _past_count(page: Page, at: int) -> int:
    """ "Temsa con 20 casos, Orda con 12": a place's own number in words."""
    if not (page.is_one_of(at, "with_words") and page.tokens[min(at + 1, len(page.tokens) - 1)].sort == NUMBER):
        return at
    units = page.hits_in(at + 2, at + 3, "units")
    behind = units[0].last if units else at + 2
    return behind if page.form(behind) == "," or page.is_one_of(behind, "list_joiners") else at


def _bracketed_land(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "Temsa (Orda)": the land that a place lies in, between brackets right behind it; no short form in capitals."""
    end = name_end(page, at + 1, last) if page.form(at) == "(" else at
    named = at + 1 < end and (end >= last or page.form(end) == ")")
    return (at + 1, end) if named and may_be_place(page, at + 1, end, last) else None


def _goes_on_to_joiner(page: Page, at: int, last: int) -> bool:
    """ "Kani, Ye and Yinmabin": names behind commas up to "and" with one more name."""
    for _ in range(_LISTED):
        end = name_end(page, at + 1, last)
        if page.form(at) != "," or end == at + 1 or end >= last:
            return False
        if page.is_one_of(end, "list_joiners"):
            return page.is_capital(end + 1)
        at = end
    return False
