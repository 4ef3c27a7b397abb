"""From the bytes of an item to the document that extractors read."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.collect.declared_encoding import encoding_of
from tawthiq.record.collect.isolated_pdf import pdf_pages
from tawthiq.record.extract.document import Document, TextOffsets
from tawthiq.record.extract.from_bytes.language import UNDETERMINED, language_of
from tawthiq.record.extract.from_bytes.legibility import NOISY_SHARE, noise_share
from tawthiq.record.extract.from_bytes.markup import Read, read_html
from tawthiq.record.extract.from_bytes.paged import read_pages
from tawthiq.record.extract.from_bytes.plain import blocks_of
from tawthiq.record.extract.from_bytes.tongues import Tongues, tongues_of
from tawthiq.record.extract.statement import Doubt
from tawthiq.record.extract.words.token import tokens_of
from tawthiq.terms.errors import EmptyInput, UnreadableInput
from tawthiq.terms.when import When

_SAMPLE_CHARS = 20000
_MARK = b"\xef\xbb\xbf"


def document_of_bytes(
    item_id: str, raw: bytes, media_type: str, published_on: When | None = None, language: str = ""
) -> Document:
    """Plain text, HTML or PDF as a document. Raises EmptyInput, UnreadableInput naming the item and the byte.

    `media_type`: text/plain, text/html, application/xhtml+xml, application/pdf; `language`: empty to find out.
    """
    if not raw.strip():
        raise EmptyInput("there is nothing in the file", where=item_id, do="upload the file again")
    if media_type == "application/pdf":
        return _document(item_id, _read_pdf(item_id, raw), published_on, language)
    if "html" in media_type:
        encoding, n_mark = encoding_of(raw)
        page = _decoded(item_id, raw[n_mark:], encoding)
        return _document(item_id, read_html(page, encoding, n_mark), published_on, language)
    skipped = len(_MARK) if raw.startswith(_MARK) else 0
    text = _decoded(item_id, raw[skipped:], "utf-8")
    return document_of_text(item_id, text, published_on, language, skipped)


def document_of_text(
    item_id: str,
    text: str,
    published_on: When | None = None,
    language: str = "",
    skipped_bytes: int = 0,
    *,
    wide: bool = False,
) -> Document:
    """Plain text as a document. `skipped_bytes`: those of a byte order mark in front of it; `wide`: UTF-16, not UTF-8.

    The offset map leads from code points of the text to bytes of its file.
    """
    offsets = TextOffsets(text, skipped_bytes, "utf-16-le" if wide else "utf-8")
    return _document(item_id, Read(text, blocks_of(text), offsets), published_on, language)


def _document(item_id: str, read: Read, published_on: When | None, language: str) -> Document:
    begins = language or language_of(tokens_of(read.text[:_SAMPLE_CHARS]))
    found = Tongues(language, read.blocks) if language else tongues_of(read.text, read.blocks, begins)
    doubts = [*_doubts_of_words(read.text, found), *read.doubts]
    doubts += [Doubt("publication_date_missing")] if published_on is None else []
    return Document(item_id, read.text, found.blocks, found.language, published_on, read.offsets, tuple(doubts))


def _doubts_of_words(text: str, found: Tongues) -> Iterator[Doubt]:
    """What of the words is not read, and why; where letters are misread no language can be told."""
    if not text.strip():
        yield Doubt("text_missing")
        return
    noise = noise_share(text[:_SAMPLE_CHARS])
    if noise >= NOISY_SHARE:
        yield Doubt("text_is_noisy", f"{noise:.0%} of the words are none")
    if found.language == UNDETERMINED and not found.reads_any and noise < NOISY_SHARE:
        yield Doubt("language_not_supported")
    if found.shares:
        yield Doubt("languages_mixed", ", ".join(f"{name} {share:.0%}" for name, share in found.shares))


def _decoded(item_id: str, raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as reason:
        raise UnreadableInput(
            f"byte {reason.start} is not {encoding}", where=item_id, do="save the file as UTF-8 and add it again"
        ) from reason


def _read_pdf(item_id: str, raw: bytes) -> Read:
    try:
        pages = pdf_pages(raw)
        return read_pages(pages.texts, pages.n_pages)
    except UnreadableInput as error:
        error.where = item_id
        raise
