"""Joiners: whether "and", "while", "which" opens a claim of its own, or goes on with the one before it."""

from __future__ import annotations

from tawthiq.record.extract.clauses.counted_on import counts_together, harms_on, is_other_deed
from tawthiq.record.extract.clauses.goes_along import (
    denies_on,
    gives_figure,
    leaves_some,
    only_leads_to_saying,
    tells_of_others,
    tells_when,
)
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb
from tawthiq.record.extract.words.token import COMMAS, NUMBER, SIGN, WORD

_VERB_REACH = 9
_SPEAKERS_REACH = 13
_SHARED_TOKENS = 4
_SPEAKER_TOKENS = 7
_CUE_TOKENS = 5


def cut_at_joiner(page: Page, first: int, at: int, last: int) -> bool:
    """ "And", "while", "which": whether what follows tells something of others, of a rest, of a denial, or anew."""
    if any(page.is_one_of(at - 1, table) for table in ("with_leads", "have_words")):
        return False
    if _shares_passive(page, first, at) or _is_still_ahead(page, at) or _is_of_pair(page, at):
        return False
    if tells_of_others(page, first, at, last):
        return False
    if page.tokens[at + 1].sort == NUMBER and leaves_some(page, first, at, last):
        return True
    if tells_when(page, at, last):
        return False
    if denies_on(page, first, at, last):
        return True
    return _tells_anew(page, first, at, last)


def _is_of_pair(page: Page, at: int) -> bool:
    """ "Detained women and children removed from the area": two words said as one."""
    adult = page.is_one_of(at - 1, "paired_adults") and not page.is_number(at - 2)
    return adult and page.is_one_of(at, "list_joiners") and page.is_one_of(at + 1, "paired_children")


def _tells_anew(page: Page, first: int, at: int, last: int) -> bool:
    """A claim, or a subject with its verb, that neither leads to who says it nor shares subject, verb or count."""
    if only_leads_to_saying(page, first, at):
        return False
    if page.is_one_of(at, "with_words") and page.lexicon.language == "en" and not _brings_another(page, at):
        return False
    if _is_also_attributed(page, at) or counts_together(page, first, at):
        return False
    if _speak_together(page, first, at) or _shares_subject(page, first, at) or _joins_parties(page, first, at):
        return False
    if counts_on(page, first, at + 1, last) or harms_on(page, at, last):
        return False
    if page.tokens[at + 1].sort == NUMBER and is_other_deed(page, first, at, last):
        return not _shares_verb(page, at, last)
    if page.is_one_of(at, "with_words") and page.lexicon.language == "es":
        return _opens_with_claim(page, at + 1, last)
    return _opens_with_claim(page, at + 1, last) or has_subject_and_verb(page, at + 1, last)


def counts_on(page: Page, first: int, at: int, last: int) -> bool:
    """ "; seven boys and five girls died", "and one was 8": a number that goes on about what was just told."""
    counted = any(item.first <= at + 1 for item in page.quantities.between(at - 1, at + 2))
    unread = any(number.first in (at, at + 1) for number in page.unread)
    worded = page.is_one_of(at, "one_words")
    end = told_end(page, at, last)
    if not (counted or unread or worded) or page.hits_in(at, end, "limits", "relief", "cues", "groups", "group_heads"):
        return False
    shared = any(item.rule in ("percent", "share", "fraction") for item in page.quantities.between(at - 1, at + 2))
    return not shared and not is_other_deed(page, first, at, last)


def told_end(page: Page, at: int, last: int) -> int:
    """ "Dont cinq filles, a déclaré Amal Watch": the comma in front of who says so, which tells nothing of its own."""
    comma = next((here for here in range(at, last) if page.form(here) in COMMAS), last)
    reach = _CUE_TOKENS if page.is_one_of(comma + 1, "have_words") else 2
    said = page.hits_in(comma + 1, min(comma + reach, last), "cues")
    return comma if any(hit.code in ("say", "prep", "unnamed") for hit in said) else last


def _is_also_attributed(page: Page, at: int) -> bool:
    """ "Were verified and attributed to": one passive voice, one claim."""
    passive = any(page.is_one_of(here, "passive_words") for here in range(at - 3, at))
    return passive and page.hit_at(at + 1, "by_party") is not None


def _shares_subject(page: Page, first: int, at: int) -> bool:
    """ "Saw that pupils and teachers had died", ", in which a nurse and two boys died": the words behind "that" or
    "which" still wait for their verb."""
    opens = [here for here in range(first + 1, at) if page.is_one_of(here, "that_words") or _is_led_which(page, here)]
    return (
        page.is_one_of(at, "list_joiners")
        and bool(opens)
        and opens[-1] + 1 < at
        and not has_verb(page, opens[-1] + 1, at)
    )


def _joins_parties(page: Page, first: int, at: int) -> bool:
    """ "Reports the army and KLF took boys", "said that the rebels and the police had": two who did it, as no verb
    stands behind the news of it."""
    if page.lexicon.language != "en" or not page.is_one_of(at, "list_joiners"):
        return False
    start = at
    while start > first and (page.is_capital(start - 1) or _is_of_party(page, start - 1, at)):
        start -= 1
    named = start < at - int(page.is_one_of(at - 1, "determiners"))
    told = page.is_one_of(start - 1, "alleging_nouns") or page.is_one_of(start - 1, "that_words")
    return named and (told or any(hit.last == start for hit in page.hits_in(start - 2, start, "cues")))


