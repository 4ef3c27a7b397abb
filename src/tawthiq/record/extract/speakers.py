"""Speakers: the tokens that name the source before a cue, or behind it where the verb comes first."""

from __future__ import annotations

from tawthiq.record.extract.apposed import alias_of, is_name, is_office, quoted_name_start
from tawthiq.record.extract.cue_words import past_besides
from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.noun_phrases import HARD_STOPS, SOURCE_TOKENS, joins_names, past_dates_back, tidy
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.speakers_behind import in_brackets, source_after
from tawthiq.record.extract.token import NUMBER, WORD
from tawthiq.record.extract.verbs import is_verb

_HAD_TOKENS = 2
_HAD_REACH = 20
_CUE_TOKENS = 3


def subject_of(page: Page, hit: Hit, first: int, last: int) -> tuple[tuple[int, int] | None, bool]:
    """(tokens of the source, whether it stands behind the verb)."""
    if page.lexicon.data.get("verb_first") and (had := _had_told(page, hit, first)) is not None:
        return had, False
    if (inside := _within_cue(page, hit)) is not None:
        return inside, False
    if (said := _joined_pronoun(page, hit)) is not None:
        return said, True
    if _comes_behind(page, hit, first):
        right = source_after(page, past_comma_date(page, hit.last), last)
        if right is not None and not _is_object(page, hit, right, first):
            return right, True
    left = source_before(page, hit.first, first) or _parsed_subject(page, hit)
    if left is not None:
        return left, False
    if page.form(hit.first - 1) not in (",", "،"):
        return None, False
    right = source_after(page, hit.last, last)
    if page.lexicon.language == "en" and right is not None and is_verb(page, right[1]):
        return _behind_stray_comma(page, hit, first), False
    return right, right is not None


