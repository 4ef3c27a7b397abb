"""Isolated PDF: the words of each page, read in the child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import pypdfium2

from tawthiq.record.collect.importers.pdf import MAX_PAGES
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.terms.errors import UnreadableInput

_READ = f"{__name__}:read_task"


@dataclass(frozen=True, slots=True)
class PdfPages:
    """`texts`: of the pages that were read; `n_pages`: how many the document has."""

    texts: list[str]
    n_pages: int


def pdf_pages(data: bytes) -> PdfPages:
    """The text layer page by page, as PDFium spells it; raises UnreadableInput."""
    with pool.worker() as worker:
        first, *pages = worker.stream(_READ, data, cpu_s=60)
    return PdfPages([frame.blob.decode("utf-8", "replace") for frame in pages], int(first.words["n_pages"]))


def read_task(source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    """Runs in the child."""
    try:
        pdf = pypdfium2.PdfDocument(source.read())
    except pypdfium2.PdfiumError as reason:
        raise UnreadableInput("the PDF cannot be opened", do="export it again") from reason
    with pdf:
        yield Frame({"n_pages": len(pdf)})
        for number in range(min(len(pdf), MAX_PAGES)):
            yield Frame({}, pdf[number].get_textpage().get_text_bounded().encode("utf-8", "replace"))
