"""Not done: violations that a word of denial in front of them, or behind them, says were not done."""

from __future__ import annotations

from tawthiq.record.extract.harms.untrue import is_told_untrue
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_finite, is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.slots import Slot
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_NEGATION_TOKENS = 6
_NOBODY_TOKENS = 3
_ONLY_TOKENS = 3
_TAKEN_BACK_TOKENS = 4
_WHOLE_TOKENS = 3
_AGE_TOKENS = 4
_RULED_TOKENS = 12
_PASSED = (
    "passive_words",
    "have_words",
    "never_words",
    "any_words",
    "determiners",
    "pronouns",
    "adverbs",
    "list_joiners",
    "of_words",
    "among_words",
    "denial_passes",
)
"""Words that may stand between a word of denial and the verb that it denies."""


def forbids(page: Page, at: int) -> bool:
    """ "La loi interdit de recruter"; not "le groupe interdit a recruté", which another verb follows."""
    return page.is_one_of(at, "forbidding_words") and not is_finite(page, at + 1)


def is_ruled_out(page: Page, first: int, hit: Hit) -> bool:
    """ "The law prohibited the recruitment and use of children", "a decree which prohibits, among others, their use":
    the deed as a noun behind a verb of forbidding; `first`: where its sentence begins."""
    if hit.code == "denial_access" or is_verb(page, hit.first):
        return False
    for at in range(hit.first - 1, max(first - 1, hit.first - _RULED_TOKENS), -1):
        if forbids(page, at) or (page.is_one_of(at, "forbidden_before") and not _only_describes(page, at)):
            return True
        if page.is_one_of(at, "relatives") or is_verb(page, at) or page.is_number(at):
            return False
    return False


def _only_describes(page: Page, at: int) -> bool:
    """ "The prohibited recruitment", "it was prohibited", "an order prohibiting it" that may be broken: nothing that
    forbids what stands behind; "a law on prohibiting it" does."""
    if page.form(at).endswith(page.lexicon.endings("progressive_endings") or "\0"):
        return not page.is_one_of(at - 1, "topic_preps")
    participle = page.form(at).endswith(tuple(page.lexicon.data.get("verb_endings", ("\0",))))
    return participle and (page.is_one_of(at - 1, "determiners") or page.is_one_of(at - 1, "passive_words"))


def negated(page: Page, hit: Hit) -> bool:
    """Denied of it or of what it hangs on ("no evidence that they killed"), or forbidden; of "no aid got in" it is the
    deed."""
    if hit.entry.more.get("denied") == "yes":
        return False
    if hit.code != "denial_access" and any(forbids(page, hit.first - back) for back in (1, 2)):
        return True
    return _denial_of(page, hit) is not None or _is_denied_by_itself(page, hit)


def is_undone(page: Page, hit: Hit) -> bool:
    """Said of the deed itself that it was not done: "does not target", "no child was killed", "killed no child"; not
    "has not investigated the killing", whose verb is denied."""
    if hit.entry.more.get("denied") == "yes":
        return False
    at = _denial_of(page, hit)
    return (at is not None and _reaches(page, at, hit)) or _is_denied_by_itself(page, hit)


def _denial_of(page: Page, hit: Hit) -> int | None:
    """The word of denial in front that denies the deed, or what it hangs on."""
    at = _denial_before(page, hit)
    if at is None or _is_but_few(page, at, hit) or _is_of_speaker(page, at, hit):
        return None
    return None if _is_of_verb_before(page, at, hit) else at


def _is_denied_by_itself(page: Page, hit: Hit) -> bool:
    if is_told_untrue(page, hit):
        return True
    return hit.code != "denial_access" and (_is_of_nobody(page, hit) or _is_denied_inside(page, hit))


def _reaches(page: Page, at: int, hit: Hit) -> bool:
    """Nothing but who and how stands between the word of denial and the deed."""
    named = page.hits_in(at, hit.first, "units", "singles", "groups", "group_heads", "participles")
    held = {here for one in named for here in range(one.first, one.last)}
    held |= {here for one in page.parties.between(at, hit.first) for here in range(one.first, one.last)}
    return all(
        here in held or page.tokens[here].sort == NUMBER or any(page.is_one_of(here, table) for table in _PASSED)
        for here in range(at + 1, hit.first)
    )


def _is_denied_inside(page: Page, hit: Hit) -> bool:
    """ "The school was not hit", "n'a pas été touchée": within what is matched, and no word of the match itself."""
    within = (at for at in range(hit.first + 1, hit.last) if page.denies(at) and not _is_of_age(page, at))
    return any(not any(_means(slot, page.form(at)) for row in hit.entry.rows for slot in row) for at in within)


def _is_of_age(page: Page, at: int) -> bool:
    """ "Half of its members are not 18": how old they are."""
    return any(item.rule == "age" for item in page.quantities.between(at, at + _AGE_TOKENS))


def _means(slot: Slot, form: str) -> bool:
    return form in slot.words or any(form.startswith(beginning) for beginning in slot.beginnings)


