"""Patients: whether the words of a deed befall grown-ups beside whom children are only named."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.victims import is_young
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER, SIGN

_OBJECT_TOKENS = 5
_OWNED_TOKENS = 3
_ALONG_TOKENS = 6


def befalls_adults(page: Page, hit: Hit, victims: Sequence[Hit]) -> bool:
    """ "Arrested the mother of three girls", "a commander was arrested after the deaths of six children"; not "arrested
    a mother and her three girls", "60 people were arrested, nine of them boys"."""
    if not page.lexicon.data.get("joined_victims"):
        return _is_of_kin(page, hit) and not _takes_children_too(page, hit)
    if _describes_adult(page, hit):
        return True
    people = sorted((one for one in victims if _sort(one) in ("adult", "child")), key=lambda one: one.first)
    if any(_sort(one) == "child" and one.first < hit.last for one in people):
        return _turns_to_adults(page, hit, people)
    before = [one for one in people if one.last <= hit.first]
    behind = [one for one in people if one.first >= hit.last]
    if _is_suffered(page, hit):
        return bool(before and behind) and not _are_joined(page, hit.last, behind)
    near = bool(behind) and behind[0].first - hit.last < _OBJECT_TOKENS and _sort(behind[0]) == "adult"
    return near and not _are_joined(page, behind[0].last, behind[1:])


def _is_of_kin(page: Page, hit: Hit) -> bool:
    """ "Hijos de padres asesinados", "niños cuyos padres fueron asesinados": told of their parents alone, right in
    front; not "niños y padres asesinados"."""
    at = hit.first - 1
    while page.is_one_of(at, "passive_words") or page.is_one_of(at, "have_words"):
        at -= 1
    at = _past_children(page, at)
    if not page.is_one_of(at, "parent_words"):
        return False
    led = at - 1
    while any(page.is_one_of(led, table) for table in ("determiners", "possessives")):
        led -= 1
    return led < 0 or not (page.tokens[led].sort == SIGN or page.is_one_of(led, "list_joiners"))


def _past_children(page: Page, at: int) -> int:
    """ "Los padres de los tres niños": back to the parents, past whose they are."""
    child = next((one for one in page.hits_in(at, at + 1, "units") if _sort(one) == "child"), None)
    led = at if child is None else child.first - 1
    while page.is_one_of(led, "determiners") or page.tokens[led].sort == NUMBER or _is_number_word(page, led):
        led -= 1
    return led - 1 if child is not None and page.is_one_of(led, "of_words") else at


def _is_number_word(page: Page, at: int) -> bool:
    return page.form(at) in page.lexicon.number_words


def _takes_children_too(page: Page, hit: Hit) -> bool:
    """ "La madre fue secuestrada con sus dos hijos": they were taken along."""
    near = page.hits_in(hit.first, hit.last + _ALONG_TOKENS, "units")
    child = next((one.first for one in near if _sort(one) == "child"), hit.first)
    between = range(hit.first, child)
    return any(page.is_one_of(at, table) for at in between for table in ("with_words", "list_joiners"))


def _turns_to_adults(page: Page, hit: Hit, people: Sequence[Hit]) -> bool:
    """ "After the group met to recruit children, the police arrested 11 individuals": behind a comma, in the active
    voice, with nobody but grown people right behind."""
    before = [one for one in people if one.first < hit.last]
    behind = [one for one in people if one.first >= hit.last]
    parted = any(page.form(at) in COMMAS for at in range(before[-1].last, hit.first))
    if not (parted and behind) or before[-1].last > hit.first or _is_suffered(page, hit):
        return False
    between = range(hit.last, behind[0].first)
    apart = any(page.form(at) in COMMAS or page.is_one_of(at, "subordinators") for at in between)
    return not apart and len(between) < _OBJECT_TOKENS and all(_sort(one) == "adult" for one in behind)


def _describes_adult(page: Page, hit: Hit) -> bool:
    """ "The mother of a jailed journalist": which of them it is, right in front of the noun."""
    led = page.is_one_of(hit.first - 1, "determiners") or page.is_one_of(hit.first - 1, "indefinite")
    nouns = page.hits_in(hit.last, hit.last + 1, "units")
    return led and hit.last == hit.first + 1 and any(_sort(noun) == "adult" for noun in nouns)


def _sort(one: Hit) -> str:
    return one.entry.more.get("victim", "")


def _are_joined(page: Page, first: int, people: Sequence[Hit]) -> bool:
    """Some child is led in as one more of those whom it befell; True where no child is named at all."""
    children = [one for one in people if _sort(one) == "child"]
    if not children:
        return True
    between = range(first, children[-1].first)
    return any(page.tokens[at].sort == SIGN or page.is_one_of(at, "joined_victims") for at in between)


def _is_suffered(page: Page, hit: Hit) -> bool:
    """ "Was arrested", "was later arrested"; not "was seen arresting", "were accused of killing"."""
    if page.form(hit.first).endswith("ing"):
        return False
    adverb = not any(page.is_one_of(hit.first - 1, table) for table in ("prepositions", "of_words", "finite"))
    return page.is_one_of(hit.first - 1, "passive_words") or (adverb and page.is_one_of(hit.first - 2, "passive_words"))


def is_done_by_other(page: Page, clause: Clause, hit: Hit, victims: Sequence[Hit], *, children_before: bool) -> bool:
    """What only armed people do to children, or children themselves, where others do it: "the school held 300 pupils
    for two hours", "their father joined the Front", "men who took the girls were members of it"; not "three boys
    joined the Front"."""
    by = hit.entry.more.get("by")
    if by == "armed":
        return not mentions_of(page, clause.first, clause.last)
    if by == "child" and any(hit.first <= one.first < hit.last and _sort(one) == "child" for one in victims):
        return any(page.is_one_of(at, "telling_relatives") for at in range(clause.first, hit.first))
    before = sorted((one for one in victims if one.last <= hit.first), key=lambda one: one.first)
    if by != "child" or (before and _sort(before[-1]) == "child"):
        return False
    grown = bool(before) and _sort(before[-1]) == "adult"
    return grown or not (is_young(page, clause) or (children_before and not before))


def owns_adult(page: Page, hit: Hit) -> bool:
    """ "The boys' teacher was arrested": whose teacher it was."""
    if page.form(hit.last) != "'" or _sort(hit) != "child":
        return False
    owned = page.hits_in(hit.last + 1, hit.last + 1 + _OWNED_TOKENS, "units")
    return any(_sort(one) in ("adult", "any") and one.code == "person" for one in owned)
