"""Speakers behind a cue: the noun phrase that follows a verb of saying or "according to"."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.party_shapes import shaped_mentions
from tawthiq.record.extract.phrases.apposed import (
    alias_of,
    breaks_source,
    is_name,
    is_office,
    name_behind,
    office_with_name,
    quoted_name_end,
)
from tawthiq.record.extract.phrases.noun_phrases import (
    HARD_STOPS,
    SOURCE_TOKENS,
    is_dash,
    joins_names,
    tells_which_by_year,
    tidy,
)
from tawthiq.record.extract.phrases.relative_clauses import claims_to_be, clause_end, names_himself, tells_who
from tawthiq.record.extract.phrases.seats import is_seat
from tawthiq.record.extract.phrases.told_behind import (
    is_what_for,
    names_no_speaker,
    opens_charge,
)
from tawthiq.record.extract.phrases.verbs import is_finite, is_verb
from tawthiq.record.extract.speakers.arabic_ends import ends_arabic
from tawthiq.record.extract.speakers.arabic_starts import alias_behind, named_before_that, opens_no_speaker
from tawthiq.record.extract.speakers.circumstances_behind import is_initial, past_circumstances
from tawthiq.record.extract.speakers.speaker_opens import before_article
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_BRACKET_TOKENS = 10
_ALIAS_TOKENS = 10


def source_after(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """The noun phrase behind a cue; where a name explains it behind a comma, the name."""
    if is_what_for(page, at):
        return None
    at = past_circumstances(page, at, last)
    last = before_article(page, at, last)
    if not page.lexicon.heads_last and (shaped := shaped_mentions(page, at, last)) and shaped[0].first == at:
        return at, quoted_name_end(page, shaped[0].last, last) or shaped[0].last
    if page.is_one_of(at, "not_speakers") or page.is_one_of(at, "manner_words") or names_no_speaker(page, at, last):
        return None
    if opens_no_speaker(page, at):
        return None
    if (bracketed := in_brackets(page, at, last)) is not None:
        return bracketed
    quoted = quoted_name_end(page, at, last)
    if quoted is not None:
        return at + 1, quoted - 1
    end = at
    while end < last and end - at < SOURCE_TOKENS:
        past = quoted_name_end(page, end, last)
        if past is None and _ends_source(page, end, at):
            break
        end = past or end + 1
    if (named := alias_behind(page, end, last) or named_before_that(page, at, end, last)) is not None:
        return named
    end = office_with_name(page, at, end, last)
    if end == at + 1 and page.is_one_of(at, "celui_words") and page.is_one_of(end, "relatives"):
        end = _past_relative(page, end, last)
    if tells_who(page, at, end, stop := clause_end(page, end, last)):
        return tidy(page, at, stop)
    if page.form(end) == "," and page.lexicon.language != "ar":
        near = range(end + 1, min(end + _ALIAS_TOKENS, last))
        stop = next((here for here in near if page.form(here) in HARD_STOPS), near.stop)
        alias = alias_of(page, end + 1, stop)
        if alias is not None and is_office(page, at, end) and not page.lexicon.data.get("names_offices"):
            return alias
    return _publisher(page, at, end, last) or name_behind(page, at, end, last) or tidy(page, at, end)


def is_who_did(page: Page, at: int) -> bool:
    """ ", said a woman who fled": behind the verb a noun phrase and what its person did."""
    near = range(at + 1, min(at + SOURCE_TOKENS, len(page.tokens)))
    stop = next((here for here in near if page.form(here) in HARD_STOPS or is_verb(page, here)), 0)
    who = next((here for here in near if page.is_one_of(here, "relatives")), 0)
    opens = page.is_one_of(at, "indefinite") or page.is_one_of(at, "determiners") or page.is_capital(at)
    return 0 < who < stop and (opens or page.form(at) in page.lexicon.number_words or bool(_people(page, at)))


def closes_insertion(page: Page, comma: int, first: int) -> bool:
    """ "A nurse, who was not allowed to speak to the press, said", "Lena Marr, a nurse, said", "le maire, joint par
    téléphone, évoque": the comma before the verb closes what is told of whoever speaks."""
    opens = _comma_before(page, comma, first)
    if opens == first or any(is_verb(page, at) for at in range(first, opens)):
        return False
    if page.is_one_of(opens + 1, "relatives") or page.is_one_of(opens + 1, "contacted_words"):
        return True
    start = _comma_before(page, opens, first)
    start += int(page.form(start) in COMMAS)
    led = page.is_one_of(opens + 1, "indefinite") or page.is_one_of(opens + 1, "determiners")
    told = led or is_name(page, opens + 1, comma) or bool(_people(page, opens + 1))
    named = is_name(page, start, opens) or is_office(page, start, opens)
    return told and named and not any(is_verb(page, at) for at in range(opens + 1, comma))


