"""Named behind: a sentence that only says who told the one before it: "Source: two of the fathers", "Así lo confirmó
la alcaldesa"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.chain import Link, Role
from tawthiq.record.extract.factuality import weakest
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.speakers.speaker_opens import says_so
from tawthiq.record.extract.statement import Statement, StatementKind

_HEAD_TOKENS = 1
_TAIL_TOKENS = 12


def only_names_source(page: Page, number: int, over: Sequence[Attribution]) -> bool:
    """Nothing but a label, its colon and who it was; or "so it was said by" whoever it was."""
    sentence = page.sentences[number]
    if number == 0 or page.sentences[number - 1].block != sentence.block or len(over) != 1:
        return False
    item = over[0]
    opens = item.code == "prep" and item.cue.first <= sentence.first + _HEAD_TOKENS
    if item.source is None or item.cue.entry.more.get("denial") == "yes":
        return False
    if says_so(page, sentence.first, item.cue):
        return _tells_no_more(page, item.source[1], sentence.last)
    led = opens and page.form(item.cue.last - 1) == ":"
    return led and sentence.last - item.source[1] <= 1


def _tells_no_more(page: Page, first: int, last: int) -> bool:
    """Behind who it was at most what he is, where and when he said so."""
    told = page.hits_in(first, last, "violations", "deeds", "limits", "denials", "media")
    verbal = any(page.is_one_of(at, table) for at in range(first, last) for table in ("relatives", "finite"))
    return last - first <= _TAIL_TOKENS and not (told or verbal or page.quantities.between(first, last))


def told_by(statement: Statement, link: Link) -> Statement:
    """The statement on the word of the source named behind it, where it has none of its own."""
    named = any(one.role is not Role.PUBLISHER for one in statement.chain)
    if named or statement.kind is StatementKind.LIMITATION:
        return statement
    sure = weakest([statement.factuality, link.factuality])
    return replace(statement, chain=(*statement.chain, link), factuality=sure)
