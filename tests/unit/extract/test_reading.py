"""Text, HTML and PDF become documents whose every span leads back to the preserved bytes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.record.extract.document import Block, BlockKind, Document
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.paged import read_pages
from tawthiq.record.extract.from_bytes.reading import document_of_bytes, document_of_text
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Doubt
from tawthiq.record.extract.words.token import tokens_of
from tawthiq.terms.errors import EmptyInput, UnreadableInput
from tawthiq.terms.party import Registry
from tawthiq.terms.when import on_day
from tawthiq.terms.where import Gazetteer

DAY = on_day(date(2021, 3, 3))
wild = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@given(wild)
@settings(max_examples=300)
def test_every_token_of_any_text_leads_back_to_its_bytes(text: str) -> None:
    raw = text.encode()
    document = document_of_text("itm_x", text, language="en")
    for token in tokens_of(text):
        span = Span(token.start, token.end)
        found = document.offsets.bytes_of(span)
        assert found is not None
        assert raw[slice(*found)].decode() == span.of(text)


def test_ten_thousand_random_texts_keep_their_offsets() -> None:
    import random

    draw = random.Random(7)
    alphabet = "ab1 \r\n.,\u0301\u0627\u0644\u064e\u0640\u202e\u00e9\u2013\U0001f600\u05d0\u0e01"
    for _ in range(10_000):
        text = "".join(draw.choices(alphabet, k=draw.randint(1, 24)))
        document = document_of_text("itm_x", text, language="en")
        raw = text.encode()
        for block in document.blocks:
            found = document.offsets.bytes_of(block.span)
            assert found is not None
            assert raw[slice(*found)].decode() == block.span.of(text)


def test_a_byte_order_mark_is_counted() -> None:
    raw = b"\xef\xbb\xbfThe army left."
    document = document_of_bytes("itm_x", raw, "text/plain", DAY)
    found = document.offsets.bytes_of(Span(4, 8))
    assert found is not None
    assert raw[slice(*found)] == b"army"


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(EmptyInput):
        document_of_bytes("itm_x", b" \n", "text/plain", DAY)


def test_broken_utf8_is_refused_with_its_byte() -> None:
    with pytest.raises(UnreadableInput, match="byte 3"):
        document_of_bytes("itm_x", b"abc\xff", "text/plain", DAY)


def test_a_broken_pdf_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="PDF"):
        document_of_bytes("itm_x", b"%PDF-1.4 nothing", "application/pdf", DAY)


def test_a_missing_publication_date_is_said() -> None:
    assert Doubt("publication_date_missing") in document_of_text("itm_x", "The army left the town.").warnings


def test_another_language_is_said_and_left_alone() -> None:
    document = document_of_text("itm_x", "Os meninos foram levados pela milícia do norte em março.", DAY)
    assert (document.language, Doubt("language_not_supported") in document.warnings) == ("und", True)


@pytest.mark.parametrize("wide", [False, True])
def test_places_beyond_the_first_thousands_keep_their_bytes(wide: bool) -> None:
    text = "قتل 5 boys \U0001f600 é\r\n" * 400
    raw = b"xx" + text.encode("utf-16-le" if wide else "utf-8")
    offsets = document_of_text("itm_x", text, language="en", skipped_bytes=2, wide=wide).offsets
    for start in range(0, len(text), 997):
        found = offsets.bytes_of(Span(start, start + 7))
        assert found is not None
        assert raw[slice(*found)].decode("utf-16-le" if wide else "utf-8") == text[start : start + 7]
    assert offsets.bytes_of(Span(4, 4)) is None


def test_a_span_knows_its_page() -> None:
    text = "First page.\n\nSecond page."
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 11), 1), Block(BlockKind.PARAGRAPH, Span(13, 25), 2))
    paged = Document("itm_x", text, blocks, "en")
    assert [paged.page_of(Span(at, at + 3)) for at in (0, 4, 13, 20)] == [1, 1, 2, 2]
    assert document_of_text("itm_x", text, language="en").page_of(Span(13, 20)) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Reuters: five children killed in Lusa by government forces",
        "AFP: 12 enfants tués à Lusa",
        "Video: soldiers shot two boys near the bridge",
        "المصدر: قتل اثنا عشر طفلا في قصف على مدرسة في البلدة",
    ],
)
def test_what_an_agency_tells_is_no_credit(line: str) -> None:
    blocks = document_of_text("itm_x", f"The day in Lusa\n\nIt was quiet there.\n\n{line}", DAY).blocks
    assert blocks[-1].kind is not BlockKind.CREDIT


@pytest.mark.parametrize(
    "line",
    ["By nightfall 12 boys were dead", "Por lo menos 12 niños murieron en Lusa", "كتب محمد أن الجيش قتل خمسة أطفال"],
)
def test_a_line_that_only_begins_like_a_byline_is_read(line: str) -> None:
    blocks = document_of_text("itm_x", f"The day in Lusa\n\nIt was quiet there.\n\n{line}", DAY).blocks
    assert blocks[-1].kind is not BlockKind.BYLINE


@pytest.mark.parametrize(
    "line", ["Photo: Ilse Brandt/Harrow Post", "AFP/John Dask", "Telegram: @invented", "© Horizon"]
)
def test_who_made_a_picture_is_a_credit(line: str) -> None:
    assert document_of_text("itm_x", f"A road\n{line}", DAY).blocks[-1].kind is BlockKind.CREDIT


@pytest.mark.parametrize("line", ["By Mara Ilves and Jon Dask in Lusa", "Por Ana de los Ríos, corresponsal en Lusa"])
def test_who_wrote_a_text_is_a_byline(line: str) -> None:
    assert (
        document_of_text("itm_x", f"The day in Lusa\n\n{line}\n\nIt was quiet.", DAY).blocks[1].kind is BlockKind.BYLINE
    )


WIDE = "The team met elders, teachers and traders in nine towns of"


def test_a_word_cut_at_the_end_of_a_printed_line_is_one_word() -> None:
    lines = [
        "Lusa",
        "It was quiet.",
        WIDE,
        "the west, where 12 chil\x02dren were taken by men who came at",
        "Lusa. It left.",
    ]
    read = read_pages(["\r\n".join(lines)])
    assert "children" in [token.form for token in tokens_of(read.text)]
    assert [one.kind.value for one in read.blocks if one.span.start > 6] == ["paragraph", "paragraph"]


def test_what_is_printed_on_page_after_page_is_furniture() -> None:
    pages = [f"Annual report\r\n{words}\r\nLusa Monitor\r\n{number} / 3" for number, words in enumerate("abc", start=1)]
    read = read_pages(pages)
    told = [(one.span.of(read.text), one.page) for one in read.blocks if one.kind is not BlockKind.FURNITURE]
    assert told == [("a", 1), ("b", 2), ("c", 3)]


def test_a_line_that_two_pages_share_is_kept() -> None:
    pages = ["Nine boys were taken.", "Nine boys were taken."]
    assert BlockKind.FURNITURE not in [one.kind for one in read_pages(pages).blocks]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "The Front (69) and the Legion (43).1 Some boys left.",
            ["The Front (69) and the Legion (43).", "Some boys left."],
        ),
        ("Boys were “taken.”12 The army left.", ["Boys were “taken.”", "The army left."]),
        ("It grew by 3.1 Some said so.", ["It grew by 3.1 Some said so."]),
        ("See www.lusa.2 for more.", ["See www.lusa.2 for more."]),
    ],
)
def test_the_number_of_a_footnote_is_of_neither_sentence(text: str, sentences: list[str]) -> None:
    page = Rules(Registry({}), Gazetteer("none", {})).page(document_of_text("itm_x", text, DAY, "en"))
    assert [page.words(one.first, one.last) for one in page.sentences] == sentences