def _comma_before(page: Page, at: int, first: int) -> int:
    return next((here for here in range(at - 1, first, -1) if page.form(here) in COMMAS), first)


def _people(page: Page, at: int) -> list[Hit]:
    return page.hits_in(at, at + 2, "officials", "witnesses", "back_sources")


def in_brackets(page: Page, at: int, last: int) -> tuple[int, int] | None:
    """ "وثقت (شبكة الشاطئ)": Arabic sets a body's name in brackets where others quote it."""
    if page.lexicon.language != "ar" or page.form(at) != "(":
        return None
    end = next((here for here in range(at + 1, min(at + _BRACKET_TOKENS, last)) if page.form(here) == ")"), at)
    return (at + 1, end) if end > at + 1 else None


def _past_relative(page: Page, at: int, last: int) -> int:
    """ "Celles qui ont pu s'échapper et que nos équipes ont écoutées": up to the first joiner or comma."""
    end = at + 1
    while end < last and page.form(end) not in HARD_STOPS and not page.is_one_of(end, "list_joiners"):
        end += 1
    return end


def _publisher(page: Page, first: int, end: int, last: int) -> tuple[int, int] | None:
    """Of "a report published in May by the Lake Mission" who published it."""
    issued = next((at for at in range(first + 1, end + 1) if page.is_one_of(at, "issued_words")), None)
    if issued is not None and page.hits_in(first, end, "reports"):
        return source_after(page, issued + 1 + int(page.is_one_of(issued + 1, "from_words")), last)
    if page.is_one_of(end, "by_words") and page.hits_in(first, end, "reports"):
        return None if page.is_one_of(end - 1, "seen_words") else source_after(page, end + 1, last)
    if page.is_one_of(end, "relatives") and page.is_one_of(end + 1, "keeping_verbs"):
        return source_after(page, end + 2, last)
    if not page.hits_in(first, end, "reports") or page.is_one_of(end, "seen_words"):
        return None
    if not page.hits_in(end, end + 1, "cues", "violations", "participles"):
        return None
    for at in range(end, min(end + 7, last - 1)):
        if page.is_one_of(at, "by_words"):
            return source_after(page, at + 1, last)
    return None


def _ends_source(page: Page, at: int, first: int) -> bool:
    if page.form(at) == "." and (page.is_one_of(at - 1, "abbreviations") or is_initial(page, at - 1)):
        return False
    if (
        page.form(at) in HARD_STOPS
        or page.form(at) == "("
        or is_dash(page, at)
        or page.is_one_of(at, "that_words")
        or page.is_one_of(at, "relatives")
    ):
        return True
    if opens_charge(page, at) or (at > first and _shows(page, at)):
        return True
    verb = is_finite(page, at) and not page.form(at).startswith("ال")
    if tells_which_by_year(page, at):
        return False
    if verb or page.is_one_of(at, "infinitives_of_having") or page.dates.between(at, at + 1):
        return True
    if page.tokens[at].sort == NUMBER:
        if page.hits_in(at + 1, at + 3, "ages_after"):
            return False
        if page.is_one_of(at - 1, "numbered_heads"):
            return False
        return at > first or not page.hits_in(at + 1, at + 3, "witnesses", "officials", "units")
    if page.lexicon.language == "ar" and at > first and ends_arabic(page, at, first):
        return True
    if breaks_source(page, at):
        belongs = page.is_one_of(at, "belonging_preps") and not page.is_one_of(at + 1, "manner_nouns")
        belongs = belongs and (
            page.is_one_of(at - 1, "working_words") or (at == first + 1 and not page.form(first).startswith("ال"))
        )
        belongs = belongs or is_seat(page, first, at) or names_himself(page, at) or claims_to_be(page, first, at)
        return at > first and not belongs and not joins_names(page, at)
    return at > first and is_verb(page, at) and not page.is_capital(at)


def _shows(page: Page, at: int) -> bool:
    """ "Figures from the ministry show": what somebody gave or gathered tells it; who that was stands in front."""
    led = page.is_one_of(at - 1, "determiners") or page.is_one_of(at - 1, "indefinite")
    return page.is_one_of(at, "showing_verbs") and not (led or page.is_capital(at))


def released_by(page: Page, hit: Hit, first: int, last: int) -> tuple[int, int] | None:
    """ "Footage released by the Guard shows": who put out the medium in front of the participle."""
    shown = any(medium.last == hit.first for medium in page.hits_in(first, hit.first, "media"))
    told = [cue.first for cue in page.hits_in(hit.last, last, "cues") if cue.code == "show"]
    by = shown and page.is_one_of(hit.last, "by_words")
    return source_after(page, hit.last + 1, min([last, *told])) if by else None
