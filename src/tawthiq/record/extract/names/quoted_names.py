"""Quoted names: parties whose name a text puts in quotation marks, wherever the name stands again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.record.extract.names.blamed_names import goes_by_name
from tawthiq.record.extract.names.names import NameFound
from tawthiq.record.extract.names.words import Words
from tawthiq.record.extract.words.token import SIGN

_PAIRS = {'"': '"', "“": "”", "«": "»"}
_NAME_TOKENS = 5
_CALLED_TOKENS = 2


def quoted_names(words: Words, known: Sequence[NameFound]) -> list[NameFound]:
    """Every mention of the names told so: a quoted row that begins with a word such as Front, or stands behind one."""
    taken = {token for name in known for token in range(name.first, name.last)}
    shown = {_forms(words, first, last) for first, last in _quoted(words) if _is_party(words, first, last)}
    found: list[NameFound] = []
    for row in sorted(shown, key=len, reverse=True):
        for first in range(len(words.tokens) - len(row) + 1):
            span = range(first, first + len(row))
            begins = words.form(first) in (row[0], "و" + row[0])
            if begins and _forms(words, first, span.stop)[1:] == row[1:] and not taken & set(span):
                taken |= set(span)
                found.append(NameFound((), first, span.stop))
    return found


def _forms(words: Words, first: int, last: int) -> tuple[str, ...]:
    return tuple(words.form(at) for at in range(first, last))


def _quoted(words: Words) -> Iterator[tuple[int, int]]:
    for at in range(len(words.tokens)):
        closing = _PAIRS.get(words.form(at))
        if closing is None or words.tokens[at].sort != SIGN:
            continue
        for end in range(at + 2, min(at + 2 + _NAME_TOKENS, len(words.tokens))):
            if words.form(end) == closing:
                yield at + 1, end
                break


def _is_party(words: Words, first: int, last: int) -> bool:
    if any(words.tokens[at].sort == SIGN for at in range(first, last)) or last - first < 2:
        return False
    if words.is_one_of(first, "negations"):
        return False
    if any(words.hit(at, "violations", "cues", "units") for at in range(first, last)):
        return False
    headed = words.hit(first, "group_heads") is not None
    before = first - 2
    sort = words.hit(before, "group_heads", "groups") or words.is_one_of(before, "men_words")
    named_so = words.is_one_of(before, "sort_words") or goes_by_name(words, first) or _is_so_called(words, before)
    return headed or bool(sort) or named_so


def _is_so_called(words: Words, at: int) -> bool:
    """ "ما تسمى "الشبيبة"", "ما يطلق عليها": in Arabic what a party is called, where its name stands between marks."""
    if not words.is_one_of(at, "so_called_words"):
        return False
    return any(words.is_one_of(here, "what_words") for here in range(at - _CALLED_TOKENS, at))
