"""Whole names: a party under the name that the text gives in full, where a short form of it stands."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.extract.blame.short_names import named_with
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import PartyRef
from tawthiq.record.extract.words.token import fold_word


def whole_name(page: Page, memory: Memory, clause: Clause, party: PartyRef) -> PartyRef:
    """The party under its whole name, where a short form of it was written, now or before."""
    for item in page.parties.between(clause.first, clause.last):
        if item.name and party.mention is not None and page.tokens[item.first].start == party.mention.start:
            return replace(party, name=item.name)
    return _as_named_before(page, memory, party)


def _as_named_before(page: Page, memory: Memory, party: PartyRef) -> PartyRef:
    """ "The Army", where "the Tamarel Army", "el Ejército tamarelí" stood before, and no other army did."""
    words = party.name.split()
    if page.lexicon.language == "ar" and len(words) == 1 and (longer_ref := named_with(memory, fold_word(words[0]))):
        return replace(party, name=longer_ref.name)
    longer = {
        before.name
        for before in memory.names
        if len(before.name.split()) > len(words)
        and fold_word(before.name.split()[len(words)]) not in page.lexicon.data.get("loose_tails", ())
        and (before.name.split()[-len(words) :] if page.lexicon.heads_last else before.name.split()[: len(words)])
        == words
    }
    arabic = page.lexicon.language == "ar"
    if len(longer) == 1 and (len(words) > 1 if arabic else not party.group):
        return replace(party, name=longer.pop())
    if not party.group:
        memory.names.append(party)
    return party
