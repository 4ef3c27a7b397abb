"""Speakers in front of a verb: the noun phrase that names them, past what stands between."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.apposed import alias_of, is_name, is_office, quoted_name_start
from tawthiq.record.extract.phrases.cue_words import past_besides
from tawthiq.record.extract.phrases.noun_phrases import (
    HARD_STOPS,
    SOURCE_TOKENS,
    is_manner,
    joins_names,
    past_dates_back,
    tidy,
)
from tawthiq.record.extract.phrases.relative_clauses import leads_verb, names_himself, tells_who
from tawthiq.record.extract.phrases.told_behind import is_definite
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.speakers.came_out import before_release, of_interviews
from tawthiq.record.extract.speakers.participles import describes_people
from tawthiq.record.extract.speakers.speakers_behind import in_brackets, source_after
from tawthiq.record.extract.words.token import COMMAS, NUMBER, WORD

_SPOKEN_TOKENS = 5
_NICKNAME_TOKENS = 3


def source_before(page: Page, at: int, first: int) -> tuple[int, int] | None:
    """The noun phrase in front of a verb: past auxiliaries and adverbs, past one insertion between commas."""
    end = at
    while end > first and (_is_auxiliary(page, end - 1) or _is_adverb(page, end - 1) or _is_then(page, end - 1)):
        end -= 1
    if past_besides(page, end - 1) < end - 1:
        end -= 2
        while end > first and page.is_one_of(end - 1, "finite"):
            end -= 1
    end = before_release(page, _before_day(page, end, first), first)
    if (those := _those_who(page, end, first, at)) is not None:
        return those
    if (marked := _quoted_body(page, end, first)) is not None:
        return marked
    opens = _before_brackets(page, end, first)
    if page.is_one_of(opens - 1, "that_words") and (bracketed := in_brackets(page, opens, end)):
        return bracketed
    end = _before_spoken_to(page, _before_relative(page, opens, first), first)
    if end > first and page.form(end - 1) in COMMAS:
        opening = _past_insertion(page, end, first)
        alias = alias_of(page, opening + 1, end - 1)
        if alias is not None:
            return alias
        start = _office_before(page, opening, end - 1, first)
        if start is not None:
            return tidy(page, start, end - 1)
        end = opening
        while (earlier := _rest_of_insertion(page, end, first)) is not None:
            end = earlier
        opens, end = end, _before_relative(page, end, first)
    if end > first and page.is_one_of(end - 1, "source_leads"):
        return None
    start = end
    while start > first and end - start < SOURCE_TOKENS:
        named = quoted_name_start(page, start, first)
        if named is None and _breaks_source(page, start - 1):
            break
        start = start - 1 if named is None else named
        if page.is_one_of(start, "relatives") and not page.is_one_of(start, "that_words"):
            break
    if (told := _reports_given(page, at, start, end) or _of_verb_in_front(page, start, end)) is not None:
        return told
    tidied = tidy(page, start, end)
    if tidied is not None and page.is_one_of(tidied[0], "under_words"):
        return None
    if tidied is not None and page.lexicon.language == "ar":
        if page.is_one_of(tidied[0], "between_begin") or page.is_one_of(tidied[0], "date_since"):
            return None
        if page.is_one_of(tidied[0], "clause_starts"):
            return None
        tidied = _with_sort(page, _before_where(page, *tidied), first)
    if tidied is not None and tells_who(page, tidied[0], end, opens):
        return tidied[0], opens
    return _named_in_front(page, start, end, first) or of_interviews(page, tidied)


def _is_auxiliary(page: Page, at: int) -> bool:
    """A finite word; not the month of "in May said"."""
    named = page.is_capital(at) and page.form(at) in page.lexicon.data.get("months", {})
    return page.is_one_of(at, "finite") and not named


def _before_day(page: Page, end: int, first: int) -> int:
    """ "A boy taken by the Front in May said": the day that stands before the verb, with its preposition."""
    dated = past_dates_back(page, end)
    led = first + 1 < dated < end and page.is_one_of(dated - 1, "prepositions")
    return dated - 1 if led and page.tokens[dated - 2].sort == WORD else dated


def _quoted_body(page: Page, end: int, first: int) -> tuple[int, int] | None:
    """ "The so-called "Free Column" says": the name between the marks, where it is more than a nickname."""
    opening = quoted_name_start(page, end, first) if page.lexicon.language == "en" else None
    if opening is None or page.tokens[opening - 1].sort != WORD or not page.is_capital(opening + 1):
        return None
    return (opening + 1, end - 1) if end - opening > _NICKNAME_TOKENS and page.is_capital(end - 2) else None


def _reports_given(page: Page, cue: int, start: int, end: int) -> tuple[int, int] | None:
    """ "تلقى المكتب تقارير موثوقة تفيد": the reports say so, not who was given them; behind a comma whoever was given
    them goes on: "تلقت البعثة بلاغات عن مقتل طفلين، تحققت من"."""
    if page.lexicon.language != "ar":
        return None
    told = (at for at in range(end - 1, start, -1) if page.is_one_of(at, "alleging_nouns"))
    given = next((at for at in told if is_definite(page, at - 1) and not is_definite(page, at)), None)
    if given is None:
        return None
    return tidy(page, start, given) if page.form(cue - 1) in COMMAS else (given, given + 1)


def _of_verb_in_front(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """ "أدان الوزير الهجوم وقال": behind another verb of saying stands who speaks, then what he speaks of."""
    said = page.hits_in(start - 1, start, "cues") if page.lexicon.data.get("verb_first") else []
    return source_after(page, start, end) if any(hit.code == "say" and hit.last == start for hit in said) else None


def _before_where(page: Page, first: int, last: int) -> tuple[int, int]:
    """ "تجلس أم سمير أمام خيمتها وتروي": where somebody sits who speaks."""
    near = (
        at for at in range(first + 1, last) if page.is_one_of(at, "near_words") or page.is_one_of(at, "where_words")
    )
    return first, next(near, last)


def _with_sort(page: Page, source: tuple[int, int], first: int) -> tuple[int, int]:
    """ "قناة تابعة للتنظيم تقول": whose channel it is belongs to who speaks."""
    start = source[0] - 2
    owned = page.form(source[0]).startswith("ل") and page.is_one_of(source[0] - 1, "owned_words")
    return (start, source[1]) if owned and start >= first and page.tokens[start].sort == WORD else source


def _is_then(page: Page, at: int) -> bool:
    """ "L'armée avait alors parlé de": between "have" and its participle it opens no clause."""
    return page.is_one_of(at, "clause_starts") and page.is_one_of(at - 1, "have_words")


def _those_who(page: Page, end: int, first: int, verb: int) -> tuple[int, int] | None:
    """ "Those who returned described", "those who fled said": a pronoun that is nobody without its relative clause."""
    for at in range(end - 2, max(first, end - SOURCE_TOKENS) - 1, -1):
        if page.form(at) in HARD_STOPS:
            return None
        if page.is_one_of(at, "celui_words") and page.is_one_of(at + 1, "relatives"):
            return (at, min(max(end, at + 3), verb)) if is_verb(page, at + 2) else None
    return None


def _before_spoken_to(page: Page, end: int, first: int) -> int:
    """ "A nurse we spoke to says": the noun stands before those whom it spoke to."""
    near = range(end - 2, max(first, end - _SPOKEN_TOKENS), -1)
    told = (at for at in near if page.is_one_of(at, "pronouns") and is_verb(page, at + 1))
    return next((at for at in told if page.hits_in(at - 1, at, "officials", "witnesses")), end)


def _named_in_front(page: Page, start: int, end: int, first: int) -> tuple[int, int] | None:
    """ "Peter Kamb, the Fund's envoy to Kesh told", "Ana Dossi, l'une des responsables, qui a fui, dit": the name."""
    more = page.lexicon.language == "fr" and page.form(end) in COMMAS
    if not (page.lexicon.language == "en" or more) or page.form(start - 1) != "," or not is_office(page, start, end):
        return None
    name = start - 1
    while name > first and page.form(name - 1) not in HARD_STOPS and start - name < SOURCE_TOKENS:
        name -= 1
    loose = page.dates.between(name, start - 1) or page.is_one_of(name, "prepositions")
    loose = loose or page.is_one_of(name, "determiners")
    return (name, start - 1) if is_name(page, name, start - 1) and not loose else None


def _before_brackets(page: Page, end: int, first: int) -> int:
    """ "The abbot's nephew (trust him) says"."""
    if page.form(end - 1) != ")":
        return end
    return next((at for at in range(end - 2, max(first, end - SOURCE_TOKENS), -1) if page.form(at) == "("), end)


def _before_relative(page: Page, end: int, first: int) -> int:
    """ "A boy who escaped in March said": the noun stands before the relative clause."""
    for at in range(end - 1, max(first, end - SOURCE_TOKENS), -1):
        if page.form(at) in HARD_STOPS:
            return end
        after_noun = at > first and not is_verb(page, at - 1) and not _opens_what_is_said(page, at)
        if page.is_one_of(at, "relatives") and (after_noun or not page.is_one_of(at, "that_words")):
            inside = any(is_verb(page, here) or page.is_one_of(here, "finite") for here in range(at + 1, end))
            inside = inside or page.is_one_of(at + 1, "have_words") or (at + 1 < end and _is_past(page, at + 1))
            inside = inside or (at + 1 < end and leads_verb(page, at))
            told = inside or any(page.is_one_of(at + 1, table) for table in ("finite", "writer_words"))
            return _before_preposition(page, at, first) if told else end
    return end


def _is_past(page: Page, at: int) -> bool:
    """ "Drivers who used the road": behind "who" a word that elsewhere is no verb."""
    endings = page.lexicon.endings("told_endings")
    return page.is_one_of(at - 1, "telling_relatives") and bool(endings) and page.form(at).endswith(endings)


def _opens_what_is_said(page: Page, at: int) -> bool:
    """ "A démenti que des mineurs servent": behind a verb of saying "que" is no relative word."""
    told = (hit for hit in page.hits_in(max(0, at - 2), at, "cues") if hit.code == "say")
    return page.is_one_of(at, "that_words") and any(hit.last in (at, at + 1) for hit in told)


def _before_preposition(page: Page, at: int, first: int) -> int:
    """ "With whom", "con los que", "a la que": past the preposition, and the article, of a relative word."""
    led = at - 1 - page.is_one_of(at - 1, "determiners")
    if led > first and page.is_one_of(led, "prepositions"):
        return led
    return at - 1 if at - 1 > first and page.is_one_of(at - 1, "prepositions") else at


def _is_adverb(page: Page, at: int) -> bool:
    return (page.is_one_of(at, "adverbs") or is_manner(page, at)) and not page.is_in_handle(at)


def _past_insertion(page: Page, end: int, first: int) -> int:
    for here in range(end - 2, max(first, end - 26), -1):
        if page.form(here) in COMMAS:
            return here
    return end - 1


def _rest_of_insertion(page: Page, end: int, first: int) -> int | None:
    """ "Three boys, aged 15, 16 and 17, described": the comma before "aged", where that belongs to the insertion."""
    start = end
    while start > first and page.form(start - 1) not in HARD_STOPS:
        start -= 1
    if start <= first or page.form(start - 1) not in COMMAS:
        return None
    numbered = page.tokens[start].sort == NUMBER or bool(page.hits_in(start, start + 1, "ages_before", "ages_after"))
    return start - 1 if numbered or page.is_one_of(start, "relatives") else None


def _office_before(page: Page, opening: int, closing: int, first: int) -> int | None:
    """ "The administrator, Faustin Kamb, said": where the office begins whose bearer is named between commas."""
    if opening <= first or page.tokens[opening - 1].sort != WORD or not is_name(page, opening + 1, closing):
        return None
    start = opening
    while start > first and page.form(start - 1) not in HARD_STOPS and opening - start < SOURCE_TOKENS:
        start -= 1
    return start if is_office(page, start, opening) or not page.is_capital(opening - 1) else None


def _is_reduced(page: Page, at: int) -> bool:
    """ "Boys interviewed in the centre", "the 15 nurses interviewed said": a participle behind a plural noun is no verb
    of its clause."""
    participles = page.lexicon.endings("said_participles")
    if participles and page.is_one_of(at + 1, "by_words"):
        return page.words(at, at + 1).endswith(participles) and not page.is_one_of(at - 1, "passive_words")
    bare = page.form(at).endswith("ed") and not page.is_one_of(at, "finite")
    noun = at > 0 and page.tokens[at - 1].sort == WORD and page.form(at - 1).endswith("s")
    told = page.is_one_of(at, "source_circumstances") and bool(page.hits_in(at + 1, at + 2, "cues"))
    return bare and noun and (told or page.is_one_of(at + 1, "source_circumstances"))


def _breaks_source(page: Page, at: int) -> bool:
    form = page.form(at)
    glued = form == "." and page.tokens[at - 1].end == page.tokens[at].start
    if glued and (page.is_one_of(at - 1, "abbreviations") or _is_letter(page, at - 1)):
        return False
    if any(share.first <= at < share.last for share in page.hits_in(at - 1, at + 1, "percent")):
        return False
    if form != "-" and page.form(at - 1) == "-" and page.form(at + 1) == "-":
        return False
    if any(hit.last > at + 1 for hit in page.hits_in(at, at + 1, "witnesses")):
        return False
    if form in HARD_STOPS or (is_verb(page, at) and not (_is_reduced(page, at) or describes_people(page, at))):
        return True
    starts = page.is_one_of(at, "that_words") or page.is_one_of(at, "subordinators")
    starts = starts and not names_himself(page, at)
    joins = page.is_capital(at + 1) or joins_names(page, at) or _joins_nouns(page, at) or _works_with(page, at)
    return starts or (page.is_one_of(at, "clause_starts") and not joins)


def _works_with(page: Page, at: int) -> bool:
    """ "A social worker with the charity Open Gate", "a person familiar with the case"."""
    if page.is_one_of(at - 1, "close_words"):
        return True
    worker = page.hits_in(max(0, at - 3), at, "officials") if page.is_one_of(at, "with_words") else []
    return any(hit.last == at for hit in worker)


def _is_letter(page: Page, at: int) -> bool:
    """ "U.N.": a capital letter alone."""
    return page.is_capital(at) and page.tokens[at].end - page.tokens[at].start == 1


def _joins_nouns(page: Page, at: int) -> bool:
    """ "The monitoring and reporting task force": no verb stands before the "and" in its clause."""
    if not page.is_one_of(at, "list_joiners"):
        return False
    back = at - 1
    while back >= 0 and at - back < 12 and page.form(back) not in HARD_STOPS:
        if is_verb(page, back):
            return False
        back -= 1
    return at - back < 12
