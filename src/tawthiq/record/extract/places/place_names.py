"""Place names: rows of words that have the shape of a place's name, where no gazetteer knows them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.bare_names import is_bare_name, joined_names, past_each
from tawthiq.record.extract.phrases.name_words import (
    is_no_name,
    is_plain_word,
    is_second_word,
    is_unlisted,
    may_name_arabic,
)
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import WORD

NAME_TOKENS = 3
_ASIDE_TOKENS = 6
_COMPOUND_TOKENS = 2
_SEAT_TOKENS = 4
_NAMED = ("officials", "reports", "group_heads", "groups", "months")
"""What in a row of capitals names somebody, no place."""
_OWNED = ("هم", "هن", "ها", "نا")
_ADJECTIVE_ENDINGS = ("ian", "ese", "ish")
_NAME_LINKS = ("de", "del", "do", "da")
_NAME_ARTICLES = ("al", "el", "an", "as", "ash", "ar", "ad", "at", "az", "ul", "es", "er", "ed", "ez")
"""The joined article of Arabic names in Latin letters."""


def is_small_word(page: Page, at: int) -> bool:
    """ "In" at a sentence's head is no place, though somewhere a place is called so."""
    return any(
        page.is_one_of(at, table) for table in ("source_leads", "determiners", "finite", "pronouns", "prepositions")
    )


def seats_a_body(page: Page, at: int) -> bool:
    """ "المنظمة التي يقع مقرها في العاصمة كش": where a body sits, nothing happened there."""
    return any(page.is_one_of(here, "seats_of_bodies") for here in range(at - _SEAT_TOKENS, at))


def may_be_place(page: Page, start: int, end: int, last: int) -> bool:
    named = page.hits_in(start, end - int(_is_land(page, start, end)), *_NAMED)
    body = any(page.is_one_of(at, table) for at in range(start, end) for table in ("bodies_words", "networks"))
    body = body or page.is_one_of(start, "no_place_words") or _is_told_to(page, start)
    lone = end == start + 1 and (page.words(start, end).isupper() or is_small_word(page, start))
    body = body or (end > start + 1 and page.is_one_of(start, "day_nouns"))
    owned = page.form(end) == "'" if end < last else False
    return not (named or body or lone or owned or page.dates.between(start - 1, start + 1))


def _is_land(page: Page, start: int, end: int) -> bool:
    """The "Division" of "Fako Division": elsewhere a word for a fighting body."""
    return end - start > 1 and page.is_one_of(end - 1, "land_heads")


def _is_told_to(page: Page, start: int) -> bool:
    """ "Confirmó a Efe", "en declaraciones telefónicas a Efe": to whom somebody speaks."""
    at = start - 1 - int(page.is_one_of(start - 1, "determiners") and not page.is_one_of(start - 1, "to_whom"))
    if page.lexicon.language != "es" or not page.is_one_of(at, "to_whom"):
        return False
    said = any(cue.last == at and cue.code == "say" for cue in page.hits_in(max(0, at - 2), at, "cues"))
    return said or any(page.is_one_of(here, "telling_nouns") for here in (at - 1, at - 2))


