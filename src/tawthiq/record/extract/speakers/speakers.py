"""Speakers: the tokens that name the source before a cue, or behind it where the verb comes first."""

from __future__ import annotations

from bisect import bisect_left

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.apposed import is_name, is_office, quoted_name_start
from tawthiq.record.extract.phrases.cue_words import introduces, past_besides
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS, SOURCE_TOKENS, is_dash, is_plain_noun
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.speakers.arabic_starts import only_turns
from tawthiq.record.extract.speakers.circumstances_behind import past_manner
from tawthiq.record.extract.speakers.no_speakers import is_accused
from tawthiq.record.extract.speakers.reports_that import report_that
from tawthiq.record.extract.speakers.shared_subjects import could_speak, is_hung_on, shared_subject, subject_hung_on
from tawthiq.record.extract.speakers.speaker_opens import opens_speaker, opens_with_verb
from tawthiq.record.extract.speakers.speakers_before import source_before
from tawthiq.record.extract.speakers.speakers_behind import closes_insertion, is_who_did, source_after
from tawthiq.record.extract.speakers.told_to import behind_told_to
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, WORD

_HAD_TOKENS = 2
_HAD_REACH = 20
_CUE_TOKENS = 3
_BLAMED_TOKENS = 12
_TITLE_CHARS = 60


def subject_of(page: Page, hit: Hit, first: int, last: int) -> tuple[tuple[int, int] | None, bool]:
    """(tokens of the source, whether it stands behind the verb)."""
    if page.lexicon.data.get("verb_first") and (had := _had_told(page, hit, first)) is not None:
        return had, False
    if (shown := _of_pictures(page, hit, first)) is not None:
        return shown, True
    if (inside := _within_cue(page, hit)) is not None:
        return inside, False
    if (said := _joined_pronoun(page, hit)) is not None:
        return said, True
    if (report := report_that(page, hit.first)) is not None:
        return report, False
    if is_hung_on(page, hit):
        return subject_hung_on(page, hit), False
    if _comes_behind(page, hit, first) and not _takes_object(page, hit):
        right = source_after(page, past_comma_date(page, hit.last), last)
        if right is not None and page.form(hit.first).startswith("و") and is_accused(page, hit, *right):
            return None, False
        if right is not None and not _is_object(page, hit, right, first):
            return right, True
    if page.lexicon.data.get("drops_subjects") and _is_joined(page, hit):
        return None, False
    left = source_before(page, hit.first, first) or _parsed_subject(page, hit)
    if left is not None and only_turns(page, *left):
        right = source_after(page, hit.last, last)
        return right, right is not None
    if left is not None:
        return behind_told_to(page, hit, left, last) or (left, False)
    if (shared := shared_subject(page, hit, first)) is not None:
        return shared, False
    if page.form(hit.first - 1) not in COMMAS:
        return None, False
    right = source_after(page, hit.last, last)
    if right is not None and page.lexicon.language == "en" and _is_charge(page, *right):
        return None, False
    return right, right is not None


def _is_joined(page: Page, hit: Hit) -> bool:
    """ "..., وزعمت أن": "and" tied to the verb behind a comma; nobody in front of the comma is its subject."""
    told = introduces(page, hit) or page.is_one_of(hit.last + 1, "that_words")
    return page.form(hit.first).startswith("و") and page.form(hit.first - 1) in COMMAS and told


def _takes_object(page: Page, hit: Hit) -> bool:
    """ "Le préfet, le colonel Sanz, a donné un bilan de": what is given stands behind, no speaker."""
    return hit.last - hit.first > 2 and page.is_one_of(hit.last - 1, "of_words")


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
    told = page.is_one_of(hit.first - 1, "already_words") or (source is not None and source[1] >= hit.first - 1)
    return source if told else None


def _of_pictures(page: Page, hit: Hit, first: int) -> tuple[int, int] | None:
    """ "تداول ناشطون صورا قالوا إنها": Arabic says right behind the pictures what those who spread them say of them."""
    shown = page.lexicon.data.get("verb_first") and page.hits_in(hit.first - 2, hit.first, "media")
    spread = page.hits_in(first, hit.first, "cues") if shown else []
    published = [one for one in spread if one.code == "publish"]
    return source_after(page, published[-1].last, shown[0].first) if shown and published else None


