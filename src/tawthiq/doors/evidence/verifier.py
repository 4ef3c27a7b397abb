"""Verifier: the rooms of an outsider's checks laid end to end into the one file that is handed out."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from types import ModuleType

from tawthiq.doors.evidence.outside import bag, custody, ed25519, figure, keys, log, note, records, run, step, token
from tawthiq.safe import merkle

ROOMS: tuple[ModuleType, ...] = (step, merkle, ed25519, note, keys, token, bag, log, custody, records, figure, run)
HEADER = f'''#!/usr/bin/env python3
"""Checks a folder that Tawthiq exported: an evidence package, or a log.

{(run.__doc__ or "").strip()}
"""

from __future__ import annotations
'''


@cache
def verifier_source() -> bytes:
    """The file, the same bytes at every call: imports of the standard library first, then each room without its own."""
    imports, bodies = set(), []
    for room in ROOMS:
        source = Path(str(room.__file__)).read_text(encoding="utf-8")
        tree = ast.parse(source)
        outer, cut = _imports(tree)
        imports |= outer
        lines = source.splitlines()
        bodies.append("\n".join(line for number, line in enumerate(lines, 1) if number not in cut).strip())
    return "\n\n".join([HEADER + "\n" + "\n".join(sorted(imports)), *(f"\n{body}" for body in bodies)]).encode() + b"\n"


def _imports(tree: ast.Module) -> tuple[set[str], set[int]]:
    """(imports of the standard library, numbers of the lines to leave out: every import, the module's docstring)."""
    outer, cut = set(), set(range(tree.body[0].lineno, (tree.body[0].end_lineno or 0) + 1))
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            cut |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
            inner = isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("tawthiq", "__future__"))
            outer |= set() if inner else {ast.unparse(node)}
    return outer, cut
