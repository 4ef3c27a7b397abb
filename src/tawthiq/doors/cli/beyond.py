"""`tawthiq copies hashes|match`: the search for copies as a Spark job, where one machine is too small for it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, put_fields, put_json
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import BadInput, NotFound


def hashes(
    to: Annotated[Path, typer.Option("--to", help="Folder for the two tables; must not be there yet.")],
    purpose: Annotated[str, typer.Option(help="Why, and to whom; kept beside the ledger line.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Write the hashes of pictures that are not sealed as Parquet: filed.parquet, asked.parquet; the ledger has it."""
    actor = open_session(home, as_)
    from tawthiq.doors.evidence.hashes import export_hashes
    from tawthiq.safe.work import Reader

    made = export_hashes(Reader(actor, purpose), to)
    document = {"export": made.id, "folder": str(to), "filed": made.n_filed, "asked": made.n_asked}
    put_json(document) if as_json else put_fields(document)


def match(
    folder: Annotated[Path, typer.Argument(help="Folder with filed.parquet and asked.parquet.")],
    to: Annotated[Path, typer.Option("--to", help="Folder for the pairs, as Parquet; must not be there yet.")],
    radius: Annotated[int, typer.Option(help="Most bits apart: 31 same picture, 47 possible.")] = 31,
    master: Annotated[str, typer.Option(help="Spark's master, as local[4]; empty: as Spark's settings say.")] = "",
    as_json: JsonFlag = False,
) -> None:
    """Find every pair of near hashes by Spark (extra `spark`, Java 17); needs no home, only the tables."""
    from tawthiq.record.compare.beyond_one_machine import near_pairs, spark_session
    from tawthiq.record.compare.hash_tables import ASKED, FILED
    from tawthiq.record.compare.pdq import MIN_QUALITY

    for name in (FILED, ASKED):
        if not (folder / name).exists():
            raise NotFound("no table of hashes", where=name, do="write it with `tawthiq copies hashes`")
    if to.exists():
        raise BadInput("there is a folder of that name", where=to.name, do="choose another")
    with spark_session(master) as session:
        near_pairs(session, folder / ASKED, folder / FILED, radius, MIN_QUALITY).write.parquet(str(to))
        n_pairs = session.read.parquet(str(to)).count()
    document = {"folder": str(to), "pairs": n_pairs, "radius": radius}
    put_json(document) if as_json else put_fields(document)
