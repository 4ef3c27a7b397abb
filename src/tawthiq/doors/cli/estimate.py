"""`tawthiq estimate`: how many are on no list; needs no installation, reads a file, prints estimates or refusals."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import FINDINGS, JsonFlag, put_json, put_table
from tawthiq.terms.errors import Conflict, NotFound, UnreadableInput

if TYPE_CHECKING:
    from tawthiq.estimate import CaptureTable, Checks, Outcome

Part = tuple["CaptureTable", "tuple[Outcome, ...]", "tuple[Checks, ...]"]


def estimate(
    path: Annotated[
        Path, typer.Argument(help="CSV of capture histories: a 0/1 column a list, optional count, stratum.")
    ],
    method: Annotated[str, typer.Option(help="lcm, dga, loglinear, chao, ... or all; comma between.")] = "all",
    seed: Annotated[int, typer.Option(help="Seed of every random draw; printed with the result.")] = 1,
    checks: Annotated[
        bool, typer.Option("--checks", help="Leave lists out, merge them, ask for lists of known size; takes longer.")
    ] = False,
    keep: Annotated[
        Path | None, typer.Option(help="New folder for the document, draws (Parquet), charts.", show_default=False)
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Estimate the uncounted by each method, side by side; a table that carries no answer is refused with reasons."""
    from tawthiq import estimate as library

    if keep is not None and keep.exists():
        raise Conflict("the folder is there already", where=keep.name, do="name a new one; nothing is overwritten")
    methods = [name.strip() for name in method.split(",")]
    run = library.Run(seed=seed)
    parts = [_part(table, methods, run, checks=checks) for table in _tables(path)]
    document = _document(path.name, parts, run)
    if keep is not None:
        _put_folder(keep, library.files(document, parts))
    put_json(document) if as_json else _show(document)
    if all(not outcome for _, outcomes, _ in parts for outcome in outcomes):
        raise typer.Exit(FINDINGS)


def _tables(path: Path) -> tuple[CaptureTable, ...]:
    from tawthiq import estimate as library

    try:
        return library.parse_csv(path.read_text(encoding="utf-8-sig"), name=path.name)
    except (FileNotFoundError, IsADirectoryError) as reason:
        raise NotFound("no such file", where=path.name, do="give a CSV of capture histories") from reason
    except UnicodeDecodeError as reason:
        raise UnreadableInput("the file is not UTF-8", where=path.name, do="save it as UTF-8") from reason


def _part(table: CaptureTable, methods: list[str], run: Any, *, checks: bool) -> Part:
    from tawthiq import estimate as library

    outcomes = library.estimate_all(table, methods, run)
    asked = [library.METHODS[outcome.method] for outcome in outcomes] if checks else []
    made = tuple(
        library.checked(table, method, run, outcome)
        for method, outcome in zip(asked, outcomes, strict=False)
        if outcome
    )
    return table, outcomes, made


def _document(name: str, parts: list[Part], run: Any) -> dict[str, Any]:
    from tawthiq import estimate as library

    every = [one for _, outcomes, _ in parts for one in outcomes]
    return {
        "kind": "estimate",
        **(library.to_json(every[0]) if len(every) == 1 else {}),
        "file": name,
        "seed": run.seed,
        "level": run.level,
        **library.made_with(),
        "tables": [
            {
                "stratum": table.stratum or None,
                "table": library.table_json(table),
                "estimates": [library.to_json(one) | library.settings_json(one) for one in outcomes],
                "together": library.together_json(outcomes),
                "warnings": list(library.panel(table, outcomes).warnings),
                "checks": {made.whole.method: library.checks_json(made) for made in checks},
            }
            for table, outcomes, checks in parts
        ],
        "total": [library.to_json(one) for one in library.totals([outcomes for _, outcomes, _ in parts], run)],
    }


def _put_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """All files or none: written beside, then renamed."""
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.resolve().parent))
    try:
        for name, content in files.items():
            (beside / name).write_bytes(content)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _show(document: dict[str, Any]) -> None:
    columns = ("method", "observed", "median", "interval", "warnings", "refused")
    for table in document["tables"]:
        title = f"estimates (never added to a verified figure) {table['stratum'] or ''}"
        put_table(title, columns, [_row(one) for one in table["estimates"]])
        checked = [f"{name}: {word}" for name, made in table["checks"].items() for word in made["warnings"]]
        words = [*_together(table["together"]), *table["warnings"], *checked]
        if words:
            put_table("before you use any of them", ("",), [(word,) for word in words])
    if document["total"]:
        put_table("all strata together, summed draw by draw", columns, [_row(one) for one in document["total"]])


def _together(ends: list[float] | None) -> list[str]:
    if not ends:
        return []
    low, high = ends
    return [f"thrown together, each family of methods with the same weight: {low:.0f} to {high:.0f}"]


def _row(one: dict[str, Any]) -> tuple[object, ...]:
    ends = f"{one['interval'][0]:.0f} to {one['interval'][1]:.0f}" if one["interval"] else ""
    middle = f"{one['median']:.0f}" if one["median"] is not None else ""
    refused = "; ".join(one["refused"]["details"]) if one["refused"] else ""
    return one["method"], one["n_observed"], middle, ends, "; ".join(one["warnings"]), refused
