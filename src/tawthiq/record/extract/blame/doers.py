"""Doers: which of a clause's mentions it makes responsible."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.blame.asides import is_told_aside
from tawthiq.record.extract.blame.befallen import is_victim
from tawthiq.record.extract.blame.bystanders import (
    explains,
    inquires,
    is_counted_among,
    is_fought_between,
    is_harmed,
    is_only_belonged_to,
    is_only_placed,
    names_site,
)
from tawthiq.record.extract.blame.roles import is_role
from tawthiq.record.extract.blame.rows import are_listed, chained, chained_back, listed_behind
from tawthiq.record.extract.blame.verbs_first import behind_verbs
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.men import is_officer, is_title, sides_with
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_BY_TOKENS = 6
_FOUGHT_TOKENS = 3
_SIDE_TOKENS = 3


def doers_of(page: Page, clause: Clause, mentions: Sequence[Mention], acts: Sequence[Hit]) -> list[Mention]:
    """Those of the mentions that the clause makes responsible, most direct first.

    A list or "attributed to" counts before "by", that before the subject of the act, that before any other mention
    that is not itself what was attacked.
    """
    mentions = _candidates(page, clause, mentions, acts)
    listed = [mention for mention in mentions if mention.listed]
    if listed:
        return [*_blamed_in_front(page, clause, mentions, listed), *listed]
    mentions = [mention for mention in mentions if not _is_weapon(page, mention, mentions)]
    mentions = [mention for mention in mentions if not is_only_belonged_to(page, clause, mention)]
    blamed, by = _behind(page, clause, mentions, "by_party"), _behind_by(page, clause, mentions)
    if blamed or by:
        return by if all(one in by for one in blamed) else blamed
    return _sides(page, clause, mentions, acts) or _acting(page, clause, mentions, acts)


def _candidates(page: Page, clause: Clause, mentions: Sequence[Mention], acts: Sequence[Hit]) -> list[Mention]:
    """Without those who only stand near, explain, inquire, were harmed, or are told of aside."""
    mentions = [
        mention
        for mention in mentions
        if not is_fought_between(page, mention)
        and not is_only_placed(page, clause, mention)
        and not (mention.group and is_role(page, mention))
        and not is_counted_among(page, mention)
        and not _is_identified(page, clause, mention)
        and not _only_owns(page, mention, mentions)
        and not _is_chair(page, mention)
    ]
    mentions = [mention for mention in mentions if not explains(page, mention) and not inquires(page, mention, acts)]
    mentions = [mention for mention in mentions if not is_harmed(page, mention, acts)]
    mentions = [mention for mention in mentions if acts or not is_officer(page, mention, alone=True)]
    outside = [mention for mention in mentions if not is_told_aside(page, clause, mention, mentions)]
    return outside if outside or _has_subject_in_front(page, clause) else mentions


def _acting(page: Page, clause: Clause, mentions: Sequence[Mention], acts: Sequence[Hit]) -> list[Mention]:
    """The subject of the act; without one the first that is named and was not its object."""
    mentions = [mention for mention in mentions if not names_site(page, clause, mention, acts)]
    if page.lexicon.data.get("verb_first") and (subjects := behind_verbs(page, mentions, acts)):
        return subjects
    suspects = [
        mention
        for mention in mentions
        if not is_victim(page, clause, mention, acts) and not (mention.group and _is_owned_alone(page, mention))
    ]
    before = [mention for mention in suspects if acts and mention.last <= acts[0].first + 1]
    together = chained_back(page, before) if before else []
    if any(not mention.group for mention in together):
        return together
    subject = [mention for mention in before if not mention.group] or before
    if subject or not suspects:
        return chained_back(page, subject) if subject else []
    return _together(page, suspects) if acts else suspects[:1]


def _is_owned_alone(page: Page, mention: Mention) -> bool:
    """ "Its soldiers": men of whoever is meant; "the Front and its Omeri allies" are two."""
    owned = page.is_one_of(mention.first - 1, "possessives")
    return owned and not page.is_one_of(mention.first - 2, "list_joiners")


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
        sides = chained(page, behind, behind[0].first) if behind and behind[0].first - at <= _SIDE_TOKENS else []
        if len(sides) > 1:
            return sides
    return []


def _together(page: Page, suspects: Sequence[Mention]) -> list[Mention]:
    """The first that is named, with those joined to it; of "clashes between the Eagles and the Guard" both names."""
    sides = chained(page, suspects, suspects[0].first)
    fought = any(page.is_one_of(suspects[0].first - back, "between_begin") for back in (1, 2))
    return ([side for side in sides if not side.group] or sides[:1]) if fought else sides


def _is_identified(page: Page, clause: Clause, mention: Mention) -> bool:
    """ "Identified the attackers as members of": who they were stands behind."""
    hits = [hit for hit in page.hits_in(clause.first, clause.last, "by_party") if not _charges(page, hit)]
    return mention.group and any(hit.first < mention.first and mention.last < hit.last for hit in hits)


def _only_owns(page: Page, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "الشرطة العسكرية التابعة للجيش": to whom a body belongs that acts itself."""
    if any(sides_with(page, other) and _is_ally(page, other, mention) for other in mentions):
        return True
    allied = page.is_one_of(mention.first - 1, "allied_words") and page.form(mention.first).startswith("ل")
    return allied and any(other.last == mention.first - 1 for other in mentions)


