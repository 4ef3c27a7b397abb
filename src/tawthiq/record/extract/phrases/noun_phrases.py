"""Noun phrases that name a source: where they end, what hangs loose at their ends."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import NUMBER, SIGN, WORD

_HANGING = ("date_small_words", "of_words", "period_words", "loose_period_words")
SOURCE_TOKENS = 16
_BODY_TOKENS = 3
DATE_TOKENS = 12
_PLAIN_TOKENS = 4
HARD_STOPS = frozenset('.;:!?،,"“”«»؛؟|')


def is_dash(page: Page, at: int) -> bool:
    """A dash that parts, "—explicó la ministra— murieron"; not the one inside "Jean-Pierre"."""
    if not 0 < at < len(page.tokens) - 1 or page.form(at) != "-":
        return False
    return page.tokens[at - 1].end < page.tokens[at].start or page.tokens[at].end < page.tokens[at + 1].start


def is_plain_noun(page: Page, first: int, last: int) -> bool:
    """ ", afirmó la televisión estatal.": an article with its noun ends the sentence, and tells nothing done."""
    told = page.hits_in(first, last, "violations", "units", "harm_back", "relief", "by_party")
    return page.is_one_of(first, "definite") and 1 < last - first <= _PLAIN_TOKENS and not told


def joins_names(page: Page, at: int) -> bool:
    """True between two capitalised words; also "Centro para la Infancia", an article before the second."""
    if page.is_one_of(at, "name_links") and page.is_one_of(at + 1, "determiners"):
        return (_ends_body(page, at) or _are_people(page, at - 1)) and page.is_capital(at + 2)
    return page.tokens[at - 1].sort == WORD and page.is_capital(at - 1) and page.is_capital(at + 1)


def _are_people(page: Page, at: int) -> bool:
    """ "Médicos por la Infancia": one capitalised plural of people, as bodies call themselves; not "el alcalde Rojas
    por la Radio Norte"."""
    several = page.form(at).endswith(page.lexicon.endings("plural_endings") or ("\0",))
    people = page.hits_in(at, at + 1, "units", "officials", "witnesses")
    return several and bool(people) and page.is_capital(at) and not page.is_capital(at - 1)


def _ends_body(page: Page, last: int) -> bool:
    """ "Centro", "Red Kesiana": capitals in a row, one of them a word for a body."""
    start = last
    while page.is_capital(start - 1) and last - start < _BODY_TOKENS:
        start -= 1
    return any(page.is_one_of(at, "bodies_words") for at in range(start, last))


def past_dates_back(page: Page, end: int) -> int:
    """Where the date that ends at the token begins; the token itself without one."""
    for item in page.dates.between(end - DATE_TOKENS, end):
        if item.last == end and not page.is_in_handle(item.first):
            return item.first
    return end


def is_manner(page: Page, at: int) -> bool:
    """ "Publicly", "recientemente": an adverb by its ending; a family, an assembly is none."""
    endings = page.lexicon.endings("manner_endings")
    if not endings or page.is_capital(at) or page.is_one_of(at, "not_adverbs"):
        return False
    return page.form(at).endswith(endings)


def _hangs(page: Page, at: int) -> bool:
    if page.form(at).startswith("ال") and page.is_one_of(at, "date_small_words"):
        return page.tokens[at + 1 : at + 2] != () and page.tokens[at + 1].sort == NUMBER
    if any(page.is_one_of(at, table) for table in _HANGING):
        return True
    return page.is_one_of(at, "adverbs") and not page.is_capital(at) and not page.is_in_handle(at)


def _is_loose(page: Page, at: int, last: int) -> bool:
    """A mark, a hashtag, a preposition or an hour in front of the phrase."""
    if page.tokens[at].sort == SIGN or page.is_one_of(at, "source_leads"):
        return page.form(at) != "@"
    if is_manner(page, at) or page.is_one_of(at, "quantifiers"):
        return True
    counted = (
        at + 1 < last
        and page.tokens[at + 1].sort == WORD
        and (
            bool(page.hits_in(at + 1, min(at + 4, last), "witnesses", "officials", "units"))
            or _are_of_them(page, at, last)
        )
    )
    hour = page.form(at - 1) == ":" and at > 1 and page.tokens[at - 2].sort == NUMBER
    return page.tokens[at].sort == NUMBER and (hour or not counted)


def _are_of_them(page: Page, at: int, last: int) -> bool:
    """ "Onze d'entre eux": so many of those told of before."""
    return any(page.is_one_of(here, "partitive_pronouns") for here in range(at + 1, min(at + 5, last)))


def _last_opening(page: Page, first: int, last: int) -> int:
    """ "In a leaflet on the pier the Bloc": an article right behind a noun opens a phrase of its own."""
    for at in range(last - 2, first, -1):
        if not page.is_one_of(at, "opening_articles") or page.tokens[at - 1].sort != WORD:
            continue
        tables = ("determiners", "prepositions", "place_preps", "source_leads", "name_links", "list_joiners", "adverbs")
        led = any(page.is_one_of(at - 1, table) for table in tables)
        led = led or page.is_one_of(at - 1, "verbs_in_names") or _goes_on(page, at - 1)
        led = led or _is_told_of(page, at - 1, first)
        if not led and not page.is_capital(at):
            return at
    return first


def _goes_on(page: Page, at: int) -> bool:
    """ "A lawyer following the cases", "doctors treating the wounded": what whoever speaks does."""
    endings = tuple(page.lexicon.data.get("going_on_endings", ())) if page.lexicon.language == "en" else ()
    return bool(endings) and page.form(at).endswith(endings) and not page.is_capital(at)


def _is_told_of(page: Page, verb: int, first: int) -> bool:
    """ "A teacher who fled the town": what a relative clause tells of whoever speaks has objects of its own."""
    return any(page.is_one_of(at, "telling_relatives") for at in range(first + 1, verb))


def tidy(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """Without dates, prepositions, articles that hang at an end; None when no noun is left."""
    last = past_dates_back(page, last)
    for item in page.dates.between(first - DATE_TOKENS, first + 2):
        if item.first <= first + 1 and first < item.last < last:
            first = item.last
    while first < last and _is_loose(page, first, last):
        first += 1
    first = _last_opening(page, first, last)
    while last > first + 1 and (_hangs(page, last - 1) or page.form(last - 1) in ("(", "-", "'")):
        last -= 1
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD and not page.is_one_of(at, "determiners")]
    return (first, last) if any(not page.is_one_of(at, "barely_words") for at in words) else None


def tells_which_by_year(page: Page, at: int) -> bool:
    """ "A 2013 study", "the 2018 attack": a year between an article and its noun tells which one it is."""
    return page.is_number(at) and page.is_one_of(at - 1, "determiners") and page.tokens[at + 1].sort == WORD
