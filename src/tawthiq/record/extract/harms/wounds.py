"""Wounds: deaths and wounds that nobody dealt here: of nature, of older wounds, of those who are tended."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_DONE_TO_THEM = ("killing", "maiming", "sexual_violence", "abduction")
_CAUSE_TOKENS = 8
_WOUND_TOKENS = 5


def is_no_wound(page: Page, clause: Clause, hit: Hit) -> bool:
    """True where words for a death or a wound tell no further harm: it came of nature, or is told elsewhere."""
    if hit.entry.more.get("acts") == "death" and _died_of_nature(page, clause, hit):
        return True
    if hit.code == "maiming" and (_died_of_it(page, hit) or _is_cared_for(page, hit)):
        return True
    return hit.code in ("maiming", "deprivation_liberty") and _describes_victims(page, clause, hit)


def _died_of_it(page: Page, hit: Hit) -> bool:
    """ "Died of her wounds": the wounds are no second harm."""
    if page.form(hit.first).startswith("و"):
        return False
    deaths = page.hits_in(max(0, hit.first - 4), hit.first, "violations")
    return any(
        death.entry.more.get("acts") == "death"
        and 0 < hit.first - death.last < 4
        and not any(_starts_anew(page, at) for at in range(death.last, hit.first))
        for death in deaths
    )


def _died_of_nature(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Died of cholera", "in a flood": nobody killed them; not "died when a shell hit a cholera ward", where a deed or
    a weapon stands in front, nor "of complications of shrapnel wounds"."""
    end = min(hit.last + _CAUSE_TOKENS, clause.last)
    causes = page.hits_in(hit.first, end, "natural_causes")
    if not causes or page.hits_in(hit.last, causes[0].first, "violations"):
        return False
    before = range(hit.last, causes[0].first)
    struck = any(page.is_one_of(at, table) for at in before for table in ("munition_words", "strike_nouns"))
    return not struck and not _comes_of_wounds(page, causes[0])


def _comes_of_wounds(page: Page, cause: Hit) -> bool:
    """ "An infection after they were shot": the wound stands behind the illness, in the same breath."""
    behind = page.hits_in(cause.last, cause.last + _WOUND_TOKENS, "violations")
    wounds = [hit for hit in behind if hit.entry.more.get("acts") == "harm"]
    return bool(wounds) and not any(_starts_anew(page, at) for at in range(cause.last, wounds[0].first))


def _is_cared_for(page: Page, hit: Hit) -> bool:
    """ "Children used for attending to the wounded": whom they tend, not what was done to them."""
    named = page.is_one_of(hit.first - 1, "determiners") or page.form(hit.first).startswith("ال")
    return named and any(page.is_one_of(at, "care_words") for at in range(hit.first - 4, hit.first))


def _starts_anew(page: Page, at: int) -> bool:
    return page.tokens[at].sort == NUMBER or page.is_one_of(at, "list_joiners") or page.form(at) in (",", "،", ";")


def _describes_victims(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Wounded adolescents were dragged away": an older wound is not what is told."""
    others = [act for act in page.hits_in(clause.first, clause.last, "violations") if act.code in _DONE_TO_THEM]
    others = [act for act in others if act.code != hit.code and not act.first <= hit.first < act.last]
    if not others or hit.last - hit.first > 1:
        return False
    if page.lexicon.language == "en":
        after_verb = hit.first > clause.first and page.is_one_of(hit.first - 1, "list_joiners")
        attributive = bool(page.hits_in(hit.last, hit.last + 1, "units"))
        return attributive and not after_verb and page.form(hit.first).endswith("ed")
    around = page.hits_in(max(clause.first, hit.first - 3), hit.first, "units")
    return hit.code == "deprivation_liberty" and any(unit.last == hit.first for unit in around)
