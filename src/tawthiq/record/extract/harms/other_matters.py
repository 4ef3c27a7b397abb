"""Other matters: clauses between violations that tell of funds, courts, treaties, talks, battles or aid."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.blamed import blames_some
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import QuantityKind

_ARMED_TOKENS = 2
_NOUN_TOKENS = 2
_NOUN_LETTERS = 4
_THINGS = ("thing", "report")
_VICTIMS = ("child",)
_CASES = ("case", "incident", "violation")
_BACK = ("those_words", "partitive_pronouns")


def tells_other_matter(page: Page, clause: Clause) -> bool:
    """ "The court sentenced two soldiers", "the plan requires 45 million dollars": goes on about nothing told before;
    not so "of those, three were sentenced", which counts on the children told before."""
    told = page.hits_in(clause.first, clause.last, "other_matters")
    told_of_others = any(not _is_of_victims(page, clause, hit) for hit in told)
    return told_of_others or _counts_others(page, clause)


def _is_of_victims(page: Page, clause: Clause, hit: Hit) -> bool:
    """Children or cases stand in front: they are who it was done to; a setting is one whoever stands there."""
    if hit.code == "setting":
        return False
    before = page.hits_in(clause.first, hit.first, "units")
    if any(unit.entry.more.get("victim") in _VICTIMS or unit.code in _CASES for unit in before):
        return True
    return any(page.is_one_of(at, table) for at in range(clause.first, hit.first) for table in _BACK)


def _counts_others(page: Page, clause: Clause) -> bool:
    """ "Contains 23 activities, of which 14 are done", "said it had killed 30 fighters": all that is counted is things,
    or grown people of whom none speaks."""
    found = page.quantities.between(clause.first, clause.last)
    counted = [item for item in found if item.quantity.kind is QuantityKind.COUNT]
    if (
        not counted
        or page.hits_in(counted[0].first, clause.last, "cues")
        or blames_some(page, clause.first, clause.last)
    ):
        return False
    if _is_beside_denial(page, clause):
        return False
    if any(page.is_one_of(at, table) for at in range(clause.first, clause.last) for table in _BACK):
        return False
    return _is_other(page, counted[0], clause.last) and all(
        _is_other(page, item, clause.last) or page.is_one_of(item.first - 1, "loose_relatives") for item in counted[1:]
    )


def _is_beside_denial(page: Page, clause: Clause) -> bool:
    """ "The army denies it, and says that nine soldiers died": told of the deed that it denies."""
    sentence = page.sentences[clause.sentence]
    told = page.hits_in(sentence.first, sentence.last, "cues", "denials")
    return any(hit.code == "denial" or hit.entry.more.get("denial") == "yes" for hit in told)


def _is_other(page: Page, item: QuantityFound, last: int) -> bool:
    whole = _past_of(page, item.last)
    units = page.hits_in(item.core, min(whole + _ARMED_TOKENS, last), "units")
    return _has_noun(page, item, whole, last) or any(
        unit.entry.more.get("victim") == "adult" or unit.code in _THINGS for unit in units[:1]
    )


def _past_of(page: Page, at: int) -> int:
    """Behind "two of the four": where that begins which is counted."""
    if not page.is_one_of(at, "of_words"):
        return at
    behind = at + 1
    while page.is_one_of(behind, "determiners") or page.is_number(behind):
        behind += 1
    return behind if behind > at + 1 else at


def _has_noun(page: Page, item: QuantityFound, whole: int, last: int) -> bool:
    """A plural that no lexicon knows as children, cases, persons, right behind the number or behind one more word; not
    so between marks, where a party has words of its own for whom it took."""
    endings = page.lexicon.endings("plural_endings")
    if not endings or item.rule != "loose" or page.quotations_over(page.span(item.core, item.last)):
        return False
    for at in range(whole, min(whole + _NOUN_TOKENS, last)):
        if page.is_one_of(at, "phrase_breaks") or page.is_one_of(at, "counted_as_people") or is_verb(page, at):
            return False
        if len(page.form(at)) >= _NOUN_LETTERS and page.form(at).endswith(endings):
            return not page.hits_in(at, at + 1, "units")
    return False
