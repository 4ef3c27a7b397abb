"""Readings: what of a document is read for statements, one language at a time; what a page hides is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawthiq.record.extract.document import Block, BlockKind, Document


def readings_of(document: Document) -> Iterator[Document]:
    """The document once for each language, with blanks where the words of the others stand: every place stays.

    One that is in one language and hides nothing is itself.
    """
    spoken = [block for block in document.blocks if block.kind is not BlockKind.HIDDEN]
    languages = dict.fromkeys(block.language or document.language for block in spoken)
    if len(languages) < 2 and len(spoken) == len(document.blocks):
        yield replace(document, language=next(iter(languages), document.language))
        return
    for language in languages:
        own = tuple(block for block in spoken if (block.language or document.language) == language)
        yield replace(document, language=language, text=_only(document, own), blocks=own)


def _only(document: Document, own: Sequence[Block]) -> str:
    """The text with blanks for all blocks but some, as long as up to their end."""
    kept = {block.span.start for block in own}
    parts: list[str] = []
    end = 0
    for block in document.blocks:
        parts.append(document.text[end : block.span.start])
        parts.append(block.span.of(document.text) if block.span.start in kept else " " * len(block.span))
        end = block.span.end
    return "".join(parts).rstrip()
