"""Long texts: read block by block in parts of bounded size, so that memory stays flat."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.chain import Link
from tawthiq.record.extract.document import Block, Document, OffsetMap
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.terms.unknown import Unknown

PART_CHARS = 200_000
"""Longer texts are read in parts of about this size."""
_STOP = re.compile(r"[.!?؟…][\"'”’»)\]]*\s+|\n")


@dataclass(frozen=True, slots=True)
class Part:
    """Some blocks of a document as a document of their own. `start`: where it begins in the whole, in code points."""

    start: int
    document: Document


def in_parts(
    document: Document, read: Callable[[Document], Sequence[Statement]], chars: int = PART_CHARS
) -> Iterator[Statement]:
    """The statements of every part in order, each with its place in the whole text.

    A part ends with a block, or with a sentence of a block that is too long for one part; what one part says of the
    next ("the group") is not carried over.
    """
    for part in parts_of(document, chars):
        yield from read_part(part, read)


def parts_of(document: Document, chars: int = PART_CHARS) -> Iterator[Part]:
    """The parts in order; one alone where the text is short."""
    if len(document.text) <= chars:
        yield Part(0, document)
        return
    for blocks in _groups(_cut(document, chars), chars):
        start, end = blocks[0].span.start, blocks[-1].span.end
        own = tuple(replace(block, span=_moved(block.span, -start)) for block in blocks)
        yield Part(start, replace(document, text=document.text[start:end], blocks=own, offsets=OffsetMap()))


def read_part(part: Part, read: Callable[[Document], Sequence[Statement]]) -> Iterator[Statement]:
    """The statements of a part as they stand in the whole."""
    found = [(one.id, shifted(one, part.start)) for one in read(part.document)]
    ids = {old: new.id for old, new in found}
    for _, new in found:
        yield replace(
            new,
            limited_by=tuple(ids.get(one, one) for one in new.limited_by),
            duplicate_of=ids.get(new.duplicate_of, new.duplicate_of),
        )


def _cut(document: Document, chars: int) -> Iterator[Block]:
    """The blocks, those without an end in sight cut behind a sentence, or anywhere if there is none."""
    for block in document.blocks:
        rest = block.span
        while len(rest) > chars:
            ends = [stop.end() for stop in _STOP.finditer(document.text, rest.start + chars // 2, rest.start + chars)]
            end = ends[-1] if ends else rest.start + chars
            yield replace(block, span=Span(rest.start, end))
            rest = Span(end, rest.end)
        yield replace(block, span=rest)


def _groups(blocks: Iterable[Block], chars: int) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if group and block.span.end - group[0].span.start > chars:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def shifted(one: Statement, by: int) -> Statement:
    """The statement as it stands `by` code points further on."""
    if not by or not isinstance(one.span, Span):
        return one
    return replace(
        one,
        span=_moved(one.span, by),
        content=_optional(one.content, by),
        chain=tuple(_link(link, by) for link in one.chain),
        direct_quotes=tuple(_moved(span, by) for span in one.direct_quotes),
        violations=tuple(replace(ref, cue=_optional(ref.cue, by)) for ref in one.violations),
        parties=tuple(replace(ref, mention=_optional(ref.mention, by)) for ref in one.parties),
        places=tuple(replace(ref, mention=_optional(ref.mention, by)) for ref in one.places),
        act_period=_time(one.act_period, by),
        medium_released_on=_time(one.medium_released_on, by),
        source_period=_time(one.source_period, by),
        source_published_on=_time(one.source_published_on, by),
        quantities=tuple(replace(item, span=_moved(item.span, by)) for item in one.quantities),
        hedges=tuple(_moved(span, by) for span in one.hedges),
    )


def _link(link: Link, by: int) -> Link:
    return replace(link, mention=_optional(link.mention, by), cue=_optional(link.cue, by))


def _time(told: StatedTime | Unknown, by: int) -> StatedTime | Unknown:
    return told if isinstance(told, Unknown) else replace(told, span=_optional(told.span, by))


def _optional(span: Span | None, by: int) -> Span | None:
    return None if span is None else _moved(span, by)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