def _within_cue(page: Page, hit: Hit) -> tuple[int, int] | None:
    """ "تلقت البعثة بلاغات", "حملت البعثة الجيش المسؤولية": who was told, who holds whom responsible, stands between
    the verb and what reached him."""
    if page.lexicon.language != "ar" or hit.last - hit.first < _CUE_TOKENS:
        return None
    if page.hits_in(hit.last - 1, hit.last, "reports", "units") or page.is_one_of(hit.last - 1, "doer_unknown"):
        return source_after(page, hit.first + 1, hit.last - 1)
    if hit.entry.more.get("denial") == "yes":
        denied = (at for at in range(hit.first + 2, hit.last) if _is_what_is_denied(page, at))
        return source_after(page, hit.first + 1, next(denied, hit.last - 1))
    inside = page.is_one_of(hit.first, "many_meanings") or page.is_one_of(hit.last - 1, "duty_words")
    return source_after(page, hit.first + 1, hit.last - 1) if inside else None


def _is_what_is_denied(page: Page, at: int) -> bool:
    """ "ذلك", "التقارير", "الاتهامات"."""
    words = page.is_one_of(at, "determiners") or page.is_one_of(at, "verbal_objects")
    return words or bool(page.hits_in(at, at + 1, "reports", "units"))


def _is_object(page: Page, hit: Hit, right: tuple[int, int], first: int) -> bool:
    """ "The envoy, Ana Ruiz, called the attack an outrage": no speaker behind the verb, and one in front of it; or the
    sentence goes on behind the words."""
    if follows_quotation(page, hit.first):
        return False
    if page.form(hit.first - 1) == "-" or (page.form(right[1]) == "." and is_plain_noun(page, *right)):
        return False
    if page.lexicon.language == "en":
        return _is_charge(page, *right)
    left = source_before(page, hit.first, first)
    if page.lexicon.language == "fr":
        return left is not None and could_speak(page, *left) and _is_charge(page, *right)
    if page.lexicon.language != "es" or could_speak(page, *right):
        return False
    told = left is not None and any(page.is_one_of(at, "to_whom") for at in range(left[0] - 2, left[0]))
    return (left is not None and not told and could_speak(page, *left)) or page.form(right[1]) not in HARD_STOPS


def _is_charge(page: Page, first: int, last: int) -> bool:
    """ "A imputé cet enlèvement au Front", "a démenti les accusations": of what is spoken, nobody who speaks."""
    pointed = page.is_one_of(first - 1, "this_words") or page.is_one_of(first, "this_words")
    told = page.hits_in(first, min(first + 2, last), "violations", "harm_back")
    tables = ("charge_words", "number_nouns", "death_nouns")
    head = first + int(page.is_one_of(first, "determiners"))
    return pointed or bool(told) or any(page.is_one_of(head, table) for table in tables)


def _comes_behind(page: Page, hit: Hit, first: int) -> bool:
    """True when the speaker is looked for behind the verb before anywhere else."""
    if page.lexicon.data.get("verb_first", False):
        return not _subject_stands_before(page, hit, first)
    if follows_quotation(page, hit.first) and not _follows_quoted_name(page, hit.first, first):
        return True
    if page.lexicon.language == "en":
        inverted = page.form(hit.first - 1) == "," and page.is_one_of(hit.first, "inverting_words")
        inverted = inverted and page.form(hit.last) != "," and not page.is_one_of(hit.last, "prepositions")
        inverted = inverted and not closes_insertion(page, hit.first - 1, first)
        return inverted and (_is_parenthesis(page, hit) or is_who_did(page, hit.last))
    told = _follows_comma(page, hit, first) and not _accuses(page, hit)
    return denies_which(page, hit) or told or opens_with_verb(page, hit, first)


def _accuses(page: Page, hit: Hit) -> bool:
    """ "Le ministre, Paul Kamb, a accusé les rebelles d'utiliser": behind a verb of blame stands who is blamed."""
    blames = bool(page.hits_in(hit.first, hit.last, "by_party"))
    reach = range(hit.last + 1, min(hit.last + _BLAMED_TOKENS, len(page.tokens)))
    return blames and any(page.is_one_of(at, "infinitive_leads") for at in reach)


def denies_which(page: Page, hit: Hit) -> bool:
    """ ", ce que nie l'armée", ", lo que niega el Ejército": who denies stands behind the verb."""
    denial = hit.entry.more.get("denial") == "yes" and page.is_one_of(hit.first - 1, "that_words")
    return denial and page.form(hit.first - 3) in COMMAS and opens_speaker(page, hit.last)


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
    if start == at and page.form(at - 1) in COMMAS and (opening := _before_insertion(page, at, first)) is not None:
        start = opening
    opens = page.form(start)
    if start >= at or page.is_one_of(start, "source_leads") or page.is_one_of(start, "source_breaks"):
        return False
    return not opens.startswith(("لل", "بال", "كال")) and not page.is_one_of(start, "subordinators")


