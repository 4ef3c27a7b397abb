"""Whatever a reader leaves out because there is too much of it, it says."""

import io

import pypdfium2
import pytest

from tawthiq.record.collect.importers.pdf import MAX_PAGES, PdfImporter
from tawthiq.record.collect.item import ItemState
from tawthiq.record.extract.from_bytes.reading import document_of_bytes
from tawthiq.record.extract.statement import Doubt


def pdf_of(n_pages: int) -> bytes:
    """A document of blank pages."""
    made = pypdfium2.PdfDocument.new()
    for _ in range(n_pages):
        made.new_page(99, 99)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


@pytest.fixture(scope="module")
def long_pdf() -> bytes:
    return pdf_of(MAX_PAGES + 20)


def test_pages_that_are_not_read_are_named_where_the_text_is_read(long_pdf: bytes) -> None:
    assert Doubt("pages_not_read", "5001 to 5020") in document_of_bytes("itm_x", long_pdf, "application/pdf").warnings


def test_pages_that_are_not_read_are_named_where_the_file_comes_in(long_pdf: bytes) -> None:
    inspected = PdfImporter().inspect(long_pdf)
    assert (inspected.state, [finding.where for finding in inspected.findings]) == (
        ItemState.NO_TEXT,
        ["5000 pages", "page 5001 to 5020"],
    )
    assert inspected.account.signalled == ("pages beyond the limit",)


def test_a_document_that_is_read_whole_says_nothing_of_pages() -> None:
    codes = [doubt.code for doubt in document_of_bytes("itm_x", pdf_of(3), "application/pdf").warnings]
    assert "pages_not_read" not in codes
    assert PdfImporter().inspect(pdf_of(3)).account.signalled == ()
