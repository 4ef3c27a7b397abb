"""PDF documents: the text layer of each page; a document without one says so."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.terms.errors import UnreadableInput

MAX_PAGES = 5000


class PdfImporter:
    """Reads the text layer."""

    name = "pdf"
    version = 2
    kinds = frozenset({ItemKind.PDF})

    def inspect(self, data: bytes) -> Inspected:
        """Open, read each page; an encrypted or broken file is kept and said to be so."""
        try:
            with pypdfium2.PdfDocument(data) as pdf:
                return _judge(_page_texts(pdf), len(pdf), tuple(sorted(pdf.get_metadata_dict(skip_empty=True))))
        except pypdfium2.PdfiumError as reason:
            do = "open it elsewhere, save an unlocked copy and add that too"
            return Inspected(
                ItemState.UNDECODABLE, findings=(UnreadableInput(f"the PDF does not open: {reason}", do=do),)
            )


def _page_texts(pdf: pypdfium2.PdfDocument) -> list[str]:
    return [pdf[number].get_textpage().get_text_bounded() for number in range(min(len(pdf), MAX_PAGES))]


def _judge(pages: list[str], n_pages: int, metadata: tuple[str, ...]) -> Inspected:
    text = "\n\n".join(page.strip() for page in pages)
    left = tuple(_left(len(pages), n_pages))
    account = Account(handled=("pages",), ignored=metadata, signalled=("pages beyond the limit",) if left else ())
    if text.strip():
        return Inspected(ItemState.READABLE, text, account, left)
    finding = UnreadableInput(
        "the PDF has no text layer", where=f"{len(pages)} pages", do="read it with OCR and add the text as an item"
    )
    return Inspected(ItemState.NO_TEXT, "", account, (finding, *left))


def _left(n_read: int, n_pages: int) -> Iterator[UnreadableInput]:
    if n_pages > n_read:
        what, do = f"only the first {n_read} pages are read", "cut the document and add the rest as items of their own"
        yield UnreadableInput(what, where=f"page {n_read + 1} to {n_pages}", do=do)
