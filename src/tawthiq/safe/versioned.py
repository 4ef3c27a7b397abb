"""Versioned rows: nothing edited, all superseded; a row is valid from one ledger line to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models

from tawthiq.safe.work import Work
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, digest

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
    """Make many drafts current at once; of two drafts of one thing the last stands. Says what became of each thing."""
    wanted = {draft.thing: draft for draft in drafts}
    current = _current_of(model, list(wanted))
    done: dict[str, Put] = {}
    fresh: list[ROW] = []
    closed: list[ROW] = []
    for thing, draft in wanted.items():
        mark, before = digest(draft.content), current.get(thing)
        if before is not None and before.digest == mark:
            done[thing] = Put.SAME
            continue
        done[thing] = Put.CHANGED if before else Put.NEW
        seq = work.record(thing, draft.content, detail={"version": "superseded" if before else "first"}, mark=mark)
        stamped = draft.stamp(before, seq) if draft.stamp else {}
        fresh.append(model(thing=thing, since=seq, digest=mark, **draft.fields, **stamped))
        if before is not None:
            before.until = seq
            closed.append(before)
    model._default_manager.bulk_update(closed, ["until"], batch_size=BATCH_ROWS)
    model._default_manager.bulk_create(fresh, batch_size=BATCH_ROWS)
    return done


def _current_of(model: type[ROW], things: Sequence[str]) -> dict[str, ROW]:
    found: dict[str, ROW] = {}
    for start in range(0, len(things), BATCH_ROWS):
        rows = model._default_manager.filter(thing__in=things[start : start + BATCH_ROWS], until__isnull=True)
        found.update({row.thing: row for row in rows})
    return found


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
