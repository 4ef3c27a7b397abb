"""Typed: what a person typed or chose in a field, as a value of the record, or an error that names the field."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.errors import BadInput
from tawthiq.terms.numerals import ungrouped

Posted = Mapping[str, str]
Choice = TypeVar("Choice", bound=StrEnum)


def text_of(posted: Posted, name: str) -> str:
    """The words of a field without the blanks around them; empty where the form sent none."""
    return posted.get(name, "").strip()


def chosen(choices: type[Choice], posted: Posted, name: str) -> Choice:
    """One of the choices; raises BadInput."""
    try:
        return choices(posted.get(name, ""))
    except ValueError as reason:
        raise BadInput("not one of the choices", where=name, do="choose again") from reason


def number_of(posted: Posted, name: str) -> Fraction | None:
    """A number, thousands parted or not, in the digits of any script; None of an empty field; raises BadInput."""
    text = ungrouped(text_of(posted, name))
    try:
        return Fraction(text) if text else None
    except (ValueError, ZeroDivisionError) as reason:
        raise BadInput("not a number", where=name, do="write digits, with a point for decimals") from reason


def place_in(statement: Statement, words: str) -> Span | None:
    """Where words stand in a statement's own, at their first; None where they do not, or where rows are cells."""
    at = statement.quote.find(words)
    if at < 0 or not words or not isinstance(statement.span, Span):
        return None
    return Span(statement.span.start + at, statement.span.start + at + len(words))
