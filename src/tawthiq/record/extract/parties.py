"""Parties: who is said to have done it, found by list structure, name, sort of group, or reference back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.clauses import Clause
from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PartyRef
from tawthiq.record.extract.token import NUMBER, SIGN, WORD, spellings

_LIST_NAME_TOKENS = 12
_ARABIC_NAME_TOKENS = 3
_STOPS = frozenset('.;:!?()[]"“”«»؛؟,،')


@dataclass(frozen=True, slots=True)
class Mention:
    """A party on tokens `first` to `last` (exclusive). `code`: known in the registry; `group`: a sort, no name;
    `back`: refers back ("the group"); `listed`: stands in a list with its own number at token `number`."""

    first: int
    last: int
    code: str = ""
    group: bool = False
    back: bool = False
    listed: bool = False
    number: int | None = None


def mentions_of(page: Page, first: int, last: int) -> list[Mention]:
    """Every mention on those tokens, in order; names win over sorts of group."""
    listed = _listed(page, first, last)
    named = [
        Mention(item.first, item.last, item.codes[0] if len(item.codes) == 1 else "")
        for item in page.parties.between(first, last)
        if item.last <= last
    ]
    shaped = _shaped(page, first, last)
    back = [Mention(hit.first, hit.last, back=True) for hit in page.hits_in(first, last, "party_back")]
    groups = [
        Mention(hit.first, hit.last, group=True)
        for hit in page.hits_in(first, last, "groups")
        if not _are_children(page, hit.first, hit.last)
    ]
    found: list[Mention] = []
    for mention in (*_named_in_lists(listed, named), *named, *shaped, *back, *groups):
        if not any(mention.first < other.last and other.first < mention.last for other in found):
            found.append(mention)
    merged = [mention for mention in found if not (mention.group and _belongs(page, mention, found))]
    return sorted((_widened(page, mention, first) for mention in merged), key=lambda mention: mention.first)


def _belongs(page: Page, group: Mention, found: Sequence[Mention]) -> bool:
    """ "Kesh Front fighters", "fighters of the Kesh Front": the name says who, the sort adds nothing."""
    names = [mention for mention in found if not mention.group and not mention.back]
    behind = group.last
    while page.is_one_of(behind, "of_words") or page.is_one_of(behind, "determiners"):
        behind += 1
    return any(name.last == group.first or (behind > group.last and name.first == behind) for name in names)


def _named_in_lists(listed: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """A list entry takes the code of the known name inside it."""
    found: list[Mention] = []
    for mention in listed:
        inside = [name for name in named if mention.first <= name.first and name.last <= mention.last]
        code = inside[0].code if len(inside) == 1 else ""
        found.append(replace(mention, code=code))
    return found


def _widened(page: Page, mention: Mention, first: int) -> Mention:
    """A sort of group takes the capitalised words before it: "Kesh government forces"."""
    start = mention.first
    if not mention.group:
        return mention
    mention = replace(mention, last=_past_of_name(page, mention.last))
    while start > first and page.is_capital(start - 1) and page.tokens[start - 1].sort == WORD:
        if page.is_one_of(start - 1, "determiners") or page.is_one_of(start - 1, "source_leads"):
            break
        start -= 1
    return replace(mention, first=start)


def _are_children(page: Page, first: int, last: int) -> bool:
    """ "Child soldiers" are victims, no party."""
    return any(
        hit.first <= first and last <= hit.last and hit.entry.more.get("victim") == "child"
        for hit in page.hits_in(max(0, first - 2), last, "units")
    )


def _past_of_name(page: Page, at: int) -> int:
    """ "The army of Kesh", "l'armée du Kesh": the name behind a sort of group."""
    if not page.is_one_of(at, "of_words"):
        return at
    end = at + 1
    while page.is_capital(end) and page.tokens[end].sort == WORD:
        end += 1
    return end if end > at + 1 else at


# ---- lists ---------------------------------------------------------------------------------------------------------


def _listed(page: Page, first: int, last: int) -> list[Mention]:
    """ "NAME (n), NAME (n) and NAME (n)": at least two, or one behind "attributed to"."""
    found = [
        mention
        for at in range(first + 1, last - 2)
        if page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER and _closes(page, at + 2, last)
        for mention in _name_before(page, at, first)
    ]
    return found if len(found) > 1 or any(page.hits_in(first, mention.first, "by_party") for mention in found) else []


def _closes(page: Page, at: int, last: int) -> bool:
    return any(page.form(here) == ")" for here in range(at, min(at + 5, last)))


def _name_before(page: Page, bracket: int, first: int) -> list[Mention]:
    start = bracket
    while start > first and bracket - start < _LIST_NAME_TOKENS and not _starts_item(page, start - 1, first):
        start -= 1
    while start < bracket and (page.is_one_of(start, "determiners") or page.is_one_of(start, "source_leads")):
        start += 1
    looks_like_name = any(page.is_capital(at) for at in range(start, bracket)) or page.hits_in(start, bracket, "groups")
    is_unit = page.hits_in(start, bracket, "units") and not page.hits_in(start, bracket, "groups")
    arabic = page.lexicon.language == "ar" and start < bracket
    if start == bracket or is_unit or not (looks_like_name or arabic):
        return []
    return [Mention(start, bracket, listed=True, number=bracket + 1)]


def _starts_item(page: Page, at: int, first: int) -> bool:
    if page.form(at) in _STOPS or page.is_one_of(at, "list_joiners") or page.is_one_of(at, "by_words"):
        return True
    return any(hit.first <= at < hit.last for hit in page.hits_in(max(first, at - 3), at + 1, "by_party"))


def _shaped(page: Page, first: int, last: int) -> list[Mention]:
    """Unknown names with the shape of an armed group: capitalised words with a word such as Brigade, Front, Army."""
    found: list[Mention] = []
    for hit in page.hits_in(first, last, "group_heads"):
        if page.lexicon.language == "ar":
            found += _arabic_name(page, hit, last)
            continue
        if not page.is_capital(hit.first):
            continue
        start, end = hit.first, hit.last
        while start > first and _is_name_part(page, start - 1, first):
            start -= 1
        while end < last and (_is_name_part(page, end, first) or _is_low_name_part(page, end)):
            end += 1
        while end > hit.last and (page.is_one_of(end - 1, "name_links") or page.tokens[end - 1].sort == SIGN):
            end -= 1
        while start < hit.first and not page.is_capital(start):
            start += 1
        if end - start > 1:
            found.append(Mention(start, end))
    return found


def _arabic_name(page: Page, hit: Hit, last: int) -> list[Mention]:
    """ "جبهة تحرير فارش": an indefinite head with the words behind it, up to a preposition, verb or number."""
    if spellings(page.form(hit.first))[0].removeprefix("و").startswith("ال"):
        return []
    end = hit.last
    while end < last and end - hit.last < _ARABIC_NAME_TOKENS and _is_arabic_part(page, end):
        end += 1
    return [Mention(hit.first, end)] if end > hit.last and not page.hits_in(hit.first, hit.first + 1, "groups") else []


def _is_arabic_part(page: Page, at: int) -> bool:
    if page.tokens[at].sort != WORD or (page.form(at).startswith("و") and len(page.form(at)) > 3):
        return False
    stops = any(page.is_one_of(at, table) for table in ("finite", "phrase_breaks", "relatives", "small_words"))
    return not stops and not page.hits_in(at, at + 1, "units", "dates", "violations", "vague", "cues")


def _is_name_part(page: Page, at: int, first: int) -> bool:
    if page.tokens[at].sort == SIGN:
        return page.form(at) in ("-", "'")
    if page.is_one_of(at, "determiners") and at == first:
        return False
    if page.form(at) == "s" and page.form(at - 1) == "'":
        return True
    return (page.is_capital(at) and not page.is_one_of(at, "determiners")) or page.is_one_of(at, "name_links")


def _is_low_name_part(page: Page, at: int) -> bool:
    """ "Front de libération du Kesh": a small word's noun inside a name; a capital must follow, or it is cut off."""
    if page.lexicon.language not in ("fr", "es") or page.tokens[at].sort != WORD:
        return False
    stops = any(page.is_one_of(at, table) for table in ("finite", "phrase_breaks", "relatives", "by_words"))
    behind_link = page.is_one_of(at - 1, "name_links") or page.is_one_of(at - 2, "name_links")
    return behind_link and not stops and not page.hits_in(at, at + 1, "dates", "cues", "by_party")


