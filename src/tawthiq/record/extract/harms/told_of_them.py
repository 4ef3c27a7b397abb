"""Told of them: what "they", "most", "seventeen" tell of the children of the sentence before, no deed named anew."""

from __future__ import annotations

from collections.abc import Collection

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of

_HELD = ("abduction", "deprivation_liberty", "recruitment_use")
_KEPT_TOKENS = 5
_NUMBER_TOKENS = 4
_WAY_TOKENS = 6
_HEAD_TOKENS = 3


def goes_on_with_them(page: Page, clause: Clause, told: Collection[str]) -> tuple[str, ...]:
    """The codes among those `told` that the clause goes on about: "Seventeen had not been released", "they were marched
    to a camp", "families that refused were fined"; empty where it says something else."""
    held = tuple(code for code in _HELD if code in told)
    if held and _are_held(page, clause):
        return held
    if "recruitment_use" in told and _are_enlisted(page, clause):
        return ("recruitment_use",)
    if "deprivation_liberty" in told and _are_without_law(page, clause):
        return ("deprivation_liberty",)
    if "military_use" in told and _moves_in(page, clause):
        return ("military_use",)
    return ("denial_access",) if "denial_access" in told and _lets_nothing(page, clause) else ()


def is_promised(page: Page, clause: Clause) -> bool:
    """ "Some were promised money": of those recruited; what was promised is no wish."""
    end = told_end(page, clause)
    passive = _passive_behind(page, clause, end) if end is not None else None
    if passive is None or any(page.is_one_of(at, "by_words") for at in range(passive, clause.last)):
        return False
    return any(page.is_one_of(at, "promised_words") for at in (passive + 1, passive + 2))


def told_end(page: Page, clause: Clause) -> int | None:
    """Behind "they", "most of them", "seventeen", "none of the boys" at the head of a clause; None where others are."""
    at = clause.first
    at += int(page.is_one_of(at, "determiners") and not page.is_one_of(at, "told_subjects"))
    led = range(at + 1, min(at + _NUMBER_TOKENS, clause.last)) if page.is_one_of(at, "prepositions") else range(0)
    at = next((here for here in led if page.is_one_of(here, "they_words")), at)
    counted = [item for item in page.quantities.between(clause.first, clause.first + 2) if item.rule != "age"]
    children = [one for one in page.hits_in(at, at + 1, "units") if one.entry.more.get("victim") == "child"]
    if page.is_one_of(at, "told_subjects"):
        at += 1
    elif counted:
        at = counted[0].last
    elif children and at > clause.first and page.is_one_of(clause.first, "definite"):
        at = children[0].last
    else:
        return None
    while at < clause.last and _is_of_them(page, at):
        at += 1
    return at


def _is_of_them(page: Page, at: int) -> bool:
    tables = ("of_words", "definite", "those_words", "other_words")
    child = any(unit.entry.more.get("victim") == "child" for unit in page.hits_in(at, at + 1, "units"))
    return child or any(page.is_one_of(at, table) for table in tables)


def _are_held(page: Page, clause: Clause) -> bool:
    end = told_end(page, clause)
    if end is None:
        return False
    passive = _passive_behind(page, clause, end)
    if passive is None:
        return clause.quotation is not None and _do_it_to_us(page, clause)
    verbs = range(passive, min(passive + _HEAD_TOKENS + 1, clause.last))
    denied = any(page.is_one_of(at, "never_words") for at in range(clause.first, passive + 2))
    if any(page.is_one_of(at, "freed_words") for at in verbs):
        return denied
    if denied or any(page.is_one_of(at, "by_words") for at in range(passive, clause.last)):
        return False
    if any(page.is_one_of(at, "kept_words") or _is_led_away(page, clause, at) for at in verbs):
        return True
    near = range(passive, min(passive + 2 * _KEPT_TOKENS, clause.last))
    return any(page.is_one_of(at, "hold_places") for at in near) and not any(
        page.is_one_of(at, "refuge_words") for at in near
    )


