"""Remembered: whom the next claims, or "the group", may mean, as far as one claim tells it."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.blame.going_on import block_of
from tawthiq.record.extract.blame.raiders import RAID_HARMS, raiders
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import in_full, mentions_of
from tawthiq.record.extract.setting import Setting
from tawthiq.record.extract.statement import Basis, PartyRef, StatementKind, ViolationRef

_STATE_KINDS = (
    "state_force",
    "state_security",
    "police",
    "intelligence",
    "international_force",
    "un_mission",
    "crossfire",
    "unidentified",
    "not_a_party",
)


def remember_parties(
    page: Page,
    setting: Setting,
    memory: Memory,
    clause: Clause,
    parties: Sequence[PartyRef],
    harms: Sequence[ViolationRef],
    kind: StatementKind,
) -> None:
    """Keep in mind whom the next claims, or "the group", may mean."""
    own = page.span(clause.first, clause.last)
    told = any(harm.cue is not None and own.holds(harm.cue) for harm in harms)
    if not parties and told and _is_of_another(page, clause):
        memory.left_open_in = clause.sentence
    stated = tuple(p for p in parties if p.basis is Basis.STATED or (p.mention is not None and own.holds(p.mention)))
    raid = bool(stated) and not harms and bool(raiders(page, clause, stated))
    if (harms or raid or memory.party is None) and kind is not StatementKind.CONTEXT_CLAIM:
        lasting = (party for party in stated if party.name.casefold() not in page.lexicon.data["passing_doers"])
        if stated or not _goes_on_of_sort(page, memory, clause, parties, harms):
            memory.remember_party(tuple(lasting), clause.sentence)
        memory.party_block = block_of(page, clause) if stated else memory.party_block
        codes = frozenset(harm.code for harm in harms if harm.code != "unspecified")
        if stated and (codes or raid):
            memory.party_harms = codes or RAID_HARMS
    for mention in mentions_of(page, clause.first, clause.last):
        if not mention.group and not mention.back and setting.kind(mention.code) not in _STATE_KINDS:
            memory.group = in_full(page, mention)


def _goes_on_of_sort(
    page: Page, memory: Memory, clause: Clause, parties: Sequence[PartyRef], harms: Sequence[ViolationRef]
) -> bool:
    """ "Soldiers came. They parted the boys from the girls. The youngest was six": in one paragraph it is still the
    soldiers who are meant, where nobody else is, and no other deed is told."""
    if memory.sort is None or memory.party is not None or block_of(page, clause) != memory.party_block:
        return False
    return not harms if not parties else any(party.name == memory.sort.name for party in parties)


def _is_of_another(page: Page, clause: Clause) -> bool:
    """ "Fifty girls were abducted in Amra": counted anew; English goes on about one deed without a number."""
    numbers = page.quantities.between(clause.first, clause.last)
    counted = any(item.rule == "count" and item.quantity.unit == "child" for item in numbers)
    return counted or page.lexicon.language != "en"
