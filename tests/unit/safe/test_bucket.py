"""Promises of the vault in a bucket that need no real server: what a mock of S3 on loopback can show."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from tawthiq.safe.bucket import Bucket, Place, place_from
from tawthiq.safe.home import Home
from tawthiq.terms.errors import BadInput, IntegrityBroken, NotFound, StorageFailed


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own."""
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A bucket under object lock, made for this test."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "invented")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "invented")
    name = f"invented-{hashlib.sha256(str(tmp_path).encode()).hexdigest()[:12]}"
    url = f"s3://{name}/record?endpoint={server}&region=us-east-1&lock_days=30"
    made = Home(tmp_path, url).vault
    assert isinstance(made, Bucket)
    made.client.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    return made


def test_the_same_bytes_twice_are_one_object_and_one_version(bucket: Bucket) -> None:
    first, again = bucket.put(io.BytesIO(b"same")), bucket.put(io.BytesIO(b"same"))
    assert (first.new, again.new, bucket.leftovers()) == (True, False, [])
    assert list(bucket.hashes()) == [first.sha256] == [hashlib.sha256(b"same").hexdigest()]
    versions = bucket.client.list_object_versions(Bucket=bucket.place.bucket)["Versions"]
    assert len(versions) == 1
    assert (bucket.get(first.sha256), bucket.open(first.sha256).read()) == (b"same", b"same")


def test_an_object_is_locked_and_its_version_cannot_be_deleted(bucket: Bucket) -> None:
    sha256 = bucket.put(io.BytesIO(b"locked")).sha256
    place = {"Bucket": bucket.place.bucket, "Key": bucket.key(sha256)}
    head = bucket.client.head_object(**place)
    assert head["ObjectLockMode"] == "COMPLIANCE"
    with pytest.raises(bucket.client.exceptions.ClientError):
        bucket.client.delete_object(**place, VersionId=head["VersionId"])
    assert bucket.check(sha256)


def test_a_changed_object_is_noticed_and_a_missing_one_named(bucket: Bucket) -> None:
    sha256 = bucket.put(io.BytesIO(b"bytes")).sha256
    bucket.client.put_object(Bucket=bucket.place.bucket, Key=bucket.key(sha256), Body=b"other")
    assert bucket.holds(sha256) and not bucket.check(sha256)
    assert bucket.get(sha256) == b"bytes", "the locked version is under the one that covers it"
    bucket.client.put_object(Bucket=bucket.place.bucket, Key=bucket.key("1" * 64), Body=b"other")
    with pytest.raises(IntegrityBroken):
        bucket.get("1" * 64)
    assert not bucket.holds("0" * 64) and not bucket.check("0" * 64)
    with pytest.raises(NotFound):
        bucket.get("0" * 64)


def test_a_bucket_that_is_not_there_is_a_refusal_and_leaves_nothing(bucket: Bucket, tmp_path: Path) -> None:
    other = Bucket(tmp_path / "other", Place("invented-elsewhere", endpoint=bucket.place.endpoint, region="us-east-1"))
    with pytest.raises(StorageFailed):
        other.put(io.BytesIO(b"bytes"))
    assert other.leftovers() == []


def test_a_server_that_does_not_answer_is_a_refusal(bucket: Bucket, tmp_path: Path) -> None:
    lost = Bucket(tmp_path / "lost", Place("invented", endpoint="http://127.0.0.1:9", region="us-east-1"))
    with pytest.raises(StorageFailed):
        lost.open("0" * 64)


@pytest.mark.parametrize("url", ["folder", "s3://", "s3://b?lock_days=x", "s3://b?secret=1"])
def test_what_is_no_bucket_is_refused(url: str) -> None:
    with pytest.raises(BadInput):
        place_from(url)
