"""Told to: whom something was said to, in front of a verb that repeats him by its pronoun."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.speakers.speakers_behind import source_after
from tawthiq.record.extract.words.lexicon import Hit


def behind_told_to(
    page: Page, hit: Hit, left: tuple[int, int], last: int
) -> tuple[tuple[int, int] | None, bool] | None:
    """ "A mi hijo le dijo el comandante": in front stands to whom it was said, told once more by the pronoun at the
    verb; (who said it, whether named behind), None where the words in front are who speaks."""
    at = left[0] - 1
    while page.is_one_of(at, "determiners") or page.is_one_of(at, "possessives"):
        at -= 1
    led = any(page.is_one_of(here, "to_whom") for here in (at, at + 1))
    if not (led and page.is_one_of(hit.first - 1, "dative_words")):
        return None
    named = None if page.is_one_of(hit.last, "that_words") else source_after(page, hit.last, last)
    return named, named is not None


def is_who_was_told(page: Page, hit: Hit, source: tuple[int, int]) -> bool:
    """ "Dijo a la Red Azul que había visto": between the verb and "that" stands to whom it was said."""
    at = source[0] - 1
    while page.is_one_of(at, "determiners") and not page.is_one_of(at, "to_whom"):
        at -= 1
    said = any(cue.last == at for cue in page.hits_in(max(0, at - 2), at, "cues"))
    return page.is_one_of(hit.first - 1, "that_words") and page.is_one_of(at, "to_whom") and said
