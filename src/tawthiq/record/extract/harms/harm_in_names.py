"""Harm in names: words that elsewhere tell a harm, where they are part of somebody's or some place's name."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_MEN_TOKENS = 3


def names_group(page: Page, hit: Hit) -> bool:
    """ "Al Frente Azul": the head of a group's name, no front line; "milicianos afines al Frente Azul": whose men they
    are, no recruits."""
    at = hit.last - 1
    led = hit.last - hit.first == 2 and page.is_one_of(hit.first, "to_whom")
    men = page.is_one_of(hit.first, "following_words") and any(
        one.last == hit.first for one in page.hits_in(hit.first - _MEN_TOKENS, hit.first, "groups")
    )
    return (led or men) and page.is_capital(at) and bool(page.hits_in(at, at + 1, "group_heads"))


def is_in_name(page: Page, hit: Hit) -> bool:
    """ "Valle Quemado", "la Garde nationale": a capital inside its sentence behind another, or at the head of a name,
    is part of that name; where heads come last, a title has capitals too."""
    if page.is_one_of(hit.first, "dead_in_names") and _names_site(page, hit.first):
        return True
    if page.is_one_of(hit.first, "host_words"):
        near = mentions_of(page, hit.first - 1, min(hit.first + 3, len(page.tokens)))
        return any(one.first < hit.first < one.last for one in near)
    if page.lexicon.heads_last or hit.last - hit.first > 1 or not page.is_capital(hit.first):
        return False
    behind = page.is_capital(hit.first - 1) and not page.is_one_of(hit.first - 1, "determiners")
    return behind or any(hit.first == name.first for name in mentions_of(page, hit.first, hit.first + 6))


def _names_site(page: Page, at: int) -> bool:
    """ "مدرسة الشهداء", "مدرسة سيد الشهداء", "كتائب شهداء": a school, a street or a band called after the dead,
    its noun without an article right in front; "سقط في المدرسة شهداء" tells of dead."""
    titled = page.is_one_of(at - 1, "dead_titles")
    head = at - 1 - int(titled)
    named = page.hits_in(head - 1, head + 1, "targets", "place_heads", "group_heads")
    bare = any(hit.last == head + 1 for hit in named) or page.is_one_of(head, "site_openers")
    return titled or (bare and not page.form(head).removeprefix("ب").removeprefix("و").startswith("ال"))


def arms_doers(page: Page, hit: Hit) -> bool:
    """ "12 enfants par des hommes armés", "un ataque de combatientes", "gunmen suspected of belonging to", "par des
    hommes en treillis", "a tres muchachas, los combatientes": who bears arms did it, and is no child."""
    if hit.code != "recruitment_use":
        return False
    doers = any(one.last >= hit.last for one in page.hits_in(hit.first, hit.last, "groups"))
    behind = any(page.is_one_of(at, "by_words") for at in range(hit.first + 1, hit.last))
    struck = page.is_one_of(hit.first, "of_words") and page.is_one_of(hit.first - 1, "strike_nouns")
    men = any(one.last == hit.first for one in page.hits_in(hit.first - _MEN_TOKENS, hit.first, "groups"))
    belong = any(page.is_one_of(at, "belonging_words") for at in range(hit.first, hit.last))
    commas = (at for at in range(hit.first, hit.last) if page.form(at) in COMMAS)
    apart = any(page.is_one_of(at + 1, "definite") for at in commas)
    worn = any(one.last >= hit.last for one in page.hits_in(hit.first - _MEN_TOKENS, hit.first, "groups"))
    return worn or (doers and (behind or struck or apart)) or (men and belong)
