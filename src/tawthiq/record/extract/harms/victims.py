"""Victims: who is harmed by an act that a clause tells."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, WORD
from tawthiq.terms.quantity import Comparator, Quantity

_CASES = ("case", "incident", "violation")
_OWN_VICTIMS = ("sexual_violence",)
_ADULT_AT = 18
_DOER_TOKENS = 5
_NEAR_TOKENS = 3
_CASE_TOKENS = 4
_OWN_TOKENS = 2
_SUBJECT_TOKENS = 4


def victims_of(page: Page, clause: Clause, act: Hit, acts: Sequence[Hit], victims: Sequence[Hit]) -> Sequence[Hit]:
    """Of "killed 12 children and wounded 30 others" those hurt by this act; all of the clause where none are told."""
    if ("acts" not in act.entry.more and act.code not in _OWN_VICTIMS) or len(acts) < 2:
        return victims
    inside = [victim for victim in victims if act.first <= victim.first < act.last]
    if any(victim.entry.more.get("victim") == "child" for victim in inside):
        return inside
    floor = max((other.last for other in acts if other.first < act.first), default=clause.first)
    ceiling = _next_act(page, act, acts, clause.last)
    before = [victim for victim in victims if floor <= victim.first and victim.last <= act.first]
    before = _of_shared_subject(page, act, acts, victims) or before
    ceiling = min(ceiling, _next_clause(page, act, ceiling))
    behind = [victim for victim in victims if act.last <= victim.first and victim.last <= ceiling]
    passive = _is_passive(page, act) or _is_behind_noun(page, act, before)
    first = before if passive and not page.lexicon.data.get("verb_first") else behind
    if shared := _told_of_all(page, clause, acts, victims):
        return shared
    return _persons(first) or _persons(before) or victims


def _of_shared_subject(page: Page, act: Hit, acts: Sequence[Hit], victims: Sequence[Hit]) -> list[Hit]:
    """ "Las niñas presenciaron el asesinato de maestros y fueron obligadas a": children in front of it all, of whom a
    second verb in the passive goes on to tell; empty where none is."""
    at = act.first - 1
    while page.is_one_of(at, "passive_words"):
        at -= 1
    if at == act.first - 1 or not page.is_one_of(at, "list_joiners") or page.lexicon.language != "es":
        return []
    first = min(one.first for one in acts)
    subject = [victim for victim in victims if victim.last <= first]
    return subject if any(victim.entry.more.get("victim") == "child" for victim in subject) else []


def _told_of_all(page: Page, clause: Clause, acts: Sequence[Hit], victims: Sequence[Hit]) -> list[Hit]:
    """ "Killed nine people and wounded 20, most of them children": who they mostly are, behind the last act, is told of
    each."""
    start = max(act.last for act in acts)
    for comma in (at for at in range(start, clause.last) if page.form(at) in COMMAS):
        most = page.hits_in(comma + 1, comma + 2, "majorities") or page.is_one_of(comma + 1, "mostly_words")
        told = _persons([victim for victim in victims if victim.first > comma]) if most else []
        if any(victim.entry.more.get("victim") == "child" for victim in told):
            return told
    return []


def _next_act(page: Page, act: Hit, acts: Sequence[Hit], last: int) -> int:
    """Where the next act begins that has victims of its own; of "mataron o hirieron a 12" both have the same."""
    end = act.last
    for other in sorted(acts, key=lambda one: one.first):
        if other.first < end:
            continue
        if any(not page.is_one_of(at, "list_joiners") for at in range(end, other.first)):
            return other.first
        end = other.last
    return last


def _next_clause(page: Page, act: Hit, last: int) -> int:
    """ "Two boys were shot, one fatally, when soldiers opened fire": where a clause of time begins."""
    turns = (at for at in range(act.last, last) if page.is_one_of(at, "subordinators"))
    return next((at for at in turns if not page.is_one_of(at, "prepositions")), last)


def _is_behind_noun(page: Page, act: Hit, before: Sequence[Hit]) -> bool:
    """ "Cinq élèves blessés": a participle of the noun in front; English puts its verbs there too."""
    english = page.lexicon.language == "en"
    return not english and not is_verb(page, act.first) and any(one.last == act.first for one in before)


def _persons(victims: Sequence[Hit]) -> list[Hit]:
    return [victim for victim in victims if victim.entry.more.get("victim") in ("child", "adult")]


def is_doer(page: Page, hit: Hit) -> bool:
    """ "By fighters", "by former government soldiers": who did it is no victim; "serve as soldiers": nor is a role."""
    if page.is_one_of(hit.first - 1, "role_words"):
        return not page.is_one_of(hit.last, "finite")
    if hit.entry.more.get("victim") == "adult" and page.is_one_of(hit.first - 1, "indefinite"):
        return page.is_one_of(hit.first - 2, "with_words") or page.is_one_of(hit.first - 2, "by_words")
    reach = _NEAR_TOKENS if hit.entry.more.get("victim") == "child" else _DOER_TOKENS
    for at in range(hit.first - 1, hit.first - reach, -1):
        if page.is_one_of(at, "by_words"):
            return not _is_suffered_by(page, hit, at)
        if at < 0 or page.tokens[at].sort != WORD or page.hits_in(at, at + 1, "units"):
            return False
    return False


def is_served(page: Page, hit: Hit, acts: Sequence[Hit]) -> bool:
    """ "Made to cook for the fighters", "told to guard": those whom they serve, a part of what they were made to do."""
    if hit.entry.more.get("victim") != "adult":
        return False
    told = [act for act in acts if act.code == "recruitment_use"]
    if any(act.first < hit.first < act.last for act in told):
        return True
    lead = hit.first - 1
    while page.is_one_of(lead, "determiners"):
        lead -= 1
    armed = page.is_one_of(lead, "served_preps") and bool(page.hits_in(hit.first, hit.last, "groups"))
    return armed and any(act.first <= lead for act in told)


def is_given_to(hit: Hit, acts: Sequence[Hit]) -> bool:
    """ "زوجت اثنتان منهن من مقاتلين": to whom they were married, a part of what was done to them."""
    given = (act for act in acts if act.code in _OWN_VICTIMS)
    return hit.entry.more.get("victim") == "adult" and any(act.first < hit.first < act.last for act in given)


def does_it(page: Page, hit: Hit, acts: Sequence[Hit]) -> bool:
    """ "Fighters abducted two sisters", "its men": armed people in front of what they did, in the active voice, are no
    victims; "22 soldiers dead", "four soldiers died" are."""
    armed = bool(page.hits_in(hit.first, hit.last, "groups")) or page.is_one_of(hit.first - 1, "its_words")
    armed = armed and page.lexicon.heads_last
    behind = next((act for act in acts if hit.last <= act.first <= hit.last + _NEAR_TOKENS), None)
    dies = behind is not None and behind.entry.more.get("acts") == "death"
    return (armed and behind is not None and not dies and not _is_passive(page, behind)) or _stands_behind(
        page, hit, acts
    )


def _stands_behind(page: Page, hit: Hit, acts: Sequence[Hit]) -> bool:
    """ "Lo raptaron ayer hombres del Frente": behind the verb with its object in front, men are who did it."""
    if not page.is_one_of(hit.first, "men_words") or page.is_one_of(hit.first - 1, "to_whom"):
        return False
    done = next((act for act in acts if act.first < hit.first and hit.first - act.last <= _SUBJECT_TOKENS), None)
    if done is None or any(page.form(at) in COMMAS for at in range(done.last, hit.first)):
        return False
    return any(page.is_one_of(at, "clitics") for at in (done.first - 1, done.first))


def _is_suffered_by(page: Page, hit: Hit, at: int) -> bool:
    """ "Violence suffered by girls", "complaints filed by boys": those who bear or tell it did not do it."""
    return hit.entry.more.get("victim") == "child" and page.is_one_of(at - 1, "suffered_words")


def is_young(page: Page, clause: Clause) -> bool:
    """ "Two brothers aged 7 and 9": an age under eighteen tells of a child, whatever the noun."""
    ages = [item.quantity for item in page.quantities.between(clause.first, clause.last) if item.rule == "age"]
    return any(age.low is not None and age.low < _ADULT_AT + _is_below(age) for age in ages)


def _is_below(age: Quantity) -> bool:
    return age.comparator is Comparator.LESS_THAN


def is_told_elsewhere(every: Sequence[Hit], victims: Sequence[Hit]) -> bool:
    """ "A 15-year-old boy conducted an attack, injuring 16 civilians": the age is that of a child not hurt by it."""
    hurt = {victim.first for victim in victims}
    return any(one.entry.more.get("victim") == "child" and one.first not in hurt for one in every)


def is_of_cases(page: Page, clause: Clause, victims: Sequence[Hit]) -> bool:
    """ "Fourteen of the 22 verified cases of rape": in a text that speaks of children its cases are theirs; "killing
    and maiming" is said of children alone."""
    if not victims or any(victim.code not in _CASES for victim in victims):
        return False
    termed = any(page.is_one_of(at, "maiming_terms") for at in range(clause.first, clause.last))
    return page.speaks_of_children or termed


