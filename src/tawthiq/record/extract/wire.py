"""The JSON form of the frozen nouns of this stage."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When, parse_when

Noun = TypeVar("Noun")


_PLAIN = frozenset((str, int, bool, type(None)))


def encode(value: object) -> Json:
    """Plain JSON: enums by value, fractions as "a/b" or "a", times in EDTF-like spelling, nouns as objects."""
    kind = type(value)
    if kind in _PLAIN:
        return cast(Json, value)
    if isinstance(value, When):
        return value.text
    if isinstance(value, Enum):
        return cast(Json, value.value)
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    if isinstance(value, Fraction):
        return str(value)
    if is_dataclass(kind):
        return {name: encode(getattr(value, name)) for name in _fields(kind)}
    raise TypeError(f"{kind.__name__} has no JSON form here")


def decode(into: type[Noun], raw: Json, where: str) -> Noun:
    """A noun of that type; raises MissingField or BadInput naming `where` (a path of field names)."""
    if not isinstance(raw, Mapping):
        raise BadInput("an object was expected", where=where, do="give a JSON object")
    kind: type = into
    hints, expected = _hints(kind), _fields(kind)
    if surplus := set(raw) - set(expected):
        raise BadInput(f"unknown field {sorted(surplus)[0]!r}", where=where, do="remove it")
    for name, item in expected.items():
        if name not in raw and item.default is MISSING:
            raise MissingField(f"field {name!r} is absent", where=where, do="add it")
    try:
        return into(**{name: _read(hints[name], value, f"{where}.{name}") for name, value in raw.items()})
    except (ValueError, TypeError) as reason:
        raise BadInput(f"not a {into.__name__}: {reason}", where=where, do="correct the value") from reason


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)


@cache
def _fields(kind: type) -> dict[str, Field[object]]:
    return {item.name: item for item in fields(kind)}


def _read(kind: object, raw: Json, where: str) -> object:
    if get_origin(kind) in (Union, types.UnionType):
        return _read_union(get_args(kind), raw, where)
    if get_origin(kind) is tuple:
        return _read_tuple(get_args(kind)[0], raw, where)
    if kind is When:
        return parse_when(str(raw), where=where)
    if kind is Fraction and isinstance(raw, str):
        return Fraction(raw)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(raw)
    if isinstance(kind, type) and is_dataclass(kind):
        return decode(kind, raw, where)
    if isinstance(kind, type) and type(raw) is kind:
        return raw
    raise BadInput("a value of another type was expected", where=where, do="see the reference of the format")


def _read_tuple(kind: object, raw: Json, where: str) -> tuple[object, ...]:
    if not isinstance(raw, list | tuple):
        raise BadInput("a list was expected", where=where, do="give a JSON list")
    return tuple(_read(kind, part, f"{where}[{index}]") for index, part in enumerate(raw))


def _read_union(kinds: tuple[object, ...], raw: Json, where: str) -> object:
    if raw is None and type(None) in kinds:
        return None
    plain = [kind for kind in kinds if kind is not type(None)]
    if not isinstance(raw, Mapping):
        return _read(next(kind for kind in plain if kind is not type(None)), raw, where)
    for kind in plain:
        if isinstance(kind, type) and is_dataclass(kind) and set(raw) <= set(_fields(kind)):
            return decode(kind, raw, where)
    raise BadInput("no known form fits this object", where=where, do="see the reference of the format")
