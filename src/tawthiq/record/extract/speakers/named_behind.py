"""Named behind: a sentence that only says who the source of the one before it is: "Source: two of the fathers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.chain import Link, Role
from tawthiq.record.extract.factuality import weakest
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import Statement, StatementKind

_HEAD_TOKENS = 1


def only_names_source(page: Page, number: int, over: Sequence[Attribution]) -> bool:
    """Nothing but a label, its colon and who it was."""
    sentence = page.sentences[number]
    if number == 0 or page.sentences[number - 1].block != sentence.block or len(over) != 1:
        return False
    item = over[0]
    opens = item.code == "prep" and item.cue.first <= sentence.first + _HEAD_TOKENS
    led = opens and page.form(item.cue.last - 1) == ":"
    return led and item.source is not None and sentence.last - item.source[1] <= 1


def told_by(statement: Statement, link: Link) -> Statement:
    """The statement on the word of the source named behind it, where it has none of its own."""
    named = any(one.role is not Role.PUBLISHER for one in statement.chain)
    if named or statement.kind is StatementKind.LIMITATION:
        return statement
    sure = weakest([statement.factuality, link.factuality])
    return replace(statement, chain=(*statement.chain, link), factuality=sure)