def hurts_children(victims: Sequence[Hit], *, children_before: bool) -> bool:
    kinds = {victim.entry.more.get("victim") for victim in victims}
    if "child" in kinds:
        return True
    return children_before and "adult" not in kinds


def concerns_children(page: Page, clause: Clause, hit: Hit, victims: Sequence[Hit], *, children_before: bool) -> bool:
    if any(victim.entry.more.get("victim") == "child" for victim in victims) or is_young(page, clause):
        return True
    if any(page.is_one_of(at, "child_words") for at in range(hit.first, hit.last)):
        return True
    if hit.entry.more.get("needs") == "child":
        return children_before and not any(victim.entry.more.get("victim") == "adult" for victim in victims)
    adults = any(victim.entry.more.get("victim") == "adult" for victim in victims)
    if any(victim.code == "case" for victim in victims) and not adults:
        return True
    young = page.hits_in(max(0, hit.first - 12), hit.last + 12, "teens")
    return bool(young) or ((children_before or page.speaks_of_children) and not adults)


def child_is_doer(page: Page, clause: Clause, hit: Hit, victims: Sequence[Hit]) -> bool:
    """A child stands before an active verb of killing, somebody grown up behind it."""
    if _is_passive(page, hit) or page.is_one_of(hit.first, "act_nouns") or _is_only_seen(page, clause, hit):
        return False
    before = [victim for victim in victims if victim.last <= hit.first and victim.entry.more.get("victim") == "child"]
    if _is_behind_noun(page, hit, before):
        return False
    if any(page.is_one_of(at, "to_whom") for victim in before for at in range(victim.first - 2, victim.first)):
        return False
    young = page.hits_in(clause.first, hit.first, "teens")
    behind = [victim for victim in victims if hit.last <= victim.first <= hit.last + 6]
    kin = page.lexicon.language == "en"
    return bool(before or young) and bool(behind) and all(_is_grown(victim, kin=kin) for victim in behind)


