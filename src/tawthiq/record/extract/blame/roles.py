"""Roles: what children were made, "as fighters, guards and cooks", which is no party that did it."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import COMMAS, WORD

_NAMED_TOKENS = 4


def is_role(page: Page, mention: Mention) -> bool:
    """ "As fighters", "كمقاتلين": what the children were made, not who did it."""
    seems = any(
        page.is_one_of(at - 1, "seeming_words") and page.is_one_of(at, "role_preps") for at in _led(page, mention)
    )
    likened = mention.first - 2 if page.is_one_of(mention.first - 1, "likened_articles") else mention.first
    role = any(_is_role_word(page, at) for at in (mention.first - 1, mention.first, likened))
    role = role or (page.is_one_of(mention.first - 1, "of_words") and page.is_one_of(mention.first - 2, "served_as"))
    return seems or role or _is_next_role(page, mention)


def _is_role_word(page: Page, at: int) -> bool:
    """The "as" of "as fighters"; "bands known as village guards" tells by what name they go who are no party else."""
    if not page.is_one_of(at, "role_words"):
        return False
    goes_by = page.is_one_of(at - 1, "naming_participles")
    return not goes_by or bool(page.hits_in(at - _NAMED_TOKENS, at, "groups", "group_heads"))


def _is_next_role(page: Page, mention: Mention) -> bool:
    """ "As fighters, guards and cooks": behind another role, with nothing but commas and joiners between."""
    at = mention.first - 1
    while page.form(at) in COMMAS or page.is_one_of(at, "list_joiners"):
        if not (page.tokens[at - 1].sort == WORD and page.tokens[at - 1].form.endswith("s")):
            return False
        if page.is_one_of(at - 2, "role_words"):
            return True
        at -= 2
    return False


def _led(page: Page, mention: Mention) -> tuple[int, ...]:
    """The token in front of it and of its article."""
    at = mention.first - 1
    return (at, at - 1) if page.is_one_of(at, "determiners") else (at,)
