"""Befallen: whether a deed befell a party that is named beside it, and was not its own."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS


def is_victim(page: Page, clause: Clause, mention: Mention, acts: Sequence[Hit]) -> bool:
    """A mention that is the object of a killing verb: "beheading a Syrian army officer"."""
    if page.lexicon.data.get("verb_first") or _owns_attack(page, mention):
        return False
    if mention.group and _is_object(page, mention, acts):
        return True
    behind = page.hits_in(mention.last, min(mention.last + 1, clause.last), "units")
    people = [unit for unit in behind if unit.code != "incident"]
    if not mention.group and not people:
        return False
    harmful = [act for act in acts if act.entry.more.get("acts") in ("kill", "harm")]
    passive = any(page.is_one_of(at, "by_words") for at in range(mention.first - 3, mention.first))
    return not (passive or _goes_on_to(page, mention)) and any(
        act.last <= mention.first <= act.last + 5 and not _opens_when(page, act.last, mention.first) for act in harmful
    )


def _goes_on_to(page: Page, mention: Mention) -> bool:
    """ "Après avoir tué deux garçons, les rebelles ont fui": behind the comma the subject of what comes next."""
    at = mention.first - 1
    while page.is_one_of(at, "determiners"):
        at -= 1
    acts = is_verb(page, mention.last) and not page.is_one_of(mention.last, "passive_words")
    return page.form(at) in COMMAS and acts


def _is_object(page: Page, mention: Mention, acts: Sequence[Hit]) -> bool:
    """ "We arrest kidnappers", "killed soldiers": right behind what was done; "forced to marry commanders" tells by
    whom."""
    right_behind = (act for act in acts if act.last == mention.first and act.code != "sexual_violence")
    return page.lexicon.heads_last and any(right_behind)


def _opens_when(page: Page, first: int, last: int) -> bool:
    """ "Were killed when army jets bombed": who does what another clause tells was not harmed."""
    return any(page.is_one_of(at, "subordinators") for at in range(first, last))


def _owns_attack(page: Page, mention: Mention) -> bool:
    """ "Killed in an army raid", "tués dans une attaque de l'armée": whose attack it was."""
    at = mention.first - 1
    while page.is_one_of(at, "of_words") or page.is_one_of(at, "determiners"):
        at -= 1
    return page.is_one_of(mention.last, "strike_nouns") or (
        at < mention.first - 1 and page.is_one_of(at, "strike_nouns") and page.is_one_of(at + 1, "of_words")
    )
