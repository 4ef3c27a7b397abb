"""Source chains: attributions of a clause turned into links from the document outward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Conveys, Link, Mode, Role
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.speakers.carried import carried_links, is_own_voice, quotation_of, section_block
from tawthiq.record.extract.speakers.named_sources import admits, named_link
from tawthiq.record.extract.speakers.posts import poster_of
from tawthiq.record.extract.speakers.spoken_parties import denies

FIRST = Link(DOCUMENT, Role.PUBLISHER)
_NEAR_BLOCKS = 2
SOMEBODY = Link(UNNAMED, Role.UNNAMED, Mode.DIRECT, factuality=Factuality.ATTRIBUTED)
"""Words between marks are somebody's, also where nobody is named."""


def chain_of(page: Page, clause: Clause, over: Sequence[Attribution], memory: Memory) -> tuple[Link, ...]:
    """The document, then each attribution that covers the clause; a quotation's speaker is carried over."""
    heard = [item for item in over if not is_own_voice(page, clause, item)]
    links = [link for item in heard for link in _links(page, clause, item, memory)]
    poster = poster_of(page, clause, memory.posts)
    if poster is not None and all(item.source is None for item in heard):
        links = []
    quotation = None if links else quotation_of(page, clause)
    if quotation is not None and quotation in memory.speakers:
        later = _links(page, clause, memory.speakers[quotation], memory)
        links = [replace(link, carried=True) for link in later]
    links = _named_last(_merged(links))
    if all(link.role is Role.UNNAMED for link in links):
        carried = carried_links(page, clause, memory)
        links = _named_last([*carried, *links]) if carried else links
    if poster is not None and not links:
        return (FIRST, poster)
    if links or quotation is None:
        return (FIRST, *links)
    return (FIRST, _last_quoted(page, clause, memory))


def _last_quoted(page: Page, clause: Clause, memory: Memory) -> Link:
    """Words between marks without a speaker of their own: whoever was quoted last, or spoke, not far above."""
    block = page.sentences[clause.sentence].block
    under = section_block(page, clause.sentence)
    if memory.quote_links and block - memory.quote_block <= _NEAR_BLOCKS and memory.quote_block > under:
        return replace(memory.quote_links[-1], carried=True)
    if memory.source is not None and block - memory.source_block <= _NEAR_BLOCKS and memory.source_block > under:
        return replace(memory.source, mode=Mode.DIRECT, carried=True)
    return SOMEBODY


def _named_last(links: list[Link]) -> list[Link]:
    """ "The families say it would exceed": a hedge beside somebody named is his, weaker by the hedge."""
    named = [at for at, link in enumerate(links) if link.role not in (Role.UNNAMED, Role.MEDIUM, Role.PUBLISHER)]
    unnamed = [link for link in links if link.role is Role.UNNAMED]
    if not named or not unnamed:
        return links
    lowest = max((links[named[-1]], *unnamed), key=lambda link: link.factuality.rank).factuality
    kept = [link for link in links if link.role is not Role.UNNAMED]
    return [replace(link, factuality=lowest) if link is links[named[-1]] else link for link in kept]


def _links(page: Page, clause: Clause, item: Attribution, memory: Memory) -> list[Link]:
    """What one attribution adds; nothing where the text itself found or verified it: "se documentó"."""
    cue = page.span(item.cue.first, item.cue.last)
    if item.code == "publish":
        link = named_link(page, item, memory)
        published = replace(link, mode=Mode.DEPICTS, conveys=Conveys.PUBLISHES, cue=cue, factuality=item.level)
        memory.publisher = published
        memory.source, memory.source_block = link, page.sentences[clause.sentence].block
        return [published]
    if item.code == "show":
        return [_shown(page, item, memory, cue)]
    link = named_link(page, item, memory)
    if link.role is Role.UNNAMED and memory.verifier is not None and _is_of_verifying(page, item):
        return [replace(memory.verifier, cue=cue, mode=Mode.PARAPHRASE, carried=True)]
    if link.role is Role.UNNAMED and (_is_checked(page, item) or item.cue.entry.more.get("own") == "yes"):
        return []
    mode = Mode.DIRECT if clause.quotation is not None else Mode.PARAPHRASE
    level = _level(page, item, link)
    if link.role is Role.UNNAMED and item.source is not None and item.code == "say":
        level = weakest([level, Factuality.REPORTED])
    if link.factuality is Factuality.CLAIMED_BY_PARTY:
        level = weakest([level, link.factuality])
    link = replace(link, cue=cue, mode=mode, factuality=level)
    if link.role is not Role.UNNAMED and not _is_only_cited(page, clause, item, memory):
        memory.source, memory.source_block = link, page.sentences[clause.sentence].block
        if link.role in (Role.ORGANISATION, Role.REPORT):
            memory.organisation = link
        if link.factuality is Factuality.VERIFIED_BY_SOURCE:
            memory.verifier = link
    return [link]


def _is_only_cited(page: Page, clause: Clause, item: Attribution, memory: Memory) -> bool:
    """ "..., the League said, citing a surgeon": the League goes on in the next sentence."""
    citing = any(page.is_one_of(at, "citing_words") for at in range(item.cue.first, item.cue.last))
    mention = memory.source.mention if memory.source is not None else None
    here = mention is not None and mention.start >= page.tokens[page.sentences[clause.sentence].first].start
    return page.lexicon.language == "en" and citing and item.code == "prep" and here


def _is_of_verifying(page: Page, item: Attribution) -> bool:
    """ "Ten cases were verified", after "the United Nations verified": by the same."""
    return bool(page.hits_in(item.cue.first, item.cue.last, "verified"))


def _is_checked(page: Page, item: Attribution) -> bool:
    """ "Dix cas ont été confirmés", "les dix cas avérés", where nobody is told of who verifies: the text says it on its
    own word, in a language whose list says so."""
    if item.source is not None or item.code != "unnamed" or not page.lexicon.data.get("checked_by_text"):
        return False
    checked = any(page.is_one_of(at, "verifying_words") for at in range(item.cue.first, item.cue.last))
    return checked or item.level is Factuality.VERIFIED_BY_SOURCE


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


def _level(page: Page, item: Attribution, link: Link) -> Factuality:
    """A party's own word, and whatever is denied, is a claim of those concerned; so is the word of a state at war."""
    if denies(item) and link.role is not Role.WITNESS:
        return Factuality.CLAIMED_BY_PARTY
    if link.role is Role.PARTY and item.code in ("say", "prep"):
        return Factuality.CLAIMED_BY_PARTY
    if link.role is not Role.WITNESS and admits(page, item):
        return weakest([item.level, Factuality.CLAIMED_BY_PARTY])
    if item.source is not None and item.code in ("say", "prep") and is_state(page, *item.source):
        return weakest([item.level, Factuality.CLAIMED_BY_PARTY])
    if item.source is None or item.code not in ("say", "prep"):
        return item.level
    led = page.is_one_of(item.source[0], "determiners")
    heads = range(item.cue.first if item.code == "prep" else item.source[0], item.source[0] + 1 + led)
    if any(page.is_one_of(at, "estimate_words") for at in heads):
        return weakest([item.level, Factuality.BELIEVED])
    return item.level


def is_state(page: Page, first: int, last: int) -> bool:
    """The government, its army, its ministers of war; not those who tell of them ("military sources")."""
    tellers = any(page.is_one_of(at, "teller_words") or page.is_one_of(at, "former_words") for at in range(first, last))
    world = any(page.is_one_of(at, "world_words") for at in range(first, last))
    return not tellers and not world and bool(page.hits_in(first, last, "state_voices"))
