"""Source chains: attributions of a clause turned into links from the document outward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.carried import carried_links, is_own_voice, quotation_of
from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Conveys, Link, Mode, Role
from tawthiq.record.extract.clauses import Clause
from tawthiq.record.extract.cores import core_of
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.mention import Mention
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.parties import mentions_of
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.token import WORD

FIRST = Link(DOCUMENT, Role.PUBLISHER)
SOMEBODY = Link(UNNAMED, Role.UNNAMED, Mode.DIRECT, factuality=Factuality.ATTRIBUTED)
"""Words between marks are somebody's, also where nobody is named."""


def chain_of(page: Page, clause: Clause, over: Sequence[Attribution], memory: Memory) -> tuple[Link, ...]:
    """The document, then each attribution that covers the clause; a quotation's speaker is carried over."""
    heard = [item for item in over if not is_own_voice(page, clause, item)]
    links = [link for item in heard for link in _links(page, clause, item, memory)]
    quotation = None if links else quotation_of(page, clause)
    if quotation is not None and quotation in memory.speakers:
        later = _links(page, clause, memory.speakers[quotation], memory)
        links = [replace(link, carried=True) for link in later]
    links = _merged(links) or list(carried_links(page, clause, memory))
    return (FIRST, *(links or ([SOMEBODY] if quotation is not None else [])))


def _links(page: Page, clause: Clause, item: Attribution, memory: Memory) -> list[Link]:
    cue = page.span(item.cue.first, item.cue.last)
    if item.code == "publish":
        link = _named(page, item, memory)
        published = replace(link, mode=Mode.DEPICTS, conveys=Conveys.PUBLISHES, cue=cue, factuality=item.level)
        memory.publisher = published
        return [published]
    if item.code == "show":
        return [_shown(page, item, memory, cue)]
    link = _named(page, item, memory)
    mode = Mode.DIRECT if clause.quotation is not None else Mode.PARAPHRASE
    link = replace(link, cue=cue, mode=mode, factuality=_level(item, link))
    if link.role is not Role.UNNAMED:
        memory.source = link
        if link.role in (Role.ORGANISATION, Role.REPORT):
            memory.organisation = link
    return [link]


def _shown(page: Page, item: Attribution, memory: Memory, cue: Span) -> Link:
    """What a medium shows comes from whoever put it out, unless the text brings in a new medium of its own."""
    here = _published_here(page, item, memory)
    if memory.publisher is None or (_is_new_medium(page, item) and not here):
        return Link(UNNAMED, Role.MEDIUM, Mode.DEPICTS, Conveys.SHOWS, cue=cue, factuality=Factuality.REPORTED)
    return replace(memory.publisher, conveys=Conveys.SHOWS, cue=cue, factuality=Factuality.REPORTED, carried=not here)


def _is_new_medium(page: Page, item: Attribution) -> bool:
    """ "A video emerged": the indefinite article brings in something not yet told of."""
    media = page.hits_in(max(0, item.cue.first - 12), item.cue.first, "media")
    return any(page.is_one_of(at, "indefinite") for hit in media for at in range(hit.first - 3, hit.first))


def _published_here(page: Page, item: Attribution, memory: Memory) -> bool:
    cue = memory.publisher.cue if memory.publisher else None
    return cue is not None and 0 <= page.tokens[item.cue.first].start - cue.end < 160


def _merged(links: list[Link]) -> list[Link]:
    """ "X released a video showing": one link, that of X showing; the same actor twice is one link, the weaker."""
    merged: list[Link] = []
    for link in links:
        same = [at for at, other in enumerate(merged) if other.actor == link.actor and link.actor != UNNAMED]
        if same:
            other = merged[same[0]]
            weaker = link if link.factuality.rank >= other.factuality.rank else other
            merged[same[0]] = weaker
        elif link.role is Role.UNNAMED and any(other.role is Role.UNNAMED for other in merged):
            continue
        else:
            merged.append(link)
    return merged


