"""Own men: "its fighters", "its men": whose they are, where the sentence before speaks of one party."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.record.extract.blame.bystanders import is_owner
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import in_full, mentions_of
from tawthiq.record.extract.statement import Basis, PartyRef

_OWNED_TOKENS = 3


def own_men(page: Page, memory: Memory, clause: Clause) -> tuple[PartyRef, ...]:
    """ "The Guard controls the valley. Its fighters took nine boys": the Guard, implied; empty for anybody else's."""
    at = _owned_at(page, clause)
    if at is None or not clause.sentence:
        return ()
    before = page.sentences[clause.sentence - 1]
    if page.sentences[clause.sentence].block - before.block > 1:
        return ()
    told = [one for one in mentions_of(page, before.first, before.last) if not one.back]
    owners = [one for one in told if not is_owner(page, one) and page.form(one.last) != "'"]
    if not owners:
        last = memory.sort or memory.party
        return (replace(last, basis=Basis.IMPLIED),) if last is not None else ()
    span = page.span(at, at + 1)
    return (replace(in_full(page, owners[0]), basis=Basis.IMPLIED, mention=span),)


def _owned_at(page: Page, clause: Clause) -> int | None:
    """Where "its" stands, right in front of men, before the deed of the clause."""
    acts = page.hits_in(clause.first, clause.last, "violations")
    for at in range(clause.first, acts[0].first if acts else clause.last - 1):
        if page.is_one_of(at, "its_words"):
            men = any(page.is_one_of(here, "men_words") for here in range(at + 1, at + _OWNED_TOKENS))
            return at if men else None
    return None
