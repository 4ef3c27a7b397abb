"""Every entry of every lexicon matches its example and not its counter-example."""

import pytest

from tawthiq.record.extract.lexicon import LANGUAGES, Entry, Lexicon, load
from tawthiq.record.extract.token import tokens_of

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
