"""Apposed names: the name that stands beside the office of its bearer, or between quotation marks."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.told_behind import is_act
from tawthiq.record.extract.words.token import COMMAS, SIGN, WORD

NAME_MARKS = frozenset('"“”«»')
_NAME_CHARS = 40
_BODY_CHARS = 64
_NAME_TOKENS = 6
_ALI = "علي"
_STOPS = frozenset('.;:!?،,"“”«»؛؟()')


def quoted_name_end(page: Page, at: int, last: int) -> int | None:
    """ "The organisation "Sanad for Rights"": behind the closing mark of a name that opens at the token, or None."""
    if page.form(at) not in NAME_MARKS:
        return None
    over = page.quotations_over(page.span(at, at + 1))
    longest = _BODY_CHARS if page.is_one_of(at + 1, "long_named") else _NAME_CHARS
    inner = [quote for _, quote in over if len(quote.inner) <= longest and quote.outer.start == page.tokens[at].start]
    if not inner:
        return None
    for here in range(at + 1, min(at + 12, last)):
        if page.tokens[here].end == inner[0].outer.end:
            return here + 1
    return None


def quoted_name_start(page: Page, end: int, first: int) -> int | None:
    """The same from behind: the mark that opens the name whose closing mark is the token before `end`, or None."""
    if end - 1 <= first or page.form(end - 1) not in NAME_MARKS:
        return None
    opening = next((at for at in range(end - 2, max(first, end - 9) - 1, -1) if page.form(at) in NAME_MARKS), None)
    return opening if opening is not None and quoted_name_end(page, opening, end) == end else None


def is_name(page: Page, first: int, last: int) -> bool:
    """Capitalised words in a row, with a title in front, small words and dots between: a person."""
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD]
    if page.lexicon.language == "ar":
        return _is_arabic_name(page, first, last)
    if page.is_one_of(first, "nickname_words") and len(words) > 1:
        return True
    capitals = [at for at in words if page.is_capital(at)]
    small = [at for at in words if not page.is_capital(at)]
    titled = bool(small) and small[0] == first and bool(page.hits_in(first, first + 1, "officials"))
    loose = [at for at in small if not page.is_one_of(at, "name_links") and not (titled and at == first)]
    if loose or last - first > 9 or any(place.last >= last for place in page.places.between(first, first + 1)):
        return False
    signs = [page.form(at) for at in range(first, last) if page.tokens[at].sort == SIGN]
    return 1 < len(capitals) + titled and len(capitals) <= 5 and set(signs) <= {"-", "'", "."}


def _is_arabic_name(page: Page, first: int, last: int) -> bool:
    """Two to four words, none of them a verb, a preposition, a word that begins a clause."""
    if not 2 <= last - first <= 4 or any(page.tokens[at].sort != WORD for at in range(first, last)):
        return False
    tables = ("finite", "source_leads", "relatives", "pronouns", "determiners", "clause_starts")
    stops = any(page.is_one_of(at, table) for at in range(first, last) for table in tables)
    return not stops and not any(breaks_source(page, at) for at in range(first, last))


def name_behind(page: Page, first: int, end: int, last: int) -> tuple[int, int] | None:
    """ "Leur avocate, Me Solange Itoua-Baye": the office with the name behind its comma; None without one."""
    if page.form(end) not in COMMAS or not is_office(page, first, end):
        return None
    if page.form(end + 1).startswith("و") or page.is_one_of(end + 1, "relatives"):
        return None
    stop = end + 1
    while stop < last and stop - end < 9 and not _stops(page, stop):
        stop += 1
    if page.lexicon.language == "ar":
        known = any(breaks_source(page, at) for at in range(end + 1, stop))
        named = 1 < stop - end - 1 <= 4 and not known and page.form(stop) in (",", "،", ":")
        verbs = any(page.is_one_of(at, "finite") for at in range(end + 1, stop))
        return (first, stop) if named and not verbs else None
    return (first, stop) if is_name(page, end + 1, stop) else None


def _stops(page: Page, at: int) -> bool:
    if page.form(at) == "." and (
        page.is_one_of(at - 1, "abbreviations") or page.tokens[at - 1].end - page.tokens[at - 1].start == 1
    ):
        return False
    return page.form(at) in _STOPS


def is_office(page: Page, first: int, last: int) -> bool:
    """Words for somebody's office, kin or trade."""
    return bool(page.hits_in(first, last, "officials", "witnesses", "back_sources"))


def arabic_name(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """ "مسؤولة الرصد في الجمعية سهى البياتي": a bare noun right behind a definite one can only be a name."""
    if not is_office(page, first, first + 1) or last - first < 4:
        return None
    for at in range(first + 2, last - 1):
        form, before = page.form(at), page.form(at - 1)
        definite = before.startswith(("ال", "لل", "بال"))
        bare = page.tokens[at].sort == WORD and not form.startswith(("ال", "لل", "بال", "وال", "و", "ب", "ل"))
        plain = not page.hits_in(at, at + 1, "cues", "violations", "units", "group_heads", "groups", "reports")
        small = breaks_source(page, at) or page.is_one_of(at, "place_preps") or page.is_one_of(at, "names_for")
        if definite and bare and plain and not small and not is_act(page, at) and len(form) > 2 and last - at <= 4:
            return at, last
    return None


def office_with_name(page: Page, first: int, end: int, last: int) -> int:
    """ "رئيس المجلس في المنطقة سامي القاضي": where an office that names its place ends with its bearer's name."""
    led = page.is_one_of(end, "belonging_preps") and is_office(page, first, first + 1)
    if not led or not page.form(end + 1).startswith("ال"):
        return end
    stop = end + 2
    while stop < last and stop - end <= _NAME_TOKENS and page.tokens[stop].sort == WORD and not _ends_name(page, stop):
        stop += 1
    return stop if is_name(page, end + 2, stop) and not page.form(end + 2).startswith("ال") else end


def _ends_name(page: Page, at: int) -> bool:
    return breaks_source(page, at) or any(page.is_one_of(at, table) for table in ("that_words", "told_whom", "finite"))


def breaks_source(page: Page, at: int) -> bool:
    """Words that begin what is said of a speaker; "علي" with its two dots is a name, without them it is "upon"; "la
    base de données" is no "basé", which behind an article would be a noun."""
    led = page.is_one_of(at - 1, "definite") or page.is_one_of(at - 1, "indefinite")
    if led and page.lexicon.language == "fr" and page.words(at, at + 1) == "base":
        return False
    return page.is_one_of(at, "source_breaks") and page.words(at, at + 1) != _ALI and not opens_compound(page, at)


def opens_compound(page: Page, at: int) -> bool:
    """ "Sous-préfet", "sous-officier": glued to a hyphen it is no preposition."""
    return page.form(at + 1) == "-" and page.tokens[at].end == page.tokens[at + 1].start


def alias_of(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """ "Known as Commander Usop", "who gave her name as Doña Mercedes": the name somebody goes by."""
    for at in range(first, last - 1):
        if page.is_one_of(at, "alias_words") and page.is_capital(at + 1):
            end = at + 2
            while end < last and page.is_capital(end):
                end += 1
            return at + 1, end
    return None
