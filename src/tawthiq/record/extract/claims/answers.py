"""Answers: clauses that deny what was told before, dismiss the words about it, or say who did it."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.not_done import is_taken_back
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit

_BLAMED_TOKENS = 9


def denies_some(page: Page, clause: Clause) -> bool:
    cues = [cue for cue in page.hits_in(clause.first, clause.last, "cues") if cue.entry.more.get("denial") == "yes"]
    denials = page.hits_in(clause.first, clause.last, "denials")
    return any(not is_taken_back(page, hit) for hit in (*cues, *denials))


def _speaks_for_party(page: Page, clause: Clause) -> bool:
    party = page.parties.between(clause.first, clause.last)
    return bool(party) or bool(page.hits_in(clause.first, clause.last, "party_back", "group_heads", "groups"))


def _is_about_words(page: Page, clause: Clause) -> bool:
    cues = page.hits_in(clause.first, clause.last, "cues")
    denials = [cue.first for cue in cues if cue.entry.more.get("denial") == "yes"]
    start = denials[0] if denials else clause.first
    words = [unit for unit in page.hits_in(start, clause.last, "units") if unit.code == "report"]
    return bool(words) or bool(page.hits_in(start + 1, clause.last, "reports"))


def denies_deed(page: Page, clause: Clause) -> bool:
    """A party, or who speaks for it, that denies the deed."""
    return denies_some(page, clause) and _speaks_for_party(page, clause) and not _is_about_words(page, clause)


def rejects_words(page: Page, clause: Clause) -> bool:
    """ "Dismissed such reports": all that was told, no one deed."""
    return denies_some(page, clause) and _speaks_for_party(page, clause) and _is_about_words(page, clause)


def blames_somebody(page: Page, clause: Clause) -> bool:
    """ "Blamed the army for the attack": who did what was told before."""
    hits = page.hits_in(clause.first, clause.last, "by_party")
    return any(not _is_of_state(page, hit) for hit in hits)


def _is_of_state(page: Page, hit: Hit) -> bool:
    """ "Surrounded by debris", "besieged by the army", "due to shelling by the Front": how things stand there, or a
    deed of its own; nobody is blamed for one told before."""
    lone = hit.last - hit.first == 1 and page.is_one_of(hit.first, "by_words")
    return lone and any(page.is_one_of(hit.first - 1, table) for table in ("states_by", "strike_nouns"))


def refers_to_deed(page: Page, clause: Clause) -> bool:
    """ "For the attack", or nothing else that could be meant: a name or a sort of group ends the clause."""
    if page.hits_in(clause.first, clause.last, "harm_back"):
        return True
    hits = page.hits_in(clause.first, clause.last, "by_party")
    reach = min(hits[-1].last + _BLAMED_TOKENS, clause.last)
    return bool(page.parties.between(hits[-1].last, reach)) or bool(
        page.hits_in(hits[-1].last, reach, "groups", "group_heads")
    )