def _named(page: Page, item: Attribution, memory: Memory) -> Link:
    if item.source is None:
        return Link(UNNAMED, Role.UNNAMED)
    first, last = core_of(page, *item.source)
    span = page.span(first, last)
    if _refers_back(page, *item.source) and memory.source is not None:
        pronoun = any(page.is_one_of(at, "pronouns") for at in range(*item.source))
        meant = memory.source if pronoun else memory.organisation or memory.source
        return replace(meant, mention=page.span(*item.source), carried=False)
    if all(page.is_one_of(at, "pronouns") for at in range(first, last) if page.tokens[at].sort == WORD):
        return Link(UNNAMED, Role.UNNAMED, mention=span)
    mentions = mentions_of(page, item.source[0], last)
    heads = [
        mention
        for mention in mentions
        if not mention.back and (mention.last >= last - 1 or (page.form(mention.last) == "'" and not mention.group))
    ]
    if (
        heads
        and not _is_teller(page, first, last)
        and not page.hits_in(first, last, "reports")
        and (_denies(item) or not _is_police(page, heads[0]))
    ):
        return Link(page.words(first, last), Role.PARTY, code=heads[0].code, mention=span)
    if mentions and mentions[0].back and memory.group is not None:
        return Link(memory.group.name, Role.PARTY, code=memory.group.code, mention=span)
    role = _role(page, first, last)
    if page.lexicon.language == "ar" and item.code == "prep" and page.words(first, first + 1).startswith("لل"):
        return Link("ال" + page.words(first, last)[2:], role, mention=span)
    core = _organisation(page, first, last) if role is Role.REPORT else (first, last)
    return Link(page.words(*core), role, mention=span)


def _is_teller(page: Page, first: int, last: int) -> bool:
    """ "Military sources", "the Centre for Children's Rights": they tell of others, whatever else their name holds."""
    return any(page.is_one_of(at, "teller_words") for at in range(first, last))


def _denies(item: Attribution) -> bool:
    return item.cue.entry.more.get("denial") == "yes"


def _is_police(page: Page, head: Mention) -> bool:
    """Police or "security sources" that tell of others' deeds are no party to them."""
    return head.group and any(page.is_one_of(at, "police_words") for at in range(head.first, head.last))


def _refers_back(page: Page, first: int, last: int) -> bool:
    """ "The report", "he", "the organisation": a source named before."""
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD]
    if all(page.is_one_of(at, "pronouns") for at in words):
        return True
    definite = page.is_one_of(first, "definite")
    nouns = [at for at in words if not page.is_one_of(at, "determiners")]
    if not definite or len(nouns) != 1:
        return False
    return bool(page.hits_in(nouns[0], nouns[0] + 1, "reports", "back_sources")) and not page.is_capital(nouns[0])


def _role(page: Page, first: int, last: int) -> Role:
    if page.hits_in(first, last, "reports") and not page.is_capital(page.hits_in(first, last, "reports")[0].first):
        return Role.REPORT
    if page.hits_in(first, last, "witnesses"):
        return Role.WITNESS
    capitals = [at for at in range(first, last) if page.is_capital(at)]
    if capitals and page.hits_in(first, last, "officials"):
        return Role.PERSON
    return Role.ORGANISATION if capitals or page.lexicon.language == "ar" else Role.PERSON


def _organisation(page: Page, first: int, last: int) -> tuple[int, int]:
    """Of "a report by the United Nations (UN)" the organisation; the report itself where none is named."""
    for at in range(first, last - 1):
        behind = page.is_one_of(at, "by_words") or page.is_one_of(at, "of_words") or page.is_one_of(at, "from_words")
        if (behind and any(page.is_capital(here) for here in range(at + 1, last))) or (
            behind and page.lexicon.language == "ar"
        ):
            start = at + 1
            while start < last - 1 and page.is_one_of(start, "determiners"):
                start += 1
            return start, last
    capitals = [at for at in range(first, last) if page.is_capital(at)]
    report = page.hits_in(first, last, "reports")
    if capitals and report and capitals[0] < report[0].first:
        return capitals[0], report[0].first
    return first, last


def _level(item: Attribution, link: Link) -> Factuality:
    """A party's own word, and whatever is denied, is a claim of those concerned."""
    if _denies(item) and link.role is not Role.WITNESS:
        return Factuality.CLAIMED_BY_PARTY
    if link.role is Role.PARTY and item.code in ("say", "prep"):
        return Factuality.CLAIMED_BY_PARTY
    return item.level
