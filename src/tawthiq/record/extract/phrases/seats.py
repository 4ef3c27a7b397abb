"""Seats: where and for whom an office is held, as part of who speaks: "مدير التعليم في شندار", "spokesman for it"."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.bare_names import is_bare_name

_PLACES = ("place", "school", "hospital")


def is_seat(page: Page, first: int, at: int) -> bool:
    """True where the preposition at the token leads to the place of the office that opens the phrase; "في بيان", "في
    تصريح" tell how he spoke."""
    if page.is_one_of(at - 1, "close_words"):
        return True
    if page.is_one_of(at, "office_preps"):
        return _holds_office(page, first, at)
    if page.is_one_of(at, "seat_preps"):
        return page.is_one_of(at - 1, "seated_bodies") and _names_a_place(page, at + 1)
    if page.lexicon.language != "ar" or not page.is_one_of(at, "belonging_preps"):
        return False
    here = at + 1
    office = page.hits_in(first, first + 1, "officials") or page.is_one_of(first, "bodies_words")
    if at == first + 1 or not office or page.dates.between(at, here + 1):
        return False
    named = any(item.first == here for item in page.places.between(here, here + 1))
    known = page.hits_in(here, here + 1, "place_heads") or page.is_one_of(here, "seat_words")
    sites = any(hit.code in _PLACES for hit in page.hits_in(here, here + 1, "units", "targets"))
    return named or bool(known) or sites or is_bare_name(page, here, len(page.tokens))


def _names_a_place(page: Page, at: int) -> bool:
    """ "The police command in Damar", "clinic staff in Tolma": a body is known by where it sits; no month is a seat."""
    return page.is_capital(at) and not page.dates.between(at, at + 1)


def _holds_office(page: Page, first: int, at: int) -> bool:
    """ "Said a spokesman for the army", "a doctor at the Amra hospital": right behind a trade or an office, and in
    front of an article or a name; not "the doctor at noon"."""
    trades = page.hits_in(max(first, at - 2), at, "officials", "witnesses", "voices")
    led = page.is_one_of(at + 1, "determiners") or page.is_one_of(at + 1, "indefinite") or page.is_capital(at + 1)
    led = led or page.form(at + 1) in page.lexicon.number_words
    return any(hit.last == at for hit in trades) and led and not page.dates.between(at + 1, at + 3)
