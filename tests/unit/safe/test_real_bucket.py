"""Promises of the vault in a bucket that a mock cannot vouch for: Ceph's S3 gateway on loopback keeps the bytes."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tawthiq.safe.bucket import Bucket
from tawthiq.safe.home import Home
from tawthiq.terms.errors import IntegrityBroken
from unit.safe import ceph

ORIGINAL = b"invented evidence"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a gateway of our own; only a machine outside CI may lack one."""
    missing = ceph.lacking()
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"no S3 server here (apt-get install {' '.join(missing)})")
    with ceph.server(tmp_path_factory.mktemp("s3", numbered=True)) as running:
        yield running


@pytest.fixture
def bucket(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A bucket under object lock, made for this test."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, ceph.KEY)
    name = f"invented-{hashlib.sha256(str(tmp_path).encode()).hexdigest()[:12]}"
    made = Home(tmp_path, f"s3://{name}/record?endpoint={address}&region=us-east-1&lock_days=30").vault
    assert isinstance(made, Bucket)
    made.client.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    return made


def place(bucket: Bucket, sha256: str) -> dict[str, str]:
    return {"Bucket": bucket.place.bucket, "Key": bucket.key(sha256)}


def test_the_same_bytes_twice_are_one_object_and_one_version(bucket: Bucket) -> None:
    first, again = bucket.put(io.BytesIO(ORIGINAL)), bucket.put(io.BytesIO(ORIGINAL))
    assert (first.new, again.new, first.sha256) == (True, False, hashlib.sha256(ORIGINAL).hexdigest())
    assert len(bucket.client.list_object_versions(Bucket=bucket.place.bucket)["Versions"]) == 1
    assert (list(bucket.hashes()), bucket.get(first.sha256), bucket.leftovers()) == ([first.sha256], ORIGINAL, [])


def test_many_files_of_one_act_land_in_the_bucket(bucket: Bucket) -> None:
    sha256 = bucket.put(io.BytesIO(bytes(3_000_000))).sha256
    assert bucket.check(sha256) and bucket.open(sha256).read(10) == bytes(10)


def refusals(bucket: Bucket, sha256: str) -> dict[str, Any]:
    """Ways to do away with a locked object."""
    at, version = place(bucket, sha256), bucket.client.head_object(**place(bucket, sha256))["VersionId"]
    sooner = {"Mode": "COMPLIANCE", "RetainUntilDate": datetime.now(UTC) + timedelta(days=1)}
    looser = {"Mode": "GOVERNANCE", "RetainUntilDate": datetime.now(UTC) + timedelta(days=1)}
    return {
        "delete": lambda: bucket.client.delete_object(**at, VersionId=version),
        "delete as governor": lambda: bucket.client.delete_object(
            **at, VersionId=version, BypassGovernanceRetention=True
        ),
        "shorten": lambda: bucket.client.put_object_retention(**at, VersionId=version, Retention=sooner),
        "loosen": lambda: bucket.client.put_object_retention(**at, VersionId=version, Retention=looser),
    }


@pytest.mark.parametrize("way", ["delete", "delete as governor", "shorten", "loosen"])
def test_the_server_refuses_to_do_away_with_a_locked_object(bucket: Bucket, way: str) -> None:
    sha256 = bucket.put(io.BytesIO(ORIGINAL)).sha256
    head = bucket.client.head_object(**place(bucket, sha256))
    assert head["ObjectLockMode"] == "COMPLIANCE"
    assert head["ObjectLockRetainUntilDate"] > datetime.now(UTC) + timedelta(days=29)
    with pytest.raises(bucket.client.exceptions.ClientError):
        refusals(bucket, sha256)[way]()
    assert bucket.get(sha256) == ORIGINAL


def test_an_object_written_over_is_noticed_and_the_locked_original_still_read(bucket: Bucket) -> None:
    sha256 = bucket.put(io.BytesIO(ORIGINAL)).sha256
    bucket.client.put_object(**place(bucket, sha256), Body=b"other")
    assert not bucket.check(sha256)
    assert bucket.get(sha256) == ORIGINAL


def test_an_object_marked_deleted_is_noticed_and_the_locked_original_still_read(bucket: Bucket) -> None:
    sha256 = bucket.put(io.BytesIO(ORIGINAL)).sha256
    bucket.client.delete_object(**place(bucket, sha256))
    assert not bucket.holds(sha256) and not bucket.check(sha256)
    assert bucket.get(sha256) == bucket.open(sha256).read() == ORIGINAL
    assert bucket.put(io.BytesIO(ORIGINAL)).new and bucket.check(sha256), "kept again, it is whole again"


def test_an_object_that_never_was_right_is_broken(bucket: Bucket) -> None:
    sha256 = hashlib.sha256(b"never kept").hexdigest()
    bucket.client.put_object(**place(bucket, sha256), Body=b"other")
    with pytest.raises(IntegrityBroken):
        bucket.get(sha256)


def test_a_write_on_condition_does_not_replace_an_object_in_a_plain_bucket(bucket: Bucket) -> None:
    """If-None-Match itself: Ceph 16 honours it where nothing is versioned, and overlooks it where something is."""
    plain = f"{bucket.place.bucket}-plain"
    bucket.client.create_bucket(Bucket=plain)
    bucket.client.put_object(Bucket=plain, Key="a", Body=b"first", IfNoneMatch="*")
    with pytest.raises(bucket.client.exceptions.ClientError, match="PreconditionFailed"):
        bucket.client.put_object(Bucket=plain, Key="a", Body=b"second", IfNoneMatch="*")
    assert bucket.client.get_object(Bucket=plain, Key="a")["Body"].read() == b"first"
