"""Seats: where and for whom an office is held, as part of who speaks: "مدير التعليم في شندار", "spokesman for it"."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.bare_names import is_bare_name
from tawthiq.record.extract.phrases.name_words import is_no_name, is_unlisted
from tawthiq.record.extract.phrases.told_behind import is_act, is_definite

_PLACES = ("place", "school", "hospital")
_BODIES = ("place_heads", "group_heads", "groups", "party_back")
_ENDS = ("that_words", "source_breaks", "measured_nouns", "told_media", "told_whom")


def is_seat(page: Page, first: int, at: int) -> bool:
    """True where the preposition at the token leads to the place, or the body, of the office that opens the phrase; "في
    بيان", "في تصريح" tell how he spoke."""
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
    known = page.hits_in(here, here + 1, *_BODIES) or page.is_one_of(here, "seat_words")
    sites = any(hit.code in _PLACES for hit in page.hits_in(here, here + 1, "units", "targets"))
    bodies = page.is_one_of(here, "bodies_words") or is_bare_name(page, here, len(page.tokens))
    return named or bool(known) or sites or bodies or _is_town(page, here)


def _is_town(page: Page, at: int) -> bool:
    """ "مدير المستشفى في عمرة بأن": behind a definite office a word that no list knows, and right behind it what is
    told; "قائد محلي في عمرة مقتل طفلين" may tell where."""
    if not is_definite(page, at - 2) or is_definite(page, at) or not is_unlisted(page, at) or is_no_name(page, at):
        return False
    behind = at + 1
    bodies = bool(page.hits_in(behind, behind + 1, "group_heads"))
    return bodies or is_act(page, behind) or any(page.is_one_of(behind, table) for table in _ENDS)


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
