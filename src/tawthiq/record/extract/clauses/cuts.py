"""Cuts: where one claim of a sentence ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.arabic_cuts import opens_behind_comma, opens_with_verb
from tawthiq.record.extract.clauses.counted_on import counts_together, harms_on, is_other_count, is_other_deed
from tawthiq.record.extract.clauses.goes_along import (
    denies_on,
    gives_figure,
    leaves_some,
    only_leads_to_saying,
    tells_of_others,
    tells_when,
)
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.told_behind import is_act
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb, says_although
from tawthiq.record.extract.words.token import COMMAS, NUMBER, SIGN, WORD

_VERB_REACH = 9
_SPEAKERS_REACH = 13
_FEWEST_TURNED = 4
_SHARED_TOKENS = 4
_SPEAKER_TOKENS = 7
_CUE_TOKENS = 5
_GROUP_TOKENS = 4


def cuts_of(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """The pieces of a row of tokens that each make one claim, in order, nothing left out."""
    cuts = [first]
    depth = 0
    for at in range(first + 1, last - 1):
        depth = max(0, depth + (page.form(at) == "(") - (page.form(at) == ")"))
        if not depth and at > cuts[-1] + 1 and _starts_clause(page, cuts[-1], at, last):
            cuts.append(at)
    return _joined(page, list(zip(cuts, [*cuts[1:], last], strict=True)))


def _joined(page: Page, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A piece that tells nothing of its own goes on with the one before it."""
    found = [pieces[0]]
    for first, last in pieces[1:]:
        if _only_goes_on(page, first, last):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _only_goes_on(page: Page, first: int, last: int) -> bool:
    """ "and the school stayed closed", "; 263 boys and 149 girls", "dont le plus jeune avait 9 ans": no deed, speaker,
    party, limit of its own, nobody counted anew."""
    if page.form(first) in (";", "؛") and _is_list_item(page, first, last):
        return True
    own = (
        "violations",
        "limits",
        "cues",
        "denials",
        "hedges",
        "groups",
        "group_heads",
        "relief",
        "media",
        "provenance",
    )
    end = _told_end(page, first + 1, last)
    if page.hits_in(first, end, *own) or page.parties.between(first, end):
        return False
    if page.form(first) in (";", "؛"):
        return not has_verb(page, first, last)
    return all(item.rule == "age" for item in page.quantities.between(first, last))


def _told_end(page: Page, at: int, last: int) -> int:
    """ "Dont cinq filles, a déclaré Amal Watch": the comma in front of who says so, which tells nothing of its own."""
    comma = next((here for here in range(at, last) if page.form(here) in COMMAS), last)
    reach = _CUE_TOKENS if page.is_one_of(comma + 1, "have_words") else 2
    said = page.hits_in(comma + 1, min(comma + reach, last), "cues")
    return comma if any(hit.code in ("say", "prep", "unnamed") for hit in said) else last


def _is_list_item(page: Page, first: int, last: int) -> bool:
    """ "; Forces conjointes (97)": a party of a list with its number, no sentence."""
    bracketed = any(page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER for at in range(first, last - 1))
    return bracketed and not has_verb(page, first, last)


def _turns(page: Page, first: int, at: int, last: int) -> bool:
    """ ", which the army denies", ", sin que haya sido posible": what was told is denied or limited behind commas."""
    end = next((here for here in range(at + 1, last) if page.form(here) in (",", "،", ";")), last)
    told = page.hits_in(first, at, "violations") or page.quantities.between(first, at)
    if end - at < _FEWEST_TURNED or not told or _doubts(page, first, at) or not _doubts(page, at + 1, end):
        return False
    opens = range(at + 1, min(at + 4, end))
    return any(page.is_one_of(here, table) for here in opens for table in ("relatives", "turning_words"))


def _doubts(page: Page, first: int, last: int) -> bool:
    denied = any(hit.entry.more.get("denial") == "yes" for hit in page.hits_in(first, last, "cues"))
    return denied or bool(page.hits_in(first, last, "limits", "denials"))


