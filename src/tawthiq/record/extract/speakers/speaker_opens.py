"""Speaker opens: whether somebody who speaks begins behind a verb."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.apposed import is_name
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS, SOURCE_TOKENS
from tawthiq.record.extract.words.lexicon import Hit

_NAME_TOKENS = 6
_SO_TOKENS = 3


def opens_speaker(page: Page, at: int) -> bool:
    """An article, a name, a date, somebody told: behind a verb these lead to who speaks."""
    tables = ("determiners", "indefinite", "to_whom", "tell_adverbs", "celui_words", "manner_words")
    if page.is_capital(at) or any(page.is_one_of(at, table) for table in tables):
        return True
    if page.form(at) == "@" or page.form(at) in page.lexicon.number_words or page.dates.between(at, at + 2):
        return True
    if page.form(at) == "d'" and page.is_one_of(at + 1, "other_words"):
        return True
    return bool(page.hits_in(at, at + 2, "officials", "witnesses", "back_sources"))


def opens_with_verb(page: Page, hit: Hit, first: int) -> bool:
    """ "Informa el hospital que", "me dice un médico que": Spanish puts the verb first, who speaks before "that"."""
    small = ("me_words", "finite", "adverbs")
    led = all(any(page.is_one_of(at, table) for table in small) for at in range(first, hit.first))
    if not page.lexicon.data.get("drops_subjects") or not led or not opens_speaker(page, hit.last):
        return False
    if says_so(page, first, hit):
        return True
    near = range(hit.last + 1, min(hit.last + SOURCE_TOKENS, len(page.tokens)))
    that = next((at for at in near if page.is_one_of(at, "that_words") or page.form(at) in HARD_STOPS), 0)
    that = _past_his_name(page, that)
    return that > 0 and page.is_one_of(that, "that_words")


def _past_his_name(page: Page, comma: int) -> int:
    """ "Dijo el alcalde, Pedro Lasa, que": past the name between commas of whoever bears the office."""
    near = range(comma + 2, min(comma + _NAME_TOKENS, len(page.tokens))) if page.form(comma) == "," else range(0)
    closes = next((at for at in near if page.form(at) in HARD_STOPS), comma)
    named = page.form(closes) == "," and is_name(page, comma + 1, closes)
    return closes + 1 if named else comma


def says_so(page: Page, first: int, hit: Hit) -> bool:
    """ "Así lo confirmó la alcaldesa": nothing in front of the verb but "so" and "it"."""
    so = page.is_one_of(first, "so_words")
    return so and hit.first - first <= _SO_TOKENS and page.is_one_of(hit.first - 1, "clitics")


def before_article(page: Page, at: int, last: int) -> int:
    """ "According to Mara Lund the army shelled a clinic": behind a whole name in capitals the article opens what is
    told, with no comma between; "Reporters without the Borders" goes on behind a small word."""
    end = at
    while end < last and (page.is_capital(end) or page.form(end) in ".-"):
        end += 1
    named = end > at and page.lexicon.heads_last and not page.is_one_of(at, "determiners")
    return end if named and page.is_one_of(end, "definite") else last
