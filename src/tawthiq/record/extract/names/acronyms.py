"""Acronyms: names told in full beside their letters: "Brigades de salut public (BSP)", "FDA (Forces de l'aube)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.record.extract.names.words import Words
from tawthiq.record.extract.words.token import WORD

_NAME_TOKENS = 12
_FEWEST_LETTERS = 2


def spelled_out(words: Words) -> list[tuple[int, int]]:
    """The tokens of every name whose letters stand in brackets behind or in front of it, in order."""
    return [
        run
        for at in range(1, len(words.tokens) - 1)
        if words.form(at) == "(" or opens_alias(words, at)
        for run in (_in_front(words, at), _behind(words, at))
        if run is not None
    ]


def _in_front(words: Words, bracket: int) -> tuple[int, int] | None:
    """ "NAME (ABC)": from the word with the first letter on, all letters in order."""
    letters = _letters(words, letters_at(words, bracket))
    if not letters:
        return None
    for first in range(bracket - 2, max(-1, bracket - _NAME_TOKENS - 1), -1):
        if words.tokens[first].sort != WORD and words.form(first) not in ("-", "'"):
            return None
        if words.is_capital(first) and _spells(words, first, bracket, letters):
            return first, bracket
    return None


def opens_alias(words: Words, comma: int) -> bool:
    """ "NAME, or ABC,": the letters behind "or"."""
    return words.form(comma) == "," and words.is_one_of(comma + 1, "alias_joiners") and words.form(comma + 3) == ","


def letters_at(words: Words, end: int) -> int:
    """Where the letters stand that a bracket or ", or" behind a name opens; -1 where neither does."""
    if words.form(end) == "(":
        return end + 1
    return end + 2 if opens_alias(words, end) else -1


def _behind(words: Words, bracket: int) -> tuple[int, int] | None:
    """ "ABC (NAME)"."""
    if words.form(bracket) != "(":
        return None
    letters = _letters(words, bracket - 1)
    last = next((at for at in range(bracket + 1, bracket + _NAME_TOKENS) if words.form(at) == ")"), 0)
    if not letters or last <= bracket + 2 or not words.is_capital(bracket + 1):
        return None
    return (bracket + 1, last) if _spells(words, bracket + 1, last, letters) else None


def _letters(words: Words, at: int) -> str:
    """The letters of an acronym at the token; hyphened ones ("RJ-R") by what stands in front of the hyphen."""
    if not 0 <= at < len(words.tokens) or words.tokens[at].sort != WORD:
        return ""
    written = words.text[words.tokens[at].start : words.tokens[at].end]
    return words.form(at) if written.isupper() and len(written) >= _FEWEST_LETTERS and written.isascii() else ""


def _spells(words: Words, first: int, last: int, letters: str) -> bool:
    """The letters begin words of the name, in order; words left out are small ones, or two at most."""
    rest = list(letters)
    skipped = 0
    for at in range(first, last):
        form = words.form(at)
        if words.tokens[at].sort != WORD or form.endswith("'"):
            continue
        if rest and form[0] == rest[0]:
            rest.pop(0)
        elif not words.is_one_of(at, "name_links") and len(form) > 3:
            skipped += 1
    return not rest and skipped <= 1


def in_full(
    words: Words, shown: Mapping[tuple[str, ...], tuple[int, int]], spelled: Sequence[tuple[int, int]]
) -> dict[tuple[str, ...], tuple[int, int]]:
    """Parties shown by their letters alone go by the name told in full beside those letters."""
    names: dict[tuple[str, ...], tuple[int, int]] = {}
    for first, last in spelled:
        letters = first - 2 if words.form(first - 1) == "(" else last + 1
        names.setdefault((words.form(letters),), (first, last))
    found = {form: names.get(form, run) for form, run in shown.items()}
    return {tuple(words.form(at) for at in range(*run)): run for run in found.values()}


def covered(runs: list[tuple[int, int]]) -> Iterator[int]:
    """Every token of the runs."""
    for first, last in runs:
        yield from range(first, last)
