"""Colons: who speaks in front of a colon, without a verb."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.handles import handle_end
from tawthiq.record.extract.phrases.noun_phrases import tidy
from tawthiq.record.extract.phrases.told_behind import is_act, is_definite
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.speakers.speakers_before import source_before
from tawthiq.record.extract.speakers.speakers_behind import source_after
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, WORD

_LEAD_TOKENS = 14
_NAME_TOKENS = 3
_OPENING = frozenset('"“«')
_CLOSING = frozenset('"”»')


def before_mark(page: Page, clauses: Sequence[Clause], hit: Hit, first: int, last: int) -> Attribution | None:
    """ "A hospital source: ten dead", "RT @name: ...": who speaks stands before the colon, without a verb."""
    first = _past_confirmed(page, _past_earlier_colon(page, hit.first, first))
    quoted = page.form(hit.last) in _OPENING
    if hit.first - first > _LEAD_TOKENS or last - hit.last < 3:
        return None
    covered = tuple(at for at, clause in enumerate(clauses) if clause.last > hit.last)
    handle = next((at for at in range(first, hit.first) if page.form(at) == "@"), None)
    people = page.hits_in(first, handle, "officials", "witnesses") if handle is not None else ()
    end = handle_end(page, handle) if handle is not None else 0
    if handle is not None and (end == hit.first or page.form(end) == "(") and covered and not people:
        return Attribution(hit, "say", Factuality.ATTRIBUTED, (handle, end), covered)
    source = _before_colon(page, hit, first, quoted=quoted)
    return Attribution(hit, "say", Factuality.ATTRIBUTED, source, covered) if covered and source else None


def _before_colon(page: Page, hit: Hit, first: int, *, quoted: bool) -> tuple[int, int] | None:
    """A verbless lead that names somebody; before a quotation also the subject of whatever verb leads it in."""
    end = next((at for at in range(first + 1, hit.first) if page.form(at) in ("(", "@")), hit.first)
    end = _before_manner(page, first, _before_telling(page, first, end))
    verb = next((at for at in range(first, end) if is_verb(page, at) or (quoted and _is_saying(page, at))), None)
    people = page.hits_in(first, hit.first, "officials", "witnesses", "back_sources", "voices")
    school = any(hit.code == "school" for hit in page.hits_in(first, first + 1, "targets"))
    if _is_motto(page, first, hit.first):
        return None
    if (school and not page.lexicon.heads_last) or page.is_one_of(first, "attention_words"):
        return None
    if verb is not None and page.is_one_of(verb, "talking_verbs") and page.is_one_of(verb + 1, "prepositions"):
        return source_after(page, verb + 2, end)
    if verb is not None:
        told = (people and people[0].first < verb) or _is_name_before(page, first, verb)
        return source_before(page, verb, first) if quoted and told else None
    if people and not quoted and any(one.first <= people[0].first for one in page.hits_in(first, end, "violations")):
        return None
    named = quoted and any(page.is_capital(at) and not _opens_text(page, at) for at in range(first, hit.first))
    if _names_agency(page, first, hit.first):
        return first, hit.first
    named = named or _is_body_alone(page, first, end)
    if not (people or named) or _counts(page, first, hit.first):
        return None
    return tidy(page, first, _end_of_people(page, people, end))


def _is_motto(page: Page, first: int, end: int) -> bool:
    """ ""Our Children Now": in May, ...", "Not Just Boys: ...": all of the lead between marks, or one that denies."""
    marked = (page.form(first) in _OPENING or page.form(first - 1) in _OPENING) and page.form(end - 1) in _CLOSING
    return page.lexicon.heads_last and (marked or page.is_one_of(first, "motto_leads"))


def _is_name_before(page: Page, first: int, verb: int) -> bool:
    """ "Sabo was blunt: “...”": nothing but a name in front of the verb, no place and no plain word."""
    words = range(first, verb)
    small = any(_opens_text(page, at) or page.is_one_of(at, "empty_subjects") for at in words)
    small = small or any(page.form(at) in page.lexicon.number_words for at in words)
    plain = page.hits_in(first, verb, "units", "targets", "vague", "months", "media") or page.places.between(
        first, verb
    )
    capitals = all(page.is_capital(at) for at in words)
    return page.lexicon.language == "en" and 0 < len(words) <= _NAME_TOKENS and capitals and not (small or plain)


def _counts(page: Page, first: int, end: int) -> bool:
    """ "Nine dead in Amra: ..."; "منظمة سند لحقوق الطفل", with its article, is nobody counted."""
    counted = page.quantities.between(first, end)
    return any(not (one.last == one.first + 1 and is_definite(page, one.first)) for one in counted)


def _is_body_alone(page: Page, first: int, end: int) -> bool:
    """ "غرفة طوارئ عمرة: مقتل طفلين", "الأمم المتحدة: ...": a body's name, and then what it tells as a noun."""
    if page.lexicon.language != "ar" or not (is_act(page, end + 1) or _counts(page, end + 1, end + 3)):
        return False
    return page.is_one_of(first, "bodies_words") or page.is_one_of(end - 1, "world_words")


