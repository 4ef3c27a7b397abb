"""Fought: parties that somebody fights, fires at, acts against; whom one fights did nothing yet."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page

_AIMED_TOKENS = 3
_CHARGE_TOKENS = 4
_STRUCK_TOKENS = 5


def is_fought(page: Page, at: int, first: int) -> bool:
    """ "An operation against the Front", "fired at the Front and other armed groups"; not "complaints against the
    army". `at`: the token in front of the party and of its article."""
    at = _row_start(page, at, first)
    if page.is_one_of(at, "opposing_words"):
        return not any(page.is_one_of(here, "charge_words") for here in range(at - _CHARGE_TOKENS, at))
    if _is_owner_of_target(page, at):
        return True
    near = range(at - _AIMED_TOKENS, at)
    return page.is_one_of(at, "aimed_words") and any(page.is_one_of(here, "violent_words") for here in near)


def _is_owner_of_target(page: Page, at: int) -> bool:
    """ "Bombardeó dos posiciones de la Guardia": whose what is struck is, behind the verb that strikes."""
    if not page.is_one_of(at, "of_words"):
        return False
    near = range(at - _AIMED_TOKENS, at)
    post = next((here for here in near if page.is_one_of(here, "struck_posts")), None)
    return post is not None and any(
        page.is_one_of(here, "striking_verbs") for here in range(post - _STRUCK_TOKENS, post)
    )


def _row_start(page: Page, at: int, first: int) -> int:
    """ "Against the Front and other armed groups": in front of the first of a row of parties joined by "and"; no
    comma, behind which a subject may stand."""
    start = at
    while start > first and any(page.is_one_of(start, table) for table in ("list_joiners", "other_words")):
        start -= 1
    if start == at:
        return at
    while start > first and (page.is_capital(start) or page.is_one_of(start, "determiners") or page.form(start) == "-"):
        start -= 1
    return start
