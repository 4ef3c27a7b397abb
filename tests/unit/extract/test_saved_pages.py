"""A saved page becomes blocks of their kind, whose every word leads back to its bytes in any encoding."""

from datetime import date

import pytest

from tawthiq.record.collect.importers.html import HtmlImporter
from tawthiq.record.collect.item import ItemState
from tawthiq.record.extract.document import BlockKind
from tawthiq.record.extract.from_bytes.reading import document_of_bytes
from tawthiq.record.extract.span import Span
from tawthiq.terms.when import on_day

DAY = on_day(date(2021, 3, 3))
PAGE = """<html><head><title>t</title><style>p{}</style></head><body><nav>Home | News</nav>
<h1>Boys taken in Kesh</h1>
<p>The militia abducted  20&nbsp;boys &amp; 3 girls\n in Lusa \u2013 a village\u00e9.</p>
<figure><img src=x><figcaption>The road to Lusa Photo: @invented</figcaption></figure>
<script>var a = "the army killed 9 children";</script>
<p>\u0642\u062a\u0644 12 \u0637\u0641\u0644\u0627</p>
</body></html>"""


def test_html_blocks_are_typed_by_their_tags() -> None:
    document = document_of_bytes("itm_x", PAGE.encode(), "text/html", DAY)
    kinds = [block.kind for block in document.blocks]
    assert kinds == [
        BlockKind.FURNITURE,
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.CREDIT,
        BlockKind.PARAGRAPH,
    ]
    assert "army" not in document.text


def test_words_of_a_page_lead_back_to_its_bytes() -> None:
    raw = PAGE.encode()
    document = document_of_bytes("itm_x", raw, "text/html", DAY)
    for word in ("abducted", "20", "girls", "village\u00e9", "\u2013", "12", "\u0637\u0641\u0644\u0627"):
        start = document.text.index(word)
        found = document.offsets.bytes_of(Span(start, start + len(word)))
        assert found is not None
        assert raw[slice(*found)].decode() == word


def test_an_entity_leads_back_to_the_whole_entity() -> None:
    raw = PAGE.encode()
    document = document_of_bytes("itm_x", raw, "text/html", DAY)
    start = document.text.index("&")
    found = document.offsets.bytes_of(Span(start, start + 1))
    assert found is not None
    assert raw[slice(*found)] == b"&amp;"


def test_a_page_in_another_encoding_keeps_its_bytes() -> None:
    raw = '<meta charset="iso-8859-1"><p>Des garçons enlevés à Kesh</p>'.encode("latin-1")
    document = document_of_bytes("itm_x", raw, "text/html", DAY)
    start = document.text.index("enlevés")
    found = document.offsets.bytes_of(Span(start, start + 7))
    assert found is not None
    assert raw[slice(*found)].decode("latin-1") == "enlevés"


def kinds_of(page: str) -> list[tuple[str, str]]:
    document = document_of_bytes("itm_x", page.encode(), "text/html", DAY, "en")
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def test_a_head_that_nobody_closed_does_not_swallow_the_page() -> None:
    page = "<!doctype html><html><head><title>t</title><style>p{}</style><body><h1>Lusa</h1><p>Boys were taken.</p>"
    assert kinds_of(page) == [("headline", "Lusa"), ("paragraph", "Boys were taken.")]
    assert kinds_of("<head><meta charset=utf-8><p>Boys were taken.</p>") == [("paragraph", "Boys were taken.")]


def test_a_form_around_a_whole_page_is_no_furniture() -> None:
    page = "<body><form id=f><label>Search</label><h1>Lusa</h1><p>Boys were taken.</p><button>Go</button></form>"
    kinds = ["furniture", "headline", "paragraph", "furniture"]
    assert [kind for kind, _ in kinds_of(page)] == kinds


def test_a_paragraph_in_a_caption_or_list_is_caption_and_list_item() -> None:
    page = "<figure><figcaption><p>The road to Lusa</p></figcaption></figure><ul><li><p>Nine boys</p></li></ul>"
    assert [kind for kind, _ in kinds_of(page)] == ["caption", "list_item"]
    held = "<ul><li><article><h2>Lusa</h2><p>Boys were taken.</p></article></li></ul>"
    assert [kind for kind, _ in kinds_of(held)] == ["headline", "paragraph"]


def test_a_small_headline_is_not_merged_into_the_words_before_it() -> None:
    assert kinds_of("Boys were taken<h5>Reaction</h5>The army denied it") == [
        ("paragraph", "Boys were taken"),
        ("headline", "Reaction"),
        ("paragraph", "The army denied it"),
    ]


def test_a_line_break_inside_a_sentence_does_not_cut_its_speaker_off() -> None:
    assert kinds_of("<p>Boys were taken,<br>\naccording to <b>Horizon</b> Watch.<br>It left.</p>") == [
        ("paragraph", "Boys were taken, \naccording to Horizon Watch."),
        ("paragraph", "It left."),
    ]
    assert [kind for kind, _ in kinds_of("<p>one<br><br>two<br/>Three.<br>four</p><p>five<br></p><p>six</p>")] == [
        "paragraph"
    ] * 6


def test_a_page_that_says_latin_has_its_quotation_marks() -> None:
    raw = b'<meta charset="iso-8859-1"><p>\x93The army\x92s shells killed them,\x94 he said \x97 \xe9.</p>'
    document = document_of_bytes("itm_x", raw, "text/html", DAY)
    assert document.text == "“The army’s shells killed them,” he said — é."
    start = document.text.index("’")
    assert document.offsets.bytes_of(Span(start, start + 1)) == (raw.index(b"\x92"), raw.index(b"\x92") + 1)


@pytest.mark.parametrize("name", ["utf-16", "undefined", "unicode_escape", "idna", "utf-7", "no-such", "rot13"])
def test_an_encoding_that_cannot_be_meant_is_read_as_utf8(name: str) -> None:
    page = f'<meta charset="{name}"><p>Des garçons \\u0041 enlevés</p>'
    assert document_of_bytes("itm_x", page.encode(), "text/html", DAY).text == "Des garçons \\u0041 enlevés"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_of_wide_letters_keeps_its_bytes(encoding: str) -> None:
    raw = "\ufeff<p>Des garçons <b>enlevés</b></p>".encode(encoding)
    document = document_of_bytes("itm_x", raw, "text/html", DAY)
    start = document.text.index("enlevés")
    found = document.offsets.bytes_of(Span(start, start + 7))
    assert found is not None
    assert raw[slice(*found)].decode(encoding) == "enlevés"


def test_a_page_in_the_encoding_it_names_can_be_kept_and_read() -> None:
    raw = '<meta charset="windows-1256"><p>قتل 12 طفلا</p>'.encode("cp1256")
    inspected = HtmlImporter().inspect(raw)
    assert (inspected.state, inspected.text) == (ItemState.READABLE, "قتل 12 طفلا")
