"""Raiders: whose attack on a place a clause tells, where it names no harm to children; the next sentences tell that."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import PartyRef
from tawthiq.record.extract.words.token import COMMAS, fold_word

RAID_HARMS = frozenset(("killing", "maiming", "abduction", "attack_school", "attack_hospital"))
"""What goes on about a raid in the sentence behind it."""
_VERB_TOKENS = 6


def raiders(page: Page, clause: Clause, named: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    """ "The rebels attacked Lodo", "des hommes armés sont entrés dans le village": of those named who came and struck;
    nobody where they were struck, did not do it, or are only told of."""
    came = (ref for ref in named if ref.mention is not None and _raids(page, clause, ref.mention.end))
    return tuple(ref for ref in came if not _means_those_before(page, clause, ref))


def _means_those_before(page: Page, clause: Clause, ref: PartyRef) -> bool:
    """ "The attackers arrived on motorcycles": those of whom the text told already, under a name of theirs."""
    if ref.mention is None or fold_word(ref.name) not in page.lexicon.data["doer_nouns"]:
        return False
    at = next(at for at in range(clause.first, clause.last) if page.tokens[at].start >= ref.mention.start)
    return page.is_one_of(at, "definite") or page.is_one_of(at - 1, "definite")


def _raids(page: Page, clause: Clause, end: int) -> bool:
    """The verb stands behind the name, in its breath."""
    behind = [at for at in range(clause.first, clause.last) if page.tokens[at].start >= end][:_VERB_TOKENS]
    for at in behind:
        if page.form(at) in COMMAS or page.denies(at) or page.hits_in(at, at + 1, "cues", "hedges"):
            return False
        if page.is_one_of(at, "raiding_words"):
            return not any(page.is_one_of(here, "passive_words") for here in (at - 1, at - 2))
        if page.is_one_of(at, "entering_words"):
            return True
    return False
