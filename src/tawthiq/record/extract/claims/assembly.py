"""Assembly: one clause with everything bound to it, made into a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.blame.going_on import block_of
from tawthiq.record.extract.blame.remembered import remember_parties
from tawthiq.record.extract.chain import Link, Mode, Role
from tawthiq.record.extract.claims.asked import as_asked
from tawthiq.record.extract.claims.circumstances import done_by_lead, places_of_claim, remember_list, with_times
from tawthiq.record.extract.claims.claimed_harms import remember_heading
from tawthiq.record.extract.claims.claimed_numbers import with_limit
from tawthiq.record.extract.claims.claims import is_claim, says_something
from tawthiq.record.extract.claims.clause_read import (
    blames,
    disowns,
    kept_read,
    kind_read,
    quantities_read,
    read_clause,
)
from tawthiq.record.extract.claims.quoted_whole import joined_quotes
from tawthiq.record.extract.claims.standing import (
    doubts_the_last,
    doubts_what_stands_before,
    factuality_of,
    hangs_on,
    hedge_code,
    hedges_over,
    told_hedges,
    uncorroborated,
    with_unnamed,
)
from tawthiq.record.extract.clauses.clauses import Clause, clauses_of
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.places.told_places import told_places
from tawthiq.record.extract.setting import Setting
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.speakers.attributions import attributions_of
from tawthiq.record.extract.speakers.carried import Told, quotation_of, remember_voice, speakers_of
from tawthiq.record.extract.speakers.chains import chain_of
from tawthiq.record.extract.speakers.named_behind import only_names_source, told_by
from tawthiq.record.extract.speakers.posts import posts_of
from tawthiq.record.extract.statement import (
    NOT_STATED,
    Doubt,
    Origin,
    Statement,
    StatementKind,
)


def statements_of(page: Page, setting: Setting) -> list[Statement]:
    """Every claim of the page in text order, not yet compared with one another."""
    memory = Memory()
    found: list[Statement] = []
    quoted: list[int | None] = []
    told = [_told(page, number) for number in range(len(page.sentences))]
    memory.speakers = speakers_of(page, told)
    memory.posts = posts_of(page)
    memory.told_places = told_places(page)
    start = 0
    for number, (clauses, over) in enumerate(told):
        remember_heading(page, memory, number)
        if only_names_source(page, number, over):
            link = chain_of(page, clauses[0], over, memory)[-1]
            found[start:] = [told_by(one, link) for one in found[start:]]
            continue
        start = len(found)
        for own, clause in enumerate(clauses):
            if is_claim(page, clause, over, own):
                made = _statement(page, setting, memory, clauses, own, over)
                if says_something(page, clause, made):
                    if doubts_what_stands_before(page, clause, made):
                        found[start:] = [uncorroborated(one) for one in found[start:]]
                        if len(found) > start and hangs_on(page, clause):
                            continue
                    elif found[start:] and doubts_the_last(page, clause, made):
                        found[-1] = uncorroborated(found[-1])
                    found.append(made)
                    quoted.append(quotation_of(page, clause))
        remember_list(page, setting, memory, number)
        _remember_silence(page, memory, number)
        _remember_quotation(page, memory, clauses, over, number)
        _remember_lead(page, memory, clauses, over, number)
    return joined_quotes(page, found, quoted)


def _told(page: Page, number: int) -> Told:
    clauses = clauses_of(page, number, page.sentences[number])
    return clauses, attributions_of(page, clauses)


def _remember_silence(page: Page, memory: Memory, number: int) -> None:
    """ "The Front has not commented. It denied in May": whom a sentence says to be silent speaks in the next one."""
    sentence = page.sentences[number]
    silent = page.hits_in(sentence.first, sentence.last, "silences")
    named = [one for one in mentions_of(page, sentence.first, sentence.last) if not one.back] if silent else []
    memory.silent = None
    if len(named) == 1:
        memory.silent = Link(page.words(named[0].first, named[0].last), Role.PARTY, code=named[0].code)


def _remember_lead(
    page: Page, memory: Memory, clauses: Sequence[Clause], over: Sequence[Attribution], number: int
) -> None:
    outer = [item for item in over if not _is_quoted(clauses, item)]
    links = chain_of(page, clauses[-1], outer[-1:], memory)[1:] if clauses and outer else ()
    remember_voice(page, memory, number, [link for link in links if not link.carried])


def _statement(
    page: Page, setting: Setting, memory: Memory, clauses: Sequence[Clause], own: int, every: Sequence[Attribution]
) -> Statement:
    clause = clauses[own]
    was = read_clause(page, memory, clauses, own, every)
    quantities = quantities_read(page, clause, was)
    places = places_of_claim(page, setting, memory, clause, [*was.over], was.inner)
    silences = page.hits_in(clause.first, clause.last, "silences")
    hedges = hedges_over(page, clause)
    hedges = told_hedges(page, was.chain, was.harms, hedges)
    hedges = [hit for hit in hedges if not any(one.first <= hit.first < one.last for one in silences)]
    kind = kind_read(page, clause, was, quantities)
    harms, parties = kept_read(page, clause, was, kind)
    parties = done_by_lead(page, memory, clause, parties, harms)
    denied = was.denied and kind is not StatementKind.LIMITATION
    span = page.span(clause.first, clause.last)
    statement = Statement(
        item_id=page.document.item_id,
        origin=Origin.TEXT,
        span=span,
        quote=span.of(page.text),
        kind=kind,
        language=page.document.language,
        chain=with_unnamed(was.chain, page, hedges, kind),
        factuality=Factuality.UNKNOWN,
        extractor=setting.extractor,
        direct_quotes=_direct_quotes(page, clause),
        violations=harms,
        parties=parties,
        places=places,
        quantities=quantities if kind is not StatementKind.LIMITATION else with_limit(page, clause, quantities),
        hedges=tuple(page.span(hit.first, hit.last) for hit in hedges),
        depicted=any(link.mode is Mode.DEPICTS and link.conveys.value == "shows" for link in was.chain),
        warnings=(*was.times.doubts, *([Doubt("denial")] if denied else [])),
    )
    timeless = denied or kind is StatementKind.MEDIA_PROVENANCE
    times = replace(was.times, act=NOT_STATED) if timeless else was.times
    statement = with_times(page, memory, statement, times)
    remember_parties(
        page, setting, memory, clause, parties, harms, StatementKind.CONTEXT_CLAIM if blames(page, was) else kind
    )
    if any(harm.code != "unspecified" for harm in harms) and (was.over or not was.denied):
        told = any(harm.cue is not None and span.holds(harm.cue) for harm in harms)
        memory.remember_violations(harms, block_of(page, clause), clause.sentence if told else -1)
    sure = factuality_of(page, statement, [hedge_code(page, hit) for hit in hedges], clause)
    if denied and kind is StatementKind.CONTEXT_CLAIM and disowns(page, clause, was):
        sure = weakest([sure, Factuality.CLAIMED_BY_PARTY])
    return as_asked(page, clause, replace(statement, factuality=sure))


def _direct_quotes(page: Page, clause: Clause) -> tuple[Span, ...]:
    span = page.span(clause.first, clause.last)
    return tuple(item.outer for _, item in page.quotations_over(span))


def _is_quoted(clauses: Sequence[Clause], item: Attribution) -> bool:
    """A cue inside a quotation belongs to what is quoted."""
    return any(c.quotation is not None and c.first <= item.cue.first < c.last for c in clauses)


def _remember_quotation(
    page: Page, memory: Memory, clauses: Sequence[Clause], over: Sequence[Attribution], number: int
) -> None:
    """Who spoke a quotation speaks on in the next sentences, as long as the paragraph's quotation runs on."""
    quoted = [at for at, clause in enumerate(clauses) if clause.quotation is not None]
    block = page.sentences[number].block
    if not quoted:
        if block != memory.quote_block:
            memory.quote_links = ()
        return
    own = [item for item in over if quoted[0] in item.clauses and not _is_quoted(clauses, item)]
    if own:
        memory.quote_links = tuple(link for link in chain_of(page, clauses[quoted[0]], own, memory)[1:])
    memory.quote_block = block
