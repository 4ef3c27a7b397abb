"""Short names: which party that was named before is meant by its head, or by a noun for what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import Basis, PartyRef
from tawthiq.record.extract.words.token import fold_word, spellings


def of_that_head(page: Page, back: Mention, memory: Memory) -> PartyRef | None:
    """ "الحشد" of "قوات الحشد الشرقي": a force is named for short by its head; the last that has it."""
    return named_with(memory, page.form(back.first))


def named_with(memory: Memory, head: str) -> PartyRef | None:
    """The party named last whose name opens with that word, or has it second."""
    wanted = set(spellings(head))
    for ref in reversed(memory.names):
        words = ref.name.split()
        if len(words) > 1 and any(wanted & set(spellings(fold_word(word))) for word in words[:2]):
            return ref
    return None


def just_told(page: Page, memory: Memory, clause: Clause, chosen: Sequence[Mention]) -> PartyRef | None:
    """ "The attackers", "los captores": a noun for who did it means the party of what was told just before."""
    doers = all(page.is_one_of(one.last - 1, "doer_nouns") and not _is_anyone(page, one) for one in chosen)
    passing = any(page.is_one_of(one.last - 1, "passing_doers") for one in chosen)
    last = memory.party if passing else memory.sort or memory.party
    near = page.sentences[clause.sentence].block - memory.party_block <= 1
    if not chosen or not doers or not near or last is None or clause.sentence == memory.sentence_parties_in:
        return None
    return replace(last, basis=Basis.IMPLIED)


def _is_anyone(page: Page, mention: Mention) -> bool:
    """ "A commander", "des commandants": no one who was told of before."""
    return page.is_one_of(mention.first - 1, "indefinite") or page.is_one_of(mention.first, "indefinite")
