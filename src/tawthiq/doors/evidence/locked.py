"""Locked: a package as one archive that only its recipients open, in the age format."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pyrage

from tawthiq.terms.errors import BadInput, NotFound, UnreadableInput

ARCHIVE = "package.tar.age"
NOTE = """This is an evidence package, encrypted. With an age key of one of its recipients:

    age --decrypt --identity key.txt package.tar.age | tar x
    python3 verify.py .
"""


def lock_folder(folder: Path, recipients: Sequence[str]) -> None:
    """Replace everything in the folder by the archive and a note; raises BadInput for what is no age recipient."""
    keys = [_recipient(one) for one in recipients]
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".lock.") as aside:
        archive = Path(aside) / "package.tar"
        with tarfile.open(archive, "w") as tar:
            for path in sorted(folder.iterdir()):
                tar.add(path, path.name)
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        with archive.open("rb") as source, (folder / ARCHIVE).open("wb") as target:
            pyrage.encrypt_io(source, target, keys)
    (folder / "README.txt").write_text(NOTE, encoding="utf-8")


def is_locked(folder: Path) -> bool:
    """Whether the folder holds an encrypted package."""
    return (folder / ARCHIVE).exists()


def unlock_folder(folder: Path, identity: Path, to: Path) -> None:
    """Open the archive into `to`; raises NotFound, UnreadableInput."""
    if not identity.is_file():
        raise NotFound("no such file with an age identity", where=identity.name)
    lines = [line for line in identity.read_text(encoding="utf-8").split() if line.startswith("AGE-SECRET-KEY-")]
    plain = to / ".package.tar"
    try:
        keys = [pyrage.x25519.Identity.from_str(line) for line in lines]
        with (folder / ARCHIVE).open("rb") as source, plain.open("wb") as target:
            pyrage.decrypt_io(source, target, keys)
        with tarfile.open(plain) as tar:
            tar.extractall(to, filter="data")
    except (pyrage.IdentityError, pyrage.DecryptError, tarfile.TarError) as reason:
        raise UnreadableInput(
            "this key does not open the package", where=ARCHIVE, do="ask which keys it is for"
        ) from reason
    finally:
        plain.unlink(missing_ok=True)


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as reason:
        raise BadInput("this is no age recipient", where="--recipient", do="give one that begins with age1") from reason