def _passive_behind(page: Page, clause: Clause, end: int) -> int | None:
    """ "Nine had still not been": behind the subject nothing but auxiliaries; of "most parents were" None."""
    at = end
    tables = ("have_words", "adverbs", "never_words")
    while at < clause.last and any(page.is_one_of(at, table) for table in tables):
        at += 1
    return at if at < clause.last and _is_passive(page, at) else None


def _is_passive(page: Page, at: int) -> bool:
    return page.is_one_of(at, "passive_words")


def _is_led_away(page: Page, clause: Clause, at: int) -> bool:
    """ "Were marched into the forest"; not "were taken home", "to hospital"."""
    if not page.is_one_of(at, "led_away_words"):
        return False
    way = range(at + 1, min(at + _WAY_TOKENS, clause.last))
    cared = any(page.is_one_of(here, table) for here in way for table in ("care_places", "home_words"))
    if page.is_one_of(at, "taken_words") and page.is_one_of(at + 1, "taken_when"):
        return not cared
    return not cared and any(page.is_one_of(here, "led_away_preps") for here in way[:_HEAD_TOKENS])


def _do_it_to_us(page: Page, clause: Clause) -> bool:
    """ "They tied our hands", "they made us cook": of whoever took those who speak."""
    at = clause.first + int(page.form(clause.first) in ('"', "“", "«"))
    did = page.is_one_of(at, "told_subjects") and page.is_one_of(at + 1, "forcing_words")
    return did and any(page.is_one_of(here, "us_words") for here in (at + 2, at + 3))


def _are_enlisted(page: Page, clause: Clause) -> bool:
    """ "They man checkpoints", "some were promised money", "families that refused had to pay", "recruiters came"."""
    head = range(clause.first, min(clause.first + _NUMBER_TOKENS, clause.last))
    if any(page.is_one_of(at, "recruiter_words") for at in head[:2]):
        return True
    if any(page.is_one_of(at, "refusing_words") and page.is_one_of(at - 1, "relatives") for at in head):
        return True
    end = told_end(page, clause)
    if end is None or any(page.is_one_of(at, "never_words") for at in range(clause.first, clause.last)):
        return False
    behind = range(end, min(end + _KEPT_TOKENS, clause.last))
    works = any(page.is_one_of(at, "soldiering_words") for at in behind[:2])
    return works and any(page.is_one_of(at, table) for at in behind for table in ("arms_words", "checkpoint_words"))


def _moves_in(page: Page, clause: Clause) -> bool:
    """ "The brigade moved in on 2 November": into the building just told of."""
    moved = [at for at in range(clause.first + 1, clause.last) if page.is_one_of(at, "moving_in_words")]
    if not moved or not page.is_one_of(moved[0] + 1, "in_words") or page.places.between(clause.first, clause.last):
        return False
    return page.is_one_of(clause.first, "they_words") or bool(mentions_of(page, clause.first, moved[0]))


def _lets_nothing(page: Page, clause: Clause) -> bool:
    """ "Nothing has been let through since"."""
    behind = range(clause.first, min(clause.first + 2 * _KEPT_TOKENS, clause.last))
    none = any(page.is_one_of(at, "nothing_words") for at in behind[:2])
    passive = next((at for at in behind if _is_passive(page, at)), clause.last)
    return none and any(page.is_one_of(at, "let_words") for at in behind if at > passive)


def _are_without_law(page: Page, clause: Clause) -> bool:
    """ "None has been charged", "they are accused of spying", "their families may not visit them"."""
    end = told_end(page, clause)
    kin = page.is_one_of(clause.first, "possessives") and page.is_one_of(clause.first + 1, "kin_words")
    end = clause.first + 2 if kin else end
    if end is None:
        return False
    behind = range(end, min(end + 2 * _KEPT_TOKENS, clause.last))
    denied = any(
        page.is_one_of(at, "never_words") or page.is_one_of(at, "none_words") for at in range(clause.first, clause.last)
    )
    tables = ("defence_words", "charged_words") if denied else ("charged_words",)
    passive = any(_is_passive(page, at) for at in behind[:_HEAD_TOKENS])
    return (denied or passive) and any(page.is_one_of(at, table) for at in behind for table in tables)
