"""Step estimate: a kept table of capture histories gets its lower bound, with the warning that it is one.

Costlier methods are asked for by a person (`tawthiq estimate`, the page): no clock decides which model to believe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item, ItemKind, ItemState
from tawthiq.report.estimate import models
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.document import reproduction
from tawthiq.report.estimate.estimate import Estimate
from tawthiq.report.estimate.estimate import Outcome as Answer
from tawthiq.report.estimate.estimating import estimate_all
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.panel import doubts_of
from tawthiq.report.estimate.parquet import draws_parquet
from tawthiq.report.estimate.reading import parse_csv
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json
from tawthiq.terms.outcome import Made, Nothing, Outcome

NAME, VERSION, ACTION = "estimate", 1, Action.ESTIMATE_MAKE
METHODS = {2: "chapman"}
"""By number of lists; three or more take Chao's lower bound."""

MAX_ITEMS = 1_000_000
MAX_BYTES = 4 * 1024**2
SEED = 1


def todo(reader: Reader) -> Iterator[str]:
    """Ids of kept capture tables that this version has not looked at."""
    done = models.get_estimated(reader, VERSION)
    for _, item in collect.find_items(reader, kind=ItemKind.TABLE, limit=MAX_ITEMS):
        if may_hold_tables(item) and item.id not in done and tables_of(reader, item):
            yield item.id


def may_hold_tables(item: Item) -> bool:
    """Whether its bytes are worth reading as capture histories."""
    return item.state is ItemState.READABLE and item.n_bytes <= MAX_BYTES and item.media_type == "text/csv"


def run(work: Work, one: str) -> Outcome:
    """Estimate each stratum of one table; a refusal is kept too, as a refusal."""
    made = [_keep(work, one, table, ("lower_bound",)) for table in tables_of(work, collect.get_item(work, one))]
    return Made(tuple(made)) if made else Nothing("it is no table of capture histories")


def estimate_item(work: Work, item_id: str, methods: tuple[str, ...], seed: int = SEED) -> list[str]:
    """Let methods look at a kept table and keep what they say; returns the ids, one a stratum."""
    return [_keep(work, item_id, table, methods, seed) for table in tables_of(work, collect.get_item(work, item_id))]


def tables_of(reader: Reader, item: Item) -> tuple[CaptureTable, ...]:
    """The capture tables of an item, none when it is some other table."""
    try:
        return parse_csv(collect.get_bytes(reader, item.id).decode("utf-8-sig"), name=item.id)
    except (BadInput, UnicodeDecodeError):
        return ()


def _keep(work: Work, item_id: str, table: CaptureTable, methods: tuple[str, ...], seed: int = SEED) -> str:
    names = [METHODS.get(table.n_lists, "chao") if name == "lower_bound" else name for name in methods]
    asked = Run(seed=seed)
    return put_outcomes(work, item_id, table, asked, estimate_all(table, names, asked))


def put_outcomes(
    work: Work,
    item_id: str,
    table: CaptureTable,
    asked: Run,
    outcomes: Sequence[Answer],
    more: Mapping[str, Json] = MappingProxyType({}),
) -> str:
    """Keep what methods said of a table, with all their draws, without how long they took; returns the id.
    `item_id`: empty for a table that the register gave; `more`: what else the document holds (`made_from`, `checks`,
    `charts`). What speaks against the answers together is kept with them: a page works out nothing."""
    doubts: list[Json] = list(doubts_of(table, outcomes))
    document = {**reproduction(table, asked, outcomes), "doubts": doubts, **more, **_draws(work, outcomes)}
    # a reproduction is typed as plain JSON, so mypy cannot see that its outcomes are a list of rows
    timeless = [{**one, "seconds": None} for one in document["outcomes"]]  # type: ignore[union-attr, dict-item]  # a list of documents, typed as JSON
    return models.put_estimate(work, item_id, VERSION, {**document, "outcomes": timeless})


def _draws(work: Work, outcomes: Sequence[Answer]) -> dict[str, Json]:
    """Under `draws`, the hash of each method's Parquet file; nothing for refusals, for methods that draw nothing."""
    drawn = [one for one in outcomes if isinstance(one, Estimate) and one.draws is not None]
    kept: dict[str, Json] = {one.method: models.put_draws(work, draws_parquet(one)) for one in drawn}
    return {"draws": kept} if kept else {}
