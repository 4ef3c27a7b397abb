"""State denials: a ministry that denies what nobody else is named for speaks of its own forces; bodies that answer."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import named
from tawthiq.record.extract.phrases.cores import core_of
from tawthiq.record.extract.speakers.chains import is_state
from tawthiq.record.extract.speakers.spoken_parties import denies
from tawthiq.record.extract.statement import PartyRef, ViolationRef
from tawthiq.record.extract.words.token import WORD


def denying_state(page: Page, over: Sequence[Attribution]) -> tuple[PartyRef, ...]:
    """ "The Ministry of Defence denied that its forces had killed the boys": the ministry; none of those who only speak
    for one."""
    for item in over:
        if item.source is None or not denies(item) or not is_state(page, *item.source):
            continue
        first, last = core_of(page, *item.source)
        speaks = page.hits_in(first, last, "voices") or any(
            page.is_one_of(at, "rank_nouns") for at in range(first, last)
        )
        whole = all(page.tokens[at].sort == WORD for at in range(first, last))
        if last > first and whole and not speaks:
            return (named(page, Mention(first, last, group=True)),)
    return ()


def answers_charge(page: Page, clause: Clause, harms: Sequence[ViolationRef]) -> bool:
    """ "وزعم قيادي في الفصيل أن الفتاتين انضمتا طوعا": a party goes on about what it is charged with, and tells of no
    other deed."""
    carried = bool(harms) and page.lexicon.language == "ar" and page.hits_in(clause.first, clause.last, "units")
    return bool(carried) and not page.hits_in(clause.first, clause.last, "violations", "deeds")
