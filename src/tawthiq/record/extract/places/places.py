"""Places: where it is said to have happened, in the country the text speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.place_rows import place_row
from tawthiq.record.extract.phrases.name_words import is_of_name
from tawthiq.record.extract.places.place_names import is_small_word, seats_a_body
from tawthiq.record.extract.places.sides import head_end, side_start
from tawthiq.record.extract.places.told_places import Told
from tawthiq.record.extract.places.unknown_places import joined_behind, unknown_places
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PlaceRef
from tawthiq.record.extract.words.token import WORD
from tawthiq.terms.where import Gazetteer, Place, PlacePrecision

_DATE_TOKENS = 6


def places_of(
    page: Page,
    clause: Clause,
    gazetteer: Gazetteer,
    taken: Sequence[tuple[int, int]],
    countries: dict[str, int],
    told: Told = frozenset(),
) -> tuple[PlaceRef, ...]:
    """Every place of the clause, in order; names inside parties or sources are no places."""
    found: list[tuple[int, PlaceRef]] = []
    ends: list[int] = []
    rowed = place_row(page, clause.first, clause.last)
    for item in page.places.between(clause.first, clause.last):
        if item.last - item.first == 1 and is_small_word(page, item.first):
            continue
        if (
            page.form(item.first - 1) in ("#", "_")
            or page.text[page.tokens[item.first].start - 1 : page.tokens[item.first].start] == "_"
        ):
            continue
        if _is_of_time(page, item.first) or _borders(page, item.first) or seats_a_body(page, item.first):
            continue
        if _inside(item.first, item.last, taken) or _is_part_of_name(page, item.first, item.last):
            continue
        listed = bool(ends) and all(_is_list_glue(page, at) for at in range(ends[-1], item.first))
        if not listed and (item.first, item.last) not in rowed and not _placed(page, item.first, clause.first):
            continue
        ends.append(item.last)
        place = _choose(gazetteer, item.codes, countries)
        if place is not None and not any(ref.code == place.code for _, ref in found):
            countries[place.country] = countries.get(place.country, 0) + 1
            found.append((item.first, _known(page, place, item.first, item.last)))
    found += unknown_places(page, clause, [*taken, *_spans_of(page, clause, found)], told)
    beside = [*taken, *_spans_of(page, clause, found)]
    ends_of = [_token_behind(page, clause, ref.mention) for _, ref in found if ref.mention is not None]
    found += [pair for at in ends_of for pair in joined_behind(page, at, clause.last, beside)]
    return tuple(_with_side(page, clause, *pair) for pair in sorted(found, key=lambda pair: pair[0]))


def _with_side(page: Page, clause: Clause, first: int, ref: PlaceRef) -> PlaceRef:
    """ "Amra Governorate", "western Amra Governorate": the noun for what it is, with a capital, the side of it."""
    if ref.mention is None:
        return ref
    end = _token_behind(page, clause, ref.mention)
    longer = head_end(page, end, clause.last)
    if longer == end and head_end(page, end - 1, clause.last) < end:
        return ref
    span = Span(page.tokens[side_start(page, first, clause.first)].start, page.tokens[longer - 1].end)
    return replace(ref, name=span.of(page.text), mention=span)


def _is_of_time(page: Page, at: int) -> bool:
    """ "آب/أغسطس" is no town of Ibb."""
    return any(item.first <= at < item.last for item in page.dates.between(at - _DATE_TOKENS, at + 1))


def _borders(page: Page, at: int) -> bool:
    """ "الحدود مع كش", "la frontera con Kesh": the country on the other side; "إلى الشرق من كش": the side of it."""
    if page.is_one_of(at - 1, "with_words") and page.is_one_of(at - 2, "border_words"):
        return True
    sided = page.is_one_of(at, "directions") and page.is_one_of(at + 1, "of_words")
    return page.lexicon.language == "ar" and (page.is_one_of(at - 1, "with_words") or sided)


def _spans_of(page: Page, clause: Clause, found: Sequence[tuple[int, PlaceRef]]) -> list[tuple[int, int]]:
    """The tokens that the places found stand on."""
    return [(first, _token_behind(page, clause, ref.mention)) for first, ref in found if ref.mention is not None]


def _token_behind(page: Page, clause: Clause, span: Span) -> int:
    return next((at for at in range(clause.first, clause.last) if page.tokens[at].start >= span.end), clause.last)


def mentions_taken(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Tokens that belong to parties."""
    return [(mention.first, mention.last) for mention in mentions]


