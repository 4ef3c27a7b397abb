"""Doers: which of a clause's mentions it makes responsible."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.blame.asides import is_told_aside
from tawthiq.record.extract.blame.bystanders import (
    explains,
    inquires,
    is_counted_among,
    is_fought_between,
    is_harmed,
    is_only_belonged_to,
    is_only_placed,
    is_role,
    names_site,
)
from tawthiq.record.extract.blame.verbs_first import behind_verbs
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.men import is_officer, is_title
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS, NUMBER

_BY_TOKENS = 6
_BETWEEN_TOKENS = 12
_FOUGHT_TOKENS = 3
_SIDE_TOKENS = 3


def doers_of(page: Page, clause: Clause, mentions: Sequence[Mention], acts: Sequence[Hit]) -> list[Mention]:
    """Those of the mentions that the clause makes responsible, most direct first.

    A list or "attributed to" counts before "by", that before the subject of the act, that before any other mention
    that is not itself what was attacked.
    """
    mentions = [
        mention
        for mention in mentions
        if not is_fought_between(page, mention)
        and not is_only_placed(page, clause, mention)
        and not (mention.group and is_role(page, mention))
        and not is_counted_among(page, mention)
        and not _is_identified(page, clause, mention)
        and not _only_owns(page, mention, mentions)
    ]
    mentions = [mention for mention in mentions if not explains(page, mention) and not inquires(page, mention, acts)]
    mentions = [mention for mention in mentions if not is_harmed(page, mention, acts)]
    mentions = [mention for mention in mentions if acts or not is_officer(page, mention, alone=True)]
    outside = [mention for mention in mentions if not is_told_aside(page, clause, mention, mentions)]
    mentions = outside if outside or _has_subject_in_front(page, clause) else mentions
    listed = [mention for mention in mentions if mention.listed]
    if listed:
        return [*_blamed_in_front(page, clause, mentions, listed), *listed]
    mentions = [mention for mention in mentions if not _is_weapon(page, mention, mentions)]
    mentions = [mention for mention in mentions if not is_only_belonged_to(page, clause, mention)]
    blamed, by = _behind(page, clause, mentions, "by_party"), _behind_by(page, clause, mentions)
    if blamed or by:
        return by if all(one in by for one in blamed) else blamed
    if fought := _sides(page, clause, mentions, acts):
        return fought
    mentions = [mention for mention in mentions if not names_site(page, clause, mention, acts)]
    if page.lexicon.data.get("verb_first") and (subjects := behind_verbs(page, mentions, acts)):
        return subjects
    suspects = [
        mention
        for mention in mentions
        if not is_victim(page, clause, mention, acts)
        and not (mention.group and page.is_one_of(mention.first - 1, "possessives"))
    ]
    before = [mention for mention in suspects if acts and mention.last <= acts[0].first + 1]
    together = _chained_back(page, before) if before else []
    if any(not mention.group for mention in together):
        return together
    subject = [mention for mention in before if not mention.group] or before
    if subject or not suspects:
        return _chained_back(page, subject) if subject else []
    return _together(page, suspects) if acts else suspects[:1]


def _sides(page: Page, clause: Clause, mentions: Sequence[Mention], acts: Sequence[Hit]) -> list[Mention]:
    """ "Hurt in crossfire between the army and the Front": both sides; "clashes between them resumed" hurt nobody."""
    children = (unit.entry.more.get("victim") == "child" for unit in page.hits_in(clause.first, clause.last, "units"))
    if not acts and not any(children):
        return []
    for at in range(clause.first + 1, clause.last):
        fought = page.is_one_of(at, "between_begin") and any(
            page.is_one_of(here, "fighting_nouns") for here in range(max(clause.first, at - _FOUGHT_TOKENS), at)
        )
        behind = [mention for mention in mentions if mention.first > at] if fought else []
        sides = _chained(page, behind, behind[0].first) if behind and behind[0].first - at <= _SIDE_TOKENS else []
        if len(sides) > 1:
            return sides
    return []


def _together(page: Page, suspects: Sequence[Mention]) -> list[Mention]:
    """The first that is named, with those joined to it; of "clashes between the Eagles and the Guard" both names."""
    sides = _chained(page, suspects, suspects[0].first)
    fought = any(page.is_one_of(suspects[0].first - back, "between_begin") for back in (1, 2))
    return ([side for side in sides if not side.group] or sides[:1]) if fought else sides


def _is_identified(page: Page, clause: Clause, mention: Mention) -> bool:
    """ "Identified the attackers as members of": who they were stands behind."""
    hits = [hit for hit in page.hits_in(clause.first, clause.last, "by_party") if not _charges(page, hit)]
    return mention.group and any(hit.first < mention.first and mention.last < hit.last for hit in hits)


def _only_owns(page: Page, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "الشرطة العسكرية التابعة للجيش": to whom a body belongs that acts itself."""
    allied = page.is_one_of(mention.first - 1, "allied_words") and page.form(mention.first).startswith("ل")
    return allied and any(other.last == mention.first - 1 for other in mentions)