def _joined_pronoun(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "Dit-elle", "raconte-t-il": French ties the pronoun that speaks to its verb."""
    if page.form(hit.last) != "-" or not page.is_one_of(hit.last + 1, "pronouns"):
        return None
    last = hit.last + 2
    while page.form(last) == "-" and page.is_one_of(last + 1, "pronouns"):
        last += 2
    return hit.last + 1, last


def _had_told(page: Page, hit: Hit, first: int) -> tuple[int, int] | None:
    """ "وكان تقرير أممي صدر في آذار قد وثق": the speaker stands behind "had", before the verb of saying."""
    heads = [at for at in range(first, min(first + _HAD_TOKENS, hit.first - 1)) if page.is_one_of(at, "had_words")]
    if not heads or hit.first - heads[-1] > _HAD_REACH:
        return None
    source = source_after(page, heads[-1] + 1, hit.first)
    told = page.form(hit.first - 1) == "قد" or (source is not None and source[1] >= hit.first - 1)
    return source if told else None


def _within_cue(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "تلقت البعثة بلاغات": who was told stands between the verb and what reached him."""
    if page.lexicon.language != "ar" or hit.last - hit.first < _CUE_TOKENS:
        return None
    if page.hits_in(hit.last - 1, hit.last, "reports", "units"):
        return tidy(page, hit.first + 1, hit.last - 1)
    return source_after(page, hit.first + 1, hit.last - 1) if page.is_one_of(hit.first, "many_meanings") else None


def _behind_stray_comma(page: Page, hit: Hit, first: int) -> tuple[int, int] | None:
    """ "The director of the Fund (CFN), said ten were taken": a comma between who speaks and the verb."""
    return source_before(page, hit.first - 1, first)


def _is_object(page: Page, hit: Hit, right: tuple[int, int], first: int) -> bool:
    """ "The envoy, Ana Ruiz, called the attack an outrage": no speaker behind the verb, and one in front of it; or the
    sentence goes on behind the words."""
    if page.lexicon.language != "es" or follows_quotation(page, hit.first) or _could_speak(page, *right):
        return False
    left = source_before(page, hit.first, first)
    told = left is not None and any(page.is_one_of(at, "to_whom") for at in range(left[0] - 2, left[0]))
    return (left is not None and not told and _could_speak(page, *left)) or page.form(right[1]) not in HARD_STOPS


def _could_speak(page: Page, first: int, last: int) -> bool:
    """People, bodies, documents; a name with a capital inside its sentence; a pronoun."""
    if any(page.is_one_of(at, "told_nouns") for at in range(first, min(first + 2, last))):
        return False
    if page.hits_in(first, last, "officials", "witnesses", "back_sources", "voices", "reports", "groups", "party_back"):
        return True
    if any(page.is_one_of(at, "bodies_words") or page.is_one_of(at, "pronouns") for at in range(first, last)):
        return True
    return any(page.is_capital(at) and page.form(at - 1) not in (".", "") for at in range(first, last))


def _comes_behind(page: Page, hit: Hit, first: int) -> bool:
    """True when the speaker is looked for behind the verb before anywhere else."""
    if page.lexicon.data.get("verb_first", False):
        return not _subject_stands_before(page, hit, first)
    if follows_quotation(page, hit.first):
        return True
    if page.lexicon.language == "en":
        inverted = page.form(hit.first - 1) == "," and page.is_one_of(hit.first, "inverting_words")
        return inverted and page.form(hit.last) != "," and _is_parenthesis(page, hit)
    return page.lexicon.language in ("fr", "es") and _follows_comma(page, hit, first)


def _subject_stands_before(page: Page, hit: Hit, first: int) -> bool:
    """ "مدير الإغاثة صرّح للإذاعة", "صديقتي الممرضة تقول": where a noun opens the clause, Arabic may put it first."""
    at = hit.first
    while at > first and page.is_one_of(at - 1, "adverbs"):
        at -= 1
    start = at
    while start > first and at - start < SOURCE_TOKENS:
        named = quoted_name_start(page, start, first)
        if named is None and page.form(start - 1) in HARD_STOPS:
            break
        start = start - 1 if named is None else named
        if is_verb(page, start) or page.is_one_of(start, "clause_starts") or page.is_one_of(start, "that_words"):
            return False
    opens = page.form(start)
    if start >= at or page.is_one_of(start, "source_leads") or page.is_one_of(start, "source_breaks"):
        return False
    return not opens.startswith(("لل", "بال", "كال")) and not page.is_one_of(start, "subordinators")


def _follows_comma(page: Page, hit: Hit, first: int) -> bool:
    """ ", a annoncé le gouverneur": French and Spanish put the speaker last, behind what was said."""
    before = hit.first - 1
    behind = past_comma_date(page, hit.last)
    before = past_besides(page, before)
    if page.is_one_of(hit.last, "that_words") or page.form(behind) in (":", ","):
        return False
    while before > first and (page.is_one_of(before, "finite") or page.is_one_of(before, "adverbs")):
        before -= 1
    if page.form(before) not in (",", "-") or not _opens_speaker(page, behind):
        return False
    told = any(is_verb(page, at) for at in range(first, before)) or page.is_one_of(first, "prepositions")
    return told or _is_parenthesis(page, hit)


def past_comma_date(page: Page, at: int) -> int:
    """ ", a dénoncé, hier, la Ligue": past the day between its commas."""
    if page.lexicon.language != "fr" or page.form(at) != ",":
        return at
    days = [item for item in page.dates.between(at + 1, at + 3) if page.form(item.last) == ","]
    return days[0].last + 1 if days else at


def _is_parenthesis(page: Page, hit: Hit) -> bool:
    """ "Dos, dice la Consejería, murieron": a comma closes behind the speaker, the sentence goes on; or it ends, where
    the words between name people or a body."""
    for at in range(hit.last + 1, min(hit.last + SOURCE_TOKENS, len(page.tokens))):
        if page.form(at) in HARD_STOPS:
            bodies = any(page.is_one_of(here, "bodies_words") for here in range(hit.last, at))
            reports = bool(page.hits_in(hit.last, at, "reports"))
            named = page.form(at) == "." and page.is_capital(at - 1) and page.is_one_of(hit.last, "determiners")
            return page.form(at) == "," or bodies or reports or named or is_office(page, hit.last, at)
        if is_verb(page, at):
            return False
    return False


def _opens_speaker(page: Page, at: int) -> bool:
    """An article, a name, a date, somebody told: behind a verb these lead to who speaks."""
    tables = ("determiners", "indefinite", "to_whom", "tell_adverbs", "celui_words", "manner_words")
    if page.is_capital(at) or any(page.is_one_of(at, table) for table in tables):
        return True
    if page.form(at) == "@" or page.form(at) in page.lexicon.number_words or page.dates.between(at, at + 2):
        return True
    return bool(page.hits_in(at, at + 2, "officials", "witnesses", "back_sources"))


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
    if past_besides(page, end - 1) < end - 1:
        end -= 2
        while end > first and page.is_one_of(end - 1, "finite"):
            end -= 1
    end = past_dates_back(page, end)
    opens = _before_brackets(page, end, first)
    if page.is_one_of(opens - 1, "that_words") and (bracketed := in_brackets(page, opens, end)):
        return bracketed
    end = opens
    end = _before_relative(page, end, first)
    if end > first and page.form(end - 1) in (",", "،"):
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
    if end > first and page.is_one_of(end - 1, "source_leads"):
        return None
    start = end
    while start > first and end - start < SOURCE_TOKENS:
        named = quoted_name_start(page, start, first) if page.lexicon.language == "ar" else None
        if named is None and _breaks_source(page, start - 1):
            break
        start = start - 1 if named is None else named
        if page.is_one_of(start, "relatives") and not page.is_one_of(start, "that_words"):
            break
    return _named_in_front(page, start, end, first) or tidy(page, start, end)


def _named_in_front(page: Page, start: int, end: int, first: int) -> tuple[int, int] | None:
    """ "Peter Kamb, the Fund's envoy to Kesh told": who bears the office stands in front, no comma closes behind it."""
    if page.lexicon.language != "en" or page.form(start - 1) != "," or not is_office(page, start, end):
        return None
    name = start - 1
    while name > first and page.form(name - 1) not in HARD_STOPS and start - name < SOURCE_TOKENS:
        name -= 1
    return (name, start - 1) if is_name(page, name, start - 1) else None


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
        after_noun = page.lexicon.language == "es" and at > first and not is_verb(page, at - 1)
        if page.is_one_of(at, "relatives") and (after_noun or not page.is_one_of(at, "that_words")):
            inside = any(is_verb(page, here) or page.is_one_of(here, "finite") for here in range(at + 1, end))
            led = page.is_one_of(at - 1, "prepositions") and at - 1 > first
            return at - led if inside or page.is_one_of(at + 1, "finite") else end
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


def _rest_of_insertion(page: Page, end: int, first: int) -> int | None:
    """ "Three boys, aged 15, 16 and 17, described": the comma before "aged", where that belongs to the insertion."""
    start = end
    while start > first and page.form(start - 1) not in HARD_STOPS:
        start -= 1
    if start <= first or page.form(start - 1) not in (",", "،"):
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
    """ "Boys interviewed in the centre": a participle behind a plural noun is no verb of its clause."""
    participles = tuple(str(page.lexicon.data.get("said_participles", "")).split())
    if participles and page.is_one_of(at + 1, "by_words"):
        return page.words(at, at + 1).endswith(participles) and not page.is_one_of(at - 1, "passive_words")
    bare = page.form(at).endswith("ed") and not page.is_one_of(at, "finite")
    noun = at > 0 and page.tokens[at - 1].sort == WORD and page.form(at - 1).endswith("s")
    return page.lexicon.language == "en" and bare and noun and page.is_one_of(at + 1, "source_circumstances")


def _breaks_source(page: Page, at: int) -> bool:
    form = page.form(at)
    glued = form == "." and page.tokens[at - 1].end == page.tokens[at].start
    if glued and (page.is_one_of(at - 1, "abbreviations") or _is_letter(page, at - 1)):
        return False
    if any(share.first <= at < share.last for share in page.hits_in(at - 1, at + 1, "percent")):
        return False
    if form in HARD_STOPS or (is_verb(page, at) and not _is_reduced(page, at)):
        return True
    starts = page.is_one_of(at, "that_words") or page.is_one_of(at, "subordinators")
    joins = page.is_capital(at + 1) or joins_names(page, at) or _joins_nouns(page, at)
    return starts or (page.is_one_of(at, "clause_starts") and not joins)


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