def _is_only_seen(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "The boys witnessed the killing of their teacher": right in front of the deed, told as a noun."""
    near = range(max(clause.first, hit.first - _NEAR_TOKENS), hit.first)
    return any(page.is_one_of(at, "witnessing_words") for at in near)


def harms_own(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "A boy who killed his father was arrested": no party is near, it is a crime at home; not "the boys it takes have
    killed their parents"."""
    own = any(page.is_one_of(at, "possessives") for at in range(hit.last, hit.last + _OWN_TOKENS))
    held = any(one.code == "deprivation_liberty" for one in page.hits_in(clause.first, clause.last, "violations"))
    return own and held and not mentions_of(page, clause.first, clause.last)


def _is_grown(victim: Hit, *, kin: bool) -> bool:
    """An adult; with `kin` also their parents, neighbours, captives."""
    told = victim.entry.more.get("victim")
    return told == "adult" or (kin and told == "any" and victim.code == "person")


def _is_passive(page: Page, hit: Hit) -> bool:
    near = any(page.is_one_of(at, "passive_words") for at in range(hit.first - 3, hit.first))
    near = near or (hit.last > hit.first + 1 and page.is_one_of(hit.first, "passive_words"))
    return near or page.is_one_of(hit.last, "by_words")


def are_own(page: Page, first: int, last: int) -> bool:
    """ "She kept her three children in a cellar": a mother's own, whom nobody holds; not "soldiers kept his sons". The
    tokens are those of the verb."""
    pronoun = page.is_one_of(first - 1, "pronouns")
    lone = pronoun and not page.is_one_of(first - 1, "group_pronouns")
    named = not pronoun and page.is_capital(first - 1) and not mentions_of(page, first - 2, first)
    return (lone or named) and any(page.is_one_of(at, "own_words") for at in (first + 1, last))


def are_kept_by_own(page: Page, child: Hit) -> bool:
    """The same, from the children backward."""
    owner = child.first - 1 - (not page.is_one_of(child.first - 1, "own_words"))
    return page.is_one_of(owner, "own_words") and are_own(page, owner - 1, owner)


def is_no_case(page: Page, hit: Hit) -> bool:
    """ "The school is no isolated case", "su caso no es único": what is denied of it, with no number, tells no harm
    again."""
    near = (*range(hit.first - _CASE_TOKENS, hit.first), hit.last)
    return any(page.is_one_of(at, "never_words") for at in near) and not page.quantities.between(
        hit.first - 1, hit.last
    )
