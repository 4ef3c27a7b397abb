"""Tables of the custody floor: accounts, the lines and head of the ledger."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from tawthiq.safe.access import Actor, Role
from tawthiq.terms.identity import Kind, mint_id


def _mint_actor() -> str:
    return mint_id(Kind.ACTOR)


class Account(AbstractUser):
    """A person who signs in. `actor_id` is what the ledger knows; the name stays here."""

    actor_id = models.CharField(max_length=30, unique=True, default=_mint_actor, editable=False)
    roles = models.JSONField(default=list)

    def as_actor(self) -> Actor:
        """The account as the access rules see it; without a signature in, or inactive, nothing is open."""
        return Actor(self.actor_id, frozenset(Role(role) for role in self.roles) if self.is_active else frozenset())


class LedgerLine(models.Model):
    """One event. `event`: canonical JSON, the bytes of the leaf; `leaf`: its hash, hex.

    `salt`, `purpose`: beside the log, what opens the line's commitments; empty once erased.
    """

    seq = models.BigIntegerField(primary_key=True)
    thing = models.CharField(max_length=64, db_index=True)
    event = models.TextField()
    leaf = models.CharField(max_length=64)
    salt = models.CharField(max_length=32, default="", db_default="")
    purpose = models.TextField(default="", db_default="")

    class Meta:
        db_table = "ledger_line"


class LedgerHead(models.Model):
    """The one row that says how long the log is, and its root. `frontier`: hex hashes, largest subtree first."""

    size = models.BigIntegerField(default=0)
    root = models.CharField(max_length=64)
    frontier = models.JSONField(default=list)

    class Meta:
        db_table = "ledger_head"


class CheckpointRow(models.Model):
    """The log as it was signed at one size. `note`: the signed note; `vkey`: the key that opens it.

    `frontier`: hex hashes that fold into the signed root; the next head is grown from them before it is signed.
    """

    size = models.BigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    note = models.TextField()
    vkey = models.CharField(max_length=200)
    frontier = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        db_table = "ledger_checkpoint"


class StampRequestRow(models.Model):
    """A request for a time stamp on a checkpoint, whole; it waits until a reply is accepted. `nonce`: in decimal."""

    size = models.BigIntegerField(db_index=True)
    request = models.BinaryField()
    nonce = models.CharField(max_length=40)
    requested_at = models.DateTimeField()

    class Meta:
        db_table = "ledger_stamp_request"


class StampRow(models.Model):
    """An accepted time stamp. `reply`: as it came, whole; `roots`: PEM of the roots that it was checked against."""

    size = models.BigIntegerField(db_index=True)
    request_id = models.BigIntegerField(unique=True)
    reply = models.BinaryField()
    roots = models.TextField()
    stamped_at = models.DateTimeField()
    accepted_at = models.DateTimeField()
    checked_by = models.CharField(max_length=20)

    class Meta:
        db_table = "ledger_stamp"
