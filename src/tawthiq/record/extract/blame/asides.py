"""Asides: parties told of only in words that explain another party."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_ASIDE_TOKENS = 14


def is_told_aside(page: Page, clause: Clause, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "The Column, which is fighting the army, admitted", "blamed the Column, which is fighting the army": whom a
    relative clause behind another party speaks of did not do it."""
    for at in range(mention.first - 1, max(clause.first, mention.first - _ASIDE_TOKENS), -1):
        if page.form(at) in (",", "،", ";"):
            return _is_apposed(page, at, mention, mentions)
        if page.is_one_of(at, "among_words") and _is_number(page, at + 1):
            return False
        if _opens_row(page, at, mention):
            return False
        if page.is_one_of(at, "loose_relatives") and page.form(at - 1) in COMMAS:
            owned = any(other.last == at - 1 for other in mentions)
            return (owned and not page.hits_in(at, clause.last, "violations")) or any(
                page.form(here) in COMMAS for here in range(mention.last, clause.last)
            )
    return False


def _is_number(page: Page, at: int) -> bool:
    """ "Dont 71 ont été attribués au Front": so many of those told of, by whom."""
    return at < len(page.tokens) and (page.tokens[at].sort == NUMBER or page.form(at) in page.lexicon.number_words)


def _opens_row(page: Page, at: int, mention: Mention) -> bool:
    """ "Des groupes armés, dont le Front Noir et la Garde, ont recruté": which of them, with no verb of its own."""
    if not page.is_one_of(at, "including_words") or page.lexicon.language != "fr":
        return False
    end = next((here for here in range(mention.last, mention.last + _ASIDE_TOKENS) if page.form(here) in COMMAS), 0)
    return end > 0 and not has_verb(page, at + 1, end)


def _is_apposed(page: Page, comma: int, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "The Red Column, a faction of the Front, abducted", "by Ansar, an Al-Qaeda affiliate": whom the words that
    explain a party speak of; of "the army, a militia and the police" each is one of a row."""
    if page.lexicon.language != "en" or page.form(comma) != "," or not page.is_one_of(comma + 1, "indefinite"):
        return False
    if mention.group and page.is_one_of(comma + 2, "former_words"):
        return True
    row = [page.is_one_of(at, "list_joiners") for at in (*range(comma, mention.first), mention.last)]
    return not any(row) and any(other.last == comma and not other.group for other in mentions)