# ---- roles ---------------------------------------------------------------------------------------------------------


def doers(page: Page, clause: Clause, mentions: Sequence[Mention], acts: Sequence[Hit]) -> list[Mention]:
    """Those of the mentions that the clause makes responsible, most direct first.

    A list or "attributed to" counts before "by", that before the subject of the act, that before any other mention
    that is not itself what was attacked.
    """
    listed = [mention for mention in mentions if mention.listed]
    if listed:
        return listed
    for chosen in (_behind(page, clause, mentions, "by_party"), _behind_by(page, clause, mentions)):
        if chosen:
            return chosen
    suspects = [
        mention
        for mention in mentions
        if not is_victim(page, clause, mention, acts)
        and not (mention.group and page.is_one_of(mention.first - 1, "possessives"))
    ]
    before = [mention for mention in suspects if acts and mention.last <= acts[0].first + 1]
    subject = [mention for mention in before if not mention.group] or before
    return subject[-1:] or suspects[:1]


def _behind(page: Page, clause: Clause, mentions: Sequence[Mention], section: str) -> list[Mention]:
    for hit in page.hits_in(clause.first, clause.last, section):
        if hit.code == "by":
            return _chained(page, [mention for mention in mentions if mention.first >= hit.first], hit.last)
        before = [mention for mention in mentions if mention.last <= hit.first]
        if before:
            return before[-1:]
    return []


