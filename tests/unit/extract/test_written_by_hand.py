"""A statement that a person adds stands in the text letter for letter, and says no more than its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.record.extract.by_hand import MOST_CHARS, begun, is_selected, places_of, span_of
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import from_json, to_json
from tawthiq.terms.errors import BadInput

TEXT = (
    "An invented text.\n\nTeachers in Lusa said that 1,100 boys and 40 girls were allegedly taken in May.\n\n"
    "Forty girls came back. Forty girls came back."
)
DOCUMENT = document_of_text("itm_x", TEXT)
READ = rules().page


def words_at(start: int, end: int) -> str:
    return span_of(TEXT, start, end).of(TEXT)


def test_blanks_around_what_was_selected_are_no_part_of_it() -> None:
    assert words_at(TEXT.index("\n\nTeachers"), TEXT.index(" said")) == "Teachers in Lusa"


def test_nobody_quotes_a_part_of_a_number_or_of_a_word() -> None:
    at = TEXT.index("100 boys")
    assert words_at(at, at + len("100 bo")) == "1,100 boys"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (0, len(TEXT) + 1), (17, 19)])
def test_no_words_are_no_statement(start: int, end: int) -> None:
    with pytest.raises(BadInput):
        span_of(TEXT, start, end)


def test_a_whole_text_is_no_statement() -> None:
    with pytest.raises(BadInput, match="are more than"):
        span_of("word " * MOST_CHARS, 0, MOST_CHARS + 10)


def test_words_that_stand_twice_are_found_twice() -> None:
    first, second = places_of(TEXT, " Forty girls came back. ")
    assert first.of(TEXT) == second.of(TEXT) == "Forty girls came back."
    assert first.end < second.start


@pytest.mark.parametrize("typed", ["forty girls came back", "Forty girls came  back", "Forty girls came hack", ""])
def test_words_are_found_letter_for_letter_or_not_at_all(typed: str) -> None:
    with pytest.raises(BadInput):
        places_of(TEXT, typed)


def test_a_line_end_is_a_line_end_however_the_file_writes_it() -> None:
    text = "They took\r\nten boys.\r\n"
    (found,) = places_of(text, "took\nten")
    assert found.of(text) == "took\r\nten"
    assert is_selected(text, found, "took\nten")
    assert not is_selected(text, found, "took\nnine")


def test_numbers_and_hedges_are_read_by_our_grammar_at_their_places_in_the_text() -> None:
    (span,) = places_of(TEXT, "1,100 boys and 40 girls were allegedly taken in May")
    made = begun(DOCUMENT, span, "usr_invented", READ)
    one = made.statement
    assert [stated.span.of(TEXT) for stated in one.quantities] == ["1,100 boys", "40 girls"]
    assert [int(stated.quantity.low or 0) for stated in one.quantities] == [1100, 40]
    assert [hedge.of(TEXT) for hedge in one.hedges] == ["allegedly"]
    assert (one.quote, one.written_by) == (span.of(TEXT), "usr_invented")
    assert from_json(to_json(one)) == one


def test_a_person_is_offered_no_more_certainty_than_the_whole_sentence_has() -> None:
    (span,) = places_of(TEXT, "1,100 boys and 40 girls")
    assert begun(DOCUMENT, span, "usr_invented", READ).sure is Factuality.ALLEGED
    (plain,) = places_of(TEXT, "An invented text")
    assert begun(DOCUMENT, plain, "usr_invented", READ).sure is None


def test_a_text_of_a_million_words_is_read_around_the_words_alone() -> None:
    read: list[int] = []

    def noted(document: Document) -> Page:
        read.append(len(document.text))
        return READ(document)

    text = "Nothing is told here. " * 50_000 + "There 12 children were killed. " + "Nothing is told here. " * 50_000
    (span,) = places_of(text, "12 children were killed")
    one = begun(document_of_text("itm_x", text, language="en"), span, "usr_invented", noted).statement
    assert [stated.span.of(text) for stated in one.quantities] == ["12 children"]
    assert read[0] < 10_000


def test_what_one_person_wrote_and_another_corrected_was_not_written_by_the_first() -> None:
    made = begun(DOCUMENT, Span(0, 2), "usr_invented", READ).statement
    assert replace(made, supersedes="stm_before").written_by == ""
    assert replace(made, supersedes="stm_before").by_a_person
