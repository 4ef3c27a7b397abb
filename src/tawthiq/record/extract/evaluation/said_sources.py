"""Sources of English cues as whole noun phrases: with title, insertion, relative clause."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.noun_phrases import tells_which_by_year
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import NUMBER, SIGN, WORD

_REACH = 34
_STOPS = frozenset('.;:!?"“”')
_QUOTES = frozenset("\"“”''")
_SUBORDINATE = frozenset(
    ("that", "whether", "because", "if", "while", "although", "though", "when", "as", "but", "after", "before", "since")
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you", "who", "which", "that"))
_GOES = frozenset(("went", "goes", "going"))
_CONTINUES = frozenset(("continue", "continues", "continued"))
_CUT_VERBS = frozenset(("s", "ve", "re", "ll", "d", "m"))
_SPEAKING = frozenset(("he", "she", "they", "it", "we", "i", "you"))
_AFTER_NOUN = frozenset(("in", "by", "on", "at", "to", "from", "last", "late", "this", "for", "with", "of", "near"))
SOME_PEOPLE = frozenset(("some", "others", "many", "most", "few", "both"))
_PAST = frozenset(("and", "but", "so", "yet", "still", "however", "also", "then", "later", "that", "as", "while"))
_PREPOSITIONS = frozenset(("in", "on", "at", "with", "for", "during", "after", "before", "from", "by", "despite", "to"))
_ENDS = frozenset(
    ("that", "when", "while", "because", "but", "after", "if", "though", "although", "during", "about", "before")
)


def verb_group(page: Page, first: int, floor: int) -> int:
    """Where the verb's auxiliaries and adverbs begin: "has also detailed"."""
    at = first
    while at > floor:
        if _is_auxiliary(page, at - 1):
            at -= 1
        elif page.form(at) == "to" and page.form(at - 1) == "on" and page.form(at - 2) in _GOES:
            at -= 2
        elif page.form(at) == "to" and page.form(at - 1) in _CONTINUES:
            at -= 1
        elif (width := contracted(page, at)) and at - width >= floor:
            at -= width
        else:
            break
    return at


def contracted(page: Page, at: int) -> int:
    """How many tokens in front of `at` are a verb cut short: "wouldn't" three, the "'s" of "he's" two, else 0."""
    if page.form(at - 2) != "'":
        return 0
    short = page.form(at - 1)
    if short == "t" and page.form(at - 3).endswith("n"):
        return 3
    return 2 if short in _CUT_VERBS and page.form(at - 3) in _PRONOUNS else 0