def is_taken_back(page: Page, cue: Hit) -> bool:
    """ "Does not deny it", "ne le nie pas", "no lo niega": what is not denied; "no tiene nada que ver" denies once."""
    for at in range(cue.first - 1, cue.first - _TAKEN_BACK_TOKENS, -1):
        if page.form(at) in COMMAS or page.is_one_of(at, "contrast_words"):
            return False
        if page.denies(at):
            twice = any(page.is_one_of(here, "nothing_words") for here in range(cue.first, cue.last))
            return not twice and not _is_but_few(page, at, cue)
    return False


def _is_but_few(page: Page, at: int, hit: Hit) -> bool:
    """ "لم يقتل سوى", "n'a tué que 12", "no mató más que a 12": only so many, no denial."""
    if any(page.is_one_of(here, "nothing_words") for here in range(at + 1, hit.first)):
        return False
    if _counts_only(page, at, hit):
        return True
    only = next((here for here in range(hit.last, hit.last + _ONLY_TOKENS) if page.is_one_of(here, "only_words")), None)
    return only is not None and bool(page.quantities.between(only, only + _ONLY_TOKENS + 1))


def _counts_only(page: Page, at: int, hit: Hit) -> bool:
    """ "N'a confirmé que deux enlèvements", "n'a fait état que de trois enfants tués"; not "rien ne prouve que"."""
    if any(page.is_one_of(here, "nothing_words") for here in range(at - _ONLY_TOKENS, at)):
        return False
    only = [here for here in range(at + 1, hit.first) if page.is_one_of(here, "only_words")]
    start = only[-1] + 1 if only else hit.first
    return start < hit.first and any(item.core <= start + 1 for item in page.quantities.between(start, start + 2))


def _denial_before(page: Page, hit: Hit) -> int | None:
    """The word of denial that stands nearest in front; none past a comma, a number, a "but"."""
    reach = _NEGATION_TOKENS
    for at in range(hit.first - 1, max(-1, hit.first - _NEGATION_TOKENS - _WHOLE_TOKENS), -1):
        if hit.first - at >= reach:
            return None
        if page.form(at) in (*COMMAS, ";", ".") or page.is_one_of(at, "contrast_words") or _closes_limit(page, at):
            return None
        if page.tokens[at].sort == NUMBER:
            if not _is_number_of_whole(page, at):
                return None
            reach = _NEGATION_TOKENS + _WHOLE_TOKENS
        if page.denies(at) and not page.is_one_of(at + 1, "still_words") and not _is_of_participle(page, at):
            return at
    return None


def _closes_limit(page: Page, at: int) -> bool:
    """ "Not confirmed yet: soldiers killed two boys": the colon behind what is not known."""
    limits = page.hits_in(at - _NEGATION_TOKENS, at, "limits") if page.form(at) == ":" else []
    return any(hit.last == at for hit in limits)


def _is_number_of_whole(page: Page, at: int) -> bool:
    """ "None of the 12 children", "no children among the 12": how many they are of whom it is denied."""
    before = range(at - 1, at - _WHOLE_TOKENS, -1)
    return any(page.is_one_of(here, table) for here in before for table in ("of_words", "among_words"))


def _is_of_participle(page: Page, at: int) -> bool:
    """ "Hombres armados no identificados": in Spanish "no" right before a participle denies what nobody did."""
    return page.lexicon.language == "es" and page.form(at + 1).endswith(page.lexicon.endings("said_participles"))


def _is_of_speaker(page: Page, at: int, hit: Hit) -> bool:
    """ "A teacher who did not flee said that rebels killed": what is denied is told of who speaks, not by him."""
    near = [back for back in (at - 1, at - 2) if page.is_one_of(back, "relatives")]
    relative = any(not page.is_one_of(back, "that_words") for back in near)
    if not relative or page.hits_in(at + 1, at + 2, "cues"):
        return False
    told = any(cue.code == "say" for cue in page.hits_in(at + 2, hit.first, "cues"))
    return told or any(page.is_one_of(here, "that_words") for here in range(at + 2, hit.first))


def _is_of_verb_before(page: Page, at: int, hit: Hit) -> bool:
    """ "Spared no one and killed ten", "n'a épargné personne et a tué": the deed has a verb of its own behind "and"."""
    if page.hits_in(at, hit.first, "violations"):
        return False
    if page.lexicon.data.get("verb_first"):
        joined = page.form(hit.first).startswith("و") and is_finite(page, hit.first)
        return joined and page.is_one_of(at, "jussive_leads")
    if page.is_one_of(hit.first - 1, "have_words"):
        return page.is_one_of(hit.first - 2, "list_joiners")
    return page.is_one_of(at, "none_words") and page.is_one_of(hit.first - 1, "list_joiners")


def _is_of_nobody(page: Page, hit: Hit) -> bool:
    """ "Killed no children", "attacked none of the schools"; not "killed no fewer than three"."""
    nobody = (at for at in range(hit.first + 1, hit.last + 1) if page.is_one_of(at, "none_words") and page.denies(at))
    return any(page.hits_in(at + 1, at + 1 + _NOBODY_TOKENS, "units", "targets") for at in nobody)