def behind_noun(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "Un habitant de Rimassa", "las escuelas de Montesclaros": a noun of, then a name that is no body's."""
    if page.lexicon.language not in ("fr", "es") or not page.is_one_of(at, "of_words") or at < 1:
        return None
    start = at + 1 + int(page.is_one_of(at + 1, "place_articles") and page.is_capital(at + 2))
    if page.is_capital(at + 1):
        start = at + 1
    owner = at - 1
    if page.is_capital(owner) or page.tokens[owner].sort != WORD or page.is_one_of(owner, "finite"):
        return None
    told = ("officials", "reports", "groups", "group_heads", "cues", "party_of")
    if any(hit.last > owner for hit in page.hits_in(owner - _COMPOUND_TOKENS, owner + 1, *told)):
        return None
    if any(hit.last == owner + 1 and hit.code == "aid" for hit in page.hits_in(owner - 1, owner + 1, "targets")):
        return None
    if (
        page.is_one_of(owner, "bodies_words")
        or page.is_one_of(owner, "persons_deeds")
        or page.hits_in(owner - 2, at + 1, "party_of", "by_party")
    ):
        return None
    end = name_end(page, start, last)
    return (start, end) if end > start and may_be_place(page, start, end, last) else None


def _is_whom(page: Page, end: int, last: int) -> bool:
    """ "A Mateo lo reclutaron", "a Sami, de 13 años, le": whom the pronoun of the verb takes up, no place."""
    if page.form(end) == ",":
        end = (
            next((here for here in range(end + 1, min(end + _ASIDE_TOKENS, last)) if page.form(here) == ","), last) + 1
        )
    return end < last and page.is_one_of(end, "whom_words") and is_verb(page, end + 1)


def behind_preposition(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "In Port Selim": capitals behind a preposition of place, no time, no party, no body."""
    if page.is_one_of(at, "to_whom") and any(hit.code == "say" for hit in page.hits_in(at - 1, at, "cues")):
        return None
    if page.is_one_of(at, "site_preps") and (site := _behind_opener(page, at, last)) is not None:
        return site
    if page.is_one_of(at, "upon_words") and _is_strike(page, at - 1):
        rowed = is_bare_name(page, at + 1, last) and any(joined_names(page, at + 2, last))
        return (at + 1, at + 2) if rowed else None
    if page.is_one_of(at, "bare_place_preps"):
        start = past_each(page, at + 1)
        return (start, start + 1) if is_bare_name(page, start, last) else None
    struck = page.is_one_of(at, "strike_preps") and page.is_one_of(at - 1, "strike_nouns")
    struck = struck or (page.is_one_of(at, "way_preps") and page.is_one_of(at - 1, "way_nouns"))
    if page.is_one_of(at, "strike_preps") and page.is_one_of(at + 1, "determiners") and page.lexicon.heads_last:
        return _in_front_of_site(page, at + 2, last)
    if not (struck or page.is_one_of(at, "place_preps")):
        return None
    start = at + 1 + int(page.form(at + 1) == "#")
    if page.is_one_of(start, "indefinite") and page.is_capital(start + 1):
        return None
    if page.lexicon.heads_last and page.is_one_of(start, "determiners"):
        return _in_front_of_site(page, start + 1, last)
    upper = page.is_capital(start) and page.is_capital(start + 1)
    while start < last and not upper and (page.is_one_of(start, "directions") or page.is_one_of(start, "of_words")):
        start += 1
    if not page.is_capital(start) or page.dates.between(start - 1, start + 1):
        return None
    end = name_end(page, start, last)
    if page.is_one_of(at, "to_whom") and _is_whom(page, end, last):
        return None
    named = page.hits_in(start, end - int(_is_land(page, start, end)), *_NAMED)
    named_body = any(page.is_one_of(at, "bodies_words") or page.is_one_of(at, "networks") for at in range(start, end))
    followed = page.is_capital(end) or page.form(end) == "'" if end < last else False
    followed = followed and not _owns_site(page, end)
    small = end == start + 1 and (is_small_word(page, start) or page.is_one_of(end, "strike_nouns"))
    small = small or page.form(start) in page.lexicon.month_words or _is_no_land(page, start, end)
    return None if named or named_body or followed or small else (start, end)


def _is_no_land(page: Page, start: int, end: int) -> bool:
    """ "From Christianity", "near Amra clinic": a faith; a hospital, which names no place."""
    one = page.lexicon.heads_last and end - start == 1
    return one and (page.is_one_of(start, "faith_words") or page.is_one_of(end, "care_sites"))


def _owns_site(page: Page, at: int) -> bool:
    """ "In Amra's market", "in Amra's south": a place has a market or a part; a person has a house."""
    owned = page.form(at) == "'" and page.form(at + 1) == "s"
    return owned and any(page.is_one_of(at + 2, table) for table in ("site_nouns", "directions"))


def _is_strike(page: Page, at: int) -> bool:
    """ "غارات على سرداب والحصية", "قصف عنيف على": what is done upon places, an adjective between or none."""
    return any(page.is_one_of(here, "strikes_upon") for here in (at, at - 1))


def _behind_opener(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "في جبل حبشي", "عند جولة المرور": a noun that opens a name, without its article, and the word behind it."""
    opens = page.is_one_of(at + 1, "site_openers") and not page.form(at + 1).startswith("ال")
    if not opens or at + 2 >= last or page.tokens[at + 2].sort != WORD:
        return None
    named = is_second_word(page, at + 2, last) or (may_name_arabic(page, at + 2) and is_unlisted(page, at + 2))
    return (at + 1, at + 3) if named else None


def _in_front_of_site(page: Page, start: int, last: int) -> tuple[int, int] | None:
    """ "In the Teremka market", "at the Kharraz crossing": a name in front of a plain noun for a site; "in the Kesh
    Valley": the noun is written as part of the name."""
    end = name_end(page, start, last)
    if end > start + 1 and page.is_one_of(end - 1, "site_nouns") and may_be_place(page, start, end, last):
        return start, end
    if end == start or end >= last or page.is_capital(end) or not page.is_one_of(end, "site_nouns"):
        return None
    if is_no_name(page, start) or _names_no_land(page, start, end):
        return None
    return (start, end) if may_be_place(page, start, end, last) else None


def name_end(page: Page, start: int, last: int) -> int:
    """Past capitals, hyphens between them, "Temsa-le-Bas" and all."""
    end = start
    while end < last and end - start <= NAME_TOKENS:
        if end > start and (tied := _past_tied(page, end)) > end:
            end = tied
            continue
        hyphen = page.form(end) == "-" and page.is_capital(end + 1)
        if end > start and page.form(end) in _NAME_ARTICLES and page.form(end + 1) == "-" and page.is_capital(end + 2):
            end += 3
            continue
        if end > start and page.form(end) in _NAME_LINKS and page.is_capital(end + 1) and end + 1 < last:
            end += 2
            continue
        if not hyphen and not (page.is_capital(end) and page.tokens[end].sort == WORD):
            break
        end += 1
    return end


def _past_tied(page: Page, at: int) -> int:
    """Behind "-le-Bas", "-sur-Mer": hyphens around a small word, no space between; the token itself without them."""
    if page.form(at) != "-" or page.form(at + 2) != "-" or not page.is_capital(at + 3):
        return at
    row = page.tokens[at - 1 : at + 4]
    return at + 4 if all(one.end == two.start for one, two in pairwise(row)) else at


def overlaps(name: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(name[0] < end and start < name[1] for start, end in taken)


def name_behind(page: Page, at: int, last: int) -> tuple[int, int] | None:
    if page.lexicon.language == "ar":
        if page.is_one_of(at - 1, "capital_words") and is_bare_name(page, at, last):
            return at, at + 1
        at += int(page.is_one_of(at, "of_words"))
        if at >= last or page.tokens[at].sort != WORD or not may_name_arabic(page, at):
            return None
        if page.is_one_of(at, "directions"):
            return (at, at + 2) if at + 1 < last and may_name_arabic(page, at + 1) else None
        if page.form(at).startswith("لل") or page.form(at - 1).endswith(_OWNED):
            return None
        return at, at + 1 + int(is_second_word(page, at + 1, last) or is_plain_word(page, at + 1, last))
    if page.lexicon.language == "es" and page.is_capital(at) and _is_plain_head(page, at - 1):
        end = name_end(page, at, last)
        return (at, end) if end > at else None
    if not page.is_one_of(at, "of_words"):
        return None
    start = at + 1 + int(page.is_one_of(at + 1, "determiners") and not page.is_capital(at + 1))
    end = name_end(page, start, last)
    office = page.is_capital(at - 1) and end - start == 1 and page.is_one_of(start, "department_matters")
    return (start, end) if end > start and not office else None


def _is_plain_head(page: Page, at: int) -> bool:
    """ "La vereda La Hacienda": a plain noun for a place right in front of its name."""
    return not page.is_capital(at) and bool(page.hits_in(at, at + 1, "place_heads"))


def name_in_apposition(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "In the capital, Temsa, ...": a name between commas, right behind a noun for a place."""
    end = name_end(page, at + 1, last)
    if page.form(at) != "," or end == at + 1 or (end < len(page.tokens) and page.tokens[end].sort == WORD):
        return None
    return (at + 1, end) if may_be_place(page, at + 1, end, last) else None


def name_in_front(page: Page, at: int, first: int) -> tuple[int, int] | None:
    """ "Kesh district", "Goz Amra refugee camp", "Amra Governorate": the noun belongs to a name that says so."""
    described = page.is_one_of(at - 1, "camp_words")
    start = at - int(described)
    while (
        start > first and at - start < NAME_TOKENS and page.is_capital(start - 1) and not is_small_word(page, start - 1)
    ):
        start -= 1
    if start < at and page.is_one_of(start, "determiners"):
        start += 1
    if start < at and start - 2 >= first and page.form(start - 1) == "-" and page.form(start - 2) in _NAME_ARTICLES:
        start -= 2
    if start == at - int(described) or _names_no_land(page, start, at):
        return None
    whole = page.lexicon.heads_last and page.is_capital(at) and not page.is_capital(at + 1)
    end = at + int(whole or described)
    return (start, end) if page.tokens[start].sort == WORD else None


def _names_no_land(page: Page, start: int, at: int) -> bool:
    """ "An IDP camp", "the Omerian border": letters for who lives there, a people's adjective; no name of the land."""
    if not page.lexicon.heads_last or at - start > 1:
        return False
    adjective = page.form(start).endswith(_ADJECTIVE_ENDINGS) or page.is_one_of(start, "land_adjectives")
    return adjective or page.words(start, at).isupper()
