"""Circumstances behind: when, how, to whom somebody said it, between the verb of saying and who speaks."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.apposed import is_name
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS
from tawthiq.record.extract.phrases.verbs import is_finite, is_verb

_SKIPS = 4
_MANNER_TOKENS = 9


def past_circumstances(page: Page, at: int, last: int) -> int:
    """ "Denunció este miércoles la Consejería", "a martelé mardi à la télévision le général": when, how, to whom."""
    at = past_manner(page, _past_telling(page, at))
    for _ in range(_SKIPS):
        further = _past_addressee(page, _past_dates(page, at), last)
        if further == at:
            break
        at = further
    return at


def past_manner(page: Page, at: int) -> int:
    """ "A affirmé lundi, sous couvert d'anonymat, le maire": past the day, and what tells how between two commas."""
    dated = next((item.last for item in page.dates.between(at, at + 1)), at)
    opens = dated + 1 if page.form(dated) == "," else -1
    if not (page.is_one_of(opens, "manner_words") or page.is_one_of(opens, "contacted_words")):
        return at
    closes = next((here for here in range(opens, opens + _MANNER_TOKENS) if page.form(here) in HARD_STOPS), at)
    return closes + 1 if page.form(closes) == "," else at


def _past_telling(page: Page, at: int) -> int:
    """ "وفقا لما أعلنته اللجنة", "لإفادات أدلى بها ستة": the verb between "what" and whoever tells it."""
    led = page.form(at).startswith("ل") or page.is_one_of(at - 1, "according_words")
    verb = at + int(led and page.is_one_of(at, "figures_of"))
    if not (verb > at or page.is_one_of(at - 1, "what_words")):
        return at
    if not (is_finite(page, verb) or page.is_one_of(verb, "told_by")):
        return at
    return verb + 1 + int(page.is_one_of(verb + 1, "told_by") or page.is_one_of(verb + 1, "told_whom"))


def _past_dates(page: Page, at: int) -> int:
    """Past a date with the small word in front of it, past adverbs of manner."""
    for item in page.dates.between(at, at + 2):
        lead = item.first == at or page.is_one_of(at, "determiners") or page.is_one_of(at, "date_small_words")
        if lead and (
            page.is_capital(item.last)
            or page.is_one_of(item.last, "determiners")
            or page.is_one_of(item.last, "to_whom")
        ):
            return item.last
    while page.is_one_of(at, "tell_adverbs"):
        at += 1
    return at


def _past_addressee(page: Page, at: int, last: int) -> int:
    """ "A indiqué à l'AFP le maire", "dijo a la prensa el alcalde": who was told stands before who said."""
    while page.is_one_of(at, "told_whom") or _is_told(page, at):
        at += 1
    if not (page.is_one_of(at, "to_whom") or page.is_one_of(at, "manner_words")):
        return at
    end = min(at + 9, last)
    for here in range(at + 2, end):
        if page.form(here) in HARD_STOPS or page.is_one_of(here, "that_words"):
            return here if page.is_one_of(at, "to_whom") else at
        if is_verb(page, here) and not page.is_one_of(here - 1, "possessives"):
            return at
        opens = page.is_one_of(here, "determiners") or page.is_one_of(here, "indefinite")
        opens = opens or page.form(here) in page.lexicon.number_words or _are_people(page, here)
        named = page.is_capital(here) and not page.is_capital(here - 1)
        named = named and (page.form(here + 1) in (",", ".") or is_name(page, here, here + 2))
        named = named or _is_name_behind_medium(page, here, last)
        if (opens or named) and not _is_led(page, here - 1):
            return here
    return last if page.is_one_of(at, "to_whom") and end == last else at


def _are_people(page: Page, at: int) -> bool:
    """ "Precisaron a la prensa vecinos de Amra": a plural without its article."""
    several = page.form(at).endswith(page.lexicon.endings("plural_endings") or ("\0",))
    return several and bool(page.hits_in(at, at + 1, "witnesses", "officials"))


def _is_name_behind_medium(page: Page, at: int, last: int) -> bool:
    """ "Relató a este diario Fátima Orel,", "contó a EFE Lucía Paz.": behind a medium the name of whoever speaks."""
    written = page.words(at - 1, at)
    medium = page.is_one_of(at - 1, "own_media") or (written.isupper() and len(written) > 1)
    end = at
    while end < last and page.is_capital(end):
        end += 1
    return (
        medium and end > at and (end == last or page.form(end) in (",", ".", "(") or page.is_one_of(end, "name_links"))
    )


def _is_told(page: Page, at: int) -> bool:
    """ "قالت للوكالة والدة الطفل", "قالوا لأبي إن": to whom, with "to" joined to it."""
    form = page.form(at)
    said = (hit for hit in page.hits_in(at - 1, at, "cues") if hit.code == "say" and hit.last == at)
    if page.lexicon.language != "ar" or not form.startswith("ل") or not any(said):
        return False
    people = page.hits_in(at, at + 1, "officials", "witnesses")
    own = any(form in slot.words for hit in people for row in hit.entry.rows for slot in row[:1])
    return form.startswith("لل") or (bool(people) and not own)


def _is_led(page: Page, at: int) -> bool:
    """A word behind which a noun phrase goes on: it opens no speaker; not the X of "wrote on X"."""
    tables = ("to_whom", "manner_words", "of_words", "source_breaks", "determiners")
    return any(page.is_one_of(at, table) for table in tables) and not is_initial(page, at)


def is_initial(page: Page, at: int) -> bool:
    """ "Hawa D.": a capital letter alone."""
    return page.is_capital(at) and page.tokens[at].end - page.tokens[at].start == 1
