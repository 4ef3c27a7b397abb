"""Home: the folder of one installation, where each kept thing lies in it."""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings

from tawthiq.safe.derivatives import Derivatives
from tawthiq.safe.seal import new_key
from tawthiq.safe.signed_note import KEY_BYTES, NoteKey, key_of
from tawthiq.safe.vault import Vault, sync_folder
from tawthiq.terms.errors import BadInput


@dataclass(frozen=True)
class Home:
    """The folder `root`; everything under it is made readable for its owner alone."""

    root: Path
    vault_url: str = ""

    @cached_property
    def vault(self) -> Vault:
        """The bytes: in the folder, or in the bucket of `vault_url`."""
        if not self.vault_url:
            return Vault(self.root / "vault")
        try:
            from tawthiq.safe.bucket import Bucket, place_from
        except ImportError as reason:
            raise BadInput("a bucket needs boto3", where="vault_url", do="pip install 'tawthiq[s3]'") from reason
        return Bucket(self.root / "vault", place_from(self.vault_url))

    @cached_property
    def derivatives(self) -> Derivatives:
        """What was made from originals and can be made again: always in the folder, and destroyed when sealed."""
        return Derivatives(self.root / "derivatives")

    @property
    def keys(self) -> Path:
        """The folder of the keys; never part of a backup of the record."""
        return self.root / "keys"

    def project_key(self) -> bytes:
        """The key that wraps the keys of persons; made when it is first asked for."""
        return _key_file(self.keys / "project.key", new_key())

    def log_key(self) -> bytes:
        """The 32-byte seed that signs the heads of the log; made when it is first asked for."""
        return _key_file(self.keys / "log.key", secrets.token_bytes(KEY_BYTES))

    @property
    def log_name(self) -> str:
        """The name of this log, made from its first key; it stays when the key is replaced."""
        try:
            return (self.keys / "log.name").read_text(encoding="ascii")
        except FileNotFoundError:
            return f"tawthiq.invalid/log/{key_of(self.log_key(), '').fingerprint[:16]}"

    def log_verifier(self) -> NoteKey:
        """The public half, under the name of this log."""
        return key_of(self.log_key(), self.log_name)

    def next_log_key(self) -> bytes:
        """The seed that is to sign after a handover, beside the one in force; the log keeps its name from now on."""
        _key_file(self.keys / "log.name", self.log_name.encode())
        return _key_file(self.keys / "log-next.key", secrets.token_bytes(KEY_BYTES))

    def log_seed(self, key: NoteKey) -> bytes | None:
        """The seed of that key, if this home holds it: the one in force, or one that a handover has just made."""
        for path in (self.keys / "log.key", self.keys / "log-next.key"):
            if path.exists() and key_of(seed := path.read_bytes(), key.name) == key:
                return seed
        return None

    def settle_log_key(self, key: NoteKey) -> None:
        """After a handover to that key: the seed before it is deleted, so that nobody signs with it again."""
        place = self.keys / "log-next.key"
        if place.exists() and key_of(place.read_bytes(), key.name) == key:
            place.replace(self.keys / "log.key")
            sync_folder(self.keys)

    @property
    def last_checkpoint(self) -> Path:
        """The newest signed head, outside the database: a database set back does not set this back."""
        return self.root / "log" / "checkpoint"

    def web_key(self) -> str:
        """The key that signs sessions and sign-in links; made when it is first asked for."""
        return _key_file(self.keys / "web.key", secrets.token_urlsafe(48).encode()).decode()

    def make(self) -> None:
        """Create the folders."""
        for folder in (self.root, self.keys, self.root / "vault", self.root / "log"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def current_home() -> Home:
    """The home that this process was started for."""
    home: Home = settings.TAWTHIQ_HOME
    return home


def _key_file(path: Path, fresh: bytes) -> bytes:
    """The bytes of a key file; the first process to come writes it whole, every other one reads that."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = part_synced(path.parent, fresh)
        try:
            os.link(part, path)
        except FileExistsError:
            return path.read_bytes()
        finally:
            part.unlink(missing_ok=True)
        sync_folder(path.parent)
    return path.read_bytes()


def part_synced(folder: Path, content: bytes) -> Path:
    """A new file of its owner alone, under a name that nobody has; what is in it survives a power cut."""
    handle, name = tempfile.mkstemp(dir=folder, prefix="part-")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(content)
            target.flush()
            os.fsync(handle)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)
