"""Tables of the catalogue: derived from the record, filed in the same transaction, made again when they are lost."""

from __future__ import annotations

from django.db import models


class CardRow(models.Model):
    """The card of an incident. `number`: the row of its current version; `codes`: facet -> values."""

    number = models.BigIntegerField(primary_key=True)
    thing = models.CharField(max_length=30, unique=True)
    codes = models.JSONField()

    class Meta:
        db_table = "find_card"


class FacetRow(models.Model):
    """The numbers of the cards under one value, of those between 65,536 x `block` and the next block, as a bitmap."""

    key = models.CharField(max_length=120, primary_key=True)
    facet = models.CharField(max_length=12)
    value = models.CharField(max_length=60)
    block = models.PositiveIntegerField()
    bits = models.BinaryField()

    class Meta:
        db_table = "find_facet"
