"""Slots: the places of one row of an entry, and how a row matches tokens.

`a|b`: either; `a*`: begins with a; `*a`: ends with a; `!a`: never this word; `[a]`: may be absent; `~3`: up to three
tokens of any kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.words.token import SIGN, Token, fold_word, spellings, tokens_of

PREFIX_CHARS = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of an entry: whole words, beginnings, endings, words it never takes, whether it may be absent.

    `gap`: any tokens, up to so many.
    """

    words: frozenset[str]
    beginnings: tuple[str, ...]
    optional: bool = False
    gap: int = 0
    endings: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()

    def takes(self, token: Token) -> bool:
        """True when the token is one of the words, or begins or ends as it should."""
        form = token.form
        if form in self.words or (self.beginnings and form.startswith(self.beginnings)):
            return True
        if self.endings and form.endswith(self.endings):
            return form not in self.never
        if form < "\u0621":
            return False
        return any(form in self.words or form.startswith(self.beginnings) for form in spellings(form))


def slots_of(pattern: str) -> tuple[Slot, ...]:
    """The slots of one row of a pattern."""
    return tuple(slot for part in pattern.split() for slot in _slot(part))


def _slot(part: str) -> list[Slot]:
    if part.startswith("~") and part[1:].isdigit():
        return [Slot(frozenset(), (), gap=int(part[1:]))]
    optional = part.startswith("[") and part.endswith("]")
    choices = [choice for choice in part.strip("[]").split("|") if choice]
    never = frozenset(_form(choice[1:]) for choice in choices if choice.startswith("!"))
    endings = tuple(fold_word(choice[1:]) for choice in choices if choice.startswith("*"))
    beginnings = tuple(fold_word(choice[:-1]) for choice in choices if choice.endswith("*"))
    words = frozenset(_form(choice) for choice in choices if not choice.endswith("*") and choice[0] not in "!*")
    if any(len(part_of) < PREFIX_CHARS for part_of in (*beginnings, *endings)):
        raise ValueError(f"a beginning or ending of at least {PREFIX_CHARS} letters is needed in {part!r}")
    return [Slot(words, beginnings, optional, endings=endings, never=never)]


def _form(word: str) -> str:
    tokens = tokens_of(word)
    if len(tokens) != 1 and not word.endswith("'"):
        raise ValueError(f"{word!r} is more than one token; write it with spaces")
    return tokens[0].form if len(tokens) == 1 else fold_word(word)


def match(slots: Sequence[Slot], tokens: Sequence[Token], index: int) -> int:
    """The end (exclusive) of a match from `index` on, or -1; words that may be absent are taken, gaps kept short."""
    if not slots:
        return index
    slot, rest = slots[0], slots[1:]
    if slot.gap:
        return _match_gap(slot.gap, rest, tokens, index)
    if index < len(tokens) and slot.takes(tokens[index]):
        last = match(rest, tokens, index + 1)
        if last >= 0:
            return last
    return match(rest, tokens, index) if slot.optional else -1


def _match_gap(gap: int, rest: Sequence[Slot], tokens: Sequence[Token], index: int) -> int:
    for skip in range(gap + 1):
        if index + skip < len(tokens):
            last = match(rest, tokens, index + skip)
            if last >= 0:
                return last
            if tokens[index + skip].sort == SIGN and tokens[index + skip].form in ".;:!?":
                return -1
    return -1
