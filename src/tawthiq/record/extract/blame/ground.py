"""Ground: who holds the place where it happened; who holds a place did not strike it."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import WORD

_HELD_TOKENS = 7
_FIRED_TOKENS = 5
_INSIDE_TOKENS = 3
_HOLDER_TOKENS = 14


def holds_ground(page: Page, mention: Mention) -> bool:
    """ "Dans une zone tenue par les rebelles", "an area under the control of the Front", "un feudo del Frente"; not
    "boys held by the Front", nor at their checkpoint, in their prison."""
    first = max(0, mention.first - _HELD_TOKENS)
    held = [hit for hit in page.hits_in(first, mention.first, "ground_held") if _leads_to(page, hit, mention)]
    if held and page.is_one_of(held[-1].first, "held_places"):
        return True
    if not held or _holds_people(page, held[-1]) or _is_fired_from(page, held[-1]):
        return False
    outside = (at for at in range(first, mention.first) if not held[-1].first <= at < held[-1].last)
    return not any(page.is_one_of(at, "checkpoint_words") for at in outside)


def _is_fired_from(page: Page, hit: Hit) -> bool:
    """ "A rocket launched from positions held by the Guard": who holds the place did it."""
    near = range(max(0, hit.first - _FIRED_TOKENS), hit.first)
    return any(page.is_one_of(at, "launching_words") and page.is_one_of(at + 1, "from_words") for at in near)


def _leads_to(page: Page, hit: Hit, mention: Mention) -> bool:
    """No verb, no new thought, no other party stands between what is held and who holds it."""
    between = range(hit.last, mention.first)
    stops = any(page.is_one_of(at, "finite") or page.form(at) in (",", "،", ";", ".") for at in between)
    return hit.last <= mention.first and not stops and not _is_anew(page, hit, mention)


def _is_anew(page: Page, hit: Hit, mention: Mention) -> bool:
    """ "In the area held by the Front the army killed": a second party; not "rebels of the Front", "the Front and the
    army"."""
    groups = [one.last for one in page.hits_in(hit.last, mention.first, "groups", "group_heads")]
    ends = [*groups, *(one.last for one in page.parties.between(hit.last, mention.first))]
    between = range(max(ends, default=mention.first), mention.first)
    tied = any(page.is_one_of(at, table) for at in between for table in ("of_words", "list_joiners"))
    return bool(between) and not tied


def _holds_people(page: Page, hit: Hit) -> bool:
    """ "Boys held by", "63 boys, some of eleven, were held by": whatever is named last in front is held."""
    if _is_prison(page, hit) or _are_kept_in(page, hit) or _are_trained_in(page, hit):
        return True
    for at in range(hit.first - 1, max(-1, hit.first - _HOLDER_TOKENS), -1):
        named = page.hits_in(at, at + 1, "units", "singles", "site_heads", "place_heads", "targets")
        if named:
            return any(one.entry.section in ("units", "singles") and _is_person(one) for one in named)
        if page.is_capital(at) and page.tokens[at].sort == WORD:
            return False
    return False


def _is_prison(page: Page, hit: Hit) -> bool:
    """ "In a prison controlled by": who is in it is held; not "a strike on a prison controlled by", nor near one."""
    told = page.hits_in(max(0, hit.first - _HOLDER_TOKENS), hit.first, "violations")
    prison = any(one.code == "deprivation_liberty" and one.last == hit.first for one in told)
    return prison and any(page.is_one_of(at, "in_words") for at in range(hit.first - _INSIDE_TOKENS, hit.first))


def _are_kept_in(page: Page, hit: Hit) -> bool:
    """ "Being held in a camp run by": who runs the place keeps them there; not "taken in an area held by"."""
    near = range(max(0, hit.first - _HOLDER_TOKENS), hit.first)
    kept = next((at for at in near if page.is_one_of(at, "kept_words")), hit.first)
    site = page.is_one_of(hit.first - 1, "post_words")
    return site and any(page.is_one_of(at, "in_words") for at in range(kept, hit.first))


def _are_trained_in(page: Page, hit: Hit) -> bool:
    """ "Escaped from a training camp run by", "trained in a camp run by": who runs the place made them serve."""
    told = page.hits_in(max(0, hit.first - _HOLDER_TOKENS), hit.first, "violations")
    if not told or any(one.code != "recruitment_use" for one in told):
        return False
    inside = any(page.is_one_of(at, "in_words") for at in range(hit.first - _INSIDE_TOKENS, hit.first))
    return told[-1].last == hit.first or (inside and page.is_one_of(hit.first - 1, "post_words"))


def _is_person(unit: Hit) -> bool:
    return unit.entry.more.get("victim", "child") in ("child", "adult", "any")