def _names_agency(page: Page, first: int, end: int) -> bool:
    """ "Reuters: ...", "فرانس برس: ...", "UNICEF: ...": nothing but the name of who tells it."""
    tables = ("agency_names", "agency_parts", "world_words")
    return end > first and all(any(page.is_one_of(at, table) for table in tables) for at in range(first, end))


def _end_of_people(page: Page, people: Sequence[Hit], end: int) -> int:
    """ "UN monitors disagree: ...": what they do stands behind them; "a source in Kani: ..." is one phrase."""
    last = people[-1].last if people else end
    goes_on = any(page.is_one_of(last, table) for table in ("prepositions", "of_words", "determiners"))
    plain = last < end and page.tokens[last].sort == WORD and not page.is_capital(last)
    return last if plain and not goes_on and page.lexicon.language == "en" else end


def _before_telling(page: Page, first: int, end: int) -> int:
    """ "المتحدث باسم الكتائب كتب على صفحته: ": a verb of saying ends who speaks where no word list has it as a verb."""
    if page.lexicon.language != "ar":
        return end
    told = [
        hit for hit in page.hits_in(first + 1, end, "cues") if hit.code == "say" and not is_definite(page, hit.first)
    ]
    return told[0].first if told else end


def _before_manner(page: Page, first: int, end: int) -> int:
    """ "The spokesman, by message: ...", "le maire, par téléphone : ...": how it was said, behind a comma."""
    comma = next((at for at in range(first + 1, end) if page.form(at) in COMMAS), end)
    led = page.is_one_of(comma + 1, "prepositions") or page.is_one_of(comma + 1, "by_words")
    return comma if led else end


def _is_saying(page: Page, at: int) -> bool:
    """ "The teacher answers: ...": a verb of saying in whatever form the list of cues knows."""
    return any(hit.code == "say" and hit.last == at + 1 for hit in page.hits_in(at, at + 1, "cues"))


def _opens_text(page: Page, at: int) -> bool:
    """A plain word with a capital because it begins its sentence: "When asked, he shrugs: ..."."""
    small = ("subordinators", "determiners", "prepositions", "pronouns", "clause_starts", "source_leads")
    return any(page.is_one_of(at, table) for table in small)


def _past_confirmed(page: Page, first: int) -> int:
    """ "Confirmed by the hospital: ...": who speaks stands behind "by"."""
    said = page.hits_in(first, first + 1, "cues") and page.is_one_of(first + 1, "by_words")
    return first + 2 if said else first


def _past_earlier_colon(page: Page, at: int, first: int) -> int:
    """ "RT @name : the spokesman: ..."; "19h : a source: ...": what leads in begins behind the colon before."""
    return next((here + 1 for here in range(at - 1, first, -1) if page.form(here) == ":"), first)
