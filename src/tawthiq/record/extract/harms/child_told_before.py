"""Child told before: a pronoun, hurt in this clause, that stands for a child of the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.victims import is_young
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit

_BEING_TOKENS = 4
_NEXT_BLOCK = 1


def is_of_child_before(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "The boy was walking home. He was shot by a soldier", "my brother is 12. They beat him"; not where a grown-up
    was named beside the child, who could be meant too."""
    at = _hurt_pronoun(page, clause, hit)
    return at is not None and _tells_child_alone(page, clause, several=not page.is_one_of(at, "lone_pronouns"))


def _hurt_pronoun(page: Page, clause: Clause, hit: Hit) -> int | None:
    """The pronoun right behind the act; or in front of it, with nothing but being and adverbs between."""
    if page.is_one_of(hit.last, "hurt_objects") and _ends_phrase(page, hit.last + 1):
        return hit.last
    if page.is_one_of(hit.last - 1, "hurt_objects") and hit.last - hit.first > 1:
        return hit.last - 1
    return _hurt_subject(page, clause, hit)


def _hurt_subject(page: Page, clause: Clause, hit: Hit) -> int | None:
    """ "He has been shot", "she died", "she lost a leg", "ils disent avoir été battus"; not "he shot"."""
    at, passive = hit.first - 1, hit.entry.more.get("acts") == "death" or _is_borne(page, hit)
    while at > clause.first and hit.first - at < _BEING_TOKENS and _is_small(page, at):
        passive = passive or page.is_one_of(at, "passive_words")
        at -= 1
    passive = passive or page.is_one_of(hit.first, "passive_words")
    return at if passive and at >= clause.first and page.is_one_of(at, "hurt_subjects") else None


def _is_borne(page: Page, hit: Hit) -> bool:
    """ "She lost a leg"."""
    return hit.code == "maiming" and page.is_one_of(hit.first, "losing_words")


def _is_small(page: Page, at: int) -> bool:
    tables = ("passive_words", "have_words", "adverbs", "perfect_infinitives")
    return any(page.is_one_of(at, table) for table in tables) or _is_said(page, at)


def _is_said(page: Page, at: int) -> bool:
    """ "Elles disent avoir été violées": they tell it of themselves."""
    told = any(hit.code == "say" for hit in page.hits_in(at, at + 1, "cues"))
    return told and page.is_one_of(at + 1, "perfect_infinitives")


def _ends_phrase(page: Page, at: int) -> bool:
    """ "Beat her with a rifle", "killed them both"; not "beat her brother"."""
    tables = ("prepositions", "adverbs", "list_joiners", "subordinators", "clause_starts")
    return not page.form(at).isalpha() or any(page.is_one_of(at, table) for table in tables)


def _tells_child_alone(page: Page, clause: Clause, *, several: bool) -> bool:
    """Of the sentence before, and of this one up to the clause, every person is a child, but for armed men in the
    plural where one child is meant."""
    first = _sentence_before(page, clause)
    armed = page.hits_in(first, clause.first, "groups")
    others = [hit for hit in page.hits_in(first, clause.first, "units") if not _is_within(hit, armed)]
    people = {hit.entry.more.get("victim") for hit in others} & {"child", "adult", "any"}
    aged = is_young(page, Clause(first, clause.first, clause.sentence))
    if armed and (several or any(page.is_one_of(hit.first - 1, "indefinite") for hit in armed)):
        return False
    return people == {"child"} or (people <= {"any"} and aged)


def _is_within(hit: Hit, armed: Sequence[Hit]) -> bool:
    return any(one.first <= hit.first < one.last for one in armed)


def _sentence_before(page: Page, clause: Clause) -> int:
    here = page.sentences[clause.sentence]
    if clause.sentence == 0:
        return here.first
    before = page.sentences[clause.sentence - 1]
    return before.first if here.block - before.block <= _NEXT_BLOCK else here.first
