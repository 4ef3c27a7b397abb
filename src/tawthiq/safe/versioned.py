"""Versioned rows: nothing edited, all superseded; a row is valid from one ledger line to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models

from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.work import Work
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, Kind, digest, make_id

BATCH_ROWS = 500
"""Rows per statement; below the number of variables that an old SQLite takes."""


class Versioned(models.Model):
    """One version of a thing. `since`: ledger line that made it; `until`: the line that superseded it, or none.

    `digest`: SHA-256 of the version's canonical content, what an assessment of it signs.
    """

    thing = models.CharField(max_length=30, db_index=True)
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=["thing"], condition=models.Q(until__isnull=True), name="%(app_label)s_%(class)s_one_current"
            ),
        )


ROW = TypeVar("ROW", bound=Versioned)


@dataclass(frozen=True, slots=True)
class Draft(Generic[ROW]):
    """A version about to be put: its canonical content, the columns of its row.

    `stamp`: given the version it supersedes (or none) and its own ledger line, the columns that depend on them.
    """

    thing: str
    content: Json
    fields: dict[str, Any]
    stamp: Callable[[ROW | None, int], dict[str, Any]] | None = None


class Put(StrEnum):
    """What became of a draft."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


def put_version(work: Work, model: type[ROW], draft: Draft[ROW]) -> bool:
    """Make the draft the current version of its thing; False when it already is (and nothing was written)."""
    return put_versions(work, model, [draft])[draft.thing] is not Put.SAME


def put_versions(work: Work, model: type[ROW], drafts: Sequence[Draft[ROW]]) -> dict[str, Put]:
    """Make many drafts current at once; of two drafts of one thing the last stands. Says what became of each thing.

    One new version has a ledger line of its own; several share one line, that of their batch.
    """
    wanted = {draft.thing: draft for draft in drafts}
    current = _current_of(model, list(wanted))
    marks = {thing: digest(draft.content) for thing, draft in wanted.items()}
    done = {thing: _becomes(current.get(thing), mark) for thing, mark in marks.items()}
    fresh = [thing for thing, put in done.items() if put is not Put.SAME]
    if not fresh:
        return done
    contents = {thing: wanted[thing].content for thing in fresh}
    seq = record_versions(work, contents, marks, changed=any(done[thing] is Put.CHANGED for thing in fresh))
    closed = [current[thing] for thing in fresh if thing in current]
    for row in closed:
        row.until = seq
    model._default_manager.bulk_update(closed, ["until"], batch_size=BATCH_ROWS)
    insert_rows(model, [_columns(wanted[thing], current.get(thing), seq, marks[thing]) for thing in fresh])
    return done


def _becomes(before: Versioned | None, mark: str) -> Put:
    if before is None:
        return Put.NEW
    return Put.SAME if before.digest == mark else Put.CHANGED


def _columns(draft: Draft[ROW], before: ROW | None, seq: int, mark: str) -> dict[str, Any]:
    stamped = draft.stamp(before, seq) if draft.stamp else {}
    return {"thing": draft.thing, "since": seq, "until": None, "digest": mark, **draft.fields, **stamped}


def record_versions(
    work: Work, contents: Mapping[str, Json], marks: Mapping[str, str], *, changed: bool = False, action: str = ""
) -> int:
    """The ledger line of new versions: of the thing itself when it is one, of the batch when they are several."""
    version = "superseded" if changed else "first"
    if len(contents) == 1:
        ((thing, content),) = contents.items()
        return work.record(thing, content, action=action, detail={"version": version}, mark=marks[thing])
    listed = batch_content((thing, marks[thing]) for thing in contents)
    detail: dict[str, Json] = {"version": version, "n": len(contents)}
    mark = digest(listed)
    return work.record(batch_id(mark), listed, action=action, detail=detail, mark=mark)


def batch_content(marks: Iterable[tuple[str, str]]) -> Json:
    """What the ledger signs of versions that came in together: each thing with its digest, in order."""
    return sorted(marks)


def batch_id(mark: str) -> str:
    """The name of a batch, from the digest of its content."""
    return make_id(Kind.BATCH, mark)


def recorded_versions(marks: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    """From (ledger seq, thing, digest now) of rows in the order of seq to what the ledger has at each seq."""
    for seq, group in groupby(marks, key=itemgetter(0)):
        together = [(thing, mark) for _, thing, mark in group]
        if len(together) == 1:
            yield seq, *together[0]
        else:
            mark = digest(batch_content(together))
            yield seq, batch_id(mark), mark


def _current_of(model: type[ROW], things: Sequence[str]) -> dict[str, ROW]:
    rows = model._default_manager.filter(thing__among=frozenset(things), until__isnull=True)
    return {row.thing: row for row in rows}


def as_of(rows: models.QuerySet[ROW], size: int | None = None) -> models.QuerySet[ROW]:
    """The versions valid when the ledger had `size` lines; None is now."""
    if size is None:
        return rows.filter(until__isnull=True)
    return rows.filter(since__lt=size).filter(models.Q(until__isnull=True) | models.Q(until__gte=size))


def current_row(model: type[ROW], thing: str) -> ROW:
    """The current version of a thing; raises NotFound."""
    row = model._default_manager.filter(thing=thing, until__isnull=True).first()
    if row is None:
        raise NotFound("no such thing in the record", where=thing)
    return row