def _is_of_party(page: Page, at: int, last: int) -> bool:
    """A word of a sort of armed men, its article, what tells of which sort."""
    if page.is_one_of(at, "determiners") or page.is_one_of(at, "group_qualities"):
        return True
    return any(hit.first <= at < hit.last <= last for hit in page.hits_in(at - 2, at + 1, "groups"))


def _is_led_which(page: Page, at: int) -> bool:
    return page.is_one_of(at, "loose_relatives") and page.is_one_of(at - 1, "place_preps")


def _speak_together(page: Page, first: int, at: int) -> bool:
    """ "Ten were taken, an official and residents said"; "the task force on monitoring and reporting": one speaker."""
    if any(hit.first < at < hit.last for hit in page.hits_in(max(first, at - 6), at, "back_sources", "officials")):
        return True
    if any(hit.last == at for hit in page.hits_in(at - 1, at, "cues")) and page.hit_at(at + 1, "cues") is not None:
        return not _denies_it(page, at)
    comma = next((here for here in range(at - 1, first, -1) if page.form(here) in COMMAS), None)
    if comma is None or at - comma > _SPEAKERS_REACH or has_verb(page, comma, at):
        return False
    people = page.hits_in(comma + 1, at, "officials", "witnesses", "back_sources")
    named = any(page.is_capital(here) for here in range(comma + 1, at))
    said = page.hits_in(at + 1, at + _SPEAKER_TOKENS, "cues")
    return (bool(people) or named) and any(hit.code == "say" and not has_verb(page, at + 1, hit.first) for hit in said)


def _denies_it(page: Page, at: int) -> bool:
    """ "Ellas lo niegan y acusan a la Guardia": what is denied in front of its verb, then another blamed."""
    denied = any(hit.entry.more.get("denial") == "yes" for hit in page.hits_in(at - 1, at, "cues"))
    return denied and page.is_one_of(at - 2, "objects_before") and page.hit_at(at + 1, "by_party") is not None


def _brings_another(page: Page, at: int) -> bool:
    """ "Taken in Damascus, with residents fleeing", "with Isis boasting that"; not "trucks with flour were"."""
    named = page.is_capital(at + 1) or page.is_one_of(at + 1, "determiners")
    shared = any(item.rule in ("share", "percent", "fraction") for item in page.quantities.between(at + 1, at + 5))
    left = any(page.is_one_of(here, "missing_words") for here in range(at + 1, at + _VERB_REACH))
    return (page.form(at - 1) == "," or named) and (left or not shared)


def _shares_passive(page: Page, first: int, at: int) -> bool:
    """ "Had been given a rifle and told to guard the camp": two participles behind one "been"."""
    if not page.is_one_of(at, "list_joiners") or not page.is_one_of(at + 1, "shared_participles"):
        return False
    return any(page.is_one_of(here, "passive_words") for here in range(first, at))


def _is_still_ahead(page: Page, at: int) -> bool:
    """ "Had yet to be identified": no "yet" that turns to something else."""
    return page.is_one_of(at, "not_yet") and page.is_one_of(at + 1, "infinitive_marks")


def _shares_verb(page: Page, at: int, last: int) -> bool:
    """ "17 children were killed and 40 injured": the second participle has no verb of its own."""
    acts = page.hits_in(at, last, "violations")
    between = range(at + 2, acts[0].first) if acts else range(0)
    short = bool(acts) and acts[0].first - at <= _SHARED_TOKENS
    own = any(page.is_one_of(here, "finite") or page.is_one_of(here, "passive_words") for here in between)
    return short and not own


def _opens_with_claim(page: Page, at: int, last: int) -> bool:
    """ "and shows them taking aim", "with 17 verified cases", "with the group boasting that"."""
    cue = page.hit_at(at, "cues")
    if cue is not None and cue.code in ("show", "say") and at + 2 < last:
        return True
    if page.is_one_of(at - 1, "with_words"):
        counted = any(item.first <= at + 1 < item.last for item in page.quantities.between(at - 1, at + 6))
        boasting = any(hit.code == "say" for hit in page.hits_in(at, min(at + 5, last), "cues"))
        return (counted and page.form(at - 2) == ",") or boasting
    return False


def has_subject_and_verb(page: Page, at: int, last: int) -> bool:
    """A noun, then a finite verb, with no stop, relative word or comma between."""
    nouns = 0
    for here in range(at, min(at + _VERB_REACH, last)):
        token = page.tokens[here]
        if token.form == "(" and page.tokens[min(here + 1, last - 1)].sort == NUMBER:
            return False
        if token.sort == SIGN and token.form not in ("-", "'", "(", ")", '"', "“", "”"):
            return False
        if page.is_one_of(here, "relatives") or (page.is_one_of(here, "clause_starts") and nouns):
            return False
        if nouns and page.is_one_of(here, "subordinators"):
            return False
        if page.is_one_of(here, "gerunds"):
            return False
        if is_verb(page, here) or gives_figure(page, here):
            return nouns > 0
        if (
            token.sort == WORD
            and not page.is_one_of(here, "determiners")
            and not page.is_one_of(here, "small_words")
            and not page.is_one_of(here, "adverbs")
        ):
            nouns += 1
        if token.sort == NUMBER and page.form(here + 1) and page.tokens[here + 1].sort == WORD:
            nouns += int(not page.hits_in(here + 1, here + 2, "participles") and not is_verb(page, here + 1))
    return False