def _before_insertion(page: Page, at: int, first: int) -> int | None:
    """ "المتحدث باسم الحركة، آدم الزاكي، نفى": where the subject begins whose name stands between commas."""
    comma = next(
        (here for here in range(at - 2, max(first, at - SOURCE_TOKENS), -1) if page.form(here) in COMMAS), None
    )
    if comma is None or any(is_verb(page, here) for here in range(first, at)):
        return None
    return first if is_office(page, first, first + 1) and not page.form(first).startswith("و") else None


def _follows_comma(page: Page, hit: Hit, first: int) -> bool:
    """ ", a annoncé le gouverneur": French and Spanish put the speaker last, behind what was said."""
    before = hit.first - 1
    behind = past_comma_date(page, hit.last)
    before = past_besides(page, before)
    if page.is_one_of(hit.last, "that_words") or page.form(behind) in (":", ","):
        return False
    while before > first and (page.is_one_of(before, "finite") or page.is_one_of(before, "adverbs")):
        before -= 1
    if page.form(before) not in (",", "-") or not opens_speaker(page, behind):
        return False
    if closes_insertion(page, before, first):
        return False
    told = any(is_verb(page, at) for at in range(first, before)) or page.is_one_of(first, "prepositions")
    return told or _is_parenthesis(page, hit)


def past_comma_date(page: Page, at: int) -> int:
    """ ", a dénoncé, hier, la Ligue": past the day between its commas, past the manner."""
    if (told := past_manner(page, at)) > at:
        return told
    if page.form(at) != ",":
        return at
    days = [item for item in page.dates.between(at + 1, at + 3) if page.form(item.last) == ","]
    return days[0].last + 1 if days else at


def _is_parenthesis(page: Page, hit: Hit) -> bool:
    """ "Dos, dice la Consejería, murieron": a comma closes behind the speaker, the sentence goes on; or it ends, where
    the words between name people or a body."""
    for at in range(hit.last + 1, min(hit.last + SOURCE_TOKENS, len(page.tokens))):
        if is_dash(page, at):
            return page.form(hit.first - 1) == "-"
        if page.form(at) in HARD_STOPS:
            bodies = any(page.is_one_of(here, "bodies_words") for here in range(hit.last, at))
            reports = bool(page.hits_in(hit.last, at, "reports"))
            named = page.form(at) == "." and page.is_capital(at - 1) and page.is_one_of(hit.last, "determiners")
            named = named or page.form(hit.last) == "@" or is_name(page, hit.last, at)
            named = named or (page.form(at) == "." and is_plain_noun(page, hit.last, at))
            return page.form(at) == "," or bodies or reports or named or is_office(page, hit.last, at)
        if is_verb(page, at):
            return False
    return False


def follows_quotation(page: Page, at: int) -> bool:
    """ "», a déclaré": past auxiliaries and commas back to a closing mark."""
    for here in range(at - 1, max(-1, at - 6), -1):
        if page.form(here) in ("”", '"', "»", "'"):
            over = page.quotations_over(page.span(here, here + 1))
            closed = [item for _, item in over if item.outer.end == page.tokens[here].end]
            return any(not _is_title(page, item.outer) for item in closed)
        if page.form(here) not in (",", "،", ".") and not page.is_one_of(here, "finite"):
            return False
    return False


def _follows_quoted_name(page: Page, at: int, first: int) -> bool:
    """ "The so-called "Free Column" says": a name between marks, led by a word of its own, no words of somebody's."""
    opening = quoted_name_start(page, at, first)
    if opening is None or opening <= first or page.tokens[opening - 1].sort != WORD:
        return False
    named = page.is_capital(opening + 1) and page.is_capital(at - 2) and not is_verb(page, opening - 1)
    return named and not has_verb(page, opening, at)


def _is_title(page: Page, quotation: Span) -> bool:
    """ "A report by the Fund, "No Safe Desk", documents": what a report is called, behind its noun and a comma."""
    first = bisect_left(page.tokens, quotation.start, key=lambda token: token.start)
    last = bisect_left(page.tokens, quotation.end, key=lambda token: token.start)
    told = has_verb(page, first, last) and not page.is_capital(first + 2)
    led = page.form(first - 1) in COMMAS or page.is_one_of(first - 1, "titled_words")
    named = led and len(quotation) <= _TITLE_CHARS and not told
    return named and bool(page.hits_in(max(0, first - SOURCE_TOKENS), first - 1, "reports"))


def _parsed_subject(page: Page, hit: Hit) -> tuple[int, int] | None:
    """The subject as a parser sees it, where it stands before the verb."""
    own = page.grammar.subjects.get(hit.first) if page.grammar is not None else None
    return own if own is not None and own[1] <= hit.first else None
