"""Every entry of every lexicon matches its example and not its counter-example."""

import pytest

from tawthiq.record.extract.lexicon import LANGUAGES, Entry, Lexicon, Slot, load, slots_of
from tawthiq.record.extract.token import spellings, tokens_of

ENTRIES = [(language, entry) for language in LANGUAGES for entry in load(language).entries]


def matches(entry: Entry, words: str) -> bool:
    alone = Lexicon("test", [entry], {})
    return bool(alone.scan(tokens_of(words)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_matched(language: str) -> None:
    missed = [
        (entry.section, entry.example)
        for own, entry in ENTRIES
        if own == language and not matches(entry, entry.example)
    ]
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_counter_example_is_matched(language: str) -> None:
    caught = [
        (entry.section, entry.counter) for own, entry in ENTRIES if own == language and matches(entry, entry.counter)
    ]
    assert caught == []


ARTICLES_AND_PREPOSITIONS = [
    "determiners",
    "definite",
    "indefinite",
    "opening_articles",
    "one_articles",
    "possessives",
    "pronouns",
    "prepositions",
    "place_preps",
    "of_words",
    "from_words",
    "with_words",
    "by_words",
]


def small_words(language: str) -> frozenset[str]:
    data = load(language).data
    return frozenset(word for table in ARTICLES_AND_PREPOSITIONS for word in data.get(table, ()))


def is_small(slot: Slot, small: frozenset[str]) -> bool:
    """Only articles, pronouns, prepositions, signs."""
    whole = not (slot.beginnings or slot.endings or slot.gap)
    return whole and all(not word[0].isalpha() or any(form in small for form in spellings(word)) for word in slot.words)


def leaves_out_what_decides(row: tuple[Slot, ...], small: frozenset[str]) -> bool:
    """A row whose one word of content would match without the other that it names."""
    content = [slot for slot in row if not slot.gap and not is_small(slot, small)]
    return sum(not slot.optional for slot in content) < 2 and any(slot.optional for slot in content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_violation_told_by_one_word_has_no_other_word_of_content_that_may_be_absent(language: str) -> None:
    small = small_words(language)
    caught = [
        (entry.example, number)
        for own, entry in ENTRIES
        if own == language and entry.section == "violations"
        for number, row in enumerate(entry.rows)
        if leaves_out_what_decides(row, small)
    ]
    assert caught == []


@pytest.mark.parametrize(
    ("pattern", "leaves_out"), [("claimed [lives]", True), ("claimed [the] lives", False), ("of [the] lives", False)]
)
def test_a_word_that_decides_is_told_from_an_article(pattern: str, leaves_out: bool) -> None:
    assert leaves_out_what_decides(tuple(slots_of(pattern)), small_words("en")) is leaves_out
