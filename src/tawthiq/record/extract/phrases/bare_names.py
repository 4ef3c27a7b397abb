"""Bare names: places of Arabic that no noun for a place leads in, and rows of them joined by "and"."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.name_words import is_no_name, is_second_word, is_unlisted
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import NUMBER, WORD

_FEWEST_LETTERS = 3
_GOES_ON = ("phrase_breaks", "near_words", "directions", "day_times")
_TELLS_MORE = ("clause_starts", "subordinators", "what_words", "allied_words", "strike_tools")
_OWNED = ("هم", "هن", "ها", "نا", "هما")


def is_bare_name(page: Page, at: int, last: int) -> bool:
    """ "في أوباري،": behind "in" a word that no list knows, with no article, owner, adjective: a plain noun would have
    one of them."""
    form = page.form(at)
    if at >= last or form.startswith(("ال", "لل")) or form.endswith(_OWNED) or not is_unlisted(page, at):
        return False
    if is_no_name(page, at) or page.words(at, at + 1).endswith("ه"):
        return False
    if form in page.lexicon.number_words or form in page.lexicon.month_words or page.dates.between(at, at + 1):
        return False
    if any(page.is_one_of(at, table) for table in ("that_words", "determiners", "while_tails", "relatives")):
        return False
    if at + 1 < last and page.tokens[at + 1].sort == NUMBER:
        return False
    if page.is_one_of(at + 1, "with_words") or page.is_one_of(at, "directions"):
        return False
    ends = at + 1 >= last or page.tokens[at + 1].sort != WORD or is_verb(page, at + 1)
    ends = (
        ends
        or _joined_end(page, at + 1, last, loose=False) > at + 1
        or (_is_definite(page, at + 1) and is_verb(page, at + 2))
        or any(hit.code == "adm1" for hit in page.hits_in(at + 1, at + 2, "place_heads"))
    )
    ends = ends or any(page.is_one_of(at + 1, table) for table in (*_GOES_ON, *_TELLS_MORE))
    return ends or page.form(at + 1).startswith("لل") or bool(page.dates.between(at + 1, at + 2))


def past_each(page: Page, at: int) -> int:
    """ "في كل من سلوان والرابية": past the words that a row of names stands behind."""
    return at + 2 * int(page.is_one_of(at, "each_words") and page.is_one_of(at + 1, "of_words"))


def joined_names(page: Page, at: int, last: int, *, loose: bool = False) -> Iterator[tuple[int, int]]:
    """ "في برقان والحصية وكفر داعل": each name that "and" joins to the one in front; `loose`: behind a noun for two
    places or more, where nothing else can stand."""
    while (end := _joined_end(page, at, last, loose)) > at:
        yield at, end
        at = end


def _joined_end(page: Page, at: int, last: int, loose: bool) -> int:
    """Past one name that "and" joins, with nothing behind that belongs to it; `at` where none stands."""
    if at >= last or not _may_be_joined(page, at):
        return at
    second = at + 1 < last and page.tokens[at + 1].sort == WORD
    opens = second and page.is_one_of(at, "name_openers") and not is_verb(page, at + 1)
    end = at + 1 + int(opens or (not _is_definite(page, at) and is_second_word(page, at + 1, last)))
    if loose and _is_definite(page, at) and end < last and page.form(end).startswith("ال"):
        end += int(page.is_one_of(end, "place_adjectives"))
    return end if loose or _ends_row(page, end, last) else at


def _may_be_joined(page: Page, at: int) -> bool:
    form = page.form(at)
    opens = page.is_one_of(at, "name_openers")
    if not form.startswith("و") or not (opens or (len(form) > _FEWEST_LETTERS and is_unlisted(page, at))):
        return False
    if is_no_name(page, at) or page.dates.between(at, at + 1) or form.endswith(_OWNED):
        return False
    tables = ("place_adjectives", "pronouns", "negations", "that_words", "directions")
    plain = any(page.is_one_of(at, table) for table in tables)
    told = page.hits_in(at, at + 1, "cues", "relief", "limits", "hedges", "silences")
    return not plain and not told and not page.words(at, at + 1).endswith("ه")


def _is_definite(page: Page, at: int) -> bool:
    return page.form(at).startswith("وال")


def _ends_row(page: Page, at: int, last: int) -> bool:
    """The clause ends, a circumstance follows, one name more, or another clause: "في درسيم وكوبان وجرح ثالث"."""
    if at >= last or page.tokens[at].sort != WORD or page.form(at).startswith("لل"):
        return True
    if any(page.is_one_of(at, table) for table in (*_GOES_ON, *_TELLS_MORE)):
        return True
    goes_on = page.form(at).startswith("و") and is_verb(page, at)
    return goes_on or bool(page.dates.between(at, at + 1)) or _joined_end(page, at, last, loose=False) > at
