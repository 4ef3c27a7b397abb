"""Cue words in their sentence: as a verb of saying, a noun, a passive, a participle."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.told_behind import is_object
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_DAY_TOKENS = 3
_WRITING_TOKENS = 5


def is_noun_use(page: Page, hit: Hit) -> bool:
    """ "A report", "the claims", "its findings": a cue word behind an article or adjective is a noun."""
    if page.lexicon.language == "ar" and (
        page.is_one_of(hit.first - 1, "bodies_words")
        or _is_definite(page, hit.first)
        or is_object(page, hit)
        or _is_led_in(page, hit)
    ):
        return True
    if page.lexicon.data.get("verb_first") and page.is_one_of(hit.first - 1, "noun_leads"):
        return True
    counted = hit.first > 0 and page.tokens[hit.first - 1].sort == NUMBER
    if counted and page.hits_in(hit.first, hit.first + 1, "units"):
        return True
    if page.lexicon.language == "en" and _is_english_noun(page, hit):
        return True
    if _is_accented_inside(page, hit.first) or _is_apposed(page, hit) or _is_adjective(page, hit):
        return True
    led = page.is_one_of(hit.first - 1, "determiners") and not page.is_one_of(hit.first - 1, "pronouns")
    return led and not _has_object(page, hit)


def _has_object(page: Page, hit: Hit) -> bool:
    """ "L'armée le nie", "el Ejército la rechaza", "le maire le confirme": what is denied or confirmed is written as an
    article is; not "le démenti"."""
    denial = hit.entry.more.get("denial") == "yes" and not page.is_one_of(hit.first, "denial_nouns")
    verb = denial or page.is_one_of(hit.first, "never_nouns") or bool(page.hits_in(hit.first, hit.last, "by_party"))
    return verb and page.is_one_of(hit.first - 1, "object_pronouns") and not is_bare_participle(page, hit)


def _is_apposed(page: Page, hit: Hit) -> bool:
    """ ", cifra que representa un aumento": the noun that sums up what was told, no verb."""
    apposed = page.form(hit.first - 1) in COMMAS and page.is_one_of(hit.first, "apposed_heads")
    return apposed and page.is_one_of(hit.last, "relatives")


def _is_adjective(page: Page, hit: Hit) -> bool:
    """ "Una política expresa y formal", "información precisa sobre los hechos": behind its noun, with no object."""
    last = hit.last - 1
    if not page.is_one_of(last, "adjective_cues") or page.form(hit.first - 1) in COMMAS or last != hit.first:
        return False
    ends = page.form(hit.last) in (".", ",", ";", "") or page.is_one_of(hit.last, "list_joiners")
    return ends or page.is_one_of(hit.last, "prepositions")


def _is_accented_inside(page: Page, at: int) -> bool:
    """ "Crítico", "público": the verb has its accent on the last letter, "criticó"."""
    written = page.words(at, at + 1).casefold()
    inner = page.lexicon.endings("inner_accents")
    return written.endswith("o") and any(mark in written for mark in inner)


def _is_english_noun(page: Page, hit: Hit) -> bool:
    """ "The second report of", "initial reports indicated", "a new report from", ", suspected members": no verb, though
    it looks like one; "Lena Marr, a nurse, accused" is one."""
    if page.hits_in(hit.first, hit.last, "reports", "units"):
        led = page.is_one_of(hit.last, "of_words") or page.is_one_of(hit.last, "by_words")
        told = any(other.first == hit.last for other in page.hits_in(hit.last, hit.last + 1, "cues"))
        if led or told or page.is_one_of(hit.last, "from_words"):
            return True
    doubted = page.form(hit.first).endswith("ed") and page.hits_in(hit.first, hit.last, "hedges")
    if doubted and page.form(hit.first - 1) == ",":
        verb = page.is_one_of(hit.last, "that_words") or page.form(hit.last) == "."
        return not verb and not page.hits_in(hit.first, hit.last, "by_party")
    if not page.is_one_of(hit.first, "base_forms"):
        return False
    before = hit.first - 1
    several = any(page.is_one_of(before, table) for table in ("pronouns", "finite", "collective_words"))
    placed = page.is_capital(before) and page.is_one_of(before - 1, "in_words")
    plural = page.form(before).endswith("s") or several or (placed and page.is_one_of(hit.last, "determiners"))
    return not plural and not page.is_one_of(before, "nobody_words") and not page.is_one_of(before, "adverbs")


def _is_definite(page: Page, at: int) -> bool:
    """An Arabic word with its article is a noun, though the bare word would be a verb."""
    return page.form(at).startswith(("ال", "بال", "لل", "وال"))


def _is_led_in(page: Page, hit: Hit) -> bool:
    """ "المنظمة الوطنية لرصد الانتهاكات", "بزعم ارتباطهم": with "to", "by" joined to it the word is a noun."""
    form = page.form(hit.first)
    return form.startswith(("ل", "ب")) and not any(form in slot.words for row in hit.entry.rows for slot in row[:1])


def is_bare_participle(page: Page, hit: Hit) -> bool:
    """ "Décompte établi par", "denegado en 44 ocasiones": a participle without "have" describes, nobody says it."""
    endings = page.lexicon.endings("said_participles")
    written = page.words(hit.first, hit.first + 1).casefold()
    if not endings or not written.endswith(endings) or hit.last > hit.first + 1:
        return False
    before = past_besides(page, hit.first - 1)
    while page.is_one_of(before, "adverbs") and not page.is_one_of(before, "have_words"):
        before -= 1
    before -= page.is_one_of(before, "clause_starts") and page.is_one_of(before - 1, "have_words")
    inverted = page.is_one_of(before, "pronouns") and page.form(before - 1) == "-"
    return not inverted and not page.is_one_of(before, "have_words")


def past_besides(page: Page, at: int) -> int:
    """ "A par ailleurs déploré", "ont au contraire fait état": past the two words between "have" and its participle."""
    return at - 2 if page.is_one_of(at, "besides_words") and page.is_one_of(at - 1, "besides_leads") else at


def is_participle_of_noun(page: Page, hit: Hit) -> bool:
    """ "17 verified cases", "the documented cases"."""
    that = any(page.is_one_of(at, "that_words") for at in (hit.last - 1, hit.last))
    describing = page.hits_in(hit.last, hit.last + 1, "units") and not that
    left = hit.first - 1
    is_after_number = page.tokens[left].sort == "n" if left >= 0 else False
    described = bool(describing) and (is_after_number or page.is_one_of(left, "determiners"))
    described = described or _is_second_adjective(page, hit)
    return described and not page.is_one_of(hit.first, "never_participles")


def _is_second_adjective(page: Page, hit: Hit) -> bool:
    """ "Their actual or alleged association": two adjectives joined between an article and a noun."""
    joined = page.is_one_of(hit.first - 1, "list_joiners") and page.form(hit.last - 1).endswith("ed")
    led = page.is_one_of(hit.first - 3, "determiners") or page.is_one_of(hit.first - 3, "pronouns")
    opens = ("determiners", "that_words", "pronouns", "prepositions")
    free = page.is_capital(hit.last) or any(page.is_one_of(hit.last, table) for table in opens)
    return joined and led and page.lexicon.language == "en" and not free


def is_passive(page: Page, hit: Hit) -> bool:
    """ "Were verified": nobody is the subject of saying; entries of their own read such words; not "were saying that",
    "is receiving reports of"."""
    progressive = page.form(hit.first).endswith(page.lexicon.endings("progressive_endings") or "\0")
    if page.lexicon.language == "en" and progressive and (introduces(page, hit) or hit.last - hit.first > 1):
        return False
    before = hit.first - 1
    while page.is_one_of(before, "adverbs") and not page.is_one_of(before, "passive_words"):
        if page.is_one_of(before, "passive_reflexives"):
            return True
        before -= 1
    return page.is_one_of(before, "passive_words")


def introduces(page: Page, hit: Hit) -> bool:
    """ "That", a colon, comma or opening mark behind the cue, or behind the day it was said: what is said follows."""
    that = page.is_one_of(hit.last, "that_words") or page.is_one_of(hit.last - 1, "that_words")
    dated = page.dates.between(hit.last, hit.last + _DAY_TOKENS)
    that = that or (bool(dated) and page.is_one_of(dated[-1].last, "that_words"))
    that = that or _says_in_writing(page, hit.last)
    return that or page.form(hit.last) in (":", "“", '"', "«", ",", "،")


def _says_in_writing(page: Page, at: int) -> bool:
    """ "Claimed in a statement that": past what it was said in."""
    if page.lexicon.language != "en" or not (page.is_one_of(at, "in_words") or page.is_one_of(at, "topic_preps")):
        return False
    told = page.hits_in(at + 1, at + _WRITING_TOKENS, "reports", "media")
    return any(page.is_one_of(hit.last, "that_words") for hit in told)


def is_unsaid(page: Page, hit: Hit) -> bool:
    """ "Has not commented", "n'a pas réagi": nothing was said; a denial is an entry of its own."""
    if any(page.is_one_of(at, "neither_words") for at in range(hit.first - 3, hit.first)):
        return True
    if page.is_one_of(hit.first - 1, "if_words"):
        return True
    if page.is_one_of(hit.first, "refusing_words") and page.is_one_of(hit.first - 1, "jussive_leads"):
        return True
    if hit.entry.more.get("denial") == "yes" or page.is_one_of(hit.last, "that_words"):
        return False
    return any(page.is_one_of(at, "not_yet") for at in range(hit.first - 2, hit.first))


def documents(page: Page, cue: Hit) -> bool:
    """ "Recorded", "a pu vérifier": what others did is written down, whoever does so."""
    return any(page.is_one_of(at, "documenting_words") for at in (cue.first, cue.last - 1))
