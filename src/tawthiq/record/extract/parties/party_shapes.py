"""Shapes of unknown names: capitalised words around Brigade, Front, Army."""

from __future__ import annotations

from itertools import pairwise

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.arabic_names import arabic_name
from tawthiq.record.extract.parties.demonyms import demonyms
from tawthiq.record.extract.parties.known_by_leader import leaders_men, leaders_own, led_by
from tawthiq.record.extract.parties.lands import acting_lands
from tawthiq.record.extract.parties.men import are_men_of, sends_part
from tawthiq.record.extract.parties.name_numbers import past_number
from tawthiq.record.extract.parties.name_parts import is_low_name_part, is_name_part, opens_date
from tawthiq.record.extract.parties.name_rows import is_complete, is_joined_to, joins_aim, opens_other
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER, SIGN


def shaped_mentions(page: Page, first: int, last: int) -> list[Mention]:
    """Unknown names with the shape of an armed group: capitalised words with a word such as Brigade, Front, Army."""
    found: list[Mention] = []
    for hit in page.hits_in(first, last, "group_heads"):
        if page.lexicon.language == "ar":
            found += arabic_name(page, hit, last)
            continue
        numbered = _ordinal_start(page, hit.first, first)
        if not page.is_capital(hit.first) and numbered == hit.first and not _names_low_head(page, hit):
            continue
        if _is_preposition(page, hit) or are_men_of(page, hit, last):
            continue
        start, end = hit.first, hit.last
        while start > first and is_name_part(page, start - 1, first) and not sends_part(page, start - 1):
            joined = is_joined_to(page, hit, start - 1) or opens_other(page, start - 1)
            if joined or _does_it(page, start - 1):
                break
            start -= 1
        while (
            end < last
            and not (opens_other(page, end) and not joins_aim(page, hit.last, end))
            and not opens_date(page, end)
            and not is_complete(page, hit, start, end)
            and (is_name_part(page, end, first) or is_low_name_part(page, end, hit.first))
        ):
            end += 1
        while end > hit.last and (page.is_one_of(end - 1, "name_links") or page.tokens[end - 1].sort == SIGN):
            end -= 1
        while end > hit.last and page.form(end - 1) == "s" and page.form(end - 2) == "'":
            end -= 2
        while start < hit.first and not page.is_capital(start):
            start += 1
        start = min(start, _ordinal_start(page, start, first), numbered)
        end = _past_day(page, hit, past_number(page, end, last), last)
        if (start < hit.first and _is_of_place(page, start, first)) or page.is_one_of(start - 1, "civil_sorts"):
            continue
        if _is_civil_name(page, hit, start, end) or _is_land(page, hit, start):
            continue
        if end - start > 1 or (hit.first > first and page.is_one_of(hit.first, "bare_heads") and _is_led(page, start)):
            found.append(Mention(start, end))
    led = [*leaders_men(page, first, last), *leaders_own(page, first, last), *led_by(page, first, last)]
    return [*found, *demonyms(page, first, last), *acting_lands(page, first, last), *led]


def _is_civil_name(page: Page, head: Hit, start: int, end: int) -> bool:
    """ "Liberation Day", "the Coalition for Children", "the Red Crescent": a day, a place, a body without arms; "the
    Sons of Manipur Road" are none of these."""
    if head.last == end - 1 and page.is_one_of(end - 1, "no_band_tails"):
        return True
    if any(hit.first < end - 1 and hit.last == end for hit in page.hits_in(start, start + 1, "officials")):
        return True
    if any(page.is_one_of(at, "civil_matters") for at in range(start, head.first)):
        return True
    headed = page.is_one_of(head.first, "civil_headed")
    aims = (at for at in range(start + 1, end) if page.is_one_of(at, "civil_aims"))
    return any(headed or page.is_one_of(at - 1, "aim_words") for at in aims)


def _is_land(page: Page, head: Hit, start: int) -> bool:
    """ "In Fako Division", "in Temsa Division of the North Region": a land called so; "in the 14th Division" has a
    number, "in the Harran Division" an article."""
    led = start if page.is_one_of(start, "place_preps") else start - 1
    return page.is_one_of(head.first, "land_heads") and page.is_one_of(led, "place_preps") and led + 1 < head.first


def _does_it(page: Page, at: int) -> bool:
    """ "En Temsa por el Frente Rojo": who did it, where the name begins with its head."""
    return not page.lexicon.heads_last and page.is_one_of(at, "by_words")


def _names_low_head(page: Page, head: Hit) -> bool:
    """ "Le bataillon Éclair", "la columna Jaguar", "el cártel de Los Plebes": the sort in small letters, right behind
    it a name in capitals, or one with its article."""
    at = head.last + int(page.is_one_of(head.last, "of_words") and page.is_one_of(head.last + 1, "plural_articles"))
    named = page.is_capital(at) and (at == head.last or page.is_capital(at + 1))
    return page.is_one_of(head.first, "low_heads") and named and head.last - head.first == 1


def _is_preposition(page: Page, hit: Hit) -> bool:
    """ "Frente al mercado" at a sentence's head: across from it; a Front has its article, "Harakat al-Nur" an Arabic
    one, tied to what is behind it."""
    to_it = page.is_one_of(hit.last, "to_whom") and page.form(hit.last + 1) != "-"
    return to_it and not _is_led(page, hit.first) and not page.is_capital(hit.first - 1)


def _is_of_place(page: Page, start: int, first: int) -> bool:
    """ "The states of Kesh and Unity": the name of a place, whatever its words mean elsewhere."""
    at = start - 1
    while at > first and (page.is_one_of(at, "of_words") or page.is_one_of(at, "determiners")):
        at -= 1
    heads = page.hits_in(max(first, at - 1), at + 1, "place_heads")
    return at < start - 1 and any(hit.last == at + 1 and not page.is_capital(hit.first) for hit in heads)


def _is_led(page: Page, at: int) -> bool:
    """ "El Frente", "la Columna": a capital behind an article, where the whole name has been told before."""
    if page.form(at - 1) == "-" and page.is_one_of(at - 2, "name_prefixes"):
        at -= 2
    return page.is_one_of(at - 1, "definite") or page.is_one_of(at - 1, "determiners")


def _ordinal_start(page: Page, at: int, first: int) -> int:
    """ "The 33rd Brigade", "la 33e brigade", "la 33.ª Brigada": the number in front belongs to the name."""
    start = at - 2 - int(page.form(at - 2) == ".")
    if start < first or page.tokens[start].sort != NUMBER or not page.is_one_of(at - 1, "ordinal_tails"):
        return at
    row = page.tokens[start:at]
    return start if all(one.end == two.start for one, two in pairwise(row)) else at


def _past_day(page: Page, head: Hit, at: int, last: int) -> int:
    """ "Mouvement du 3 mars", "Movimiento 9 de Abril": the day in the name of a movement."""
    dated = [item for item in page.dates.between(at, at + 2) if item.last <= last]
    led = at == head.last and page.is_one_of(head.first, "dated_heads")
    return dated[0].last if led and dated else at
