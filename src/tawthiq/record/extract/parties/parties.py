"""Parties: who is said to have done it, found by list structure, name, sort of group, or reference back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.names.mention import Mention, goes_on
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.called import as_called, named_by_owner, past_called, stands_by_name
from tawthiq.record.extract.parties.describing import describes, is_deed_noun, is_indefinite
from tawthiq.record.extract.parties.known_by_leader import goes_by_land, names_only_land, splinters, with_leader
from tawthiq.record.extract.parties.men import (
    are_no_men,
    is_body_of_its_own,
    is_title,
    past_allegiance,
    past_men,
    sends_men,
    sides_with,
    whose_men,
)
from tawthiq.record.extract.parties.name_parts import past_of_name
from tawthiq.record.extract.parties.name_rows import before_next_name
from tawthiq.record.extract.parties.party_lists import listed_mentions
from tawthiq.record.extract.parties.party_shapes import shaped_mentions
from tawthiq.record.extract.parties.qualities import past_second_quality, qualities_start
from tawthiq.record.extract.phrases.told_behind import is_accusation, is_object, is_whereto
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Basis, PartyRef
from tawthiq.record.extract.words.token import NUMBER, WORD, spellings


def mentions_of(page: Page, first: int, last: int) -> Sequence[Mention]:
    """Every mention on those tokens, in order; names win over sorts of group."""
    known = page.mentions.get((first, last))
    if known is None:
        known = page.mentions[first, last] = tuple(_read(page, first, last))
    return known


def _read(page: Page, first: int, last: int) -> list[Mention]:
    listed = listed_mentions(page, first, last)
    named = [
        Mention(item.first, item.last, item.codes[0] if len(item.codes) == 1 else "", name=item.name)
        for item in page.parties.between(first, last)
        if item.last <= last
        and not _is_civil(page, item.first, item.last)
        and not is_accusation(page, item.first)
        and not is_deed_noun(page, item.first, item.last)
    ]
    shaped = [before_next_name(page, mention, named) for mention in shaped_mentions(page, first, last)]
    sorts = page.hits_in(first, last, "party_back")
    owned = [mention for hit in sorts if (mention := named_by_owner(page, hit)) is not None]
    apposed = {hit.first for hit in sorts if stands_by_name(page, hit, (*named, *shaped))}
    back = [Mention(hit.first, hit.last, back=True) for hit in sorts]
    back += _heads_alone(page, first, last)
    groups = [
        Mention(hit.first, hit.last, group=True)
        for hit in page.hits_in(first, last, "groups")
        if not _are_children(page, hit.first, hit.last) and not is_object(page, hit)
        if not is_title(page, hit) and not is_whereto(page, hit) and not are_no_men(page, hit)
        if past_called(page, hit.last) == hit.last or not stands_by_name(page, hit, (*named, *shaped))
    ]
    found: list[Mention] = []
    joined = {other.last for other in named if page.is_one_of(other.last, "list_joiners")}
    longer = [one for one in shaped if any(goes_on(one, other, joined=other.last in joined) for other in named)]
    longer += [one for one in shaped if any(goes_by_land(page, one, other) for other in named)]
    longer += [mention for mention in shaped if page.is_one_of(mention.first + 1, "loyal_words")]
    longer += splinters(page, first, last)
    for mention in (*_named_in_lists(listed, named), *longer, *owned, *named, *shaped, *back, *groups):
        if not any(mention.first < other.last and other.first < mention.last for other in found):
            found.append(mention)
    found = [mention for mention in found if not (mention.back and mention.first in apposed)]
    found = [mention for mention in found if not (mention.group and describes(page, mention))]
    found = [mention for mention in found if not names_only_land(page, mention, found)]
    found = [mention for mention in found if not _is_short_form(page, mention, found)]
    merged = [mention for mention in found if not (mention.group and _belongs(page, mention, found))]
    widened = (with_leader(page, _widened(page, mention, first, last), last) for mention in merged)
    return sorted(widened, key=lambda mention: mention.first)


def _is_civil(page: Page, first: int, last: int) -> bool:
    """ "The Red Cross", "UNICEF": bodies that bear no arms are no party to a deed; a mission may be."""
    named = any(page.is_one_of(at, "civil_words") for at in range(first, last))
    return named and not any(page.is_one_of(at, "missions") for at in range(first, last))


def _heads_alone(page: Page, first: int, last: int) -> list[Mention]:
    """ "اللواء", "الحركة" with no name behind: the group last named."""
    found = []
    for hit in page.hits_in(first, last, "group_heads"):
        bare = page.form(hit.first).removeprefix("و").removeprefix("ف").removeprefix("ب")
        if not bare.startswith(("ال", "لل")):
            continue
        if page.is_one_of(hit.first, "civil_heads"):
            continue
        if any(sort.first < hit.first < sort.last for sort in page.hits_in(hit.first - 1, hit.first, "groups")):
            continue
        numbered = hit.last < last and page.tokens[hit.last].sort == NUMBER
        named = page.form(hit.last).startswith("ال") or page.hits_in(hit.first, hit.first + 1, "groups")
        own = any(bare in slot.words for row in hit.entry.rows for slot in row[:1])
        if not own and not numbered and not named:
            found.append(Mention(hit.first, hit.last, back=True))
    return found


_APPOSED_TOKENS = 6
_FEWEST_LETTERS = 3
_PARTICLES = ("و", "ف", "ب", "ل", "ك")


def _is_short_form(page: Page, mention: Mention, found: Sequence[Mention]) -> bool:
    """ "The Liberation Front (KLF)": the letters in brackets are no second party."""
    if (mention.group and is_indefinite(page, mention.first)) or page.form(mention.first - 2) == "-":
        near = [other for other in found if 0 <= mention.first - other.last <= _APPOSED_TOKENS and not other.group]
        if near and page.form(near[-1].last) in (",", ")"):
            return True
    if mention.group and _is_apposed_sort(page, mention, found):
        return True
    if page.form(mention.first - 1) != "(" or mention.listed:
        return False
    return any(other.last == mention.first - 1 or other.last == mention.last + 1 for other in found)


def _is_apposed_sort(page: Page, mention: Mention, found: Sequence[Mention]) -> bool:
    """ "The Column, the largest of the guerrillas that operate there": which of a sort the party just named is."""
    end = _past_adjective(page, mention.last, len(page.tokens))
    if page.is_one_of(mention.first, "named_sorts") and page.form(end) == "," == page.form(mention.first - 1):
        return any(other.last == mention.first - 1 and not other.group for other in found)
    near = range(mention.first - 1, mention.first - _APPOSED_TOKENS, -1)
    comma = next((at for at in near if page.form(at) == ","), -1)
    if not any(other.last == comma and not other.group for other in found):
        return False
    between = range(comma + 1, mention.first)
    partitive = any(page.is_one_of(at, "of_words") for at in between)
    return partitive and not any(page.is_one_of(at, "list_joiners") for at in between)


def _belongs(page: Page, group: Mention, found: Sequence[Mention]) -> bool:
    """ "Kesh Front fighters", "fighters of the Kesh Front", "soldiers of the army": the name says who, the sort adds
    nothing; of two sorts the second is the body."""
    if is_body_of_its_own(page, group) or sides_with(page, group):
        return False
    men = page.is_one_of(_bare_first(page, group), "men_words")
    arabic = page.lexicon.language == "ar" and men
    names = [o for o in found if (arabic or not o.back) and o is not group and (men or not o.group)]
    named_at = group.last + int(page.is_capital(group.last) and page.is_one_of(group.last, "plural_articles"))
    prefixed = named_at + 2 * int(page.is_one_of(named_at, "name_prefixes") and page.form(named_at + 1) == "-")
    starts = {o.first for o in found if o is not group}
    sort = page.is_one_of(group.last - 1 if page.lexicon.heads_last else group.first, "sort_words")
    if (men or sort) and not starts.isdisjoint((named_at, prefixed)):
        return True
    if any(o.first == group.last and page.form(o.first).startswith("لل") for o in found):
        return True
    behind = past_allegiance(page, group.last + int(page.is_one_of(group.last, "sort_words")))
    followed = any(page.is_one_of(at, "following_words") for at in range(group.last, behind))
    if followed and any(other.first == behind for other in found):
        return True
    if any(other.group and other.last == group.first and sends_men(page, other) for other in found):
        return True
    joined = page.lexicon.language == "ar" and page.form(group.first).startswith("و")
    in_front = not joined and any(name.last == group.first and not name.group for name in names)
    return in_front or any(behind > group.last and name.first == behind for name in names)


def _named_in_lists(listed: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """A list entry takes the code of the known name inside it."""
    found: list[Mention] = []
    for mention in listed:
        inside = [name for name in named if mention.first <= name.first and name.last <= mention.last]
        code = inside[0].code if len(inside) == 1 else ""
        found.append(replace(mention, code=code))
    return found


def _bare_first(page: Page, group: Mention) -> int:
    """The noun of "un commandant", "dos soldados", behind its article or number."""
    at = group.first
    while at < group.last - 1 and (page.is_one_of(at, "determiners") or page.form(at) in page.lexicon.number_words):
        at += 1
    return at


def _widened(page: Page, mention: Mention, first: int, last: int) -> Mention:
    """A sort of group takes the capitalised words before it: "Kesh government forces"; a militia's sort is part of
    its name."""
    mention = _with_prefix(page, mention, first)
    if not mention.group:
        return _with_sort(page, mention, first) if not mention.back and not mention.listed else mention
    start = past_men(page, mention)
    mention = replace(mention, first=start, last=_past_adjective(page, past_second_quality(page, mention), last))
    end = past_of_name(page, mention.last)
    if end > mention.last and page.is_one_of(mention.first, "men_words") and not page.is_capital(mention.first):
        named_at = next(at for at in range(mention.last, end) if page.is_capital(at))
        return replace(mention, first=named_at, last=end)
    mention = replace(mention, last=end)
    if (owner := whose_men(page, mention, first)) is not None:
        return owner
    return replace(mention, first=qualities_start(page, start, first))


def _with_prefix(page: Page, mention: Mention, first: int) -> Mention:
    """ "Anti-Kesh", "ex-Front": what is glued to a name is part of it."""
    at = mention.first - 1
    if mention.listed or at - 1 < first or page.form(at) != "-":
        return mention
    glued = page.tokens[at - 1].end == page.tokens[at].start and page.tokens[at].end == page.tokens[at + 1].start
    known = glued and page.is_one_of(at - 1, "name_prefixes")
    return replace(mention, first=at - 1, name="") if known else mention


def _with_sort(page: Page, mention: Mention, first: int) -> Mention:
    """ "La milice Aigle Blanc", "la milice dite « Aigle Blanc »"."""
    at = mention.first - 1 - (page.form(mention.first - 1) in '"“«')
    while at > first and page.is_one_of(at, "by_name_words"):
        at -= 1
    if at >= first and page.is_one_of(at, "named_sorts"):
        return replace(mention, first=at, name="")
    return mention


def _past_adjective(page: Page, at: int, last: int) -> int:
    """ "L'armée orvalaise", "la policía nacional", "الجيش السوري": whose army it is stands behind it."""
    endings = tuple(page.lexicon.data.get("nation_endings", ()))
    if at >= last or not endings or page.tokens[at].sort != WORD or page.is_capital(at):
        return at
    form = page.form(at)
    if page.lexicon.language == "ar":
        known = page.is_one_of(at, "group_adjectives") or form.endswith(endings)
        fits = form.startswith("ال") and known and _is_led(page, at - 1) and not page.is_one_of(at, "verbal_objects")
    else:
        fits = form.endswith(endings)
    tables = ("finite", "phrase_breaks", "relatives", "adverbs", "following_words")
    stops = any(page.is_one_of(at, table) for table in tables) or is_verb(page, at)
    told = page.hits_in(at, at + 1, "units", "dates") and not page.is_one_of(at, "group_adjectives")
    return at + 1 if fits and len(form) > 4 and not stops and not told else at


def _is_led(page: Page, at: int) -> bool:
    """ "الجيش", "للجيش": a sort with its article, also joined to "of"."""
    return page.form(at).startswith("ال") or (page.is_one_of(at, "land_forces") and page.form(at).startswith("لل"))


def _are_children(page: Page, first: int, last: int) -> bool:
    """ "Child soldiers" are victims, no party."""
    return any(
        hit.first <= first < hit.last and hit.entry.more.get("victim") == "child"
        for hit in page.hits_in(max(0, first - 2), last, "units")
    )


def named(page: Page, mention: Mention) -> PartyRef:
    """The mention as the statement keeps it."""
    first = mention.first
    while first < mention.last - 1 and page.is_one_of(first, "determiners") and page.form(first + 1) != "-":
        if mention.group and page.is_one_of(first, "whole_sides"):
            break
        first += 1
    span = page.span(first, mention.last)
    if mention.listed and page.form(first - 1) in (")", "،", ","):
        span = Span(span.start + int(page.text[span.start] == "و"), span.end)
    capital = any(page.is_capital(at) for at in range(first, mention.last))
    is_sort = mention.group and (not capital or page.is_one_of(mention.last - 1, "rank_nouns"))
    whole = span.start == page.tokens[first].start
    if called := as_called(page, first, mention.last):
        return PartyRef(called, Basis.STATED, mention.code, span, is_sort)
    name = _bare(page, first, span.of(page.text)) if whole else span.of(page.text)
    return PartyRef(name, Basis.STATED, mention.code, span, is_sort)


def _bare(page: Page, first: int, written: str) -> str:
    """The name without the particle that Arabic joins to its first word: "للجيش" is الجيش, "لقوات الدرع" قوات
    الدرع, "للواء الحدود" لواء الحدود."""
    if page.lexicon.language != "ar":
        return written
    form = page.form(first)
    heads = page.hits_in(first, first + 1, "group_heads", "groups")
    if form.startswith("لل") and len(form) > _FEWEST_LETTERS:
        own = any(form[1:] in slot.words for hit in heads for row in hit.entry.rows for slot in row[:1])
        tied = own and " ال" in written
        return written[1:] if tied else "ال" + written[1 if own else 2 :]
    joined = form[:1] in _PARTICLES and len(form) > _FEWEST_LETTERS
    bare = form[1:]
    forms = spellings(bare)
    known = any(word in slot.words for hit in heads for row in hit.entry.rows for slot in row[:1] for word in forms)
    return written[1:] if joined and known else written


def in_full(page: Page, mention: Mention) -> PartyRef:
    """The mention under its whole name, as whoever goes on about "the group" means it."""
    ref = named(page, mention)
    return replace(ref, name=mention.name) if mention.name else ref
