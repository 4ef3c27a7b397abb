"""Stamp: a time stamp after RFC 3161 over bytes of ours, asked for and checked; no network here."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate
from pathlib import Path

from cryptography.x509 import load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from tawthiq.terms.errors import BadInput, IntegrityBroken, UnreadableInput

OPENSSL_S = 20
LIBRARY, BINARY = "rfc3161-client", "openssl"


@dataclass(frozen=True, slots=True)
class Request:
    """`der`: what is sent; `nonce`: what the reply must repeat."""

    der: bytes
    nonce: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A reply that holds: `stamped_at` as its authority says, UTC; `by`: the program that checked it."""

    stamped_at: datetime
    by: str


def ask_for(data: bytes) -> Request:
    """A request for SHA-256 of the data, with a fresh nonce, asking for the authority's certificate."""
    built = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).cert_request(cert_request=True)
    request = built.build()
    if request.nonce is None:
        raise IntegrityBroken("the library made a request without a nonce", where=LIBRARY)
    return Request(request.as_bytes(), request.nonce)


def check_reply(reply: bytes, request: Request, data: bytes, roots_pem: bytes) -> Checked:
    """Check a reply to our request over our data against the pinned roots.

    The library's parser is strict: replies of real authorities whose certificates stand in no sorted order are refused
    by it, and openssl reads them. Raises IntegrityBroken for a reply that does not hold, UnreadableInput for one that
    nothing here can read, BadInput for roots that are none.
    """
    try:
        answer = decode_timestamp_response(reply)
    except ValueError:
        return _check_by_openssl(reply, request, data, roots_pem)
    return _check_by_library(answer, request, data, roots_pem)


def _check_by_library(answer: TimeStampResponse, request: Request, data: bytes, roots_pem: bytes) -> Checked:
    try:
        roots = load_pem_x509_certificates(roots_pem)
    except ValueError as reason:
        raise BadInput("the file of roots holds no certificate", where="roots", do="give a PEM file") from reason
    try:
        VerifierBuilder(roots=roots, nonce=request.nonce).build().verify_message(answer, data)
        stamped_at = answer.tst_info.gen_time
    except (VerificationError, ValueError) as reason:
        raise IntegrityBroken(f"the time stamp does not hold: {reason}", where="reply", do="ask again") from reason
    return Checked(stamped_at.astimezone(UTC), LIBRARY)


def _check_by_openssl(reply: bytes, request: Request, data: bytes, roots_pem: bytes) -> Checked:
    """A query fixes nonce and imprint; the chain is judged at the time that the reply states."""
    if shutil.which(BINARY) is None:
        raise UnreadableInput("the reply is in a form that only openssl reads", where="reply", do="install openssl")
    with tempfile.TemporaryDirectory() as folder:
        files = {"reply.tsr": reply, "query.tsq": request.der, "data": data, "roots.pem": roots_pem}
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        for form in ((), ("-token_in",)):
            told = _openssl(folder, "-reply", "-in", "reply.tsr", *form, "-text")
            if told.returncode == 0 and (stamped_at := _stated_time(told.stdout)) is not None:
                _verify_by_openssl(folder, form, stamped_at)
                return Checked(stamped_at, BINARY)
    raise UnreadableInput("the reply is no time stamp", where="reply", do="ask the authority again")


def _verify_by_openssl(folder: str, form: tuple[str, ...], stamped_at: datetime) -> None:
    at = ("-attime", str(timegm(stamped_at.utctimetuple())))
    common = ("-verify", "-in", "reply.tsr", *form, "-CAfile", "roots.pem", *at)
    for against in (("-queryfile", "query.tsq"), ("-data", "data")):
        if _openssl(folder, *common, *against).returncode != 0:
            raise IntegrityBroken("the time stamp does not hold", where=f"reply, {against[0][1:]}", do="ask again")


def _openssl(folder: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  a fixed program, file names of our own
        [BINARY, "ts", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=OPENSSL_S,
    )


def _stated_time(text: str) -> datetime | None:
    """The `Time stamp: Nov 23 09:50:00 2026 GMT` of openssl's telling; fractions of a second are dropped."""
    line = next((line for line in text.splitlines() if line.startswith("Time stamp: ")), "")
    words = line.removeprefix("Time stamp: ").split()
    if len(words) != 5:
        return None
    month, day, clock, year, zone = words
    parsed = parsedate(f"{day} {month} {year} {clock.partition('.')[0]} {zone}")
    return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
