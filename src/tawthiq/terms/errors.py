"""The tree of errors that a reader of Tawthiq can meet.

TawthiqError                 exit 1   something failed
├── BadInput                 exit 3   the input cannot be used as it stands
│   ├── EmptyInput                    nothing in it
│   ├── UnreadableInput               bytes are not what they claim to be
│   ├── UnknownCode                   a code that no vocabulary holds
│   ├── MissingField                  a field that the rule needs is absent
│   ├── ImpossibleDate                a day that does not exist, or lies after the day it was reported
│   └── UnknownDenominator            a share without a denominator
├── IntegrityBroken          exit 3   bytes or log differ from what was recorded
├── NotPermitted             exit 4   the actor may not do this
│   └── SecondSignature               the same person would sign twice
├── NotFound                 exit 5   no such thing
├── Conflict                 exit 1   the record moved on, or the act would undo a frozen thing
└── StorageFailed            exit 1   the disk or the database refused
"""

from __future__ import annotations

from typing import ClassVar


class TawthiqError(Exception):
    """Says what happened, where (an id, or file, row, field; never a person's name), what to do."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.do = do

    def __str__(self) -> str:
        parts = (self.what, f"where: {self.where}" if self.where else "", f"do: {self.do}" if self.do else "")
        return "; ".join(part for part in parts if part)

    @property
    def code(self) -> str:
        """The error's name as documentation and JSON spell it."""
        return type(self).__name__


class BadInput(TawthiqError):
    """The input cannot be used as it stands."""

    exit_code = 3


class EmptyInput(BadInput):
    """There is nothing in the input."""


class UnreadableInput(BadInput):
    """The bytes are not what they claim to be, or cannot be decoded."""


class UnknownCode(BadInput):
    """A code that no version of the vocabulary holds."""


class MissingField(BadInput):
    """A field that the rule needs is absent."""


class ImpossibleDate(BadInput):
    """A day that does not exist, or one after the day on which it was reported."""


class IntegrityBroken(TawthiqError):
    """Stored bytes or the ledger differ from what was recorded."""

    exit_code = 3


class NotPermitted(TawthiqError):
    """The actor may not do this to that thing for this purpose."""

    exit_code = 4


class SecondSignature(NotPermitted):
    """The same person would take two of the steps that need different persons."""


class NotFound(TawthiqError):
    """No such thing, or none that this actor may see."""

    exit_code = 5


class Conflict(TawthiqError):
    """The record moved on meanwhile, or the act would change a frozen thing."""


class StorageFailed(TawthiqError):
    """The disk or the database refused; nothing was half-written."""


class UnknownDenominator(BadInput):
    """A share was asked for whose denominator is not known or is zero."""


UNREADABLE_NOW = (BadInput, IntegrityBroken, NotFound)
"""What reading the bytes of one item may raise: whoever goes through many leaves that one out, and says so."""
