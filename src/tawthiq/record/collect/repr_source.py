"""Repr source: Python values as a program printed them, read without running anything."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from tawthiq.terms.errors import UnreadableInput

MAX_CHARS = 2_000_000
MAX_NODES = 200_000


def read_repr(text: str) -> Any:
    """Dicts, lists, texts, numbers; a `datetime.datetime(...)` becomes ISO 8601 text, any other object its fields.

    Raises UnreadableInput for anything else. Any: a cell of others holds any shape.
    """
    if len(text) > MAX_CHARS:
        raise UnreadableInput(f"a cell of more than {MAX_CHARS} characters", do="take the JSON instead")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as reason:
        raise UnreadableInput("the cell is no Python value", do="take the JSON instead") from reason
    if sum(1 for _ in ast.walk(tree)) > MAX_NODES:
        raise UnreadableInput("the cell holds too many values", do="take the JSON instead")
    try:
        return _value(tree.body)
    except RecursionError as reason:
        raise UnreadableInput("the cell is nested too deep", do="take the JSON instead") from reason


def _value(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value=value) if value is None or isinstance(value, str | int | float | bool):
            return value
        case ast.Constant(value=bytes() as value):
            return value.hex()
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return [_value(part) for part in parts]
        case ast.Dict(keys=keys, values=values) if all(keys):
            return {str(_value(key)): _value(value) for key, value in zip(keys, values, strict=True) if key}
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=value)) if isinstance(value, int | float):
            return -value
        case ast.Call(func=function, args=args, keywords=keywords):
            return _call(ast.unparse(function), args, keywords)
    raise UnreadableInput("the cell holds something that is no value", do="take the JSON instead")


def _call(name: str, args: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> Any:
    """What looks like a call is only spelt out, never made."""
    if name in ("datetime.datetime", "datetime"):
        numbers = [_value(arg) for arg in args]
        if 3 <= len(numbers) <= 7 and all(type(number) is int for number in numbers):
            filled = numbers + [0] * (7 - len(numbers))
            told = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*filled[:6])
            return told + (f".{filled[6]:06}" if filled[6] else "") + ("+00:00" if keywords else "")
    if not args and all(keyword.arg for keyword in keywords) and name.isidentifier():
        return {str(keyword.arg): _value(keyword.value) for keyword in keywords}
    raise UnreadableInput("the cell holds something that is no value", do="take the JSON instead")
