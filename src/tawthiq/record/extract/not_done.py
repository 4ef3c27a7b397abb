"""Not done: violations that a word of denial in front of them, or behind them, says were not done."""

from __future__ import annotations

from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.token import COMMAS, NUMBER
from tawthiq.record.extract.verbs import is_finite

_NEGATION_TOKENS = 6
_NOBODY_TOKENS = 3


def forbids(page: Page, at: int) -> bool:
    """ "La loi interdit de recruter"; not "le groupe interdit a recruté", which another verb follows."""
    return page.is_one_of(at, "forbidding_words") and not is_finite(page, at + 1)


def negated(page: Page, hit: Hit) -> bool:
    """ "Does not target", "aucun mineur": a word of denial stands right before, or "no" right behind: "killed no
    child"; of "no aid got in" it is the deed."""
    if hit.entry.more.get("denied") == "yes":
        return False
    if hit.code != "denial_access" and any(forbids(page, hit.first - back) for back in (1, 2)):
        return True
    at = _denial_before(page, hit)
    if at is not None and not (_is_of_speaker(page, at, hit) or _is_of_verb_before(page, at, hit)):
        return True
    return hit.code != "denial_access" and _is_of_nobody(page, hit)


def _denial_before(page: Page, hit: Hit) -> int | None:
    """The word of denial that stands nearest in front; none past a comma, a number, a "but"."""
    for at in range(hit.first - 1, max(-1, hit.first - _NEGATION_TOKENS), -1):
        if page.form(at) in (*COMMAS, ";", ".") or page.tokens[at].sort == NUMBER:
            return None
        if page.is_one_of(at, "contrast_words"):
            return None
        if page.denies(at) and not page.is_one_of(at + 1, "still_words") and not _is_of_participle(page, at):
            return at
    return None


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
