"""Grounds of cases as the record holds them: statements relied on, brought back to independent roots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Receipt
from tawthiq.record.compare import models as compare
from tawthiq.record.compare.first_posted import posting_of
from tawthiq.record.compare.roots import find_roots, reached
from tawthiq.record.extract import chain
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.models import read as link
from tawthiq.record.link.source import Source, Support
from tawthiq.record.verify.independence import UNNAMED, Grounds, Telling, find_grounds
from tawthiq.record.verify.knowing import Holder, Lineage, holders_of
from tawthiq.record.verify.models.subjects import Subject
from tawthiq.safe.work import Reader
from tawthiq.terms.party import fold_name


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of some subjects: their supports, and all that brings a telling back to its root."""

    supports: Mapping[str, Sequence[Support]]
    statements: Mapping[str, Statement]
    receipts: Mapping[str, Receipt]
    sources: Mapping[str, Source]
    derives: Mapping[str, Iterable[str]]
    roots: Mapping[str, str]

    def grounds(self, supports: Iterable[Support]) -> Grounds:
        """The grounds of these supports."""
        return find_grounds(self.tellings(supports), self.derives, self.roots)

    def tellings(self, supports: Iterable[Support]) -> list[Telling]:
        """Each support as a telling."""
        return [
            _telling(one, self.statements[one.statement_id], self.sources.get(one.source_id), self.receipts)
            for one in supports
        ]


def grounds_of(
    reader: Reader, subjects: Sequence[Subject], relied_on: Sequence[str] | None = None
) -> dict[str, Grounds]:
    """The grounds of each subject. `relied_on`: statement or source ids; None is all that support it."""
    read = _read(reader, subjects)
    chosen = None if relied_on is None else set(relied_on)
    return {
        one.id: read.grounds(
            support
            for support in read.supports[one.id]
            if chosen is None or support.statement_id in chosen or support.source_id in chosen
        )
        for one in subjects
    }


def grounds_together(reader: Reader, subjects: Sequence[Subject]) -> Grounds:
    """The grounds of some subjects taken as one: a root that two of them share is one root."""
    read = _read(reader, subjects)
    return read.grounds(dict.fromkeys(support for found in read.supports.values() for support in found))


def holders_behind(
    reader: Reader, subjects: Sequence[Subject], *, by_kind: bool = False
) -> dict[str, frozenset[Holder]]:
    """Who holds the knowledge that each subject rests on; copies under whom they repeat."""
    read = _read(reader, subjects)
    sources = _lineage(reader, read.sources)
    arrivals = collect.get_receipts_of(reader, sorted({*read.roots.values()}))
    lineage = Lineage(
        read.derives,
        {key: fold_name(one.name) for key, one in sources.items()},
        {key: one.kind for key, one in sources.items()},
        read.roots,
        {item: fold_name(one.publisher) for item, one in arrivals.items()},
        by_kind,
    )
    return {one.id: holders_of(read.tellings(read.supports[one.id]), lineage) for one in subjects}


def _read(reader: Reader, subjects: Sequence[Subject]) -> _Read:
    supports = _supports_of(reader, subjects)
    statements, receipts = _statements(reader, {one.statement_id for found in supports.values() for one in found})
    sources = link.get_sources(reader, {one.source_id for found in supports.values() for one in found})
    derives = {key: source.derives_from for key, source in _lineage(reader, sources).items()}
    return _Read(supports, statements, receipts, sources, derives, _roots(reader, receipts))


def _supports_of(reader: Reader, subjects: Sequence[Subject]) -> dict[str, list[Support]]:
    wanted = {*(one.id for one in subjects), *(one.violation_id for one in subjects)}
    by_thing: dict[str, list[Support]] = defaultdict(list)
    for support in link.get_support(reader, wanted):
        by_thing[support.subject_id].append(support)
    return {
        one.id: [*by_thing[one.id], *(by_thing[one.violation_id] if one.violation_id != one.id else ())]
        for one in subjects
    }


def _statements(reader: Reader, statement_ids: Iterable[str]) -> tuple[dict[str, Statement], dict[str, Receipt]]:
    statements = {one.id: one for one in extract.get_statements(reader, statement_ids)}
    items = sorted({one.item_id for one in statements.values()})
    return statements, collect.get_receipts_of(reader, items)


def _lineage(reader: Reader, sources: Mapping[str, Source]) -> dict[str, Source]:
    known = dict(sources)
    missing = {parent for source in known.values() for parent in source.derives_from} - known.keys()
    while missing:
        known.update(link.get_sources(reader, missing))
        missing = {parent for source in known.values() for parent in source.derives_from} - known.keys() - missing
    return known


def _roots(reader: Reader, receipts: Mapping[str, Receipt]) -> dict[str, str]:
    """Item -> root of every item relied on; a person's word joins two items even where no link was found."""
    if not receipts:
        return {}
    copies, decisions = compare.get_copies(reader), compare.get_judgements(reader)
    items = reached(copies, decisions, frozenset(receipts))
    arrivals = collect.get_receipts_of(reader, sorted(items))
    postings = {item: posting_of(receipt) for item, receipt in arrivals.items()}
    return find_roots(postings, copies, decisions).root_of()


def _telling(support: Support, statement: Statement, source: Source | None, receipts: Mapping[str, Receipt]) -> Telling:
    receipt = receipts.get(statement.item_id)
    return Telling(
        statement_id=support.statement_id,
        source_id=support.source_id,
        kind=source.kind if source else "other",
        item_id=statement.item_id,
        chain_end=_chain_end(statement),
        publisher=fold_name(receipt.publisher) if receipt else "",
    )


def _chain_end(statement: Statement) -> str:
    if statement.speaker == chain.DOCUMENT:
        return ""
    return UNNAMED if statement.speaker == chain.UNNAMED else fold_name(statement.speaker)
