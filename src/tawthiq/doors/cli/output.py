"""Output: one JSON document on standard output, or the same thing for a person; messages go to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tawthiq.terms.errors import BadInput, TawthiqError

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]
HomeOption = Annotated[Path | None, typer.Option("--home", help="Folder of the installation.", show_default=False)]
AsOption = Annotated[str, typer.Option("--as", help="Account that acts; the machine's operator by default.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")]

FINDINGS = 3
"""Exit code when the command did its work, and found something a person must look at."""


def screen() -> Console:
    """Where people read; wide when piped, so that no id is cut."""
    return Console(width=None if sys.stdout.isatty() else 200, highlight=False, soft_wrap=not sys.stdout.isatty())


def complain() -> Console:
    """Where messages go."""
    return Console(stderr=True, highlight=False, no_color="NO_COLOR" in os.environ)


def put_json(document: Any) -> None:
    """One document, keys in the order given."""
    sys.stdout.write(_json(document) + "\n")


def put_json_of(fields: Mapping[str, Any]) -> None:
    """The same of fields; a row of things that come one after another is printed as it comes, and never held."""
    for number, (name, value) in enumerate(fields.items()):
        sys.stdout.write(("," if number else "{") + f"\n  {_json(name)}: ")
        if isinstance(value, Iterator):
            _put_row(value)
        else:
            sys.stdout.write(_json(value).replace("\n", "\n  "))
    sys.stdout.write("\n}\n")


def _put_row(row: Iterator[Any]) -> None:
    n_rows = -1
    for n_rows, one in enumerate(row):
        sys.stdout.write(("," if n_rows else "[") + "\n    " + _json(one).replace("\n", "\n    "))
    sys.stdout.write("[]" if n_rows < 0 else "\n  ]")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def put_text(text: str) -> None:
    """Text as it is, for a file or another program."""
    sys.stdout.write(text)


def put_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for a person; for a file or another program in plain lines, a hundred times as fast, nothing folded."""
    if not sys.stdout.isatty():
        put_text(plain_table(title, columns, rows))
        return
    table = Table(title=title, title_justify="left", show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    screen().print(table)


def plain_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as lines of text, its columns padded with spaces, two between them."""
    cells = [list(columns), *([str(cell).replace("\n", " ") for cell in row] for row in rows)]
    widths = [max(map(cell_len, column)) for column in zip_longest(*cells, fillvalue="")]
    lines = [[cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)] for row in cells]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join([title, *("  ".join(line).rstrip() for line in lines)]) + "\n"


def put_fields(fields: Mapping[str, object]) -> None:
    """One thing for a person, a field a line."""
    for name, value in fields.items():
        screen().print(f"[bold]{escape(name)}[/bold]  {escape(str(value))}")


def error_document(error: TawthiqError) -> dict[str, str]:
    """An error as JSON spells it."""
    return {"code": error.code, "what": error.what, "where": error.where, "do": error.do}


def put_error(error: TawthiqError, *, as_json: bool) -> None:
    """Say what happened, where, what to do."""
    if as_json:
        put_json({"error": error_document(error)})
    put_finding(error)


def put_finding(error: TawthiqError) -> None:
    """The same on standard error."""
    complain().print(f"[bold red]{error.code}[/bold red]: {escape(str(error))}")


def leave_with(findings: Iterable[BadInput]) -> None:
    """Name each finding; leave with exit code 3 when there was one."""
    found = list(findings)
    for finding in found:
        put_finding(finding)
    if found:
        raise typer.Exit(FINDINGS)
