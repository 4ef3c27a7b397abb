"""`tawthiq estimate`: how many are on no list; needs no installation, reads a file, prints estimates or refusals."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from tawthiq.doors.cli.output import FINDINGS, JsonFlag, put_json, put_table
from tawthiq.terms.errors import NotFound, UnreadableInput


def estimate(
    path: Annotated[
        Path, typer.Argument(help="CSV of capture histories: a 0/1 column a list, optional count, stratum.")
    ],
    method: Annotated[str, typer.Option(help="lcm, dga, loglinear, chao, ... or all; comma between.")] = "all",
    seed: Annotated[int, typer.Option(help="Seed of every random draw; printed with the result.")] = 1,
    as_json: JsonFlag = False,
) -> None:
    """Estimate the uncounted by each method, side by side; a table that carries no answer is refused with reasons."""
    from tawthiq import estimate as library

    try:
        tables = library.parse_csv(path.read_text(encoding="utf-8-sig"), name=path.name)
    except FileNotFoundError as reason:
        raise NotFound("no such file", where=path.name, do="give a CSV of capture histories") from reason
    except UnicodeDecodeError as reason:
        raise UnreadableInput("the file is not UTF-8", where=path.name, do="save it as UTF-8") from reason
    methods = [name.strip() for name in method.split(",")]
    results: list[dict[str, Any]] = [
        {
            "stratum": table.stratum or None,
            "estimates": [library.to_json(one) for one in library.estimate_all(table, methods, library.Run(seed=seed))],
        }
        for table in tables
    ]
    document: dict[str, Any] = {"kind": "estimate", "file": path.name, "seed": seed, "tables": results}
    put_json(document) if as_json else _show(document)
    if all(one["refused"] for table in results for one in table["estimates"]):
        raise typer.Exit(FINDINGS)


def _show(document: dict[str, Any]) -> None:
    for table in document["tables"]:
        rows = [
            (
                one["method"],
                one["n_observed"],
                one["median"],
                one["interval"],
                "; ".join(one["warnings"]),
                one["refused"] or "",
            )
            for one in table["estimates"]
        ]
        columns = ("method", "observed", "median", "interval", "warnings", "refused")
        put_table(f"estimates (never added to a verified figure) {table['stratum'] or ''}", columns, rows)
