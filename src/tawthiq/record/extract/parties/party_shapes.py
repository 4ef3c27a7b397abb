"""Shapes of unknown names: capitalised words around Brigade, Front, Army."""

from __future__ import annotations

from itertools import pairwise

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.arabic_names import arabic_name
from tawthiq.record.extract.parties.demonyms import demonyms
from tawthiq.record.extract.parties.known_by_leader import leaders_men, led_by
from tawthiq.record.extract.parties.men import are_men_of, sends_part
from tawthiq.record.extract.parties.mention import Mention
from tawthiq.record.extract.parties.name_numbers import past_number
from tawthiq.record.extract.parties.name_rows import counts, is_complete, is_joined_to, opens_other
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER, SIGN, WORD

_FEWEST_LETTERS = 4


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
        while start > first and _is_name_part(page, start - 1, first) and not sends_part(page, start - 1):
            if is_joined_to(page, hit, start - 1) or opens_other(page, start - 1):
                break
            start -= 1
        while (
            end < last
            and not opens_other(page, end)
            and not is_complete(page, hit, start, end)
            and (_is_name_part(page, end, first) or _is_low_name_part(page, end, hit.first))
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
        if end - start > 1 or (hit.first > first and page.is_one_of(hit.first, "bare_heads") and _is_led(page, start)):
            found.append(Mention(start, end))
    return [*found, *demonyms(page, first, last), *leaders_men(page, first, last), *led_by(page, first, last)]


def _names_low_head(page: Page, head: Hit) -> bool:
    """ "Le bataillon Éclair", "la columna Jaguar": the sort in small letters, right behind it a name in capitals."""
    return page.is_one_of(head.first, "low_heads") and page.is_capital(head.last) and head.last - head.first == 1


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


def _is_name_part(page: Page, at: int, first: int) -> bool:
    if page.tokens[at].sort == SIGN:
        return page.form(at) in ("-", "'")
    if at == first and (page.is_one_of(at, "determiners") or counts(page, at)):
        return False
    if page.is_one_of(at, "side_words") or _begins_other(page, at) or _only_suspects(page, at):
        return False
    if page.form(at) == "s" and page.form(at - 1) == "'":
        return True
    return (page.is_capital(at) and not page.is_one_of(at, "determiners")) or _is_link(page, at)


def _is_link(page: Page, at: int) -> bool:
    """ "Harakat al-Nur", "Front pour l'unité"; "Acusó al Ejército" and "au Front rouge l'enlèvement" link nothing."""
    if page.lexicon.language == "es" and page.form(at) == "al":
        return page.form(at + 1) == "-"
    article = page.is_one_of(at, "definite") and page.lexicon.language == "fr"
    return page.is_one_of(at, "name_links") and (not article or page.is_one_of(at - 1, "name_links"))


def _only_suspects(page: Page, at: int) -> bool:
    """ "Suspected Kesh Front fighters": how sure it is, no part of the name."""
    return any(hit.last == at + 1 for hit in page.hits_in(at, at + 1, "hedges"))


def _begins_other(page: Page, at: int) -> bool:
    """ "La Brigade des dunes et des milices locales": behind "and" a sort of group is another party."""
    return page.is_one_of(at, "list_joiners") and bool(page.hits_in(at + 1, at + 3, "groups"))


def _is_low_name_part(page: Page, at: int, head: int) -> bool:
    """ "Front de libération du Kesh", "el Ejército kesiano": a small word's noun inside a name, an adjective behind it;
    "el Ejército solo", "la Ligue pointe la responsabilité" have none."""
    if not page.lexicon.data.get("low_names") or page.tokens[at].sort != WORD:
        return False
    stops = any(
        page.is_one_of(at, table)
        for table in ("finite", "phrase_breaks", "prepositions", "relatives", "by_words", "reflexives", "other_words")
    )
    infinitives = tuple(page.lexicon.data.get("infinitive_endings", ()))
    led = page.is_one_of(at - 1, "infinitive_leads")
    stops = stops or (led and bool(infinitives) and page.form(at).endswith(infinitives)) or is_verb(page, at)
    stops = stops or any(page.is_one_of(at, table) for table in ("adverbs", "not_yet", "indefinite", "subordinators"))
    stops = stops or (at == head + 1 and _has_object(page, at))
    stops = stops or any(page.is_one_of(here, "by_words") for here in (at - 1, at - 2))
    behind_link = page.is_one_of(at - 1, "name_links") or page.is_one_of(at - 2, "name_links")
    behind_link = behind_link or _is_led_in(page, at - 1)
    return behind_link and not stops and not page.hits_in(at, at + 1, "dates", "cues", "by_party")


def _is_led_in(page: Page, head: int) -> bool:
    """ "Au Front rouge", "le groupe armé Front rouge": an article, or the sort of body, right in front of the name."""
    if not (page.is_capital(head) and page.hits_in(head, head + 1, "group_heads")):
        return False
    sorts = page.hits_in(head - 2, head, "groups", "party_back")
    return page.is_one_of(head - 1, "determiners") or any(hit.last == head for hit in sorts)


def _has_object(page: Page, at: int) -> bool:
    """ "La Ligue pointe la responsabilité": an article and its noun make a verb of the word before; "les a arrêtés" is
    no article, "la Brigade mobile du Nord" and "au nord" go on with the name."""
    joined = any(page.is_one_of(at + 1, table) for table in ("of_words", "to_whom"))
    led = page.is_one_of(at + 1, "determiners") and not joined
    told = page.hits_in(at + 2, at + 3, "cues", "violations", "deeds")
    return led and not is_verb(page, at + 2) and not told
