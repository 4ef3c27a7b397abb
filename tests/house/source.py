"""The project's own source as the house tests read it: files, syntax trees, folders."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "tawthiq"
RECORD_STAGES = ("collect", "compare", "extract", "link", "verify")
REPORT_STAGES = ("count", "estimate", "publish")


def modules(under: Path = SRC) -> Iterator[Path]:
    """Our hand-written modules; migrations are written by Django."""
    return (path for path in sorted(under.rglob("*.py")) if "migrations" not in path.parts)


def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path, node: ast.AST | None = None) -> str:
    """`folder/file.py:line`, as a reader can click it."""
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else ""
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name}{line}"


def stage_folders() -> list[Path]:
    """The eight stages in the order of the sentence."""
    record = [SRC / "record" / stage for stage in RECORD_STAGES]
    return record + [SRC / "report" / stage for stage in REPORT_STAGES]


def newcomer() -> dict[str, str]:
    """The environment of somebody who has only installed us: no setting of ours, our commands on the path."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("TAWTHIQ_", "DJANGO_"))}
    return clean | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{clean['PATH']}"}
