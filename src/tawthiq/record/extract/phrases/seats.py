"""Seats: where Arabic says an office is held, as part of who speaks: "مدير التعليم في شندار"."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.bare_names import is_bare_name

_PLACES = ("place", "school", "hospital")


def is_seat(page: Page, first: int, at: int) -> bool:
    """True where the preposition at the token leads to the place of the office that opens the phrase; "في بيان", "في
    تصريح" tell how he spoke."""
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
