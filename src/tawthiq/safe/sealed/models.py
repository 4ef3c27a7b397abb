"""Tables of sealed identities, with the only queries on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from django.db import models

from tawthiq.safe import seal
from tawthiq.safe.access import Action
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, digest


class PersonKey(models.Model):
    """A person's own key, wrapped by the project key; without the row the person's fields are noise."""

    person_id = models.CharField(max_length=30, primary_key=True)
    wrapped = models.BinaryField()

    class Meta:
        db_table = "sealed_key"


class SealedField(models.Model):
    """One sealed field of one person, in one version; the highest version holds.

    `since`: the ledger line that signs its cipher; -1 on rows written before lines did.
    """

    person_id = models.CharField(max_length=30)
    field = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    cipher = models.BinaryField()
    since = models.BigIntegerField(default=-1, db_default=-1)

    class Meta:
        db_table = "sealed_field"
        unique_together = (("person_id", "field", "version"),)


@writes(Action.IDENTITY_SEAL, Action.CASE_WRITE, Action.CASE_IMPORT)
def put_identity(work: Work, person_id: str, fields: dict[str, str]) -> None:
    """Seal fields (name, contact, ...) of a person; the ledger learns which fields, never their content."""
    key = _person_key(person_id) or _make_key(person_id)
    sealed = []
    for name, value in sorted(fields.items()):
        version = SealedField.objects.filter(person_id=person_id, field=name).count() + 1
        cipher = seal.seal(key, value.encode(), person_id, name, str(version))
        sealed.append(SealedField(person_id=person_id, field=name, version=version, cipher=cipher))
    content = _sealed_content(sealed, bytes(PersonKey.objects.get(person_id=person_id).wrapped))
    seq = work.record(person_id, content, action=Action.IDENTITY_SEAL, detail={"fields": sorted(fields)})
    for row in sealed:
        row.since = seq
    SealedField.objects.bulk_create(sealed)


@writes(Action.IDENTITY_REVEAL)
def reveal_identity(work: Work, person_id: str) -> dict[str, str]:
    """Open every field of a person; the reading itself is a ledger line with its purpose. Raises NotFound."""
    key = _person_key(person_id)
    if key is None:
        raise NotFound("no identity is kept under this id", where=person_id)
    opened = {row.field: _open(key, row) for row in SealedField.objects.filter(person_id=person_id).order_by("version")}
    work.record(person_id, {"revealed": sorted(opened)}, detail={"fields": sorted(opened)})
    return opened


@writes(Action.IDENTITY_SHRED)
def shred_identity(work: Work, person_id: str) -> None:
    """Destroy a person's key and fields, and what opens the lines about them; every count and proof stays as it is.

    Raises NotFound.
    """
    deleted, _ = PersonKey.objects.filter(person_id=person_id).delete()
    if not deleted:
        raise NotFound("no identity is kept under this id", where=person_id)
    SealedField.objects.filter(person_id=person_id).delete()
    erased = work.erase(person_id)
    work.record(person_id, {"shredded": True}, detail={"erased": erased})


@reads(Action.CASE_READ)
def has_identity(_reader: Reader, person_id: str) -> bool:
    """Whether an identity is kept for this person; says nothing of what it holds."""
    return PersonKey.objects.filter(person_id=person_id).exists()


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, person, digest now) of what each line sealed, for the audit that compares tables with the ledger."""
    wrapped = {row.person_id: bytes(row.wrapped) for row in PersonKey.objects.iterator()}
    rows = SealedField.objects.filter(since__gte=0).order_by("since", "field").iterator()
    for since, group in groupby(rows, key=attrgetter("since")):
        sealed = list(group)
        person = sealed[0].person_id
        yield since, person, digest(_sealed_content(sealed, wrapped.get(person, b"")))


def _sealed_content(rows: Sequence[SealedField], wrapped: bytes) -> Json:
    """What the ledger signs: hashes of ciphers, and of the wrapped key."""
    fields: dict[str, Json] = {row.field: [row.version, hashlib.sha256(bytes(row.cipher)).hexdigest()] for row in rows}
    return {"fields": fields, "key": hashlib.sha256(wrapped).hexdigest()}


def _open(key: bytes, row: SealedField) -> str:
    return seal.unseal(key, bytes(row.cipher), row.person_id, row.field, str(row.version)).decode()


def _person_key(person_id: str) -> bytes | None:
    row = PersonKey.objects.filter(person_id=person_id).first()
    return seal.unseal(current_home().project_key(), bytes(row.wrapped), person_id, "key") if row else None


def _make_key(person_id: str) -> bytes:
    key = seal.new_key()
    wrapped = seal.seal(current_home().project_key(), key, person_id, "key")
    PersonKey.objects.create(person_id=person_id, wrapped=wrapped)
    return key
