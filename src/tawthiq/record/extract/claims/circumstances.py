"""Circumstances of one claim: its places, its times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.chain import Mode, Role
from tawthiq.record.extract.claims.times import Times, before_publication
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.document import LISTED
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.cores import core_of
from tawthiq.record.extract.places.places import mentions_taken, places_of
from tawthiq.record.extract.places.titles import title_behind
from tawthiq.record.extract.setting import Setting
from tawthiq.record.extract.statement import (
    NOT_STATED,
    Basis,
    PartyRef,
    PlaceRef,
    StatedTime,
    Statement,
    StatementKind,
    ViolationRef,
)
from tawthiq.terms.unknown import Unknown


def places_of_claim(
    page: Page,
    setting: Setting,
    memory: Memory,
    clause: Clause,
    over: Sequence[Attribution],
    inner: Sequence[Clause],
) -> tuple[PlaceRef, ...]:
    """Places of the clause; a medium's place holds for its whole sentence, marked as implied."""
    taken = [_named(page, *item.source) for item in over if item.source is not None]
    titles = (title_behind(page, *item.source) for item in over if item.source is not None)
    taken += [title for title in titles if title is not None]
    taken += [(other.first, other.last) for other in inner]
    taken += mentions_taken(mentions_of(page, clause.first, clause.last))
    taken += [(item.first, item.last) for item in page.parties.between(clause.first, clause.last)]
    places = places_of(page, clause, setting.gazetteer, taken, memory.countries, memory.told_places)
    if (
        places
        and page.hits_in(clause.first, clause.last, "media")
        and page.hits_in(clause.first, clause.last, "provenance")
    ):
        memory.media_place, memory.media_sentence = places[0], clause.sentence
    if not places and memory.media_place is not None and memory.media_sentence == clause.sentence:
        return (replace(memory.media_place, basis=Basis.IMPLIED),)
    if not places and page.sentences[clause.sentence].kind in LISTED:
        return tuple(replace(place, basis=Basis.IMPLIED) for place in memory.list_places)
    return places


def _named(page: Page, first: int, last: int) -> tuple[int, int]:
    """ "Three mothers in Kesh": who speaks, without where."""
    return core_of(page, first, last) if page.lexicon.language == "en" else (first, last)


def remember_list(page: Page, setting: Setting, memory: Memory, number: int) -> None:
    """ "Between 2 and 9 November we documented in Amra:": the lead dates and places a list's items."""
    sentence = page.sentences[number]
    if sentence.kind in LISTED:
        return
    leads = page.form(sentence.last - 1) == ":"
    told = [item for item in page.dates.between(sentence.first, sentence.last) if item.when is not None]
    memory.list_dates = told[-1] if leads and told else None
    named = memory.sentence_parties if memory.sentence_parties_in == number else ()
    memory.list_party = named[0] if leads and len(named) == 1 and not named[0].group else None
    lead = Clause(sentence.first, sentence.last, number)
    memory.list_places = places_of_claim(page, setting, memory, lead, (), ()) if leads else ()


def done_by_lead(
    page: Page, memory: Memory, clause: Clause, parties: tuple[PartyRef, ...], harms: Sequence[ViolationRef]
) -> tuple[PartyRef, ...]:
    """ "The Front committed the following:": who did what the items of a list tell, where they name nobody."""
    listed = page.sentences[clause.sentence].kind in LISTED
    if parties or not harms or not listed or memory.list_party is None:
        return parties
    return (replace(memory.list_party, basis=Basis.IMPLIED),)


def dated_by_list(page: Page, memory: Memory, clause: Clause, times: Times) -> Times:
    """The times of an item of a list that has none of its own."""
    item = memory.list_dates
    listed = page.sentences[clause.sentence].kind in LISTED
    if not listed or item is None or item.when is None or times.act != NOT_STATED:
        return times
    return replace(times, act=StatedTime(item.when, Basis.IMPLIED, item.rule, page.span(item.first, item.last)))


def with_times(page: Page, memory: Memory, statement: Statement, times: Times) -> Statement:
    """The statement with its times; a source's day holds for its next claims, marked as implied."""
    source = times.source
    if isinstance(source, StatedTime):
        memory.source_published_on = source
    from_report = any(link.role is Role.REPORT for link in statement.chain)
    if isinstance(source, Unknown) and from_report and memory.source_published_on is not None:
        source = replace(memory.source_published_on, basis=Basis.IMPLIED)
    act = times.act
    loose = page.lexicon.data.get("undated_contexts", ())
    if statement.kind is StatementKind.CONTEXT and isinstance(act, StatedTime) and act.rule in loose:
        act = NOT_STATED
    plain = not statement.depicted and not any(link.mode is Mode.DIRECT for link in statement.chain)
    if act == NOT_STATED and plain and isinstance(source, Unknown) and statement.kind is not StatementKind.CONTEXT:
        act = before_publication(page)
    return replace(
        statement,
        act_period=act,
        medium_released_on=times.medium,
        source_period=times.period,
        source_published_on=source,
    )
