"""Tables of sealed identities, with the only queries on them."""

from __future__ import annotations

from django.db import models

from tawthiq.safe import seal
from tawthiq.safe.access import Action
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotFound


class PersonKey(models.Model):
    """A person's own key, wrapped by the project key; without the row the person's fields are noise."""

    person_id = models.CharField(max_length=30, primary_key=True)
    wrapped = models.BinaryField()

    class Meta:
        db_table = "sealed_key"


class SealedField(models.Model):
    """One sealed field of one person, in one version; the highest version holds."""

    person_id = models.CharField(max_length=30)
    field = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    cipher = models.BinaryField()

    class Meta:
        db_table = "sealed_field"
        unique_together = (("person_id", "field", "version"),)


@writes(Action.IDENTITY_SEAL, Action.CASE_WRITE, Action.CASE_IMPORT)
def put_identity(work: Work, person_id: str, fields: dict[str, str]) -> None:
    """Seal fields (name, contact, ...) of a person; the ledger learns which fields, never their content."""
    key = _person_key(person_id) or _make_key(person_id)
    for name, value in sorted(fields.items()):
        version = SealedField.objects.filter(person_id=person_id, field=name).count() + 1
        cipher = seal.seal(key, value.encode(), person_id, name, str(version))
        SealedField.objects.create(person_id=person_id, field=name, version=version, cipher=cipher)
    work.record(person_id, {"fields": sorted(fields)}, action=Action.IDENTITY_SEAL, detail={"fields": sorted(fields)})


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
