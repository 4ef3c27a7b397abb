"""Speakers: the tokens that name the source before or behind a cue."""

from __future__ import annotations

from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.party_shapes import shaped_mentions
from tawthiq.record.extract.token import NUMBER, SIGN, WORD
from tawthiq.record.extract.verbs import is_verb

SOURCE_TOKENS = 16
_DATE_TOKENS = 12
_NAME_CHARS = 30
_NAME_MARKS = frozenset('"“”«»')
_HARD_STOPS = frozenset('.;:!?،,"“”«»؛؟')


def subject_of(page: Page, hit: Hit, first: int, last: int) -> tuple[tuple[int, int] | None, bool]:
    """(tokens of the source, whether it stands behind the verb)."""
    verb_first = page.lexicon.data.get("verb_first", False)
    follows_quote = follows_quotation(page, hit.first)
    if verb_first or follows_quote:
        right = source_after(page, hit.last, last)
        if right is not None:
            return right, True
    if page.lexicon.language in ("fr", "es") and _follows_comma(page, hit, first):
        right = source_after(page, hit.last, last)
        if right is not None:
            return right, True
    left = source_before(page, hit.first, first) or _parsed_subject(page, hit)
    if left is not None:
        return left, False
    right = source_after(page, hit.last, last) if page.form(hit.first - 1) in (",", "،") else None
    return right, right is not None


def _follows_comma(page: Page, hit: Hit, first: int) -> bool:
    """ ", a annoncé le gouverneur": French and Spanish put the speaker last, behind what was said."""
    before = hit.first - 1
    if page.is_one_of(hit.last, "that_words") or not _has_finite(page, first, before):
        return False
    while page.is_one_of(before, "finite") or page.is_one_of(before, "adverbs"):
        before -= 1
    return page.form(before) == ","


def _has_finite(page: Page, first: int, last: int) -> bool:
    return any(is_verb(page, at) for at in range(first, last))


def follows_quotation(page: Page, at: int) -> bool:
    """ "», a déclaré": past auxiliaries and commas back to a closing mark."""
    for here in range(at - 1, max(-1, at - 6), -1):
        if page.form(here) in ("”", '"', "»", "'"):
            over = page.quotations_over(page.span(here, here + 1))
            return any(item.outer.end == page.tokens[here].end for _, item in over)
        if page.form(here) not in (",", "،", ".") and not page.is_one_of(here, "finite"):
            return False
    return False


def _parsed_subject(page: Page, hit: Hit) -> tuple[int, int] | None:
    """The subject as a parser sees it, where it stands before the verb."""
    own = page.grammar.subjects.get(hit.first) if page.grammar is not None else None
    return own if own is not None and own[1] <= hit.first else None


def source_before(page: Page, at: int, first: int) -> tuple[int, int] | None:
    """The noun phrase in front of a verb: past auxiliaries and adverbs, past one insertion between commas."""
    end = at
    while end > first and (page.is_one_of(end - 1, "finite") or _is_adverb(page, end - 1)):
        end -= 1
    end = _past_dates_back(page, end)
    end = _before_relative(page, end, first)
    if end > first and page.form(end - 1) in (",", "،"):
        opening = _past_insertion(page, end, first)
        if _is_name_inserted(page, opening, end - 1):
            return opening + 1, end - 1
        end = opening
    if end > first and page.is_one_of(end - 1, "source_leads"):
        return None
    start = end
    while start > first and end - start < SOURCE_TOKENS and not _breaks_source(page, start - 1):
        start -= 1
        if page.is_one_of(start, "relatives") and not page.is_one_of(start, "that_words"):
            break
    return _tidy(page, start, end)


def _before_relative(page: Page, end: int, first: int) -> int:
    """ "A boy who escaped in March said": the noun stands before the relative clause."""
    for at in range(end - 1, max(first, end - SOURCE_TOKENS), -1):
        if page.form(at) in _HARD_STOPS:
            return end
        after_noun = page.lexicon.language == "es" and at > first and not is_verb(page, at - 1)
        if page.is_one_of(at, "relatives") and (after_noun or not page.is_one_of(at, "that_words")):
            inside = any(is_verb(page, here) or page.is_one_of(here, "finite") for here in range(at + 1, end))
            return at if inside or page.is_one_of(at + 1, "finite") else end
    return end


def _is_adverb(page: Page, at: int) -> bool:
    return page.is_one_of(at, "adverbs") or (
        page.lexicon.language == "en" and page.form(at).endswith("ly") and not page.is_capital(at)
    )


def _past_insertion(page: Page, end: int, first: int) -> int:
    for here in range(end - 2, max(first, end - 26), -1):
        if page.form(here) in (",", "،"):
            return here
    return end - 1


def _is_name_inserted(page: Page, opening: int, closing: int) -> bool:
    """ "The administrator, Faustin Kamb, said": the name between commas says it."""
    words = range(opening + 1, closing)
    plain = page.tokens[opening - 1].sort == WORD and not page.is_capital(opening - 1)
    return plain and 1 < len(words) <= 5 and all(page.is_capital(at) for at in words)


def _is_reduced(page: Page, at: int) -> bool:
    """ "Boys interviewed in the centre": a participle behind a plural noun is no verb of its clause."""
    bare = page.form(at).endswith("ed") and not page.is_one_of(at, "finite")
    noun = at > 0 and page.tokens[at - 1].sort == WORD and page.form(at - 1).endswith("s")
    return page.lexicon.language == "en" and bare and noun and page.is_one_of(at + 1, "source_circumstances")


