"""No party's deed: what storms, crashes, families or ministries did to a school, a clinic, a convoy, a child."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.words.lexicon import Hit

_BY_TOKENS = 4
_CAUSE_TOKENS = 8
_ON_SITES = ("attack_school", "attack_hospital", "military_use", "denial_access")
_FIGHT_TOKENS = 2


def is_no_partys_deed(page: Page, clause: Clause, hit: Hit) -> bool:
    """The words of a violation whose doer stands there and bears no arms."""
    if hit.code == "denial_access" and _is_weather(page, clause):
        return True
    if hit.code in _ON_SITES:
        return any(_is_done_by(page, clause, hit, table) for table in _doers(hit))
    if hit.code == "maiming":
        return _is_accident(page, clause, hit)
    return hit.code == "recruitment_use" and (_is_battle(page, clause, hit) or _is_own_fight(page, clause, hit))


def _doers(hit: Hit) -> tuple[str, ...]:
    return ("natural_doers", "civil_users") if hit.code == "military_use" else ("natural_doers",)


def _is_done_by(page: Page, clause: Clause, hit: Hit, table: str) -> bool:
    """ "Storms damaged two schools", "was torn off by a storm", "families moved into the school"; of "a storm" itself
    no more is told."""
    behind = range(hit.first, min(hit.last + _BY_TOKENS, clause.last))
    by = next((at for at in behind if page.is_one_of(at, "by_words")), None)
    if by is not None and any(page.is_one_of(at, table) for at in range(by + 1, by + _BY_TOKENS)):
        return True
    at = hit.first - 1
    while at >= clause.first and (page.is_one_of(at, "adverbs") or page.is_one_of(at, "have_words")):
        at -= 1
    named = page.is_one_of(hit.first, table) and (at < clause.first or page.is_one_of(at, "determiners"))
    return named or (at >= clause.first and page.is_one_of(at, table))


def _is_weather(page: Page, clause: Clause) -> bool:
    """ "Heavy rain cut the road, and aid could not get through": nobody in the sentence bears arms."""
    sentence = page.sentences[clause.sentence]
    fell = any(page.is_one_of(at, "natural_doers") for at in range(sentence.first, sentence.last))
    return fell and not mentions_of(page, sentence.first, sentence.last)


def _is_accident(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Six pupils were hurt when their bus overturned"; not where it was fired on, or hit a mine."""
    end = min(hit.last + _CAUSE_TOKENS, clause.last)
    causes = [one for one in page.hits_in(hit.first, end, "natural_causes") if one.code == "accident"]
    if not causes or mentions_of(page, clause.first, clause.last):
        return False
    told = ("munition_words", "strike_nouns", "violent_words")
    return not any(page.is_one_of(at, table) for at in range(clause.first, clause.last) for table in told)


def _is_battle(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "The fighting in May left 17 children dead", "heavy fighting in Doru", "displaced by fighting in Doru": a noun,
    no child fights."""
    if not page.is_one_of(hit.first, "fighting_words") or hit.last - hit.first > _FIGHT_TOKENS:
        return False
    before = hit.first - 1
    if page.is_one_of(before, "battle_leads") and page.is_one_of(hit.first + 1, "in_words"):
        return True
    return before < clause.first or any(page.is_one_of(before, table) for table in ("determiners", "fierce_words"))


def _is_own_fight(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "As gangs took the hills and fought in the streets": armed people fight, and no child is told of in front of it
    in the same clause; not "said they fought for the Front"."""
    if not page.is_one_of(hit.first, "fighting_verbs"):
        return False
    turns = (at for at in range(hit.first - 1, clause.first, -1) if page.is_one_of(at, "subordinators"))
    first = next(turns, clause.first)
    armed = page.hits_in(first, hit.first, "groups") or mentions_of(page, first, hit.first)
    meant = any(page.is_one_of(at, table) for at in range(first, hit.first) for table in ("pronouns", "relatives"))
    people = page.hits_in(first, hit.first, "units", "teens", "witnesses")
    return bool(armed) and not meant and not any(one.entry.more.get("victim") != "thing" for one in people)
