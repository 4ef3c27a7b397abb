"""Promises of the vault: bytes are kept once, whole, and a changed byte is noticed."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tawthiq.safe.vault import Vault
from tawthiq.terms.errors import IntegrityBroken, NotFound, StorageFailed

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class FullDisk(io.BytesIO):
    """A source whose reading fails as a full disk's writing does, after some bytes."""

    def readinto(self, memory: WriteableBuffer) -> int:
        if self.tell():
            raise OSError(28, "No space left on device")
        return super().readinto(memoryview(memory)[:3])


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def test_the_same_bytes_twice_are_kept_once(vault: Vault) -> None:
    first, again = vault.put(io.BytesIO(b"same")), vault.put(io.BytesIO(b"same"))
    assert (first.new, again.new) == (True, False)
    assert list(vault.hashes()) == [hashlib.sha256(b"same").hexdigest()]


def test_what_is_put_is_what_is_got(vault: Vault) -> None:
    data = bytes(range(256)) * 5000
    stored = vault.put(io.BytesIO(data))
    assert vault.get(stored.sha256) == data
    assert stored.n_bytes == len(data)
    assert vault.check(stored.sha256)


def test_one_flipped_bit_is_not_served(vault: Vault) -> None:
    stored = vault.put(io.BytesIO(b"evidence"))
    path = vault.path(stored.sha256)
    path.chmod(0o600)
    path.write_bytes(b"evidencd")
    assert not vault.check(stored.sha256)
    with pytest.raises(IntegrityBroken):
        vault.get(stored.sha256)


def test_missing_bytes_are_named_by_their_hash(vault: Vault) -> None:
    with pytest.raises(NotFound, match="0" * 64):
        vault.get("0" * 64)
    assert not vault.check("0" * 64)


def test_a_full_disk_leaves_nothing_half_written(vault: Vault) -> None:
    with pytest.raises(StorageFailed, match="No space left"):
        vault.put(FullDisk(b"more than three bytes"))
    assert list(vault.hashes()) == []
    assert vault.leftovers() == []


def test_a_kept_file_cannot_be_written_by_accident(vault: Vault) -> None:
    stored = vault.put(io.BytesIO(b"kept"))
    assert vault.path(stored.sha256).stat().st_mode & 0o222 == 0
