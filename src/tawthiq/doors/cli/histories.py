"""`tawthiq histories`: capture histories of verified children as the CSV that `tawthiq estimate` reads."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, put_json
from tawthiq.doors.cli.session import open_session

if TYPE_CHECKING:
    from tawthiq.report.estimate.registered import Registered


def histories(
    situation: Annotated[str, typer.Option(help="Code of the situation.")],
    period: Annotated[str, typer.Option(help="2014, 2014-Q2, 2014-07, ...")],
    violation: Annotated[str, typer.Option(help="One that is counted in children, such as recruitment_use.")],
    by: Annotated[str, typer.Option(help="Strata: sex, age, admin1; none by default.")] = "",
    lists: Annotated[str, typer.Option(help="What a list is: source, or kind (of source).")] = "source",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Print who reported how many of the verified children, a row a combination of sources; copies count once."""
    actor = open_session(home, as_)
    from tawthiq.report.count.spec import parse_spec
    from tawthiq.report.estimate.registered import registered
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Reader
    from tawthiq.terms.errors import UnknownCode

    if lists not in ("source", "kind"):
        raise UnknownCode("a list is a source or a kind of source", where="--lists", do="say source or kind")
    reader = Reader(actor)
    reader.require(Action.ESTIMATE_MAKE)
    spec = parse_spec(situation=situation, period=period, violation=violation, by=by, unit="child")
    found = registered(reader, spec, by_kind=lists == "kind")
    _put_json(found) if as_json else _put_csv(found)


def _put_json(found: Registered) -> None:
    from tawthiq.report.estimate.document import table_json

    put_json(
        {
            "kind": "histories",
            "question": found.spec.content(),
            "lists_are": "kind" if found.by_kind else "source",
            "size": found.size,
            "n_children": found.n_children,
            "n_in_groups": found.n_in_groups,
            "n_unlisted": found.n_unlisted,
            "n_copies": found.n_copies,
            "tables": [table_json(table) for table in found.tables],
        }
    )


def _put_csv(found: Registered) -> None:
    stratified = bool(found.spec.by)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*found.tables[0].lists, "count", *(["stratum"] if stratified else [])])
    for table in found.tables:
        for pattern, count in table.cells:
            writer.writerow([*pattern, count, *([table.stratum] if stratified else [])])
