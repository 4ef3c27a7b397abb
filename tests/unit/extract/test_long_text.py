"""A long text is read in parts; every statement still stands where it stands."""

from datetime import date

from tawthiq.record.extract.document import Document
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.long_text import in_parts, parts_of
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.terms.party import Registry
from tawthiq.terms.when import on_day
from tawthiq.terms.where import Gazetteer

RULES = Rules(Registry({}), Gazetteer("none", {}))
PARAGRAPH = (
    "It is hard to estimate the number of children still held. The office said that 17 girls were abducted by the Kesh "
    "Liberation Front in May 2020.\n\n"
)
MIXED = "In Kesh قتل خمسة أطفال and five boys were killed by the Kesh Front \u202bفي بلدة كسيم\u202c in May.\n"
NOISE = "ln 2Ol9 tlie Kesh Liberatlon Front abd ucted 1Z boys¬\n&amp; 3O girls  .  .  rn~ Tlie off1ce s aid s0.\n"


def document(text: str) -> Document:
    return document_of_text("itm_x", text, on_day(date(2021, 3, 9)), "en")


def test_parts_say_what_the_whole_says() -> None:
    text = PARAGRAPH * 6
    whole = RULES.extract(document(text))
    parts = list(in_parts(document(text), RULES.extract, len(PARAGRAPH) * 2))
    assert [one.quote for one in parts] == [one.quote for one in whole]
    assert [one.span for one in parts] == [one.span for one in whole]


def test_every_quote_of_every_part_stands_in_the_text() -> None:
    text = PARAGRAPH * 5
    for one in in_parts(document(text), RULES.extract, 150):
        assert isinstance(one.span, Span)
        assert one.span.of(text) == one.quote
        assert all(link.cue is None or link.cue.end <= len(text) for link in one.chain)


def test_a_limit_keeps_its_number_when_both_move() -> None:
    parts = list(in_parts(document(PARAGRAPH * 3), RULES.extract, 200))
    ids = {one.id for one in parts}
    assert any(one.limited_by for one in parts)
    assert all(tied in ids for one in parts for tied in one.limited_by)


def test_mixed_directions_and_noise_keep_their_places() -> None:
    for text in (MIXED, NOISE, MIXED + NOISE):
        for one in RULES.extract(document(text)):
            assert isinstance(one.span, Span)
            assert one.span.of(text) == one.quote


def test_a_text_without_a_single_break_is_cut_behind_sentences() -> None:
    text = PARAGRAPH.strip() * 40
    parts = list(parts_of(document(text), 600))
    assert len(parts) > 5
    assert all(len(part.document.text) <= 600 for part in parts)
    assert all(part.document.text == text[part.start : part.start + len(part.document.text)] for part in parts)
    assert "".join(part.document.text for part in parts) == text


def test_a_text_without_a_single_stop_is_cut_all_the_same() -> None:
    parts = list(parts_of(document("boys " * 400), 300))
    assert max(len(part.document.text) for part in parts) <= 300


def test_what_was_found_in_the_first_part_is_there_before_the_second_is_read() -> None:
    class Counting(Rules):
        """Rules that say how often they read."""

        n_pages = 0

        def page(self, document: Document) -> Page:
            self.n_pages += 1
            return super().page(document)

    silence = ("x" * 400 + "\n\n") * 600
    counting, text = Counting(Registry({}), Gazetteer("none", {})), PARAGRAPH + silence + PARAGRAPH
    found = counting.each(document(text))
    assert (next(found).quote, counting.n_pages) == (RULES.extract(document(PARAGRAPH))[0].quote, 1)
    assert len(list(found)) + 1 == len(RULES.extract(document(text)))
    assert counting.n_pages == len(list(parts_of(document(text)))) == 2
