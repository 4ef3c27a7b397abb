"""Tables of compare."""

from __future__ import annotations

from django.db import models


class CopyRow(models.Model):
    """That two items seem to carry the same thing."""

    id = models.CharField(max_length=30, primary_key=True)
    item_a = models.CharField(max_length=30, db_index=True)
    item_b = models.CharField(max_length=30, db_index=True)
    kind = models.CharField(max_length=14)
    value = models.FloatField()
    unit = models.CharField(max_length=16)
    method = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    facts = models.JSONField(default=list)
    since = models.BigIntegerField()

    class Meta:
        db_table = "compare_copy"


class JudgementRow(models.Model):
    """A person's decision on copies; append-only."""

    id = models.CharField(max_length=30, primary_key=True)
    verdict = models.CharField(max_length=8)
    left = models.JSONField()
    right = models.JSONField()
    actor = models.CharField(max_length=30)
    decided_at = models.DateTimeField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "compare_judgement"


class ComparedRow(models.Model):
    """That an item has been compared by a version of a method: nothing is compared twice.

    `version`: below 1000 of the words and hashes, from 1001 of the scenes, from 2001 of the films.
    """

    item_id = models.CharField(max_length=30)
    version = models.PositiveIntegerField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "compare_outcome"
        unique_together = (("item_id", "version"),)
        indexes = (models.Index(fields=["version", "item_id"], name="compare_outcome_of_version"),)


class LookRow(models.Model):
    """What was read from a picture to find its copies, or why nothing was; append-only.

    `whole`, `inner`: the hashes of all turns in the order of Turn, 64 hex digits each; empty where there is none.
    """

    item_id = models.CharField(max_length=30)
    version = models.CharField(max_length=20)
    recipe = models.CharField(max_length=200, blank=True)
    whole = models.CharField(max_length=512, blank=True)
    whole_quality = models.PositiveSmallIntegerField(default=0)
    inner = models.CharField(max_length=512, blank=True)
    inner_quality = models.PositiveSmallIntegerField(default=0)
    inner_box = models.JSONField(default=list)
    refused = models.CharField(max_length=200, blank=True)
    since = models.BigIntegerField()

    class Meta:
        db_table = "compare_look"
        unique_together = (("item_id", "version"),)
        indexes = (models.Index(fields=["version", "refused", "id"], name="compare_look_in_order"),)


class FilmRow(models.Model):
    """What was read from a video to find its copies, or why nothing was; append-only.

    `frames`: [number, milliseconds, hash, quality, hash inside its borders, quality], one frame a second, upright.
    """

    item_id = models.CharField(max_length=30)
    version = models.CharField(max_length=20)
    recipe = models.CharField(max_length=300, blank=True)
    complete = models.BooleanField(default=False)
    frames = models.JSONField(default=list)
    refused = models.CharField(max_length=200, blank=True)
    since = models.BigIntegerField()

    class Meta:
        db_table = "compare_film"
        unique_together = (("item_id", "version"),)