def _is_chair(page: Page, mention: Mention) -> bool:
    """ "L'équipe spéciale, qui est présidée par la Mission": who heads a body of peace, pays for it, did no deed."""
    at = mention.first - 1
    while page.is_one_of(at, "determiners"):
        at -= 1
    return page.is_one_of(at, "by_words") and page.is_one_of(at - 1, "chaired_words")


def _is_ally(page: Page, group: Mention, other: Mention) -> bool:
    """ "Groups allied with the Front or the League": behind the group, with nothing but a row of names between."""
    between = range(group.last, other.first)
    glue = ("siding_words", "with_words", "infinitive_marks", "determiners", "list_joiners")
    return group.last < other.first and all(
        page.is_capital(at) or any(page.is_one_of(at, table) for table in glue) for at in between
    )


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
    return chained_back(page, before) if before else behind


def _has_subject_in_front(page: Page, clause: Clause) -> bool:
    sorts = page.hits_in(clause.first, clause.first + 6, "group_heads", "groups")
    return bool(page.parties.between(clause.first, clause.first + 4)) or any(not is_title(page, hit) for hit in sorts)


def _is_weapon(page: Page, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "Killed by artillery" names nobody; beside others in a list remnants of war stand for a cause of their own."""
    if not mention.group or mention.listed:
        return False
    beside = [other for other in mentions if other is not mention and are_listed(page, mention, other)]
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
            found += listed_behind(page, later) if near or not found else []
            continue
        before = [mention for mention in mentions if mention.last <= hit.first]
        if before and not found:
            row = chained_back(page, before)
            behind = [mention for mention in mentions if mention.first >= hit.last]
            return [*row, *(mention for mention in behind if _shares(page, mention))]
    return found


def _shares(page: Page, mention: Mention) -> bool:
    """ "..., and the Scouts for 27 %": responsible in the same breath, with a share of his own."""
    joined = page.is_one_of(mention.first - 1, "list_joiners") or page.form(mention.first - 1) in COMMAS
    joined = joined or page.is_one_of(mention.first - 2, "list_joiners") or page.form(mention.first).startswith("و")
    return joined and bool(page.quantities.between(mention.last, mention.last + 5))


def _behind_by(page: Page, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for at in range(clause.first, clause.last):
        led = page.is_one_of(at - 1, "led_words") and page.form(at - 2) in COMMAS
        if page.is_one_of(at, "by_words") and not led:
            later = [mention for mention in mentions if at < mention.first and mention not in found]
            if later and later[0].first <= at + 5:
                found += chained(page, later, later[0].first)
    return found