def _breaks_source(page: Page, at: int) -> bool:
    form = page.form(at)
    if form == "." and page.is_one_of(at - 1, "abbreviations") and page.tokens[at - 1].end == page.tokens[at].start:
        return False
    if form in _HARD_STOPS or (is_verb(page, at) and not _is_reduced(page, at)):
        return True
    starts = page.is_one_of(at, "that_words") or page.is_one_of(at, "subordinators")
    joins = page.is_capital(at + 1) or _joins_names(page, at) or _joins_nouns(page, at)
    return starts or (page.is_one_of(at, "clause_starts") and not joins)


def _joins_nouns(page: Page, at: int) -> bool:
    """ "The monitoring and reporting task force": no verb stands before the "and" in its clause."""
    if not page.is_one_of(at, "list_joiners"):
        return False
    back = at - 1
    while back >= 0 and at - back < 12 and page.form(back) not in _HARD_STOPS:
        if is_verb(page, back):
            return False
        back -= 1
    return at - back < 12


def _joins_names(page: Page, at: int) -> bool:
    return page.tokens[at - 1].sort == WORD and page.is_capital(at - 1) and page.is_capital(at + 1)


def source_after(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """The noun phrase behind a cue."""
    if page.lexicon.language == "ar" and (named := shaped_mentions(page, at, last)) and named[0].first == at:
        return at, _past_quoted_name(page, named[0].last, last)
    if page.is_one_of(at, "not_speakers"):
        return None
    at = _past_addressee(page, at, last)
    end = at
    while end < last and end - at < SOURCE_TOKENS and not _ends_source(page, end, at):
        end += 1
    return _publisher(page, at, end, last) or _tidy(page, at, end)


def _past_quoted_name(page: Page, at: int, last: int) -> int:
    if not _is_quoted_name(page, at):
        return at
    return next((here + 1 for here in range(at + 1, min(at + 8, last)) if page.form(here) in _NAME_MARKS), at)


def _past_addressee(page: Page, at: int, last: int) -> int:
    """ "A indiqué à l'AFP le maire", "dijo a la prensa el alcalde": who was told stands before who said."""
    if not (page.is_one_of(at, "to_whom") or page.is_one_of(at, "manner_words")):
        return at
    end = min(at + 9, last)
    for here in range(at + 2, end):
        if page.form(here) in _HARD_STOPS:
            return here if page.is_one_of(at, "to_whom") else at
        if is_verb(page, here):
            return at
        opens = page.is_one_of(here, "determiners") or page.is_one_of(here, "indefinite")
        if opens and not _is_led(page, here - 1):
            return here
    return last if page.is_one_of(at, "to_whom") and end == last else at


def _is_led(page: Page, at: int) -> bool:
    """A word behind which a noun phrase goes on: it opens no speaker."""
    tables = ("to_whom", "manner_words", "of_words", "source_breaks", "determiners")
    return any(page.is_one_of(at, table) for table in tables)


def _publisher(page: Page, first: int, end: int, last: int) -> tuple[int, int] | None:
    """Of "a report published in May by the Lake Mission" who published it."""
    if not page.hits_in(first, end, "reports") or not page.hits_in(end, end + 1, "cues", "violations", "participles"):
        return None
    for at in range(end, min(end + 7, last - 1)):
        if page.is_one_of(at, "by_words"):
            return source_after(page, at + 1, last)
    return None


def _ends_source(page: Page, at: int, first: int) -> bool:
    if page.form(at) == "." and page.is_one_of(at - 1, "abbreviations"):
        return False
    if page.form(at) in _HARD_STOPS or page.is_one_of(at, "that_words") or page.is_one_of(at, "relatives"):
        return True
    if page.is_one_of(at, "finite") or page.tokens[at].sort == NUMBER or page.dates.between(at, at + 1):
        return True
    if page.lexicon.language == "ar" and at > first + 1 and _opens_object(page, at):
        return True
    if page.is_one_of(at, "source_breaks"):
        return at > first and not _joins_names(page, at)
    return at > first and is_verb(page, at) and not page.is_capital(at)


def _is_quoted_name(page: Page, at: int) -> bool:
    """ "The organisation "Sanad for Rights"": marks around a name inside its noun phrase."""
    if page.form(at) not in _NAME_MARKS:
        return False
    over = page.quotations_over(page.span(at, at + 1))
    inner = [quote for _, quote in over if len(quote.inner) <= _NAME_CHARS]
    return bool(inner) and page.tokens[at - 1].sort == WORD


def _opens_object(page: Page, at: int) -> bool:
    """Arabic puts whom the speaker speaks of right behind the speaker: an armed group, or "this"."""
    spoken_for = page.is_one_of(at - 1, "names_for")
    return page.is_one_of(at, "determiners") or (bool(page.hits_in(at, at + 1, "group_heads")) and not spoken_for)


def _past_dates_back(page: Page, end: int) -> int:
    for item in page.dates.between(end - _DATE_TOKENS, end):
        if item.last == end:
            return item.first
    return end


def _hangs(page: Page, at: int) -> bool:
    return page.is_one_of(at, "date_small_words") or page.is_one_of(at, "period_words")


def _tidy(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """Without dates, prepositions, articles that hang at an end; None when no noun is left."""
    last = _past_dates_back(page, last)
    for item in page.dates.between(first - _DATE_TOKENS, first + 2):
        if item.first <= first + 1 and first < item.last < last:
            first = item.last
    while first < last and (page.tokens[first].sort == SIGN or page.is_one_of(first, "source_leads")):
        first += 1
    while last > first and (_hangs(page, last - 1) or page.form(last - 1) in ("(", "-", "'")):
        last -= 1
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD and not page.is_one_of(at, "determiners")]
    return (first, last) if words else None