def _starts_clause(page: Page, first: int, at: int, last: int) -> bool:
    form = page.form(at)
    if any(item.first < at < item.last - 1 for item in page.quantities.between(max(first, at - 2), at + 2)):
        return False
    if any(hit.first < at < hit.last for hit in page.hits_in(max(first, at - _GROUP_TOKENS), at, "groups")):
        return False
    if form in COMMAS and _turns(page, first, at, last):
        return True
    if form == "," and is_other_count(page, first, at, last):
        return True
    if form in (";", "؛") and _goes_on_behind(page, at + 1):
        return False
    if form in (";", "؛"):
        return last - at > 3 and not _counts_on(page, first, at + 1, last)
    if page.lexicon.language == "ar" and page.form(at - 1) in COMMAS:
        return opens_behind_comma(page, first, at, last)
    if form in COMMAS and page.is_one_of(at + 1, "apposed_heads") and page.is_one_of(at + 2, "relatives"):
        return last - at > 4 and not page.is_one_of(at + 3, "amounting_words")
    if page.lexicon.language == "ar" and page.is_one_of(at, "clause_starts"):
        if page.is_one_of(at - 1, "of_words"):
            return False
        return has_verb(page, first, at) and opens_with_verb(page, at + 1, last)
    if form in COMMAS and page.is_one_of(first, "subordinators"):
        if page.hits_in(first, at, "limits") and page.hits_in(at, last, "limits"):
            return False
        return has_verb(page, first, at) and (
            _has_subject_and_verb(page, at + 1, last) or _says_that(page, at + 1, last)
        )
    if not page.is_one_of(at, "clause_starts") or not (has_verb(page, first, at) or says_although(page, first, at)):
        return False
    if any(page.is_one_of(at - 1, table) for table in ("with_leads", "have_words")):
        return False
    if _shares_passive(page, first, at) or _is_still_ahead(page, at):
        return False
    if tells_of_others(page, first, at, last):
        return False
    if page.tokens[at + 1].sort == NUMBER and leaves_some(page, first, at, last):
        return True
    if tells_when(page, at, last):
        return False
    if denies_on(page, first, at, last):
        return True
    if only_leads_to_saying(page, first, at):
        return False
    if page.is_one_of(at, "with_words") and page.lexicon.language == "en" and not _brings_another(page, at):
        return False
    if _is_also_attributed(page, at) or counts_together(page, first, at):
        return False
    if _speak_together(page, first, at) or _shares_subject(page, first, at):
        return False
    if _counts_on(page, first, at + 1, last) or harms_on(page, at, last):
        return False
    if page.tokens[at + 1].sort == NUMBER and is_other_deed(page, first, at, last):
        return not _shares_verb(page, at, last)
    if page.is_one_of(at, "with_words") and page.lexicon.language == "es":
        return _opens_with_claim(page, at + 1, last)
    return _opens_with_claim(page, at + 1, last) or _has_subject_and_verb(page, at + 1, last)


def _counts_on(page: Page, first: int, at: int, last: int) -> bool:
    """ "; seven boys and five girls died", "and one was 8": a number that goes on about what was just told."""
    counted = any(item.first <= at + 1 for item in page.quantities.between(at - 1, at + 2))
    unread = any(number.first in (at, at + 1) for number in page.unread)
    worded = page.is_one_of(at, "one_words")
    end = _told_end(page, at, last)
    if not (counted or unread or worded) or page.hits_in(at, end, "limits", "relief", "cues", "groups", "group_heads"):
        return False
    shared = any(item.rule in ("percent", "share", "fraction") for item in page.quantities.between(at - 1, at + 2))
    return not shared and not is_other_deed(page, first, at, last)


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


def _goes_on_behind(page: Page, at: int) -> bool:
    """ "؛ عقب إصابته", "؛ إصابة طفل": Arabic news set a semicolon where others set a comma."""
    return page.is_one_of(at, "semicolon_words") or is_act(page, at)


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


def _says_that(page: Page, at: int, last: int) -> bool:
    """ "The United Nations verified that": a verb of saying whose form is a participle's too."""
    cues = page.hits_in(at + 1, min(at + _VERB_REACH, last), "cues")
    return any(hit.code == "say" and page.is_one_of(hit.last, "that_words") for hit in cues)


def _has_subject_and_verb(page: Page, at: int, last: int) -> bool:
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
