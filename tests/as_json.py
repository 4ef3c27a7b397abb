"""JSON documents looked into: a value of another shape than the test says fails it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawthiq.terms.identity import Json


def mapping(value: Json) -> Mapping[str, Json]:
    """The value, which is an object."""
    assert isinstance(value, Mapping), type(value)
    return value


def rows(value: Json) -> list[Mapping[str, Json]]:
    """The value, which is a list of objects."""
    return [mapping(one) for one in many(value)]


def many(value: Json) -> Sequence[Json]:
    """The value, which is a list."""
    assert isinstance(value, Sequence) and not isinstance(value, str), type(value)
    return value


def number(value: Json) -> float:
    """The value, which is a number."""
    assert isinstance(value, int | float), type(value)
    return value
