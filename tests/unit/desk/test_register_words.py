"""Every message that an import of a register can say is found in its code, and the desk says it in Arabic."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from django.utils.translation import override

from house.source import SRC, tree
from tawthiq.doors.desk.sentences import spoken, unspoken
from tawthiq.terms import errors

ENTRANCES = ("record.collect.acts_table", "record.link.register", "record.verify.four_eyes")
OWN_WORDS = ("record.verify.register", "record.verify.repeated", "record.verify.brought")
"""The import itself: its own messages are looked at, not those of the record that it writes to."""

SIGNALS = (
    "record.link.register",
    "record.link.row_cells",
    "record.link.cells",
    "record.link.doubts",
    *OWN_WORDS,
)
"""Rooms in which any words that are no docstring are said of a row that goes in."""

ERRORS = frozenset(name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception))
FOR_DEVELOPERS = frozenset({"read it with read_cells", "use particulars_from"})
"""Said to who calls a function wrongly; no register brings it about."""


def room(name: str) -> ast.Module | None:
    """The module of ours of that name below `tawthiq`."""
    path = SRC / name.replace(".", "/")
    found = [one for one in (path.with_suffix(".py"), path / "__init__.py") if one.is_file()]
    return tree(found[0]) if found else None


def rooms() -> dict[str, ast.Module]:
    """The rooms through which a row goes: all that the entrances import of pure rules and of the ground."""
    found: dict[str, ast.Module] = {}
    waiting = [*ENTRANCES]
    while waiting:
        name = waiting.pop()
        module = None if name in found or "models" in name else room(name)
        if module is None:
            continue
        found[name] = module
        waiting += named(module)
    return found | {name: whole for name in OWN_WORDS if (whole := room(name))}


def named(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tawthiq."):
            name = (node.module or "").removeprefix("tawthiq.")
            yield name
            yield from (f"{name}.{one.name}" for one in node.names)


def written(node: ast.expr | None, module: ast.Module) -> Iterator[str]:
    """What an expression says, with a number in each place of a value; also through a name that it was given."""
    match node:
        case ast.Constant(value=str(said)) if said:
            yield said
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "17" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from (*written(one, module), *written(other, module))
        case ast.Name(id=name):
            for given in ast.walk(module):
                if isinstance(given, ast.Assign) and [one for one in given.targets if ast.unparse(one) == name]:
                    yield from written(given.value, module)


def raised(module: ast.Module) -> Iterator[str]:
    """What its errors say: the fault and what to do."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
            for said in (*node.args[:1], *(one.value for one in node.keywords if one.arg == "do")):
                yield from written(said, module)


def signalled(module: ast.Module) -> Iterator[str]:
    """Every sentence of a room that is no docstring."""
    told = {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from re.findall(r"^[a-z][^{}]* [^{}]* [^{}]*\w$", node.value)


def messages() -> set[str]:
    found = rooms()
    said = {one for module in found.values() for one in raised(module)}
    return (said | {one for name in SIGNALS for one in signalled(found[name])}) - FOR_DEVELOPERS


def test_an_import_says_nothing_that_has_no_arabic() -> None:
    with override("ar"):
        assert unspoken(messages()) == []


def test_the_messages_of_every_room_are_found() -> None:
    said = messages()
    assert len(said) > 100
    assert {
        "a workbook of before 2007",
        "column 17 stands twice",
        "rows of one incident name different places; the first stands",
        "no party that we know",
        "17 is no day of the calendar",
        "fill 17, or write pending",
        "a person of 18 or more is no child",
        "an earlier row tells this act otherwise",
    } <= said


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_value_keeps_its_place_in_a_message(language: str) -> None:
    with override(language):
        assert "no_such_code" in spoken("no code of no_such_code")
        assert {"14", "9"} <= set(re.findall(r"\d+", spoken("ages run from 14 down to 9")))
    with override("en"):
        assert spoken("ages run from 14 down to 9") == "ages run from 14 down to 9"
        assert spoken("an error that nobody wrote") == "an error that nobody wrote"
