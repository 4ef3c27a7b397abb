"""Document voice: a body that writes of itself by its sort alone: "The Committee notes with concern"."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page


def writes_itself(page: Page, source: tuple[int, int]) -> bool:
    """ "In its previous comments, the Committee noted": in a text that goes "The Committee requests", and where nobody
    tells what it said, the document speaks."""
    at = source[1] - 1
    if page.lexicon.language != "en" or not _is_bare(page, source) or not page.is_one_of(at, "writing_bodies"):
        return False
    name = page.form(at)
    heads = (sentence.first for sentence in page.sentences if page.form(sentence.first + 1) == name)
    writes = any(page.is_one_of(first + 2, "writing_verbs") for first in heads)
    named = (here for here in range(len(page.tokens) - 1) if page.form(here) == name)
    return writes and not any(page.is_one_of(here + 1, "spoken_verbs") for here in named)


def _is_bare(page: Page, source: tuple[int, int]) -> bool:
    """An article, and one word with a capital."""
    words = [at for at in range(*source) if not page.is_one_of(at, "determiners")]
    return words == [source[1] - 1] and page.is_capital(words[0])
