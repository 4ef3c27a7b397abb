"""What a page writes and does not show is kept behind its text, said to be there, and never read for statements."""

from datetime import date

import pytest

from tawthiq.record.extract.document import BlockKind, Document
from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.from_bytes.markup import MOST_OPEN
from tawthiq.record.extract.from_bytes.reading import document_of_bytes
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Doubt
from tawthiq.terms.when import on_day

DAY = on_day(date(2021, 3, 9))
SHOWN = "The militia abducted 12 boys in Lusa on 3 March 2021, a teacher said."
UNSEEN = "The Sable Legion killed 99 girls in Kesh on 4 March 2021, a witness said."


def page_of(page: str) -> Document:
    return document_of_bytes("itm_x", page.encode(), "text/html", DAY, "en")


def hidden_in(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.HIDDEN]


WAYS = [
    f"<div hidden>{UNSEEN}</div>",
    f'<section><p style="color:red; display : none">{UNSEEN}</p></section>',
    f'<div style="VISIBILITY:hidden"><p>{UNSEEN}</p></div>',
    f'<div aria-hidden="true">{UNSEEN}</div>',
    f"<template><p>{UNSEEN}</p></template>",
    f"<noscript>{UNSEEN}</noscript>",
    f"<dialog>{UNSEEN}</dialog>",
    f"<svg><title>{UNSEEN}</title></svg>",
]


@pytest.mark.parametrize("way", WAYS)
def test_hidden_words_are_kept_and_said_and_make_no_statement(way: str) -> None:
    document = page_of(f"<h1>Lusa</h1>{way}<p>{SHOWN}</p>")
    assert hidden_in(document) == [UNSEEN]
    assert Doubt("hidden_text", "15 words in 1 places") in document.warnings
    found = rules().extract(document)
    assert [one.quote for one in found] == [
        one.quote for one in rules().extract(page_of(f"<h1>Lusa</h1><p>{SHOWN}</p>"))
    ]
    assert found


@pytest.mark.parametrize("way", WAYS)
def test_hidden_words_lead_back_to_their_bytes(way: str) -> None:
    raw = f"<p>Des garçons &amp; قتل</p>{way}<p>{SHOWN}</p>".encode()
    document = document_of_bytes("itm_x", raw, "text/html", DAY, "en")
    for words in ("garçons", "قتل", "99 girls", "12 boys"):
        start = document.text.index(words)
        found = document.offsets.bytes_of(Span(start, start + len(words)))
        assert found is not None
        assert raw[slice(*found)].decode() == words


def test_a_sentence_goes_on_past_what_is_hidden_in_it() -> None:
    document = page_of('<p>The militia abducted <span style="display:none">never</span>12 boys in Lusa.</p>')
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("paragraph", "The militia abducted 12 boys in Lusa."),
        ("hidden", "never"),
    ]


def test_the_value_of_a_hidden_field_is_no_text() -> None:
    assert page_of(f'<p>{SHOWN}</p><input type="hidden" value="{UNSEEN}">').text == SHOWN


@pytest.mark.parametrize("end", ["</p>", ""])
@pytest.mark.parametrize("inside", ["", "<b>"])
def test_a_hidden_paragraph_that_nobody_closed_ends_with_the_next(end: str, inside: str) -> None:
    assert hidden_in(page_of(f"<body><p hidden>{inside}{UNSEEN}{end}<p>{SHOWN}")) == [UNSEEN]


def test_a_hidden_item_or_cell_that_nobody_closed_ends_with_the_next() -> None:
    assert hidden_in(page_of(f"<ul><li hidden>{UNSEEN}<li>{SHOWN}</ul>")) == [UNSEEN]
    assert hidden_in(page_of(f"<table><tr><td hidden>{UNSEEN}<tr><td>{SHOWN}</table>")) == [UNSEEN]
    assert hidden_in(page_of(f"<ul hidden><li><p>{UNSEEN}<ul><li>one</ul></ul><p>{SHOWN}")) == [UNSEEN, "one"]


@pytest.mark.parametrize(
    "page",
    [
        f'<div aria-hidden="true"><nav>Home</nav><main><p>{SHOWN}</p></main></div>',
        f'<main aria-hidden="true"><p>{SHOWN}</p></main>',
        f'<body style="display:none"><p>{SHOWN}</p></body>',
        f'<div hidden="until-found"><p>{SHOWN}</p></div>',
        f"<dialog open><p>{SHOWN}</p></dialog>",
        f"<details><summary>More</summary><p>{SHOWN}</p></details>",
    ],
)
def test_what_a_reader_comes_to_see_is_read(page: str) -> None:
    assert [one.quote for one in rules().extract(page_of(page))] == [SHOWN[:-1]]


def test_words_deeper_than_any_browser_goes_are_kept_and_said() -> None:
    document = page_of(
        "<div>" * (MOST_OPEN + 9) + f"<b>{SHOWN}</b>" + "</div>" * (MOST_OPEN + 9) + "<p>Then it left.</p>"
    )
    assert Doubt("nested_too_deep", f"10 elements below {MOST_OPEN} others") in document.warnings
    assert [block.span.of(document.text) for block in document.blocks] == [SHOWN, "Then it left."]


def test_a_page_that_shows_all_its_words_says_nothing_of_hidden_ones() -> None:
    assert page_of(f"<p>{SHOWN}</p><noscript><img src=x></noscript>").warnings == ()
