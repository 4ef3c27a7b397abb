"""Never: words of denial, told from those that are spelled alike and deny nothing."""

from __future__ import annotations

from tawthiq.record.extract.words.text_row import TextRow

_BEFORE_TOKENS = 12
_BEHIND_TOKENS = 5


def is_never(row: TextRow, text: str, at: int) -> bool:
    """ "Not", "didn't", "ne ... pas"; no "né", no "ne" that French says alone behind a fear."""
    denying = row.is_one_of(at, "never_words") or _is_contracted(row, at)
    return denying and not (_is_born(row, text, at) or _is_expletive(row, at))


def _is_contracted(row: TextRow, at: int) -> bool:
    """ "Didn't", "hasn't": the letter behind the apostrophe denies."""
    return row.is_one_of(at, "contracted_not") and row.form(at - 1) == "'" and row.form(at - 2).endswith("n")


def _is_born(row: TextRow, text: str, at: int) -> bool:
    """ "Un nouveau-né", "né en 2008": with its accent it is no word of denial."""
    token = row.tokens[at]
    return text[token.start : token.end].casefold() in row.lexicon.endings("born_words")


def _is_expletive(row: TextRow, at: int) -> bool:
    """ "On craint que neuf garçons n'aient été tués", "avant que la milice ne les enlève": it denies nothing."""
    if not row.is_one_of(at, "bare_never") or not _is_feared(row, at):
        return False
    return not any(row.is_one_of(here, "nothing_words") for here in range(at + 1, at + _BEHIND_TOKENS))


def _is_feared(row: TextRow, at: int) -> bool:
    for here in range(at - 1, at - _BEFORE_TOKENS, -1):
        if row.form(here) in (".", ";", ":"):
            return False
        led = row.is_one_of(here, "bare_never_leads") and row.is_one_of(here + 1, "that_words")
        if led or row.is_one_of(here, "fearing_words"):
            return True
    return False