def _is_part_of_name(page: Page, first: int, last: int) -> bool:
    """ "Ain Sifra", "Paul Ndoba": a known word beside another capital is part of some other name."""
    if page.lexicon.language == "ar":
        if page.is_one_of(last, "place_adjectives") and page.form(last).startswith("ال") and is_of_name(page, last):
            return True
        both = page.form(first).startswith("ال") == page.form(first - 1).startswith("ال")
        return page.is_one_of(first - 1, "name_openers") and (both or not page.form(first - 1).startswith("ال"))
    if _is_hyphened(page, first - 1) or _is_hyphened(page, last):
        return True
    behind = last < len(page.tokens) and page.is_capital(last) and page.tokens[last].sort == WORD
    small = page.is_one_of(last, "determiners") or page.hits_in(last, last + 1, "place_heads", "site_heads", "months")
    before = page.is_capital(first - 1) and page.tokens[first - 1].sort == WORD and not is_small_word(page, first - 1)
    heads = page.hits_in(first - 1, first, "place_heads", "site_heads", "directions")
    begins = first < 2 or page.form(first - 2) in (".", "-", ",", ":", '"', "“", "«")
    return (behind and not small) or (bool(before) and not heads and not begins and not _is_direction(page, first - 1))


def _is_hyphened(page: Page, at: int) -> bool:
    """The hyphen of "Tambulig-Sur"."""
    if not 0 < at < len(page.tokens) - 1 or page.form(at) != "-":
        return False
    one, two, three = page.tokens[at - 1 : at + 2]
    return one.end == two.start and two.end == three.start and page.is_capital(at - 1) and page.is_capital(at + 1)


def _is_direction(page: Page, at: int) -> bool:
    return page.is_one_of(at, "directions")


def _inside(first: int, last: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= first and last <= end for start, end in taken)


def _placed(page: Page, at: int, first: int) -> bool:
    """A place stands behind a preposition of place, within a list of places, or in a heading of its own."""
    for here in range(at - 1, max(first - 1, at - 7), -1):
        if page.hits_in(here, here + 1, "place_before", "place_heads"):
            return True
        is_list = page.form(here) in (",", "،", "(", ")", "-") or page.is_one_of(here, "list_joiners")
        descriptive = page.is_one_of(here, "determiners") or page.is_capital(here) or page.tokens[here].sort == WORD
        if not (is_list or descriptive):
            return False
        if not is_list and here < at - 5:
            return False
    return page.lexicon.language == "ar"


def _is_list_glue(page: Page, at: int) -> bool:
    return (
        page.form(at) in (",", "،", "(", ")", ";")
        or page.is_one_of(at, "list_joiners")
        or page.is_one_of(at, "determiners")
    )


def _choose(gazetteer: Gazetteer, codes: Sequence[str], countries: dict[str, int]) -> Place | None:
    """Among places of one name: a country, then one in a country the text has named, then the coarsest."""
    places = [gazetteer.places[code] for code in codes]
    for place in places:
        if place.precision is PlacePrecision.COUNTRY:
            return place
    named = sorted(
        (place for place in places if place.country in countries), key=lambda place: -countries[place.country]
    )
    if named:
        return named[0]
    return places[0] if len({place.country for place in places}) == 1 else None


def _known(page: Page, place: Place, first: int, last: int) -> PlaceRef:
    heads = [hit for hit in page.hits_in(first, last, "place_heads") if hit.first == first and hit.last < last]
    tied = bool(heads) and not page.form(first).startswith("ال")
    first = heads[0].last if tied and page.lexicon.language == "ar" else first
    span = page.span(first, last)
    form = page.form(first)
    joined = form[:1] in "وبلف" and form[1:3] == "ال"
    span = Span(span.start + int(joined), span.end)
    return PlaceRef(span.of(page.text), Basis.STATED, place.code, place.precision.value, span)
