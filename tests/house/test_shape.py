"""Rooms stay small, say what they own, and are furnished alike."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.source import ROOT, SRC, modules, shown, stage_folders, tree

LONGEST_MODULE_LINES = 300
LONGEST_FUNCTION_LINES = 80
LONG_MODULES: dict[str, str] = {}
"""Path under src/tawthiq -> why this room may be longer."""

NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "shed"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|NotImplementedError)\b")
SILENCED = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[a-z, -]+\])?)(?P<reason>.*)$")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, inner ones too."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def n_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last statement, docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def fields(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every name a class body declares or assigns."""
    for owner in (node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)):
        for line in owner.body:
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                yield line, line.target.id
            elif isinstance(line, ast.Assign):
                yield from ((line, target.id) for target in line.targets if isinstance(target, ast.Name))


def unexplained(lines: list[str]) -> list[int]:
    """Numbers of the lines that silence a checker with no reason beside or above."""
    found = []
    for number, line in enumerate(lines, start=1):
        silenced = SILENCED.search(line)
        above = lines[number - 2].strip() if number > 1 else ""
        if silenced and len(silenced["reason"].strip(" #:-()")) < 8 and not above.startswith("#"):
            found.append(number)
    return found


def furniture(folder: Path) -> tuple[set[str], set[str]]:
    """The rooms of a stage that are there, and those that are missing."""
    rooms = [*folder.glob("*.py"), *(path.parent for path in folder.glob("*/__init__.py"))]
    names = {path.stem for path in rooms} - {"__init__", "apps", "admin", "migrations", "importers", "extractors"}
    nouns = names - {"models", "step"}
    wanted = {"models", "step", "a noun"}
    there = (names & {"models", "step"}) | ({"a noun"} if nouns else set())
    return there, wanted - there


def test_every_module_says_first_what_it_owns() -> None:
    silent = [shown(path) for path in modules() if not (ast.get_docstring(tree(path)) or "").split("\n")[0].strip()]
    assert silent == []


def test_a_room_past_its_length_is_listed_with_its_reason() -> None:
    lengths = {str(path.relative_to(SRC)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    long = {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE_LINES}
    assert {name: lines for name, lines in long.items() if name not in LONG_MODULES} == {}
    assert set(LONG_MODULES) <= set(long), "a room that shrank leaves the list"


def test_a_room_of_tests_is_no_longer_than_another() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(ROOT / "tests")}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE_LINES} == {}


def set_again(module: ast.Module) -> list[str]:
    """Names that the top of a module sets a second time, so that those who read the first are misled."""
    targets = [
        target
        for line in module.body
        if isinstance(line, ast.Assign | ast.AnnAssign)
        for target in (line.targets if isinstance(line, ast.Assign) else [line.target])
    ]
    names = [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return sorted({name for name in names if names.count(name) > 1})


def test_a_name_of_a_module_is_set_once() -> None:
    assert {shown(path): again for path in modules() if (again := set_again(tree(path)))} == {}


def test_a_constant_that_is_set_again_is_found() -> None:
    assert set_again(ast.parse("_FEWEST, _OLDEST = 3, 19\n_OLDEST = 30")) == ["_OLDEST"]


def test_nine_functions_in_ten_stay_under_30_lines() -> None:
    lengths = sorted((n_lines(node) for path in modules() for node in functions(path)), reverse=True)
    long = [length for length in lengths if length >= 30]
    assert len(long) <= len(lengths) / 10, f"{len(long)} of {len(lengths)} functions have 30 lines or more"


def test_no_function_is_a_hall() -> None:
    halls = [
        f"{shown(path, node)} {n_lines(node)}" for path in modules() for node in functions(path) if n_lines(node) > 80
    ]
    assert halls == []


def test_no_assert_or_print_in_the_source() -> None:
    loose = [
        shown(path, node)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assert)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print")
    ]
    assert loose == []


def test_nothing_is_left_unfinished() -> None:
    places = [
        f"{shown(path)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert places == []


def test_no_room_has_a_nameless_name() -> None:
    named = [shown(path) for path in SRC.rglob("*") if path.stem in NAMELESS and path.suffix in ("", ".py")]
    assert named == []


def test_no_field_is_called_date_alone() -> None:
    assert [shown(path, line) for path in modules() for line, name in fields(path) if name == "date"] == []


def test_a_silenced_checker_is_told_why() -> None:
    texts = {path: path.read_text(encoding="utf-8").splitlines() for path in modules()}
    assert [f"{shown(path)}:{number}" for path, lines in texts.items() for number in unexplained(lines)] == []


@pytest.mark.parametrize("stage", stage_folders(), ids=lambda folder: folder.name)
def test_every_stage_has_the_same_rooms(stage: Path) -> None:
    there, missing = furniture(stage)
    assert missing == set(), f"{stage.name} has {sorted(there)} and lacks {sorted(missing)}"


@pytest.mark.parametrize("stage", stage_folders(), ids=lambda folder: folder.name)
def test_every_step_has_a_name_a_version_a_todo_and_a_run(stage: Path) -> None:
    assert (stage / "step.py").exists(), "a stage takes its step"
    body = tree(stage / "step.py").body
    defined = {node.name for node in body if isinstance(node, ast.FunctionDef)}
    for line in body:
        if isinstance(line, ast.Assign | ast.AnnAssign):
            targets = line.targets if isinstance(line, ast.Assign) else [line.target]
            named = [t for target in targets for t in (target.elts if isinstance(target, ast.Tuple) else [target])]
            defined |= {target.id for target in named if isinstance(target, ast.Name)}
    assert {"NAME", "VERSION", "todo", "run"} <= defined


def test_our_own_code_is_faked_by_hand_and_never_patched() -> None:
    patching = re.compile(r"""(mock\.patch|patch\(|monkeypatch\.setattr\()\s*["']?tawthiq""")
    tests = (path for path in (ROOT / "tests").rglob("*.py") if path.name != "test_shape.py")
    assert [shown(path) for path in tests if patching.search(path.read_text(encoding="utf-8"))] == []


def test_the_locks_carry_hashes_for_every_pin_and_name_no_index() -> None:
    for lock in sorted(ROOT.glob("requirements*.lock")):
        text = lock.read_text(encoding="utf-8")
        pins = [block for block in re.split(r"\n(?=[a-z0-9])", text, flags=re.IGNORECASE) if "==" in block]
        assert pins, lock.name
        assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []
        assert "://" not in text, lock.name


def test_these_checks_can_fail(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("class Act:\n    date: str\n    happened_on: str\n\n\ndef f():\n" + "    x = 1\n" * 40)
    assert [name for _, name in fields(planted) if name == "date"] == ["date"]
    assert [n_lines(node) for node in functions(planted)] == [41]
    assert unexplained(
        ["x = 1  # noqa: S105", "y = 2  # noqa: S105  the word is public", "z  # type: ignore[misc]"]
    ) == [1, 3]
    (tmp_path / "models.py").write_text("")
    there, missing = furniture(tmp_path)
    assert (there, missing) == ({"models", "a noun"}, {"step"})
