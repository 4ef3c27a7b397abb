"""Bucket: the vault in an S3 bucket; a put never replaces an object, and object lock keeps anybody from doing so."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import parse_qs, urlsplit

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from tawthiq.safe.vault import Vault
from tawthiq.terms.errors import BadInput, IntegrityBroken, NotFound, StorageFailed

MISSING = ("404", "NoSuchKey", "NotFound")
CHUNK_BYTES = 1 << 18
KNOWN = {"endpoint", "lock_days", "region"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bucket is. `endpoint`: empty for the provider's own; `lock_days`: 0 leaves locking to the bucket."""

    bucket: str
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    lock_days: int = 0


def place_from(url: str) -> Place:
    """Read `s3://BUCKET/PREFIX?endpoint=URL&region=NAME&lock_days=N`; raises BadInput."""
    parts = urlsplit(url)
    told = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    days = told.get("lock_days", "0")
    if parts.scheme != "s3" or not parts.netloc or set(told) - KNOWN or not days.isdecimal():
        raise BadInput("this is no bucket", where="vault_url", do="write s3://BUCKET/PREFIX?endpoint=URL&lock_days=N")
    return Place(parts.netloc, parts.path.strip("/"), told.get("endpoint", ""), told.get("region", ""), int(days))


class Bucket(Vault):
    """The vault with its objects in a bucket; parts that arrive are gathered in the folder `root` first.

    Credentials come from where boto3 looks for them, never from our settings.
    """

    local = False

    def __init__(self, root: Path, place: Place) -> None:
        super().__init__(root)
        self.place = place
        self.client = _client(place)

    def _settle(self, part: Path, sha256: str) -> bool:
        lock: dict[str, Any] = {}
        if self.place.lock_days:
            until = datetime.now(UTC) + timedelta(days=self.place.lock_days)
            lock = {"ObjectLockMode": "COMPLIANCE", "ObjectLockRetainUntilDate": until}
        mark = base64.b64encode(bytes.fromhex(sha256)).decode()
        if self.holds(sha256):  # asked first: in a bucket with versions some servers overlook the condition below
            return False
        try:
            with part.open("rb") as body:
                self.client.put_object(
                    Bucket=self.place.bucket,
                    Key=self.key(sha256),
                    Body=body,
                    IfNoneMatch="*",
                    ChecksumAlgorithm="SHA256",
                    ChecksumSHA256=mark,
                    **lock,
                )
        except (ClientError, BotoCoreError) as reason:
            if _code(reason) in ("PreconditionFailed", "412"):
                return False
            raise _refused(reason) from reason
        return True

    def key(self, sha256: str) -> str:
        """The name of an object."""
        return "/".join(filter(None, (self.place.prefix, "objects", sha256[:2], sha256[2:4], sha256)))

    def open(self, sha256: str) -> BinaryIO:
        """The bytes as a stream, not hashed; raises NotFound, StorageFailed."""
        try:
            return self._read(sha256)
        except NotFound:
            for version in self._versions(sha256):
                return self._read(sha256, VersionId=version)
            raise

    def get(self, sha256: str) -> bytes:
        """The bytes, re-hashed now; raises NotFound, IntegrityBroken, StorageFailed.

        An object that was written over, or marked as deleted, is read from the version that still is what it was.
        """
        data = self.open(sha256).read()
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
        older = (self._read(sha256, VersionId=version).read() for version in self._versions(sha256))
        right = next((data for data in older if hashlib.sha256(data).hexdigest() == sha256), None)
        if right is None:
            raise IntegrityBroken("stored bytes differ from their hash", where=sha256, do="restore them from a copy")
        return right

    def check(self, sha256: str) -> bool:
        """True when the newest version of the bytes is there and hashes to its name; streams."""
        hasher = hashlib.sha256()
        try:
            source = self._read(sha256)
        except NotFound:
            return False
        while piece := source.read(CHUNK_BYTES):
            hasher.update(piece)
        return hasher.hexdigest() == sha256

    def _read(self, sha256: str, **version: str) -> BinaryIO:
        """The newest version, or the one named; raises NotFound, StorageFailed."""
        try:
            got = self.client.get_object(Bucket=self.place.bucket, Key=self.key(sha256), **version)
        except (ClientError, BotoCoreError) as reason:
            if _code(reason) in MISSING:
                raise NotFound("the vault holds no such bytes", where=sha256, do="restore them from a copy") from reason
            raise _refused(reason) from reason
        return cast(BinaryIO, got["Body"])

    def _versions(self, sha256: str) -> Iterator[str]:
        """The versions of an object, the oldest first: an original under lock was there before whatever covers it."""
        key = self.key(sha256)
        try:
            listed = self.client.list_object_versions(Bucket=self.place.bucket, Prefix=key).get("Versions", ())
        except (ClientError, BotoCoreError) as reason:
            raise _refused(reason) from reason
        kept = [one for one in listed if one["Key"] == key]
        yield from (str(one["VersionId"]) for one in sorted(kept, key=lambda one: one["LastModified"]))

    def holds(self, sha256: str) -> bool:
        """Whether there is an object of that name."""
        try:
            self.client.head_object(Bucket=self.place.bucket, Key=self.key(sha256))
        except (ClientError, BotoCoreError) as reason:
            if _code(reason) in MISSING:
                return False
            raise _refused(reason) from reason
        return True

    def hashes(self) -> Iterator[str]:
        """Every hash in the bucket, in no promised order."""
        prefix = "/".join(filter(None, (self.place.prefix, "objects/")))
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.place.bucket, Prefix=prefix):
            yield from (one["Key"].rpartition("/")[2] for one in page.get("Contents", ()))


def _client(place: Place) -> Any:
    return boto3.client("s3", endpoint_url=place.endpoint or None, region_name=place.region or None)


def _code(reason: Exception) -> str:
    told = getattr(reason, "response", {})
    return str(told.get("Error", {}).get("Code", "")) or type(reason).__name__


def _refused(reason: Exception) -> StorageFailed:
    return StorageFailed(
        f"the bucket refused: {_code(reason)}", where="vault", do="see network and rights, then run it again"
    )
