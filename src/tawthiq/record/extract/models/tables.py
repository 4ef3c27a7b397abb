"""The tables of extract."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class StatementRow(models.Model):
    """A statement as it was extracted, or as a person corrected it; never changed."""

    id = models.CharField(max_length=30, primary_key=True)
    item_id = models.CharField(max_length=30, db_index=True)
    origin = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField(default=0)
    extractor = models.CharField(max_length=60)
    data = models.JSONField()
    since = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "extract_statement"


class DecisionRow(models.Model):
    """What a person said of a statement; append-only."""

    statement_id = models.CharField(max_length=30, db_index=True)
    verdict = models.CharField(max_length=10)
    by = models.CharField(max_length=30)
    at = models.DateTimeField()
    ticked = models.JSONField(default=list)
    replacement = models.CharField(max_length=30, blank=True)
    reason = models.TextField(blank=True)
    seconds = models.PositiveIntegerField(default=0)
    since = models.BigIntegerField()

    class Meta:
        db_table = "extract_decision"
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["replacement"], name="extract_written")]


class ExtractedRow(models.Model):
    """That an extractor of some version has read an item (for some publication date): nothing is read twice."""

    item_id = models.CharField(max_length=30)
    extractor = models.CharField(max_length=60)
    published_on = models.CharField(max_length=40, blank=True)
    n_statements = models.PositiveIntegerField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "extract_outcome"
        unique_together = (("item_id", "extractor", "published_on"),)


class EchoRow(models.Model):
    """A number under which the words of a statement are filed, to find others that say them again; worked out anew

    from the statement by anybody, so no ledger line of its own.
    """

    key = models.BigIntegerField(db_index=True)
    statement_id = models.CharField(max_length=30)

    class Meta:
        db_table = "extract_echo"


class PartRow(models.Model):
    """That a part of a long text has been read: a reading that was stopped goes on behind it. `number`: from 0."""

    item_id = models.CharField(max_length=30)
    extractor = models.CharField(max_length=60)
    published_on = models.CharField(max_length=40, blank=True)
    number = models.PositiveIntegerField()
    n_statements = models.PositiveIntegerField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "extract_part"
        unique_together = (("item_id", "extractor", "published_on", "number"),)


class ProposalRow(models.Model):
    """What a model proposed of an item: how many statements came through the gate, why the others did not.

    `rejects`: reason -> how many; `prompts`, `answers`: SHA-256 of what was asked and answered.
    """

    item_id = models.CharField(max_length=30, db_index=True)
    extractor = models.CharField(max_length=60)
    n_let_in = models.PositiveIntegerField()
    rejects = models.JSONField(default=dict)
    prompts = models.JSONField(default=list)
    answers = models.JSONField(default=list)
    since = models.BigIntegerField()

    class Meta:
        db_table = "extract_proposal"
