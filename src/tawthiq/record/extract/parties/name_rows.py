"""Name rows: where "and" inside a row of capitals begins another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.names.aims import next_aim
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit


def is_joined_to(page: Page, head: Hit, at: int) -> bool:
    """ "Dawn of Freedom and Liwa al-Haqq", "des Faucons et de Kataeb Hazm": a head that opens its name is joined to
    another; "Defence and Security Forces" has its head behind both."""
    if not page.is_one_of(at, "list_joiners"):
        return False
    return not page.lexicon.heads_last or (at == head.first - 1 and page.is_one_of(head.last, "name_links"))


def opens_other(page: Page, at: int) -> bool:
    """ "Between the Reed Movement and the Upper Front", "la Katiba et trois par": behind "and" an article, a number
    begins something else."""
    numbered = page.form(at + 1) in page.lexicon.number_words
    return page.is_one_of(at, "list_joiners") and (numbered or page.is_one_of(at + 1, "determiners"))


def joins_aim(page: Page, first: int, at: int) -> bool:
    """ "Mouvement pour la justice et la dignité": one more aim, no other body."""
    aim = next_aim(page, first, at)
    return aim is not None and not page.hits_in(aim, aim + 1, "group_heads", "groups")


def is_complete(page: Page, head: Hit, start: int, at: int) -> bool:
    """ "Wagadou Sons and Tahrir al-Bahr", "de Los Halcones y de la Mano Negra": behind a head with its words in front,
    or behind a name led by the same "of", "and" begins another name."""
    if not page.is_one_of(at, "list_joiners"):
        return False
    if page.lexicon.heads_last:
        return start < head.first and at == head.last
    led = any(page.is_one_of(here, "of_words") for here in (start - 1, start - 2))
    inside = any(page.is_one_of(here, "of_words") for here in range(start + 1, at))
    return led and not inside and page.is_one_of(at + 1, "of_words")


def counts(page: Page, at: int) -> bool:
    """ "Two Red Front fighters", "Several": how many, a capital only at the head of what is told."""
    return page.form(at) in page.lexicon.number_words or bool(page.hits_in(at, at + 1, "vague"))


def before_next_name(page: Page, mention: Mention, named: Sequence[Mention]) -> Mention:
    """ "Ansar Kesh et Al-Nur du Sahel": a name that is known begins behind the "and"."""
    inside = (one.first for one in named if mention.first + 1 < one.first < mention.last)
    joined = next((at for at in inside if page.is_one_of(at - 1, "list_joiners")), None)
    return mention if joined is None else replace(mention, last=joined - 1)
