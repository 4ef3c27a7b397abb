"""Nature: what water, mud or a find on the ground did, and nobody."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.words.lexicon import Hit

_FLIGHT_TOKENS = 4
_GATHER_TOKENS = 4
_MUD_TOKENS = 4
_ACCIDENT_TOKENS = 6


def is_by_nature(page: Page, clause: Clause, hit: Hit) -> bool:
    """The words of a violation where no deed stands behind them."""
    if hit.code == "killing":
        return _drowned_in_flight(page, hit)
    if hit.code == "maiming":
        return _is_gathered(page, hit) or _is_by_accident(page, clause, hit)
    if hit.code in ("attack_school", "attack_hospital"):
        return _is_by_accident(page, clause, hit)
    return hit.code == "denial_access" and _is_stuck_in_mud(page, clause, hit)


def _drowned_in_flight(page: Page, hit: Hit) -> bool:
    """ "Drowned while fleeing the shelling": the water did it."""
    drowned = any(page.is_one_of(at, "drowned_words") for at in range(hit.first, hit.last))
    return drowned and any(page.is_one_of(at, "fleeing_words") for at in range(hit.last, hit.last + _FLIGHT_TOKENS))


def _is_by_accident(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Hurt in a road accident", "the earthquake destroyed four schools": no arms are told of."""
    near = page.hits_in(max(clause.first, hit.first - _ACCIDENT_TOKENS), hit.last + _ACCIDENT_TOKENS, "natural_causes")
    if not any(cause.code == "accident" for cause in near):
        return False
    armed = any(page.is_one_of(at, "munition_words") for at in range(clause.first, clause.last))
    return not armed and not mentions_of(page, clause.first, clause.last)


def _is_gathered(page: Page, hit: Hit) -> bool:
    """ "Children collected shrapnel": it lay on the ground."""
    alone = hit.last == hit.first + 1 and page.is_one_of(hit.first, "fragment_words")
    return alone and any(page.is_one_of(at, "gather_words") for at in range(hit.first - _GATHER_TOKENS, hit.first))


def _is_stuck_in_mud(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Trucks with aid were stuck in the mud": nobody denied it."""
    behind = range(hit.first, min(hit.last + _MUD_TOKENS, clause.last))
    return any(page.is_one_of(at, "mud_words") for at in behind) and not mentions_of(page, clause.first, clause.last)
