"""Truth: an answer that may be yes, no or not known (Kleene's strong three-valued logic)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NoReturn

from tawthiq.terms.errors import UnknownCode


class Truth(StrEnum):
    """Codes of vocabulary `truth`. Has no truth value of its own: `if truth` would take unknown for yes or no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "u"

    def __bool__(self) -> NoReturn:
        raise TypeError("a Truth is yes, no or unknown: compare it with `is`")

    def __invert__(self) -> Truth:
        return _NOT[self]


_NOT = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}
_READ = {"y": Truth.YES, "yes": Truth.YES, "n": Truth.NO, "no": Truth.NO, "u": Truth.UNKNOWN, "": Truth.UNKNOWN}


def known(answer: bool) -> Truth:
    """The three-valued form of a plain answer."""
    return Truth.YES if answer else Truth.NO


def any_of(answers: Iterable[Truth]) -> Truth:
    """YES when one is; NO when all are (so of none); else UNKNOWN."""
    return ~all_of(~answer for answer in answers)


def all_of(answers: Iterable[Truth]) -> Truth:
    """NO when one is; YES when all are (so of none); else UNKNOWN."""
    seen = set(answers)
    if Truth.NO in seen:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.YES


def parse_truth(text: str, *, where: str = "") -> Truth:
    """Read y, n, u, yes, no or nothing (any case); raises UnknownCode with `where` (file, row, field)."""
    found = _READ.get(text.strip().lower())
    if found is None:
        raise UnknownCode(f"{text!r} is not yes, no or unknown", where=where, do="write y, n or u")
    return found
