"""Told in full: names that a registry knows for short, where the text itself gives them whole beside their letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.names.names import NameFound
from tawthiq.record.extract.names.words import Words
from tawthiq.record.extract.words.token import WORD

_LOW_NAME_TOKENS = 6


def told_in_full(words: Words, known: Sequence[NameFound], spelled: Sequence[tuple[int, int]]) -> list[NameFound]:
    """`known`, each acronym under the name that the text spells out beside it; a known name that is only the beginning
    of one spelled out gives way to it: "Islamic State in the Greater Kesh (ISGK)"."""
    kept = [name for name in known if not any(_is_part_of(name, run) for run in spelled)]
    letters = {name.first: name for name in kept if _is_in_brackets(words, name)}
    runs = [(first, last) for first, last in spelled if last + 1 in letters and words.form(last) == "("]
    runs += [(name.first, name.last) for name in kept if name.last + 1 in letters and words.form(name.last) == "("]
    whole = {words.form(last + 1): _text(words, first, last) for first, last in runs}
    for at in letters:
        if words.form(at) not in whole and (low := _low_name(words, at - 1)) is not None:
            whole[words.form(at)] = _text(words, low, at - 1)
    longer = [NameFound((), *run) for run in spelled if any(_opens(name, run) for name in known)]
    kept += [*longer, *_letters_of(words, longer, {name.first for name in kept})]
    return [_in_full(words, name, whole) for name in sorted(kept, key=lambda name: name.first)]


def _letters_of(words: Words, longer: Sequence[NameFound], taken: set[int]) -> list[NameFound]:
    """Wherever the letters stand of a name that goes on behind a known one."""
    whole = {words.form(name.last + 1): _text(words, name.first, name.last) for name in longer}
    alone = (at for at in range(len(words.tokens)) if words.form(at) in whole and at not in taken)
    return [NameFound((), at, at + 1, whole[words.form(at)]) for at in alone if words.is_capital(at)]


def _opens(name: NameFound, run: tuple[int, int]) -> bool:
    return name.first == run[0] and name.last < run[1]


def _is_part_of(name: NameFound, run: tuple[int, int]) -> bool:
    """Inside the run, with more of it behind or in front."""
    return run[0] <= name.first and name.last <= run[1] and name.last - name.first < run[1] - run[0]


def _is_in_brackets(words: Words, name: NameFound) -> bool:
    alone = name.last - name.first == 1 and words.form(name.first - 1) == "(" and words.form(name.last) == ")"
    return alone and _is_acronym(words, name)


def _is_acronym(words: Words, name: NameFound) -> bool:
    return (
        name.last - name.first == 1
        and words.text[words.tokens[name.first].start : words.tokens[name.first].end].isupper()
    )


def _low_name(words: Words, bracket: int) -> int | None:
    """ "Les forces populaires alliées (FPA)": where the name begins that is written small, or None."""
    for at in range(bracket - 2, max(0, bracket - _LOW_NAME_TOKENS), -1):
        if words.tokens[at].sort != WORD or words.is_one_of(at, "finite"):
            return None
        if words.is_one_of(at, "low_heads") or words.hit(at, "group_heads") is not None:
            return at
    return None


def _in_full(words: Words, name: NameFound, whole: dict[str, str]) -> NameFound:
    if name.name or not _is_acronym(words, name):
        return name
    return replace(name, name=whole.get(words.form(name.first), ""))


def _text(words: Words, first: int, last: int) -> str:
    return words.text[words.tokens[first].start : words.tokens[last - 1].end]
