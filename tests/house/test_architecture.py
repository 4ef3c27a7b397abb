"""Imports run one way, and the checks that say so can fail."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from house.source import RECORD_STAGES, REPORT_STAGES, ROOT, SRC

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"


def graph_of(package: str) -> grimp.ImportGraph:
    """Every import of a package: typing-only and in-function ones too."""
    return grimp.build_graph(package, include_external_packages=True, cache_dir=None)


def circle_in(graph: grimp.ImportGraph, package: str) -> list[str]:
    """One circle among the package's modules, or nothing."""
    ours = {module for module in graph.modules if module == package or module.startswith(f"{package}.")}
    arrows = {module: graph.find_modules_directly_imported_by(module) & ours for module in ours}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def outside_rooms() -> re.Pattern[str]:
    """The rooms that may know Django and the safe: those, and only those, that the contract "pure" names."""
    pure = next(contract for contract in CONTRACTS if contract["id"] == "pure")
    rooms = {line.partition(" -> ")[0] for line in pure["ignore_imports"]}
    return re.compile("|".join(re.escape(room).replace(r"\*", r"\w+") for room in sorted(rooms)))


def impure_imports(graph: grimp.ImportGraph, floor: str) -> list[str]:
    """Arrows from noun and rule modules to Django, to the safe, or to a room that knows either."""
    outside = outside_rooms()
    found = []
    for module in sorted(m for m in graph.modules if m.startswith(f"tawthiq.{floor}.") or m == f"tawthiq.{floor}"):
        if outside.fullmatch(module):
            continue
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            into_safe = imported == "tawthiq.safe" or imported.startswith("tawthiq.safe.")
            if imported == "django" or into_safe or outside.fullmatch(imported):
                found.append(f"{module} -> {imported}")
    return found


@pytest.fixture(scope="module")
def house() -> grimp.ImportGraph:
    return graph_of("tawthiq")


def test_no_circle_of_any_kind_among_our_modules(house: grimp.ImportGraph) -> None:
    assert circle_in(house, "tawthiq") == []


@pytest.mark.parametrize("floor", ["terms", "record", "report"])
def test_noun_and_rule_modules_touch_neither_django_nor_the_safe(house: grimp.ImportGraph, floor: str) -> None:
    assert impure_imports(house, floor) == []


def test_only_the_verify_stage_makes_verified_things_that_count_reads(house: grimp.ImportGraph) -> None:
    older = {f"tawthiq.record.{stage}" for stage in RECORD_STAGES if stage != "verify"}
    count = house.find_descendants("tawthiq.report.count") | {"tawthiq.report.count"}
    read = {imported for module in count for imported in house.find_modules_directly_imported_by(module)}
    assert not {module for module in read if ".".join(module.split(".")[:3]) in older}


@pytest.mark.parametrize(
    "imported",
    ["django", "tawthiq.safe.work", "tawthiq.record.link.models", "tawthiq.record.link.step"],
)
def test_a_noun_that_reaches_for_an_outside_room_is_found(imported: str) -> None:
    graph = grimp.ImportGraph()
    graph.add_import(importer="tawthiq.record.link.models", imported="django")
    graph.add_import(importer="tawthiq.record.link.child", imported="tawthiq.terms.when")
    assert impure_imports(graph, "record") == []
    graph.add_import(importer="tawthiq.record.link.child", imported=imported)
    assert impure_imports(graph, "record") == [f"tawthiq.record.link.child -> {imported}"]


@pytest.mark.parametrize(
    "planted",
    [
        "from a_house.upper import Up\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a_house.upper import Up\n",
        "def later() -> object:\n    from a_house.upper import Up\n    return Up\n",
    ],
    ids=["at the top", "for typing only", "inside a function"],
)
def test_a_planted_circle_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planted: str) -> None:
    package = tmp_path / "a_house"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "upper.py").write_text("from a_house import lower\n\n\nclass Up: ...\n")
    (package / "lower.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    assert circle_in(graph_of("a_house"), "a_house") == []
    (package / "lower.py").write_text(planted)
    assert {"a_house.upper", "a_house.lower"} <= set(circle_in(graph_of("a_house"), "a_house"))


def skeleton(top: Path) -> Path:
    """A copy of the house's folders without their furniture, under the real contracts."""
    package = top / "tawthiq"
    record = [f"record/{stage}" for stage in RECORD_STAGES]
    report = [f"report/{stage}" for stage in (*REPORT_STAGES, "check")]
    extract = [str(path.parent.relative_to(SRC)) for path in sorted(SRC.glob("record/extract/*/__init__.py"))]
    for folder in ("", "terms", "safe", "record", *record, *extract, "report", *report, "doors"):
        (package / folder).mkdir(parents=True, exist_ok=True)
        (package / folder / "__init__.py").write_text("")
    for module in ("record/trace", "flow", "safe/work", "record/link/models", "doors/cli"):
        (package / f"{module}.py").write_text("")
    (top / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    return package


def lint(top: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over the copy."""
    command = [str(LINT_IMPORTS), "--no-cache"]
    return subprocess.run(
        command, cwd=top, env={"PYTHONPATH": str(top)}, capture_output=True, text=True, check=False, timeout=60
    )


def test_the_bare_house_keeps_every_contract(tmp_path: Path) -> None:
    skeleton(tmp_path)
    linted = lint(tmp_path)
    assert linted.returncode == 0, linted.stdout
    assert "7 kept, 0 broken" in linted.stdout


@pytest.mark.parametrize(
    ("room", "planted", "broken"),
    [
        ("terms/when.py", "def f():\n    from tawthiq.doors import cli\n", "Floors"),
        ("utils/__init__.py", "", "Floors"),
        ("record/extract/statement.py", "from tawthiq.record import verify\n", "The record runs one way"),
        (
            "record/extract/numbers/counts.py",
            "from tawthiq.record.extract import claims\n",
            "A text is read in one order",
        ),
        ("report/count/figure.py", "from tawthiq.report import publish\n", "The report runs one way"),
        ("report/count/figure.py", "from tawthiq.record.link import models\n", "Count imports verify"),
        ("record/link/incident.py", "from tawthiq.safe import work\n", "Noun and rule modules"),
        ("report/estimate/recapture.py", "from django.db import models\n", "Noun and rule modules"),
        (
            "record/link/child.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from tawthiq.record.link import models\n",
            "No circle",
        ),
    ],
)
def test_a_planted_fault_breaks_its_contract(tmp_path: Path, room: str, planted: str, broken: str) -> None:
    package = skeleton(tmp_path)
    (package / room).parent.mkdir(exist_ok=True)
    (package / room).write_text(planted)
    (package / "record/link/models.py").write_text("from tawthiq.record.link import child\n" if "child" in room else "")
    linted = lint(tmp_path)
    verdicts = " ".join(linted.stdout.split())
    assert linted.returncode == 1, linted.stdout
    assert f"{broken}" in verdicts.partition("Broken contracts")[2], linted.stdout
