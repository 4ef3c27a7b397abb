"""Takings: words for a taking or a prison where no child was taken: buried, led home, one's own, a prison nearby."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.held_for import is_held_for_it
from tawthiq.record.extract.harms.led import is_led
from tawthiq.record.extract.harms.ransoms import is_ransom_alone
from tawthiq.record.extract.harms.victims import are_own
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.words.lexicon import Hit

_RUBBLE_TOKENS = 6
_PRISON_TOKENS = 4
_HOME_TOKENS = 6


def takes_nobody(page: Page, clause: Clause, hit: Hit) -> bool:
    """True where words for an abduction or a detention tell of no child that was taken or held."""
    if hit.code == "abduction" and _lies_buried(page, clause, hit):
        return True
    if hit.code == "deprivation_liberty" and (_is_prison_nearby(page, hit) or is_held_for_it(page, clause, hit)):
        return True
    if hit.code == "abduction" and _takes_in(page, hit):
        return True
    if is_ransom_alone(page, clause, hit):
        return True
    taking = hit.code in ("abduction", "deprivation_liberty")
    return taking and (is_led(page, clause, hit) or are_own(page, hit.first, hit.last))


def _takes_in(page: Page, hit: Hit) -> bool:
    """ "Families have taken in 40 children": they are given a home, or join a group; not "took in boys as fighters",
    "was taken in May"."""
    verb = next((at for at in range(hit.first, hit.last) if page.is_one_of(at, "bringing_words")), hit.first)
    led = page.is_one_of(verb, "took_words") and page.is_one_of(verb + 1, "inward_words")
    units = page.hits_in(verb + 2, verb + _HOME_TOKENS, "units")
    children = [unit for unit in units if unit.entry.more.get("victim") == "child"]
    roles = any(page.is_one_of(at, "role_words") for unit in children for at in (unit.last, unit.last + 1))
    return led and bool(children) and not roles and not page.dates.between(verb + 2, verb + 3)


def _lies_buried(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Missing under the rubble": nobody took them; not "abducted from the ruins of Kesh"."""
    if not any(page.is_one_of(at, "missing_words") for at in range(hit.first, hit.last)):
        return False
    near = range(max(clause.first, hit.first - _RUBBLE_TOKENS), min(hit.last + _RUBBLE_TOKENS, clause.last))
    return any(page.is_one_of(at, "rubble_words") for at in near)


def _is_prison_nearby(page: Page, hit: Hit) -> bool:
    """ "Killed near the prison", "a strike on a prison": where it was; not "near Kesh four boys were detained", where a
    verb comes between, nor "el Frente", which is no "in front of"."""
    where = ("prison_near", "strike_nouns")
    before = range(hit.first - _PRISON_TOKENS, hit.first)
    words = (at for at in before if not (_is_headed(page, at) or page.is_one_of(at - 1, "have_words")))
    near = next((at for at in words if any(page.is_one_of(at, table) for table in where)), None)
    return near is not None and not has_verb(page, near + 1, hit.first + 1)


def _is_headed(page: Page, at: int) -> bool:
    return page.is_capital(at) and page.is_one_of(at - 1, "determiners")
