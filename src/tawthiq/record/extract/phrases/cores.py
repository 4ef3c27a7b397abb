"""Cores: of the words in front of or behind a cue those that name who speaks."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.apposed import arabic_name, is_name, is_office, opens_compound
from tawthiq.record.extract.phrases.called_bodies import name_behind_office, name_of_body, person_of_body
from tawthiq.record.extract.phrases.relative_clauses import claims_to_be, tells_who
from tawthiq.record.extract.phrases.seats import is_seat
from tawthiq.record.extract.words.token import COMMAS, NUMBER, WORD


def core_of(page: Page, first: int, last: int) -> tuple[int, int]:
    """ "The administrator, Faustin Kamb" is Faustin Kamb; "a teacher who asked" a teacher."""
    if (
        page.lexicon.language == "en"
        and page.is_one_of(first, "celui_words")
        and page.is_one_of(first + 1, "relatives")
    ):
        return first, last
    first = _past_small(page, first, last)
    if page.is_one_of(first, "of_words") and first + 1 < last:
        first = _past_small(page, first + 1, last)
    first = _past_heads(page, first, last)
    handle = next((at for at in range(first, last - 1) if page.form(at) == "@"), None)
    if handle is not None:
        return handle, last
    named = _apposed(page, first, last)
    if named is not None:
        return named
    if arabic_name(page, first, last):
        return first, last
    first = name_behind_office(page, name_of_body(page, first, last), last)
    last = person_of_body(page, first, last)
    return first, _cut(page, first, last)


def _past_small(page: Page, first: int, last: int) -> int:
    at = first
    while (
        at < last - 1
        and not _are_the_writers(page, at, last)
        and (
            any(
                page.is_one_of(at, table)
                for table in ("determiners", "possessives", "source_relatives", "first_person", "same_words")
            )
        )
    ):
        one = page.is_one_of(at + 1, "of_words") and page.is_one_of(at, "one_words")
        if page.is_one_of(at, "both_words") or (one and page.is_one_of(last - 1, "partitive_pronouns")):
            break
        at += 1
    while at < last - 1 and page.is_one_of(at, "told_by"):
        at += 1
    named = page.is_one_of(at, "report_adjectives") and page.is_capital(at + 1) and at + 1 < last
    return at + int(named)


def _are_the_writers(page: Page, at: int, last: int) -> bool:
    """ "Our field teams", "my friend at the clinic": whose they are tells which; "our report" is a report."""
    return page.is_one_of(at, "writers_own") and not page.hits_in(at + 1, last, "reports")


def _past_heads(page: Page, first: int, last: int) -> int:
    """ "Most of the teenagers", "12 of the 15 nurses", "figures of the council", "l'ONG Yiriwa": who speaks stands
    behind the share, the figures, the sort of body."""
    if page.is_one_of(first, "generic_bodies") and page.is_capital(first + 1) and first + 1 < last:
        return first + 1
    arabic = page.lexicon.language == "ar"
    if page.is_one_of(first, "figures_of") and last - first > 1 and arabic and not _only_describes(page, first, last):
        return first + 1
    for at in range(first + 1, min(first + 5, last - 1)):
        if any(share.first <= at < share.last for share in page.hits_in(first, at + 1, "percent")):
            continue
        if not (page.is_one_of(at, "of_words") or page.is_one_of(at, "by_words") or page.is_one_of(at, "from_words")):
            continue
        start = _past_small(page, at + 1, last)
        counted = bool(page.hits_in(first, at, "vague", "shares", "percent", "fractions", "rounded"))
        counted = counted or (page.tokens[start].sort == NUMBER and not arabic and not _is_of_name(page, start + 1))
        one = page.is_one_of(first, "one_in") or page.lexicon.data.get("units", {}).get(page.form(first)) == 1
        if page.is_one_of(first, "figures_of") or (counted and not one):
            return start + (page.tokens[start].sort == NUMBER and start + 1 < last)
        return first
    return first


def _is_of_name(page: Page, at: int) -> bool:
    """ "De la 52 Brigada", "de 14 años": behind a number a name, an age; nobody is counted by it."""
    return page.is_capital(at) or bool(page.hits_in(at, at + 1, "ages_after"))


def _only_describes(page: Page, first: int, last: int) -> bool:
    """ "شهادات متطابقة": what they are like; "شهادات ناجية" has somebody whose they are."""
    plain = not page.hits_in(first + 1, last, "officials", "witnesses", "back_sources")
    return (
        plain and last - first == 2 and page.form(last - 1).endswith("ه") and not page.form(last - 1).startswith("ال")
    )


def _apposed(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """The name that stands behind a comma beside the office of its bearer; French and Spanish go by the office."""
    for at in range(first + 1, last - 1):
        if page.form(at) not in COMMAS:
            continue
        if page.lexicon.language == "ar":
            office = page.hits_in(at + 1, at + 2, "officials") and page.form(at + 1).startswith("ال")
            named = office and is_name(page, first, at) and not page.hits_in(first, at, "voices")
            named = named and (_is_titled(page, first) or not is_office(page, first, first + 1))
            return (first, at) if named else (at + 1, last)
        lower = page.tokens[at - 1].sort == WORD and not page.is_capital(at - 1)
        end = next((here for here in range(at + 1, last) if page.form(here) == ","), last)
        told = is_office(page, first, at) or lower
        if not (told and is_name(page, at + 1, end)):
            return None
        return (first, _cut(page, first, at)) if page.lexicon.data.get("names_offices") else (at + 1, end)
    return None


def _is_titled(page: Page, first: int) -> bool:
    """ "الدكتور ياسر": a title with a name; "المدير التنفيذي" and "رئيس البلدية" are offices."""
    return page.form(first).startswith("ال") and not page.form(first + 1).startswith("ال")


def _cut(page: Page, first: int, last: int) -> int:
    """Where circumstances of a plain noun begin; a name keeps all of its words."""
    last = next((at for at in range(first + 1, last) if _turns_to_writer(page, at, last)), last)
    named = page.is_capital(first) and any(page.is_capital(at) for at in range(first + 1, last))
    if named and not _opens_sentence(page, first):
        return last
    for at in range(first + 1, last):
        belongs = page.is_one_of(at, "belonging_preps") and not page.is_one_of(at + 1, "manner_nouns")
        belongs = belongs and (at == first + 1 or page.is_one_of(at - 1, "working_words"))
        belongs = belongs or (page.is_one_of(at, "from_words") and bool(page.hits_in(first, at, "reports")))
        if tells_who(page, first, at, last) or claims_to_be(page, first, at):
            return last
        belongs = belongs or _is_within_name(page, at, first) or is_seat(page, first, at)
        belongs = belongs or opens_compound(page, at)
        hyphened = page.form(at - 1) == "-" and page.tokens[at - 1].end == page.tokens[at].start
        if hyphened or page.tokens[at - 1].sort == NUMBER:
            continue
        if page.is_one_of(at, "source_circumstances") and not belongs:
            return at
    return last


def _turns_to_writer(page: Page, at: int, last: int) -> bool:
    """ "A nurse I trust", "the spokesman to me", "مصدر خاص لي", "الجيش من جهته": what ties who speaks to the text."""
    led = at + 1 < last and page.is_one_of(at, "me_leads") and page.is_one_of(at + 1, "me_words")
    led = led or (page.is_one_of(at, "of_words") and page.is_one_of(at + 1, "own_side"))
    return led or page.is_one_of(at, "me_words")


def _is_within_name(page: Page, at: int, first: int) -> bool:
    """ "El equipo de tareas en el país": the words that the list knows as one body's."""
    return any(hit.first <= at < hit.last for hit in page.hits_in(first, at, "back_sources"))


def _opens_sentence(page: Page, at: int) -> bool:
    """A plain noun with a capital because it begins its sentence."""
    if page.form(at - 1) not in ("", ".", ":", "!", "?", '"', "“", "«", "/", ")"):
        return False
    if page.lexicon.language == "en" and not page.is_capital(at + 1) and not page.is_one_of(at + 1, "name_links"):
        return page.tokens[at + 1].sort == WORD
    return is_office(page, at, at + 1) and not page.is_capital(at + 1)


def opens_plainly(page: Page, at: int) -> bool:
    """ "Hospital registers list", "School records show": a common noun with a capital because it opens its sentence."""
    return page.form(at - 1) in ("", ".", "!", "?") and (
        page.is_one_of(at, "bodies_words") or bool(page.hits_in(at, at + 1, "officials", "targets"))
    )
