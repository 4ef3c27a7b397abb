"""Short names: which force that was named before is meant by its head alone."""

from __future__ import annotations

from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.mention import Mention
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.statement import PartyRef
from tawthiq.record.extract.token import fold_word, spellings


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
