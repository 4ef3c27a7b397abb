"""Words in quotation marks are held against the text that they are said to be from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.record.extract.span import Span
from tawthiq.report.check.altered import Change, changes_from, quoted_words, quotes_checked
from tawthiq.report.check.article import check_article
from unit.check.said import Article

SOURCE = (
    "This invented report says that lanterns were carried by children in many of the villages. Some were paid up to "
    "40 coins a month for carrying them. None of this took place."
)


def quotation(words: str) -> Article:
    article = Article()
    statement = article.says("40 child", source="Lantern Monitoring Mission", quote="it said:")
    whole = f"it said: “{words}”"
    span = Span(200, 200 + len(whole))
    quote = Span(210, 210 + len(words))
    article.statements[0] = replace(statement, quote=whole, span=span, direct_quotes=(quote,))
    return article


def changes(words: str) -> list[tuple[Change, ...]]:
    return [one.changes for one in quotes_checked(quotation(words).statements, {"itm_source": SOURCE})]


def test_the_words_between_the_marks_are_what_is_compared() -> None:
    assert quoted_words(quotation("lanterns were carried").statements[0]) == ["lanterns were carried"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lanterns were carried by children in many of the villages", ()),
        ("Lanterns were carried, by children, in many of the villages", ()),
        ("lanterns are carried by children in many of the villages", (Change("were", "are"),)),
        ("Some were paid up to 40 coins (4 beads) a month", (Change("", "4 beads"),)),
        ("Some were paid 40 coins a month", (Change("up to", ""),)),
        ("Some were paid up to 400 coins a month", (Change("40", "400"),)),
    ],
)
def test_every_changed_word_is_named(words: str, expected: tuple[Change, ...]) -> None:
    assert changes(words) == [expected]


@pytest.mark.parametrize("words", ["a sentence of which not one word was ever written there", "paid up to"])
def test_what_is_not_in_the_source_is_no_alteration_of_it(words: str) -> None:
    assert changes(words) == []


def test_an_altered_quotation_leaves_the_article_not_all_supported() -> None:
    article = quotation("lanterns are carried by children in many of the villages")
    result = check_article("itm_x", article.statements, 0, None, [], {"itm_source": SOURCE})
    assert (result.all_supported, result.quotes[0].exact) == (False, False)


@given(st.integers(0, 30), st.integers(4, 30))
def test_a_passage_of_the_source_is_always_exact(first: int, n_words: int) -> None:
    words = SOURCE.replace(".", "").split()
    part = words[first : first + n_words]
    if len(part) >= 4:
        assert changes_from(part, words) == ()