def _charges(page: Page, hit: Hit) -> bool:
    """ "حملت الشبكة الجيش مسؤولية": whom it holds responsible stands between the verb and "responsibility"."""
    return page.is_one_of(hit.last - 1, "duty_words")


def _blamed_in_front(
    page: Page, clause: Clause, mentions: Sequence[Mention], listed: Sequence[Mention]
) -> list[Mention]:
    """ "The army was responsible for 334, followed by the Front (47)", "attributed to the Front, the others to the army
    (17)": the first of the row has no bracket."""
    blamed = page.hits_in(clause.first, listed[0].first, "by_party")
    plain = [mention for mention in mentions if mention.last <= listed[0].first and not mention.listed]
    ends = [hit.first for hit in blamed if hit.code == "subject"][:1]
    before = [mention for mention in plain if ends and mention.last <= ends[0]]
    behind = [one for one in plain if any(hit.code == "by" and hit.last == one.first for hit in blamed)]
    return _chained_back(page, before) if before else behind


def _has_subject_in_front(page: Page, clause: Clause) -> bool:
    sorts = page.hits_in(clause.first, clause.first + 6, "group_heads", "groups")
    return bool(page.parties.between(clause.first, clause.first + 4)) or any(not is_title(page, hit) for hit in sorts)


def _is_weapon(page: Page, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "Killed by artillery" names nobody; beside others in a list remnants of war stand for a cause of their own."""
    if not mention.group or mention.listed:
        return False
    beside = [other for other in mentions if other is not mention and _are_listed(page, mention, other)]
    caused = any(hit.last == mention.first for hit in page.hits_in(mention.first - 4, mention.first, "by_party"))
    if beside or (caused and len(mentions) > 1):
        return False
    return any(
        hit.entry.more.get("weapon") == "yes" and hit.first <= mention.first and mention.last <= hit.last + 1
        for hit in page.hits_in(mention.first, mention.last, "groups")
    )


def _behind(page: Page, clause: Clause, mentions: Sequence[Mention], section: str) -> list[Mention]:
    found: list[Mention] = []
    for hit in page.hits_in(clause.first, clause.last, section):
        if found and page.is_one_of(hit.first, "affiliating_words"):
            continue
        if hit.code == "by":
            later = [mention for mention in mentions if mention.first >= hit.first and mention not in found]
            inside = [mention for mention in later if mention.last < hit.last] if _charges(page, hit) else []
            later = inside or [mention for mention in later if mention.first >= hit.last] or later
            near = bool(later) and later[0].first - hit.last <= _BY_TOKENS
            found += _listed_behind(page, later) if near or not found else []
            continue
        before = [mention for mention in mentions if mention.last <= hit.first]
        if before and not found:
            chained = _chained_back(page, before)
            behind = [mention for mention in mentions if mention.first >= hit.last]
            return [*chained, *(mention for mention in behind if _shares(page, mention))]
    return found


def _shares(page: Page, mention: Mention) -> bool:
    """ "..., and the Scouts for 27 %": responsible in the same breath, with a share of his own."""
    joined = page.is_one_of(mention.first - 1, "list_joiners") or page.form(mention.first - 1) in COMMAS
    joined = joined or page.is_one_of(mention.first - 2, "list_joiners") or page.form(mention.first).startswith("و")
    return joined and bool(page.quantities.between(mention.last, mention.last + 5))


def _chained_back(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """ "A and B were responsible for": the last mention, with those joined to it."""
    found = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = _outside_brackets(page, mention.last, found[0].first)
        if any(not _is_list_glue(page, at) for at in between):
            break
        found.insert(0, mention)
    return found


def _behind_by(page: Page, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for at in range(clause.first, clause.last):
        led = page.is_one_of(at - 1, "led_words") and page.form(at - 2) in COMMAS
        if page.is_one_of(at, "by_words") and not led:
            later = [mention for mention in mentions if at < mention.first and mention not in found]
            if later and later[0].first <= at + 5:
                found += _chained(page, later, later[0].first)
    return found


def _outside_brackets(page: Page, first: int, last: int) -> list[int]:
    """The tokens between two mentions but for letters in brackets behind the first."""
    if page.form(first) == "(" and page.form(first + 2) == ")":
        first += 3
    return list(range(first, last))


def _listed_behind(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Whom "attributed to" names in a row: up to a verb, a deed, a new thought; words between are passed over."""
    found = list(mentions[:1])
    for mention in mentions[1:]:
        between = range(found[-1].last, mention.first)
        joined = any(page.form(at) in (",", "،", ";") or page.is_one_of(at, "list_joiners") for at in between)
        joined = joined or page.form(mention.first).startswith("و")
        stops = len(between) > _BETWEEN_TOKENS or any(is_verb(page, at) for at in between)
        stops = stops or any(page.is_one_of(at, "affiliating_words") for at in between)
        if stops or not joined or page.hits_in(found[-1].last, mention.first, "violations", "cues"):
            break
        found.append(mention)
    return found


def _chained(page: Page, mentions: Sequence[Mention], start: int) -> list[Mention]:
    """A, B and C: mentions with nothing but commas, joiners, articles, numbers in brackets between them."""
    found: list[Mention] = []
    end = start
    for mention in mentions:
        between = range(end, mention.first)
        if found and any(not _is_list_glue(page, at) for at in between):
            break
        found.append(mention)
        end = mention.last
    return found


def _are_listed(page: Page, one: Mention, other: Mention) -> bool:
    first, last = (one.last, other.first) if one.first < other.first else (other.last, one.first)
    return 0 < last - first < 8 and all(
        _is_list_glue(page, at) or page.is_one_of(at, "gerunds") for at in range(first, last)
    )


def _is_list_glue(page: Page, at: int) -> bool:
    if page.tokens[at].sort == NUMBER or page.form(at) in (",", "،", "(", ")", "-"):
        return True
    sends = page.is_one_of(at, "men_words") and page.is_one_of(at + 1, "of_words")
    if sends or (page.is_one_of(at, "of_words") and page.is_one_of(at - 1, "men_words")):
        return True
    tables = ("list_joiners", "determiners", "by_words", "allied_words", "neither_words", "lesser_words")
    return any(page.is_one_of(at, table) for table in tables)


def is_victim(page: Page, clause: Clause, mention: Mention, acts: Sequence[Hit]) -> bool:
    """A mention that is the object of a killing verb: "beheading a Syrian army officer"."""
    if page.lexicon.data.get("verb_first") or _owns_attack(page, mention):
        return False
    if mention.group and _is_object(page, mention, acts):
        return True
    behind = page.hits_in(mention.last, min(mention.last + 1, clause.last), "units")
    people = [unit for unit in behind if unit.code != "incident"]
    if not mention.group and not people:
        return False
    harmful = [act for act in acts if act.entry.more.get("acts") in ("kill", "harm")]
    passive = any(page.is_one_of(at, "by_words") for at in range(mention.first - 3, mention.first))
    return not (passive or _goes_on_to(page, mention)) and any(
        act.last <= mention.first <= act.last + 5 and not _opens_when(page, act.last, mention.first) for act in harmful
    )


def _goes_on_to(page: Page, mention: Mention) -> bool:
    """ "Après avoir tué deux garçons, les rebelles ont fui": behind the comma the subject of what comes next."""
    at = mention.first - 1
    while page.is_one_of(at, "determiners"):
        at -= 1
    acts = is_verb(page, mention.last) and not page.is_one_of(mention.last, "passive_words")
    return page.form(at) in COMMAS and acts


def _is_object(page: Page, mention: Mention, acts: Sequence[Hit]) -> bool:
    """ "We arrest kidnappers", "killed soldiers": right behind what was done; "forced to marry commanders" tells by
    whom."""
    right_behind = (act for act in acts if act.last == mention.first and act.code != "sexual_violence")
    return page.lexicon.heads_last and any(right_behind)


def _opens_when(page: Page, first: int, last: int) -> bool:
    """ "Were killed when army jets bombed": who does what another clause tells was not harmed."""
    return any(page.is_one_of(at, "subordinators") for at in range(first, last))


def _owns_attack(page: Page, mention: Mention) -> bool:
    """ "Killed in an army raid", "tués dans une attaque de l'armée": whose attack it was."""
    at = mention.first - 1
    while page.is_one_of(at, "of_words") or page.is_one_of(at, "determiners"):
        at -= 1
    return page.is_one_of(mention.last, "strike_nouns") or (
        at < mention.first - 1 and page.is_one_of(at, "strike_nouns") and page.is_one_of(at + 1, "of_words")
    )
