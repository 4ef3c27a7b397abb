"""No verbs: English words of saying that say nothing where they stand: nouns, orders, acts of one's own."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, WORD

_ORDER_TOKENS = 7
_ACT_TOKENS = 5
_THAT_TOKENS = 6


def says_nothing(page: Page, hit: Hit) -> bool:
    """True where the word is a noun, or tells what somebody ordered or did, no word of his."""
    if page.lexicon.language != "en":
        return False
    readings = (_is_feared_noun, _ends_as_noun, _orders, _reports_for, _is_resolved, _is_own_act, _is_lacked)
    return any(reading(page, hit) for reading in readings)


def calls_to_arms(page: Page, hit: Hit, source: tuple[int, int]) -> bool:
    """ "The commander called on the young to join": what a party wants of others is no word on what was done."""
    called = page.is_one_of(hit.last - 1, "calling_preps") or not page.is_one_of(hit.first, "led_callings")
    if page.lexicon.language != "en" or not (called and page.is_one_of(hit.first, "calling_words")):
        return False
    ranks = any(page.is_one_of(at, table) for at in range(*source) for table in ("rank_nouns", "leader_words"))
    return ranks or bool(mentions_of(page, *source))


def _is_feared_noun(page: Page, hit: Hit) -> bool:
    """ "Raising fears that", "prompting claims of": a noun behind the participle that governs it."""
    before = page.form(hit.first - 1)
    led = before.endswith(page.lexicon.endings("progressive_endings")) and page.is_one_of(hit.first, "also_nouns")
    return led and not page.is_one_of(hit.first - 2, "determiners") and not page.is_capital(hit.first - 1)


def _ends_as_noun(page: Page, hit: Hit) -> bool:
    """ "In the pursuit of Front suspects, at times", "in Kesh and Lasa states.": no object and no clause follows."""
    joined = page.is_capital(hit.first - 1) and page.is_one_of(hit.first - 2, "list_joiners")
    plural = page.is_one_of(hit.last - 1, "people_or_verb") or (joined and page.is_one_of(hit.last - 1, "also_nouns"))
    if not plural or page.form(hit.first - 1) in COMMAS:
        return False
    ends = page.form(hit.last) in HARD_STOPS or page.form(hit.last) == ""
    tables = ("prepositions", "list_joiners", "finite", "relatives", "by_words")
    return ends or any(
        page.is_one_of(hit.last, table) for table in tables if not page.is_one_of(hit.last, "that_words")
    )


def _orders(page: Page, hit: Hit) -> bool:
    """ "Told civilians to flee": an order; not "told the court that", "told reporters to date ten had come"."""
    if not page.is_one_of(hit.last - 1, "telling_words"):
        return False
    for at in range(hit.last + 1, min(hit.last + _ORDER_TOKENS, len(page.tokens) - 1)):
        if page.form(at - 1) in HARD_STOPS or page.is_one_of(at - 1, "that_words") or is_verb(page, at - 1):
            return False
        if page.is_one_of(at, "infinitive_marks"):
            return _is_bare_verb(page, at + 1)
    return False


def _is_bare_verb(page: Page, at: int) -> bool:
    """A small word behind "to" that opens no noun phrase and is no date."""
    tables = ("determiners", "possessives", "pronouns", "place_preps", "indefinite", "directions")
    opens = any(page.is_one_of(at, table) for table in (*tables, "dated_words"))
    return page.tokens[at].sort == WORD and not page.is_capital(at) and not opens


def _reports_for(page: Page, hit: Hit) -> bool:
    """ "Pupils reported to classes", "recruits report for duty": they come; not "reported to the council that"."""
    if not page.is_one_of(hit.last - 1, "reporting_words"):
        return False
    near = range(hit.last + 1, min(hit.last + _THAT_TOKENS, len(page.tokens)))
    comes = page.is_one_of(hit.last + 1, "reported_for") or page.is_one_of(hit.last + 2, "reported_for")
    led = page.is_one_of(hit.last, "reported_to")
    return led and comes and not any(page.is_one_of(at, "that_words") for at in near)


def _is_resolved(page: Page, hit: Hit) -> bool:
    """ "The militia, determined to retake": what they want."""
    return page.is_one_of(hit.last - 1, "resolved_words") and page.is_one_of(hit.last, "infinitive_marks")


def _is_own_act(page: Page, hit: Hit) -> bool:
    """ "Announced a lockdown", "announced and enforced": a deed of their own."""
    if not page.is_one_of(hit.last - 1, "announcing_words"):
        return False
    if page.is_one_of(hit.last, "list_joiners") and is_verb(page, hit.last + 1):
        return not page.hits_in(hit.last + 1, hit.last + 2, "cues")
    for at in range(hit.last, min(hit.last + _ACT_TOKENS, len(page.tokens))):
        if page.is_one_of(at, "announced_acts"):
            return True
        if page.form(at) in HARD_STOPS or is_verb(page, at):
            return False
    return False


def _is_lacked(page: Page, hit: Hit) -> bool:
    """ "Continued to lack documents", "began to keep records": the object of the infinitive in front of it."""
    noun = page.is_one_of(hit.first, "also_nouns")
    return noun and page.is_one_of(hit.first - 2, "infinitive_marks") and not page.is_capital(hit.first - 1)


def names_nobody(page: Page, hit: Hit, source: tuple[int, int]) -> bool:
    """ "According to the group's rules": by what a thing is measured; "deliveries via Odem": a way, but for
    "..., via Reuters"."""
    if page.lexicon.language != "en":
        return False
    way = page.is_one_of(hit.first, "way_cues") and page.form(hit.first - 1) not in (*COMMAS, "(", ".")
    return page.is_one_of(source[1] - 1, "measures_of") or (way and page.form(source[0]) != "@")


def is_of_a_noun(page: Page, hit: Hit) -> bool:
    """ "Compared with 310 cases in the previous reporting period": nobody reports, a noun is described."""
    compared = page.is_one_of(hit.first, "with_words") and page.is_one_of(hit.first - 1, "with_leads")
    return compared or page.is_one_of(hit.last, "reporting_nouns")
