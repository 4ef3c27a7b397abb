"""Lists of parties, each with its own number in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.place_rows import place_row
from tawthiq.record.extract.phrases.apposed import quoted_name_start
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_LIST_NAME_TOKENS = 12
_BLAMED_TOKENS = 4
_BEFORE_NAMES = ("adverbs", "by_words", "of_words", "determiners", "later_words")
_STOPS = frozenset('.;:!?()[]"“”«»؛؟,،')


def listed_mentions(page: Page, first: int, last: int) -> list[Mention]:
    """ "NAME (n), NAME (n) and NAME (n)": at least two, or one behind "attributed to"."""
    numbered = [at for at in range(first + 1, last - 2) if _is_numbered(page, at)]
    if not numbered:
        return []
    closed = (at for at in numbered if _closes(page, at + 2, last))
    found = [mention for at in closed for mention in _name_before(page, at, first)]
    opens = numbered[0]
    if any(_is_place(page, start, end, first) for start, end in (_capitals_back(page, opens, first), *_spans(found))):
        return []
    if _goes_by_place(page, first, opens, last) or place_row(page, first, last):
        return []
    return found if len(found) > 1 or any(page.hits_in(first, mention.first, "by_party") for mention in found) else []


def _is_numbered(page: Page, at: int) -> bool:
    return page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER


def _spans(found: Sequence[Mention]) -> list[tuple[int, int]]:
    return [(mention.first, mention.last) for mention in found[:1]]


def _capitals_back(page: Page, end: int, first: int) -> tuple[int, int]:
    """The capitalised words in front of a bracket."""
    start = end
    while start > first and (page.is_capital(start - 1) or page.is_one_of(start - 1, "name_links")):
        start -= 1
    while start < end and not page.is_capital(start):
        start += 1
    return start, end


def _is_place(page: Page, start: int, end: int, first: int) -> bool:
    """ "In the provinces of Kesh (45), Amra (31)", "en Kesh (45) y Amra (20)": where it was, with numbers."""
    if start == end or page.hits_in(start, end, "groups", "group_heads"):
        return False
    at = start - 1
    while at > first and (page.is_one_of(at, "determiners") or page.is_one_of(at, "of_words")):
        at -= 1
    heads = page.hits_in(max(first, at - 2), end - 1, "place_heads")
    return any(hit.last == at + 1 or hit.first >= start for hit in heads) or _is_in(page, at)


def _is_in(page: Page, at: int) -> bool:
    """ "À Kesh (45)"; not "attribués à l'armée (45)"."""
    blamed = any(hit.last == at + 1 for hit in page.hits_in(max(0, at - _BLAMED_TOKENS), at + 1, "by_party"))
    return page.is_one_of(at, "in_words") and not blamed


def _goes_by_place(page: Page, first: int, opens: int, last: int) -> bool:
    """ "By province, Nadir had most killings (22), followed by Sahla (13)": a row of places, told at its head."""
    heads = [hit for hit in page.hits_in(first, opens, "place_heads") if not page.is_capital(hit.first)]
    led = any(page.is_one_of(at, "sorting_words") for hit in heads for at in range(hit.first - 2, hit.first))
    blamed = [hit for hit in page.hits_in(first, last, "by_party") if hit.last - hit.first > 1]
    return led and not blamed and not page.hits_in(first, last, "groups", "group_heads")


def _closes(page: Page, at: int, last: int) -> bool:
    return any(page.form(here) == ")" for here in range(at, min(at + 5, last)))


def _name_before(page: Page, bracket: int, first: int) -> list[Mention]:
    number = bracket + 1
    if (quoted := quoted_name_start(page, bracket, first)) is not None:
        return [Mention(quoted + 1, bracket - 1, listed=True, number=number)]
    bracket = _past_letters_back(page, bracket, first)
    start = bracket
    while start > first and bracket - start < _LIST_NAME_TOKENS and not _starts_item(page, start - 1, first):
        start -= 1
    while start < bracket and _is_lead(page, start):
        start += 1
    if page.is_one_of(start, "including_words"):
        start += 1 + page.is_one_of(start + 1, "possessives")
    start = _past_verb(page, _past_deed(page, start, bracket), bracket)
    start = _past_counted(page, _past_arabic_men(page, start, bracket), bracket)
    looks_like_name = any(page.is_capital(at) for at in range(start, bracket)) or page.hits_in(start, bracket, "groups")
    units = [hit for hit in page.hits_in(start, bracket, "units") if not page.is_capital(hit.first)]
    units = [hit for hit in units if hit.code != "place"] if looks_like_name else units
    is_unit = units and not page.hits_in(start, bracket, "groups")
    arabic = page.lexicon.language == "ar" and start < bracket
    if start == bracket or is_unit or not (looks_like_name or arabic):
        return []
    return [Mention(start, bracket, listed=True, number=number)]


def _past_counted(page: Page, start: int, bracket: int) -> int:
    """ "Realizaron detenciones las fuerzas de Kesh (11)": a body with its article behind what it did."""
    heads = [hit.first for hit in page.hits_in(start, bracket, "groups", "group_heads")]
    led = bool(heads) and heads[0] > start and page.is_one_of(heads[0] - 1, "determiners")
    return heads[0] if led and page.hits_in(start, heads[0] - 1, "units", "violations") else start


def _is_lead(page: Page, at: int) -> bool:
    """An article, a preposition; not the one in "Al-Nur"."""
    return page.form(at + 1) != "-" and (page.is_one_of(at, "determiners") or page.is_one_of(at, "source_leads"))


def _past_arabic_men(page: Page, start: int, bracket: int) -> int:
    """ "أفراد الشرطة الوطنية (9)": the body whose men they are."""
    owner = start + 1
    if page.lexicon.language != "ar" or owner >= bracket or not page.is_one_of(start, "men_words"):
        return start
    return owner if page.hits_in(owner, owner + 1, "group_heads") else start


def _past_letters_back(page: Page, bracket: int, first: int) -> int:
    """ "The Protection Units (PU/WPU) (283)", "groups (formerly the Free Army) (191)": behind the name itself."""
    if page.form(bracket - 1) != ")":
        return bracket
    opens = range(bracket - 2, max(first, bracket - _LIST_NAME_TOKENS), -1)
    return next((at for at in opens if page.form(at) == "("), bracket)


def _past_deed(page: Page, start: int, bracket: int) -> int:
    """ "Air strikes of the Defence Forces (81)": who did it stands behind what was done."""
    for at in range(start, bracket - 1):
        named = page.hits_in(start, at, "groups", "group_heads") or page.is_capital(start)
        caused = page.is_one_of(at - 1, "cause_nouns")
        told = caused or page.hits_in(start, at, "units", "violations")
        if page.is_one_of(at, "of_words") and told and not named:
            start = at + 1
    while start < bracket and page.is_one_of(start, "determiners") and page.form(start + 1) != "-":
        start += 1
    return start


def _past_verb(page: Page, start: int, bracket: int) -> int:
    """ "Responsibility lay with the Defence Union (118)", "was the Red Front (188)": a name begins behind them."""
    for at in range(bracket - 2, start - 1, -1):
        leads = is_verb(page, at) or page.is_one_of(at, "with_words") or page.is_one_of(at, "by_words")
        leads = leads or page.is_one_of(at, "followed_words")
        behind = at + 1
        while behind < bracket - 1 and any(page.is_one_of(behind, name) for name in _BEFORE_NAMES):
            behind += 1
        if leads and not page.is_capital(at) and page.is_capital(behind):
            return behind
    return start


def _starts_item(page: Page, at: int, first: int) -> bool:
    if page.is_one_of(at, "list_joiners"):
        inside = any(hit.first < at < hit.last for hit in page.hits_in(at - 4, at, "groups"))
        return not inside and not any(page.is_one_of(here, "allied_words") for here in range(at + 1, at + 4))
    if page.form(at) in _STOPS or page.is_one_of(at, "by_words"):
        return True
    if page.is_one_of(at, "belonging_verbs") or page.is_one_of(at, "next_in_row"):
        return True
    blamed = [hit for hit in page.hits_in(max(first, at - 3), at + 1, "by_party") if hit.first <= at < hit.last]
    return any(not _is_in_name(page, hit) for hit in blamed)


def _is_in_name(page: Page, hit: Hit) -> bool:
    """ "Le Rassemblement des combattants du Kesh": the fighters in a name, no fighters of whoever stands behind."""
    men = page.is_one_of(hit.first, "men_words") and page.is_one_of(hit.first - 1, "of_words")
    return men and page.is_capital(hit.first - 2)
