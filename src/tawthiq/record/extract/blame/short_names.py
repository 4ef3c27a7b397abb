"""Short names: which party that was named before is meant by its head, or by a noun for what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import Basis, PartyRef
from tawthiq.record.extract.words.token import fold_word, spellings

_LASTING = frozenset(("military_use", "denial_access"))


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


def by_its_last_word(page: Page, memory: Memory, over: Sequence[Attribution]) -> PartyRef | None:
    """ "The Directorate denied it", where the National Security Directorate did it: what kind of body it is, said of
    nobody else."""
    party = memory.sort or memory.party
    sources = [item.source for item in over if item.source is not None]
    if party is None or not sources or len(party.name.split()) == 1:
        return None
    first, last = sources[-1]
    alone = last - first <= 2 and page.is_capital(last - 1) and page.is_one_of(last - 2, "definite")
    return party if alone and fold_word(party.name.split()[-1]) == page.form(last - 1) else None


def same_as_before(page: Page, memory: Memory, back: Mention) -> PartyRef | None:
    """ "The same force": whoever did what was told last, a state's too."""
    same = any(page.is_one_of(at, "same_sorts") for at in range(back.first, back.last))
    last = memory.sort or memory.party if same else None
    known = last is not None and memory.group is not None and memory.group.name == last.name
    return replace(last, basis=Basis.IMPLIED) if last is not None and not known else None


def just_told(page: Page, memory: Memory, clause: Clause, chosen: Sequence[Mention]) -> PartyRef | None:
    """ "The attackers", "los captores": a noun for who did it means the party of what was told just before."""
    lasting = _LASTING & memory.party_harms and clause.sentence - memory.sentence_parties_in == 1
    lasting = lasting and not page.dates.between(clause.first, clause.last)
    doers = all(
        (_is_doer(page, one) or (lasting and _are_bare(page, one))) and not _is_anyone(page, one) for one in chosen
    )
    passing = any(page.is_one_of(one.last - 1, "passing_doers") for one in chosen)
    last = memory.party if passing else memory.sort or memory.party
    near = page.sentences[clause.sentence].block - memory.party_block <= 1
    if not chosen or not doers or not near or last is None or clause.sentence == memory.sentence_parties_in:
        return None
    return replace(last, basis=Basis.IMPLIED)


def _are_bare(page: Page, mention: Mention) -> bool:
    """ "Fighters sleep in the classrooms", "guards want money": men without a name where a building is held, a road."""
    return mention.group and mention.last - mention.first == 1 and page.is_one_of(mention.first, "known_doers")


def _is_doer(page: Page, mention: Mention) -> bool:
    """ "The attackers"; "the gunmen", "the same soldiers": known from before by their article."""
    if page.is_one_of(mention.last - 1, "doer_nouns"):
        return True
    leads = range(mention.first - 1, mention.last - 1)
    if mention.group and any(page.is_one_of(at, "same_sorts") for at in leads):
        return True
    known = mention.group and page.is_one_of(mention.last - 1, "known_doers")
    return known and any(page.is_one_of(at, "known_articles") for at in leads)


def _is_anyone(page: Page, mention: Mention) -> bool:
    """ "A commander", "des commandants": no one who was told of before."""
    return page.is_one_of(mention.first - 1, "indefinite") or page.is_one_of(mention.first, "indefinite")
