"""Tables of collect."""

from __future__ import annotations

from django.db import models


class ItemRow(models.Model):
    """An item."""

    id = models.CharField(max_length=30, primary_key=True)
    sha256 = models.CharField(max_length=64, unique=True)
    n_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, db_index=True)
    state = models.CharField(max_length=12)
    since = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "collect_item"


class ReceiptRow(models.Model):
    """An arrival of an item. `parent_id`, `place`, `more`: null in rows of before version 0.2."""

    item_id = models.CharField(max_length=30, db_index=True)
    original_name = models.CharField(max_length=500)
    channel = models.CharField(max_length=10)
    collector = models.CharField(max_length=30)
    collected_at = models.DateTimeField()
    published_on = models.CharField(max_length=40, blank=True)
    source_url = models.CharField(max_length=2000, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=200, blank=True)
    limits = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    parent_id = models.CharField(max_length=30, null=True, db_index=True)  # null leaves old rows untouched
    place = models.CharField(max_length=500, null=True)
    more = models.JSONField(null=True)
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_receipt"


class QuarantineRow(models.Model):
    """A row that could not go in."""

    item_id = models.CharField(max_length=30, db_index=True)
    sheet = models.CharField(max_length=100, blank=True)
    row = models.PositiveIntegerField()
    field = models.CharField(max_length=60, blank=True)
    code = models.CharField(max_length=40)
    reason = models.TextField()
    do = models.TextField(blank=True)
    raw = models.JSONField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_quarantine"


class JournalRow(models.Model):
    """A file of a folder that is done: working state, so that a killed run goes on; the ledger tells of its item."""

    folder = models.CharField(max_length=30)
    path = models.TextField()
    mark = models.CharField(max_length=60)
    outcome = models.CharField(max_length=40)

    class Meta:
        db_table = "collect_journal"
        constraints = [models.UniqueConstraint(fields=["folder", "path"], name="collect_journal_once")]


class ReadingRow(models.Model):
    """What an importer found in an item."""

    item_id = models.CharField(max_length=30, db_index=True)
    importer = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    asked = models.CharField(max_length=20, blank=True)
    n_parts = models.PositiveIntegerField()
    n_problems = models.PositiveIntegerField()
    account = models.JSONField()
    facts = models.JSONField()
    refused = models.JSONField(null=True)
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_reading"


class RenditionRow(models.Model):
    """Something made from an item to be looked at; its bytes lie in the store of derivatives."""

    item_id = models.CharField(max_length=30, db_index=True)
    parent_sha256 = models.CharField(max_length=64)
    form = models.CharField(max_length=12)
    part = models.PositiveIntegerField(default=0)
    recipe = models.CharField(max_length=400)
    tool = models.CharField(max_length=60)
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    n_bytes = models.BigIntegerField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_rendition"


class CautionRow(models.Model):
    """What a person said that others must know before they open an item."""

    item_id = models.CharField(max_length=30, db_index=True)
    sensitivity = models.CharField(max_length=10)
    tags = models.JSONField(default=list)
    actor = models.CharField(max_length=30)
    decided_at = models.DateTimeField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_caution"


class SealRow(models.Model):
    """A step of sealing an item, or of opening it again."""

    item_id = models.CharField(max_length=30, db_index=True)
    act = models.CharField(max_length=14)
    actor = models.CharField(max_length=30)
    at = models.DateTimeField()
    inherited = models.CharField(max_length=30, blank=True)
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_seal"


class ViewRow(models.Model):
    """That a person opened an item; read back by that person alone."""

    item_id = models.CharField(max_length=30, db_index=True)
    step = models.CharField(max_length=6)
    part = models.PositiveIntegerField(default=0)
    actor = models.CharField(max_length=30, db_index=True)
    at = models.DateTimeField()
    recipe = models.CharField(max_length=400)
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_view"


class MaskRow(models.Model):
    """Where faces may be in a picture or in the frames of a film. `frames`: as `masking.proposal` spells them."""

    id = models.CharField(max_length=30, primary_key=True)
    item_id = models.CharField(max_length=30, db_index=True)
    detector = models.CharField(max_length=120)
    begin_s = models.FloatField(default=0)
    frames = models.JSONField()
    actor = models.CharField(max_length=30)
    at = models.DateTimeField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_mask"


class MaskReviewRow(models.Model):
    """What a person decided of one frame: boxes accepted, removed, drawn; the latest of a frame stands."""

    mask_id = models.CharField(max_length=30, db_index=True)
    frame = models.PositiveIntegerField()
    accepted = models.JSONField(default=list)
    removed = models.JSONField(default=list)
    drawn = models.JSONField(default=list)
    actor = models.CharField(max_length=30)
    at = models.DateTimeField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_mask_review"
