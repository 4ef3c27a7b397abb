"""Places: where it is said to have happened, in the country the text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses import Clause
from tawthiq.record.extract.mention import Mention
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PlaceRef
from tawthiq.record.extract.token import WORD
from tawthiq.terms.where import Gazetteer, Place, PlacePrecision

_NAME_TOKENS = 3


def places_of(
    page: Page,
    clause: Clause,
    gazetteer: Gazetteer,
    taken: Sequence[tuple[int, int]],
    countries: dict[str, int],
) -> tuple[PlaceRef, ...]:
    """Every place of the clause, finest first among nested ones; names inside parties or sources are no places."""
    found: list[tuple[int, PlaceRef]] = []
    ends: list[int] = []
    for item in page.places.between(clause.first, clause.last):
        if item.last - item.first == 1 and _is_small_word(page, item.first):
            continue
        if (
            page.form(item.first - 1) in ("#", "_")
            or page.text[page.tokens[item.first].start - 1 : page.tokens[item.first].start] == "_"
        ):
            continue
        if _inside(item.first, item.last, taken) or _is_part_of_name(page, item.first, item.last):
            continue
        listed = bool(ends) and all(_is_list_glue(page, at) for at in range(ends[-1], item.first))
        if not listed and not _placed(page, item.first, clause.first):
            continue
        ends.append(item.last)
        place = _choose(gazetteer, item.codes, countries)
        if place is not None and not any(ref.code == place.code for _, ref in found):
            countries[place.country] = countries.get(place.country, 0) + 1
            found.append((item.first, _known(page, place, item.first, item.last)))
    known = [(first, first + _NAME_TOKENS) for first, _ in found]
    found += [(first, ref) for first, ref in _unknown(page, clause, [*taken, *known])]
    refs = [ref for _, ref in sorted(found, key=lambda pair: pair[0])]
    return tuple(ref for ref in refs if not _is_parent_of_other(gazetteer, ref, refs))


def mentions_taken(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Tokens that belong to parties."""
    return [(mention.first, mention.last) for mention in mentions]


def _is_small_word(page: Page, at: int) -> bool:
    """ "In" at a sentence's head is no place, though somewhere a place is called so."""
    return any(page.is_one_of(at, table) for table in ("source_leads", "determiners", "finite", "pronouns"))


def _is_part_of_name(page: Page, first: int, last: int) -> bool:
    """ "Ain Sifra", "Paul Ndoba": a known word beside another capital is part of some other name."""
    if page.lexicon.language == "ar":
        return False
    behind = last < len(page.tokens) and page.is_capital(last) and page.tokens[last].sort == WORD
    small = page.is_one_of(last, "determiners") or page.hits_in(last, last + 1, "place_heads", "site_heads", "months")
    before = page.is_capital(first - 1) and page.tokens[first - 1].sort == WORD and not _is_small_word(page, first - 1)
    heads = page.hits_in(first - 1, first, "place_heads", "site_heads", "directions")
    begins = first < 2 or page.form(first - 2) in (".", "-", ",", ":", '"', "“", "«")
    return (behind and not small) or (bool(before) and not heads and not begins and not _is_direction(page, first - 1))


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
    span = page.span(first, last)
    form = page.form(first)
    joined = page.lexicon.language == "ar" and form[:1] in "وبلف" and form[1:3] == "ال"
    span = Span(span.start + int(joined), span.end)
    return PlaceRef(span.of(page.text), Basis.STATED, place.code, place.precision.value, span)


def _unknown(page: Page, clause: Clause, taken: Sequence[tuple[int, int]]) -> list[tuple[int, PlaceRef]]:
    """ "the village of Kesh", "Kesh district": a name no gazetteer knows, kept with the precision its head tells."""
    found: list[tuple[int, PlaceRef]] = []
    for hit in page.hits_in(clause.first, clause.last, "place_heads"):
        name = _name_behind(page, hit.last, clause.last) or _name_in_front(page, hit.first, clause.first)
        if name and not _overlaps(name, taken):
            span = page.span(*name)
            found.append((name[0], PlaceRef(span.of(page.text), Basis.STATED, "", hit.code, span)))
    for hit in page.hits_in(clause.first, clause.last, "site_heads"):
        name = _name_behind(page, hit.last, clause.last)
        if name and not _overlaps(name, [*taken, *((first, first + _NAME_TOKENS) for first, _ in found)]):
            span = page.span(*name)
            found.append((name[0], PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)))
    for at in range(clause.first, clause.last - 1):
        if (
            page.is_one_of(at, "name_heads")
            and _is_second_word(page, at + 1, clause.last)
            and not _overlaps((at, at + 2), [*taken, *((first, first + _NAME_TOKENS) for first, _ in found)])
        ):
            found.append((at, _named_place(page, at, at + 2)))
    for at in range(clause.first, clause.last - 1):
        name = _behind_preposition(page, at, clause.last) or _behind_noun(page, at, clause.last)
        if name and not _overlaps(name, [*taken, *((first, first + _NAME_TOKENS) for first, _ in found)]):
            span = page.span(*name)
            found.append((name[0], PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)))
            found += _listed_behind(page, name[1], clause.last, taken)
    return found


def _named_place(page: Page, first: int, last: int) -> PlaceRef:
    """A place by its words, without the particle that Arabic joins to the first."""
    span = page.span(first, last)
    form = page.form(first)
    joined = page.lexicon.language == "ar" and (form[:1] == "و" or form[1:3] == "ال") and form[:1] in "وبلف"
    span = Span(span.start + int(joined), span.end)
    return PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span)


