"""Versioned rows: nothing edited, all superseded; a row is valid from one ledger line to another."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

from tawthiq.safe.work import Work
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, digest


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
        constraints = (
            models.UniqueConstraint(
                fields=["thing"], condition=models.Q(until__isnull=True), name="%(app_label)s_%(class)s_one_current"
            ),
        )


ROW = TypeVar("ROW", bound=Versioned)


def put_version(work: Work, model: type[ROW], thing: str, content: Json, fields: dict[str, Any]) -> bool:
    """Make `content` the current version of a thing; False when it already is (and nothing was written)."""
    mark = digest(content)
    current = model._default_manager.filter(thing=thing, until__isnull=True).first()
    if current is not None and current.digest == mark:
        return False
    seq = work.record(thing, content, detail={"version": "superseded" if current else "first"})
    if current is not None:
        model._default_manager.filter(pk=current.pk).update(until=seq)
    model._default_manager.create(thing=thing, since=seq, digest=mark, **fields)
    return True


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