def _behind_by(page: Page, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    for at in range(clause.first, clause.last):
        if page.is_one_of(at, "by_words"):
            near = [mention for mention in mentions if at < mention.first <= at + 5]
            if near:
                return _chained(page, [mention for mention in mentions if mention.first > at], near[0].first)
    return []


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


def _is_list_glue(page: Page, at: int) -> bool:
    if page.tokens[at].sort == NUMBER or page.form(at) in (",", "،", "(", ")", "-"):
        return True
    return page.is_one_of(at, "list_joiners") or page.is_one_of(at, "determiners") or page.is_one_of(at, "by_words")


def is_victim(page: Page, clause: Clause, mention: Mention, acts: Sequence[Hit]) -> bool:
    """A mention that is the object of a killing verb: "beheading a Syrian army officer"."""
    if page.lexicon.data.get("verb_first"):
        return False
    people = page.hits_in(mention.last, min(mention.last + 1, clause.last), "units")
    if not mention.group and not people:
        return False
    harmful = [act for act in acts if act.entry.more.get("acts") in ("kill", "harm")]
    passive = any(page.is_one_of(at, "by_words") for at in range(mention.first - 3, mention.first))
    return not passive and any(act.last <= mention.first <= act.last + 5 for act in harmful)


def named(page: Page, mention: Mention) -> PartyRef:
    """The mention as the statement keeps it."""
    first = mention.first
    while first < mention.last - 1 and page.is_one_of(first, "determiners"):
        first += 1
    span = page.span(first, mention.last)
    if mention.listed and page.lexicon.language == "ar" and page.form(first - 1) in (")", "،", ","):
        span = Span(span.start + int(page.text[span.start] == "و"), span.end)
    is_sort = mention.group and not any(page.is_capital(at) for at in range(first, mention.last))
    return PartyRef(span.of(page.text), Basis.STATED, mention.code, span, is_sort)
