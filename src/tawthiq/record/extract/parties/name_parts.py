"""Name parts: which words go on with the name of a body, capitals or not, where no registry knows it."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.name_rows import counts
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import SIGN, WORD


def is_name_part(page: Page, at: int, first: int) -> bool:
    if page.tokens[at].sort == SIGN:
        return page.form(at) in ("-", "'")
    small = page.is_one_of(at, "determiners") or (page.lexicon.heads_last and page.is_one_of(at, "prepositions"))
    if at == first and (small or counts(page, at)):
        return False
    if page.is_one_of(at, "side_words") or _begins_other(page, at) or _only_suspects(page, at):
        return False
    if page.form(at) == "s" and page.form(at - 1) == "'":
        return True
    if page.is_capital(at) and not page.is_one_of(at, "determiners"):
        return True
    return _is_link(page, at) and not _leads_away(page, at)


def _is_link(page: Page, at: int) -> bool:
    """ "Harakat al-Nur", "Front pour l'unité"; "au Front rouge l'enlèvement", "a la Junta la muerte" link nothing."""
    article = page.is_one_of(at, "definite") and not page.lexicon.heads_last
    return page.is_one_of(at, "name_links") and (not article or page.is_one_of(at - 1, "name_links"))


def opens_date(page: Page, at: int) -> bool:
    """ "El Frente Rojo el lunes", "la noche del lunes", "de marzo a junio": when it was, told right behind the name."""
    led = page.is_one_of(at, "name_links") or page.is_one_of(at, "determiners")
    noun = at + int(led)
    dated = page.is_one_of(noun, "day_nouns") and not page.is_capital(noun)
    return dated or bool(page.dates.between(at, noun + 1))


def _leads_away(page: Page, at: int) -> bool:
    """ "El Frente Rojo al norte", "Acusó al Ejército": a way, whoever is meant; not "Harakat al-Nur", an article."""
    spanish = page.lexicon.language == "es" and page.form(at) == "al"
    tied = page.form(at + 1) in ("-", "'") or (page.is_capital(at + 1) and not spanish)
    return page.is_one_of(at, "to_whom") and not tied


def _only_suspects(page: Page, at: int) -> bool:
    """ "Suspected Kesh Front fighters": how sure it is, no part of the name."""
    return any(hit.last == at + 1 for hit in page.hits_in(at, at + 1, "hedges"))


def _begins_other(page: Page, at: int) -> bool:
    """ "La Brigade des dunes et des milices locales": behind "and" a sort of group is another party."""
    return page.is_one_of(at, "list_joiners") and bool(page.hits_in(at + 1, at + 3, "groups"))


def is_low_name_part(page: Page, at: int, head: int) -> bool:
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
    stops = stops or (page.is_one_of(at, "determiners") and not page.is_capital(at))
    manner = (*page.lexicon.endings("manner_endings"), *page.lexicon.endings("adverb_endings"))
    stops = stops or (bool(manner) and page.form(at).endswith(manner))
    stops = stops or (at == head + 1 and _has_object(page, at))
    stops = stops or any(page.is_one_of(here, "by_words") for here in (at - 1, at - 2))
    behind_link = page.is_one_of(at - 1, "name_links") or _is_led_in(page, at - 1) or _is_described(page, at)
    behind_link = behind_link or _agrees(page, head, at)
    return behind_link and not stops and not page.hits_in(at, at + 1, "dates", "cues", "by_party")


def _is_described(page: Page, at: int) -> bool:
    """ "L'Armée nationale kesienne", "Front de libération nationale": an adjective behind one, or behind a noun that is
    linked; "la Brigade des sables occupe" ends with its noun."""
    endings = (*page.lexicon.data.get("nation_endings", ()), *page.lexicon.endings("name_adjective_endings"))
    described = page.form(at).endswith(endings or ("\0",)) or page.is_one_of(at, "name_adjectives")
    return described and (page.is_one_of(at - 1, "name_adjectives") or page.is_one_of(at - 2, "name_links"))


def _agrees(page: Page, head: int, at: int) -> bool:
    """ "Les Forces armées unifiées": a second adjective of the same ending; "les Forces armées déployées à" goes on
    about them."""
    pair = at == head + 2 and _is_led_in(page, head) and not page.is_one_of(at + 1, "prepositions")
    endings = [page.form(here)[-3:] for here in (at - 1, at)]
    return pair and endings[0] == endings[1] and endings[0].endswith("es")


def _is_led_in(page: Page, head: int) -> bool:
    """ "Au Front rouge", "le groupe armé Front rouge": an article, or the sort of body, right in front of the name."""
    if not (page.is_capital(head) and page.hits_in(head, head + 1, "group_heads")):
        return False
    sorts = page.hits_in(head - 2, head, "groups", "party_back")
    return page.is_one_of(head - 1, "determiners") or any(hit.last == head for hit in sorts)


def _has_object(page: Page, at: int) -> bool:
    """ "La Ligue pointe la responsabilité", "les Tigres occupent deux écoles": an article, a number make a verb of the
    word before; "les a arrêtés" is no article, "la Brigade mobile du Nord", "au nord" go on with the name."""
    if any(item.first == at + 1 for item in page.quantities.between(at + 1, at + 4)):
        return True
    joined = any(page.is_one_of(at + 1, table) for table in ("of_words", "to_whom")) or opens_date(page, at + 1)
    led = page.is_one_of(at + 1, "determiners") and not joined
    told = page.hits_in(at + 2, at + 3, "cues", "violations", "deeds")
    return led and not is_verb(page, at + 2) and not told


def past_of_name(page: Page, at: int) -> int:
    """ "The army of Kesh", "l'armée du Kesh": the name behind a sort of group."""
    if not page.is_one_of(at, "of_words"):
        return at
    start = at + 1
    while page.is_one_of(start, "so_called_words") or page.form(start) == "-":
        start += 1
    end = start
    while page.is_capital(end) and page.tokens[end].sort == WORD:
        end += 1
    return end if end > start else at