def _listed_behind(page: Page, at: int, last: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, PlaceRef]]:
    """ "In Kani and Yinmabin": the second of two places."""
    if not page.is_one_of(at, "list_joiners"):
        return []
    start = at + 1
    while start < last and (page.is_one_of(start, "of_words") or page.is_one_of(start, "place_preps")):
        start += 1
    end = _name_end(page, start, last)
    if end == start or _overlaps((start, end), taken) or not _may_be_place(page, start, end, last):
        return []
    span = page.span(start, end)
    return [(start, PlaceRef(span.of(page.text), Basis.STATED, "", "unknown", span))]


def _may_be_place(page: Page, start: int, end: int, last: int) -> bool:
    named = page.hits_in(start, end, "officials", "reports", "group_heads", "groups", "months")
    body = any(page.is_one_of(at, "bodies_words") for at in range(start, end))
    acronym = end == start + 1 and page.words(start, end).isupper()
    small = end == start + 1 and _is_small_word(page, start)
    owned = page.form(end) == "'" if end < last else False
    return not (named or body or acronym or small or owned or page.dates.between(start - 1, start + 1))


def _behind_noun(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "Un habitant de Rimassa", "las escuelas de Montesclaros": a noun of, then a name that is no body's."""
    if page.lexicon.language not in ("fr", "es") or not page.is_one_of(at, "of_words") or at < 1:
        return None
    start = at + 1 + int(page.form(at + 1) in ("la", "el", "los", "las", "l'", "le") and page.is_capital(at + 2))
    if page.lexicon.language == "es" and page.is_capital(at + 1):
        start = at + 1
    owner = at - 1
    if page.is_capital(owner) or page.tokens[owner].sort != WORD or page.is_one_of(owner, "finite"):
        return None
    if page.hits_in(owner, owner + 1, "officials", "reports", "groups", "group_heads", "cues", "party_of"):
        return None
    if page.is_one_of(owner, "bodies_words") or page.hits_in(owner - 2, at + 1, "party_of", "by_party"):
        return None
    end = _name_end(page, start, last)
    return (start, end) if end > start and _may_be_place(page, start, end, last) else None


def _behind_preposition(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "In Port Selim": capitals behind a preposition of place, no time, no party, no body."""
    if page.is_one_of(at, "near_words") and page.tokens[at + 1].sort == WORD:
        return at + 1, at + 2
    if not page.is_one_of(at, "place_preps"):
        return None
    start = at + 1 + int(page.form(at + 1) == "#")
    while start < last and (page.is_one_of(start, "directions") or page.is_one_of(start, "of_words")):
        start += 1
    if not page.is_capital(start) or page.dates.between(start - 1, start + 1):
        return None
    end = _name_end(page, start, last)
    named = page.hits_in(start, end, "officials", "reports", "group_heads", "groups", "months")
    named_body = any(page.is_one_of(at, "bodies_words") for at in range(start, end))
    followed = page.is_capital(end) or page.form(end) == "'" if end < last else False
    small = end == start + 1 and _is_small_word(page, start)
    return None if named or named_body or followed or small else (start, end)


def _name_end(page: Page, start: int, last: int) -> int:
    """Past capitals, hyphens between them."""
    end = start
    while end < last and end - start <= _NAME_TOKENS:
        hyphen = page.form(end) == "-" and page.is_capital(end + 1)
        if not hyphen and not (page.is_capital(end) and page.tokens[end].sort == WORD):
            break
        end += 1
    return end


def _overlaps(name: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(name[0] < end and start < name[1] for start, end in taken)


def _name_behind(page: Page, at: int, last: int) -> tuple[int, int] | None:
    if page.lexicon.language == "ar":
        if at >= last or page.tokens[at].sort != WORD or not _may_name_arabic(page, at):
            return None
        return at, at + 1 + int(_is_second_word(page, at + 1, last))
    if not page.is_one_of(at, "of_words"):
        return None
    start = at + 1 + int(page.is_one_of(at + 1, "determiners") and not page.is_capital(at + 1))
    end = _name_end(page, start, last)
    return (start, end) if end > start else None


def _may_name_arabic(page: Page, at: int) -> bool:
    """Behind "the province" no name follows, only behind "province of"; function words, verbs, nouns name nothing."""
    if page.form(at - 1).removeprefix("و").removeprefix("ب").removeprefix("ف").startswith("ال"):
        return False
    stops = ("finite", "phrase_breaks", "that_words", "relatives", "source_leads", "place_adjectives")
    if any(page.is_one_of(at, table) for table in stops):
        return False
    return not page.hits_in(at, at + 1, "dates", "cues", "date_before_number")


def _is_second_word(page: Page, at: int, last: int) -> bool:
    """ "Ain al-Zayt", "Tell al-Zuhur": a definite noun that belongs to the place's name."""
    if at >= last or not page.form(at).startswith("ال") or page.is_one_of(at, "place_adjectives"):
        return False
    return not page.hits_in(at, at + 1, "units", "violations", "dates", "cues", "groups", "directions_after")


def _name_in_front(page: Page, at: int, first: int) -> tuple[int, int] | None:
    start = at
    while (
        start > first
        and at - start < _NAME_TOKENS
        and page.is_capital(start - 1)
        and not _is_small_word(page, start - 1)
    ):
        start -= 1
    if start < at and page.is_one_of(start, "determiners"):
        start += 1
    return (start, at) if start < at and page.tokens[start].sort == WORD else None


def _is_parent_of_other(gazetteer: Gazetteer, ref: PlaceRef, refs: Sequence[PlaceRef]) -> bool:
    others = [other for other in refs if other.code and other.code != ref.code]
    return bool(ref.code) and any(gazetteer.lies_in(other.code, ref.code) for other in others)
