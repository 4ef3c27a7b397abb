"""Led: children whom somebody brings to care, home or to school, who were not taken away."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_WAY_TOKENS = 10
_PLACE_TOKENS = 4


def is_led(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Soldiers took the wounded children to the hospital", "parents took their children out of school"; not "took
    nine children from the school", nor "the rebels took them to their school"."""
    verb = next((at for at in range(hit.first, hit.last) if page.is_one_of(at, "bringing_words")), None)
    led = verb is not None and (_is_by_kin(page, verb) or _ends_in_care(page, clause, verb))
    return led or (verb is not None and _is_behind_kin(page, clause, verb))


def _is_behind_kin(page: Page, clause: Clause, verb: int) -> bool:
    """ "Was taken to the police station by her mother"."""
    by = [at for at in range(verb, clause.last) if page.is_one_of(at, "by_words")]
    return any(page.is_one_of(at + 1 + int(page.is_one_of(at + 1, "possessives")), "guardian_words") for at in by)


def _is_by_kin(page: Page, verb: int) -> bool:
    """Who brings them is their own: right in front of the verb, or behind it where verbs come first."""
    if page.lexicon.data.get("verb_first"):
        return page.is_one_of(verb + 1, "guardian_words")
    at = verb - 1
    while page.is_one_of(at, "have_words"):
        at -= 1
    opens = at - 1
    while page.is_one_of(opens, "determiners") or page.is_one_of(opens, "possessives"):
        opens -= 1
    return page.is_one_of(at, "guardian_words") and not page.is_one_of(opens, "prepositions")


def _ends_in_care(page: Page, clause: Clause, verb: int) -> bool:
    for at in range(verb + 1, min(verb + _WAY_TOKENS, clause.last)):
        if page.form(at) in (",", "،", ";") or page.is_one_of(at, "finite"):
            return False
        place = _place_behind(page, clause, at)
        if place is None:
            continue
        one = any(page.is_one_of(here, "indefinite") for here in range(at + 1, place))
        return page.is_one_of(place, "care_places") or (not one and not _is_taken_by_rebels(page, clause))
    return False


def _place_behind(page: Page, clause: Clause, at: int) -> int | None:
    """Where the way that begins on the token ends: "to [the nearest] hospital", "home"."""
    if page.is_one_of(at, "home_words") and not any(
        page.is_one_of(at - 1, table) for table in ("prepositions", "determiners", "possessives")
    ):
        return at
    if not page.is_one_of(at, "care_preps"):
        return None
    for here in range(at + 1, min(at + 1 + _PLACE_TOKENS, clause.last)):
        if page.is_one_of(here, "care_places") or page.is_one_of(here, "everyday_places"):
            return here
        if page.is_one_of(here, "prepositions") or page.tokens[here].sort == NUMBER:
            return None
    return None


def _is_taken_by_rebels(page: Page, clause: Clause) -> bool:
    """Home and to school the police may bring a child; where anybody else under arms does, it is no way home."""
    return not all(
        any(hit.code == "state_force" for hit in page.hits_in(mention.first, mention.last, "groups"))
        or any(page.is_one_of(at, "police_words") for at in range(mention.first, mention.last))
        for mention in mentions_of(page, clause.first, clause.last)
    )
