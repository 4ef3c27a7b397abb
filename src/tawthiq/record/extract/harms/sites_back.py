"""Sites referred back to: a school or hospital told before, which a pronoun or "five others" stands for."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.deeds import CODES
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit

_BACK_SENTENCES = 2
_HEAD_TOKENS = 4
_NAMED_SENTENCES = 5
_SUBJECT_TOKENS = 9
_OBJECT_TOKENS = 4
_AUXILIARIES = ("passive_words", "have_words", "adverbs")
_OPENING_QUOTES = ('"', "“", "«")
_DONE_TO_SITES = ("strike", "occupy", "use", "store")
_SITES = ("school", "hospital")


def site_harms(page: Page, clause: Clause) -> tuple[ViolationRef, ...]:
    """ "The Legion stormed it", "otras cinco siguen ocupadas": what was done to the site named last before."""
    if (noun := _noun_for_site(page, clause)) is not None:
        return _done_to_noun(page, clause, noun)
    if counted := _done_to_counted(page, clause):
        return counted
    pronouns = page.lexicon.data.get("objects_before") or page.lexicon.data.get("objects_behind")
    if page.hits_in(clause.first, clause.last, "targets") or not pronouns:
        return ()
    site = _site_before(page, clause)
    if site is None:
        return ()
    made = {
        code: ViolationRef(code, "", page.span(deed.first, deed.last))
        for deed in page.hits_in(clause.first, clause.last, "deeds")
        if (code := _done_to(deed, site)) and _is_meant(page, clause, deed, site)
    }
    return tuple(made.values())


def _done_to(deed: Hit, site: Hit) -> str | None:
    """The violation that a deed is where it is done to a building."""
    told = deed.code in _DONE_TO_SITES and site.code in _SITES
    return CODES[deed.code, site.code] if told else None


def _noun_for_site(page: Page, clause: Clause) -> int | None:
    """ "Prendieron fuego al edificio"; the building may stand right in front of the words said of it."""
    start = clause.first - 1 if page.form(clause.first - 1) in _OPENING_QUOTES else clause.first
    for at in range(max(0, start - 1), clause.last):
        if (
            page.is_one_of(at, "site_stand_ins")
            and not page.is_one_of(at + 1, "of_words")
            and (page.is_one_of(at - 1, "determiners") or page.form(at).startswith("ال"))
        ):
            return at
    return None


def _done_to_noun(page: Page, clause: Clause, noun: int) -> tuple[ViolationRef, ...]:
    """What was done to "the building", a school or hospital told of in the sentences before."""
    named = any(hit.code in _SITES for hit in page.hits_in(clause.first, clause.last, "targets"))
    site = None if named else _site_before(page, clause, _NAMED_SENTENCES)
    if site is None:
        return ()
    made = {}
    for deed in page.hits_in(clause.first, clause.last, "deeds"):
        passive = any(page.is_one_of(at, "passive_words") for at in range(noun, deed.first))
        behind = noun < deed.first <= noun + _SUBJECT_TOKENS and (passive or deed.entry.more.get("subject") == "yes")
        armed = deed.code not in ("use", "store") or bool(mentions_of(page, clause.first, clause.last))
        code = _done_to(deed, site) if armed and (behind or 0 <= noun - deed.last < _OBJECT_TOKENS) else None
        if code:
            made[code] = ViolationRef(code, "", page.span(deed.first, deed.last))
    return tuple(made.values())


def _done_to_counted(page: Page, clause: Clause) -> tuple[ViolationRef, ...]:
    """ "The district had nine schools. Seven have been hit": a bare number, and nobody told of who could be counted."""
    made = {}
    for deed in page.hits_in(clause.first, clause.last, "deeds"):
        at = _subject_of(page, clause, deed)
        site = None if at is None or not page.is_number(at) else _site_before_number(page, clause, at)
        code = _done_to(deed, site) if site is not None and not _differ(page, deed.first, site) else None
        if code:
            made[code] = ViolationRef(code, "", page.span(deed.first, deed.last))
    return tuple(made.values())


def _subject_of(page: Page, clause: Clause, deed: Hit) -> int | None:
    """The token right before "have been", "were" of what is done to it; None where the verb is active."""
    at, passive = deed.first - 1, False
    if any(page.denies(here) for here in range(clause.first, deed.first)):
        return None
    while at >= clause.first and any(page.is_one_of(at, table) for table in _AUXILIARIES):
        passive = passive or page.is_one_of(at, "passive_words")
        at -= 1
    return at if passive and at >= clause.first else None


def _site_before_number(page: Page, clause: Clause, at: int) -> Hit | None:
    """The site of this sentence or of those just before, where nobody was told since."""
    first = page.sentences[max(0, clause.sentence - 1)].first
    named = [hit for hit in page.hits_in(first, at, "targets") if hit.code in _SITES]
    people = any(hit.entry.more.get("victim") in ("child", "adult") for hit in page.hits_in(first, at, "units"))
    return named[-1] if named and not people else None


def _site_before(page: Page, clause: Clause, further: int = 0) -> Hit | None:
    """The last school or hospital in the sentences just before, within the paragraph; so many further back in any."""
    sentences = page.sentences
    number = clause.sentence
    near = [
        sentences[at]
        for at in range(max(0, number - (further or _BACK_SENTENCES)), number)
        if further or sentences[at].block == sentences[number].block
    ]
    first = near[0].first if near else sentences[number].first
    named = [hit for hit in page.hits_in(first, clause.first, "targets") if hit.code in ("school", "hospital")]
    return named[-1] if named else None


def _is_meant(page: Page, clause: Clause, deed: Hit, site: Hit) -> bool:
    rest = _rest_of(page, clause, deed)
    if rest is not None and deed.code == "strike" and _were_counted(page, clause, site, deed):
        return not _differ(page, rest, site)
    if page.lexicon.data.get("objects_behind"):
        return _is_done_to_it(page, clause, deed)
    if any(page.is_one_of(at, "celui_words") for at in range(deed.first - 3, deed.first)):
        return False
    at = deed.first - 1
    while page.is_one_of(at, "have_words") or page.form(at) == "'":
        at -= 1
    if page.is_one_of(at, "objects_before"):
        elided = page.form(at).endswith("'") or page.form(at + 1) == "'"
        return elided or _is_feminine(page, at) == _is_hers(page, site)
    return deed.code == "occupy" and rest is not None


def _rest_of(page: Page, clause: Clause, deed: Hit) -> int | None:
    """ "Two of them", "the other four": the word at the head of the clause that counts on, where no noun follows."""
    head = range(clause.first, min(clause.first + _HEAD_TOKENS, clause.last))
    tables = ("rest_words", "partitive_pronouns")
    rest = next((here for here in head if any(page.is_one_of(here, table) for table in tables)), None)
    denied = any(page.denies(here) for here in range(clause.first, deed.first))
    return None if denied or page.hits_in(clause.first, deed.first, "units") else rest


def _were_counted(page: Page, clause: Clause, site: Hit, deed: Hit) -> bool:
    """ "Six clinics have closed. The other four were looted": sites counted before, to some of which it was done."""
    counted = any(item.quantity.unit == site.code for item in page.quantities.between(site.first - 4, clause.first))
    done = ("passive_words", "clitics")
    return counted and any(page.is_one_of(at, table) for at in range(clause.first, deed.first + 1) for table in done)


def _differ(page: Page, at: int, site: Hit) -> bool:
    """ "Seis escuelas", "dos fueron atacados": a masculine word, and a site that is none."""
    return page.form(at).endswith(page.lexicon.endings("he_endings") or ("\0",)) and _is_hers(page, site)


def _is_hers(page: Page, site: Hit) -> bool:
    return _is_feminine(page, site.first)


def _is_done_to_it(page: Page, clause: Clause, deed: Hit) -> bool:
    """ "Soldiers have slept in it", "it is being used as a barracks"; no party, no barracks: a use like any other."""
    if deed.code in ("use", "store") and not mentions_of(page, clause.first, clause.last):
        return False
    if (at := _subject_of(page, clause, deed)) is not None and page.is_one_of(at, "site_pronouns"):
        return True
    subject = page.is_one_of(clause.first, "site_pronouns")
    passive = any(page.is_one_of(at, "passive_words") for at in range(clause.first + 1, deed.first))
    return page.is_one_of(deed.last, "objects_behind") or (subject and passive)


def _is_feminine(page: Page, at: int) -> bool:
    return page.form(at).endswith(page.lexicon.endings("feminine_endings"))
