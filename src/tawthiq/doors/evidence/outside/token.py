"""Token: what a time stamp after RFC 3161 says, read from its DER; its signature is left to openssl."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tawthiq.doors.evidence.outside.step import Undecidable, must

SHA256_OID = bytes.fromhex("608648016503040201")
TST_INFO_OID = bytes.fromhex("2a864886f70d0109100104")
SEQUENCE, OBJECT_ID, OCTETS, TIME = 0x30, 0x06, 0x04, 0x18


@dataclass(frozen=True)
class Token:
    """`imprint`: the SHA-256 that was stamped; `stamped_at`: when, as the authority says, UTC."""

    imprint: bytes
    stamped_at: datetime


def der_items(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(tag, content) of the values that stand one behind the other."""
    place = 0
    while place < len(data):
        tag, length, place = data[place], data[place + 1], place + 2
        if length & 0x80:
            n_bytes = length & 0x7F
            must(0 < n_bytes <= 4, "a length in a form that DER has not")
            length, place = int.from_bytes(data[place : place + n_bytes], "big"), place + n_bytes
        must(place + length <= len(data), "a value that runs past the end")
        yield tag, data[place : place + length]
        place += length


def octets_behind(data: bytes, wanted: bytes) -> bytes | None:
    """The octet string that follows this object identifier, however deep."""
    seen = False
    for tag, content in der_items(data):
        if tag == OBJECT_ID:
            seen = content == wanted
        elif seen and tag & 0x20:
            return dict(der_items(content)).get(OCTETS)
        elif tag & 0x20 and (found := octets_behind(content, wanted)) is not None:
            return found
    return None


def read_token(reply: bytes) -> Token:
    """What a reply, or a bare token, says."""
    info = octets_behind(reply, TST_INFO_OID)
    must(info is not None, "no time stamp in the reply")
    (_, fields), *_ = der_items(info or b"")
    values = list(der_items(fields))
    imprint = list(der_items(values[2][1]))
    must(dict(der_items(imprint[0][1])).get(OBJECT_ID) == SHA256_OID, "the imprint is not SHA-256")
    told = next(content for tag, content in values if tag == TIME).decode()
    stamped_at = datetime.strptime(told.partition(".")[0].rstrip("Z"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return Token(imprint[1][1], stamped_at)


def token_holds(reply: bytes, request: bytes, data: bytes, roots: bytes, at: datetime) -> None:
    """Let openssl check signature, chain, nonce, imprint at the time stated; raises Wrong, Undecidable without it."""
    if shutil.which("openssl") is None:
        raise Undecidable("openssl is not on this machine: the imprint fits, its signature was not checked")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {"r": reply, "q": request, "d": data, "roots.pem": roots}.items():
            (Path(folder) / name).write_bytes(content)
        told = [openssl_says(folder, against, at) for against in (["-queryfile", "q"], ["-data", "d"])]
    must(all(told), "openssl: the time stamp does not hold")


def openssl_says(folder: str, against: list[str], at: datetime) -> bool:
    """Whether `openssl ts -verify` accepts the files of the folder, as a reply or as a bare token."""
    times = ["-attime", str(timegm(at.utctimetuple()))]
    for form in ([], ["-token_in"]):
        command = ["openssl", "ts", "-verify", "-in", "r", *form, "-CAfile", "roots.pem", *times, *against]
        ran = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=30)  # noqa: S603  fixed words
        if ran.returncode == 0:
            return True
    return False