def _is_auxiliary(page: Page, at: int) -> bool:
    form = page.form(at)
    auxiliaries = ("has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "will", "would", "could")
    more = ("can", "may", "might", "must", "should", "do", "does", "did", "not", "to", "never", "also")
    adverb = page.is_one_of(at, "adverbs") and form not in ("it", "both", "all", "itself", "himself", "today")
    return form in auxiliaries + more or adverb or (form.endswith("ly") and len(form) > 4 and not page.is_capital(at))


def before(page: Page, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `end`; None where no noun stands there."""
    last = end
    if page.form(last - 1) in ("who", "which") or page.form(last - 1) in _SPEAKING:
        return last - 1, last
    if page.form(last - 1) == "that" and last - 2 >= floor and page.tokens[last - 2].sort == WORD:
        return None if is_verb(page, last - 2) else (last - 1, last)
    if page.form(last - 1) in (",", "-") and page.form(last - 1) != "(":
        opening = _insertion(page, last - 1, floor)
        if opening is None:
            return None
        opening = _past_age(page, opening)
        start = _phrase_start(page, opening, floor)
        return (start, last - 1) if start < opening else None
    start = _phrase_start(page, last, floor)
    return (start, last) if start < last and _has_noun(page, start, last) else None


def _insertion(page: Page, comma: int, floor: int) -> int | None:
    """The comma that opens the insertion which `comma` closes."""
    for at in range(comma - 1, max(floor, comma - _REACH), -1):
        if page.form(at) in _STOPS and not _abbreviated(page, at):
            return None
        if page.form(at) == page.form(comma):
            if _runs_on(page, at, comma, floor):
                continue
            nested = page.form(at + 1) in ("who", "which") or not is_verb(page, at + 1)
            further = _insertion(page, at, floor) if page.form(at + 1) in ("who", "which") else None
            return further if further is not None and comma - further < _REACH else at if nested else None
    return None


def _runs_on(page: Page, at: int, comma: int, floor: int) -> bool:
    """ "Vox, the agency in Kesh, Pa., made the ads": a comma inside an insertion, one further left opens it."""
    behind = [here for here in range(at + 1, comma) if page.form(here) not in ("'", "s", ".")]
    if not behind:
        return False
    opener = any(page.form(here) == "," for here in range(max(floor, at - 22), at))
    short = len(behind) <= 2 and page.is_capital(behind[0]) and page.is_capital(at - 1)
    return opener and (short or is_verb(page, behind[0]))


def _past_age(page: Page, comma: int) -> int:
    """ "Ana Sel, 67, a farmer": the age belongs to what is inserted."""
    is_age = page.tokens[comma - 1].sort == NUMBER and page.form(comma - 2) == ","
    return comma - 2 if is_age else comma


def _phrase_start(page: Page, end: int, floor: int) -> int:
    at, depth = end, 0
    while at > floor and end - at < _REACH:
        form = page.form(at - 1)
        depth += (form == ")") - (form == "(")
        if depth <= 0 and _breaks(page, at - 1, end):
            break
        at -= 1
    while at < end and (
        page.form(at) in (",", "-", "and", "or", "but", "so", "yet", "in", "at", "on", "for") or _low(page, at)
    ):
        at += 1
    return at


def _low(page: Page, at: int) -> bool:
    return page.form(at) in ("as", "also", "then", "meanwhile", "still", "however", "instead", "later", "by", "with")


def _abbreviated(page: Page, at: int) -> bool:
    """ "F.B.I.", "Va.,": a stop that ends no sentence; none ends in front of a comma."""
    if page.form(at) != ".":
        return False
    before = page.form(at - 1)
    return page.is_one_of(at - 1, "abbreviations") or len(before) == 1 or "." in before or page.form(at + 1) == ","


def _breaks(page: Page, at: int, end: int) -> bool:
    form = page.form(at)
    if form == "." and (
        _abbreviated(page, at) or page.form(at - 1) in ("sens", "reps", "rev", "hon", "jr", "sr", "del")
    ):
        return False
    if form in _STOPS or form == "," or _is_double(page, at):
        return True
    if form in _SUBORDINATE or (form in ("which", "who") and at < end - 1):
        return form in _SUBORDINATE or not any(is_verb(page, here) for here in range(at + 1, end))
    if form in ("and", "or") and (is_verb(page, at - 1) or not page.is_capital(at + 1)) and page.form(at - 1) == ",":
        return True
    if is_verb(page, at) and not (page.is_capital(at) and at == end - 1):
        reduced = form.endswith("ed") and page.form(at + 1) in _AFTER_NOUN and not page.is_one_of(at, "finite")
        relative = any(page.form(here) in ("who", "which") for here in range(max(0, at - 4), at))
        return not (reduced or relative)
    return form in _PRONOUNS and at < end - 1 and form not in ("that", "who", "which")


def _is_double(page: Page, at: int) -> bool:
    """Two single marks that stand for one double mark."""
    return page.form(at) == "'" and "'" in (page.form(at - 1), page.form(at + 1))


def _has_noun(page: Page, first: int, last: int) -> bool:
    return any(
        page.tokens[at].sort in (WORD, NUMBER)
        and (page.form(at) in SOME_PEOPLE or not page.is_one_of(at, "determiners"))
        for at in range(first, last)
    )


def behind(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """The noun phrase behind an inverted verb or "according to", with what explains it."""
    at = first
    while at < last and at - first < _REACH and not _closes(page, at, first):
        at += 1
    while at > first and page.form(at - 1) in (",", ".", "-", "on", "in", "at"):
        at -= 1
    return (first, at) if at > first and _has_noun(page, first, at) else None


def _closes(page: Page, at: int, first: int) -> bool:
    form = page.form(at)
    if form == ".":
        return not _abbreviated(page, at)
    if form in _STOPS or (form in _ENDS and at > first) or (form == "'" and page.form(at + 1) == "'"):
        return True
    if page.dates.between(at, at + 1) and at > first and not tells_which_by_year(page, at):
        return True
    if form == ",":
        return is_verb(page, at + 1) or page.form(at + 1) in _QUOTES or page.form(at + 1) in ("and", "but", "adding")
    if form in ("in", "at", "during") and page.hits_in(at + 1, at + 5, "reports") and at > first:
        return True
    relative = page.form(at - 1) in ("who", "which") or page.form(at - 2) in ("who", "which")
    return is_verb(page, at) and not relative and not page.is_capital(at) and at > first and form not in ("said",)


def subject(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """The subject of the clause from `first` on, for "..., saying that" and "... and said"."""
    start = first
    for at in range(first, end):
        if page.form(at) == "," and not any(is_verb(page, here) for here in range(start, at)) and at - first < 14:
            start = at + 1
        if is_verb(page, at) and at > start:
            return before(page, verb_group(page, at, start), start)
    return _named_first(page, first, end)


def _named_first(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """The pronoun or the name that a clause begins with, where no verb of it is known."""
    start = first
    while start < end and (page.form(start) in _PAST or page.tokens[start].sort == SIGN):
        start += 1
    if page.form(start) in ("he", "she", "they", "it", "we", "i"):
        return start, start + 1
    at = start
    while at < end and (page.is_capital(at) or page.form(at) in (".", "-", "'", "’")) and at - start < 8:
        at += 1
    return (start, at) if at > start and page.is_capital(start) and page.form(start) not in _PREPOSITIONS else None
