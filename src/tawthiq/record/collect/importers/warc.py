"""Web captures: pages and files of a WARC, and the WACZ that packs one with its index."""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509 import load_pem_x509_certificate

from tawthiq.record.collect.archive_caps import Caps, TooMuch
from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.json_source import parse_json, text_at
from tawthiq.record.collect.moment import from_iso
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Part, Problem, Tally
from tawthiq.record.collect.warc_records import WarcRecord, read_records
from tawthiq.terms.errors import BadInput, UnreadableInput
from tawthiq.terms.identity import Json

_KEPT = "do not rest on it; the file is kept whole"
_TAKEN = frozenset({"response", "resource", "conversion"})
_HANDLED = frozenset({"warc-type", "warc-target-uri", "warc-date", "warc-block-digest", "warc-payload-digest",
                      "content-length", "content-type"})  # fmt: skip
_IGNORED = frozenset({"warc-record-id", "warc-ip-address", "warc-concurrent-to", "warc-filename", "warc-warcinfo-id",
                      "warc-refers-to", "warc-refers-to-target-uri", "warc-refers-to-date", "warc-profile",
                      "warc-identified-payload-type", "warc-page-id", "warc-resource-type", "warc-json-metadata",
                      "warc-creation-date", "warc-protocol", "warc-cipher-suite"})  # fmt: skip


class Warc:
    """A WARC file, plain or gzipped: each page or file that was answered is an item under its address."""

    name = "warc"
    version = 1
    kinds = frozenset({ItemKind.ARCHIVE})
    media_type = "application/warc"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By its first line, unpacked where it is packed."""
        if head.startswith(b"\x1f\x8b"):
            try:
                head = zlib.decompressobj(31).decompress(head, 16)
            except zlib.error:
                return False
        return head.startswith(b"WARC/")

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Every digest is worked out again; a record that differs from its own is refused by name."""
        tally, caps, number = Tally(_HANDLED, _IGNORED), Caps(), 0
        try:
            for number, record in enumerate(read_records(source), start=1):
                tally.look(record.headers)
                if record.kind not in _TAKEN:
                    tally.leave(f"{record.kind[:40]} records")
                yield from _taken(record, number, caps, tally)
        except TooMuch as error:
            yield Problem(number, "archive", error)
        except UnreadableInput as error:
            if number == 0:
                raise
            yield Problem(number + 1, error.where or "record", error)
        yield tally.account()


def _taken(record: WarcRecord, number: int, caps: Caps, tally: Tally) -> Iterator[Found]:
    try:
        if wrong := record.wrong_digests():
            raise BadInput("the bytes differ from the digest that the capture recorded", where=wrong[0], do=_KEPT)
        if record.kind not in _TAKEN:
            return
        caps.more(len(record.payload), len(record.payload), len(record.payload))
        body, status, media_type = _body(record, caps, tally)
        if not body:
            tally.leave("empty answers")
            return
        yield _part(record, number, body, {"status": status, "media_type": media_type})
    except TooMuch:
        raise
    except BadInput as error:
        yield Problem(number, error.where or "record", error)


def _part(record: WarcRecord, number: int, body: bytes, facts: Mapping[str, Json]) -> Part:
    address = record.headers.get("warc-target-uri", "").strip("<>")
    context: dict[str, Json] = {name: value for name, value in facts.items() if value}
    if told := record.headers.get("warc-date"):
        context["captured_at"] = from_iso(told).content()
    stated = any(name in record.headers for name in ("warc-payload-digest", "warc-block-digest"))
    context["digest"] = "fits" if stated else "none was recorded"
    name = urlsplit(address).path.rpartition("/")[2] if "://" in address else ""
    suffix = ".html" if not name and "html" in str(facts.get("media_type")) else ""
    return Part(f"record-{number}", PartRole.MEMBER, body, name=name or f"record-{number}{suffix}",
                source_url=address[:2000], context=context)  # fmt: skip


def _body(record: WarcRecord, caps: Caps, tally: Tally) -> tuple[bytes, str, str]:
    """The answer as a browser would keep it: chunks joined, unpacked; status, media type."""
    if not record.http:
        return record.payload, "", record.headers.get("content-type", "")[:100]
    line, _, rest = record.http.partition(b"\r\n")
    headers = BytesParser().parsebytes(rest + b"\r\n\r\n", headersonly=True)
    body = record.payload
    if "chunked" in str(headers.get("transfer-encoding", "")).casefold():
        body = _joined(body)
    packed = str(headers.get("content-encoding", "")).strip().casefold()
    if packed in ("gzip", "deflate", "x-gzip"):
        body = _unpacked(body, caps)
    elif packed not in ("", "identity"):
        tally.signal(f"answers packed with {packed[:20]}, kept packed")
    status = line.split(b" ")[1][:3].decode("latin-1") if line.count(b" ") else ""
    return body, status, str(headers.get("content-type", ""))[:100]


def _joined(body: bytes) -> bytes:
    """Chunks of HTTP/1.1 joined; a capture that joined them already is left as it is."""
    joined, at = bytearray(), 0
    while found := re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r\n").match(body, at):
        n_bytes = int(found[1], 16)
        if n_bytes == 0:
            return bytes(joined)
        joined += body[found.end() : found.end() + n_bytes]
        at = found.end() + n_bytes + 2
    return body if not joined else bytes(joined)


def _unpacked(body: bytes, caps: Caps) -> bytes:
    plain, unzip = bytearray(), zlib.decompressobj(47)
    rest = body
    try:
        while rest and not unzip.eof:
            piece = unzip.decompress(rest, 1 << 20)
            rest = unzip.unconsumed_tail
            plain += piece
            caps.more(len(piece), len(plain), len(body))
    except zlib.error:
        return body
    return bytes(plain)


class Wacz:
    """A WACZ: every hash of its list checked, its signature where it has one; its WARC files are opened in turn."""

    name = "wacz"
    version = 1
    kinds = frozenset({ItemKind.ARCHIVE})
    media_type = "application/wacz"

    def recognises(self, head: bytes, name: str) -> bool:
        """A zip whose first members are those of a WACZ."""
        first = re.match(rb"(?:archive|pages|indexes|logs)/|datapackage(?:-digest)?\.json|fuzzy\.json", head[30:60])
        return head.startswith(b"PK\x03\x04") and first is not None and (
            name.casefold().endswith(".wacz") or b"datapackage" in head
        )  # fmt: skip

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """The list of what it holds is believed only as far as hashes and signature carry it."""
        try:
            packed = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, OSError, ValueError) as reason:
            raise UnreadableInput("the archive does not open", do="look at it; it is kept whole") from reason
        with packed:
            tally = Tally(frozenset({"datapackage.json", "datapackage-digest.json", "resources"}))
            caps = Caps()
            listed, number = _listed(packed, tally, caps)
            yield from (Problem(0, "datapackage-digest.json", error) for error in _vouched(packed, tally, caps))
            for number, name in enumerate(sorted(set(packed.namelist()) | set(listed)), start=1):
                try:
                    yield from _member(packed, name, listed, tally, caps)
                except BadInput as error:
                    yield Problem(number, name.rpartition("/")[2][:60] if "archive" in name else "resource", error)
            yield tally.account()


def _listed(packed: zipfile.ZipFile, tally: Tally, caps: Caps) -> tuple[dict[str, dict[str, Any]], int]:
    listing = parse_json(_read(packed, "datapackage.json", caps).decode("utf-8", "replace"))
    tally.look({"datapackage.json": 1, "resources": 1})
    resources = listing.get("resources") if isinstance(listing, dict) else None
    if not isinstance(resources, list):
        raise UnreadableInput("the list of what it holds is missing", where="datapackage.json", do=_KEPT)
    return {text_at(one, "path"): one for one in resources if isinstance(one, dict)}, 0


def _read(packed: zipfile.ZipFile, name: str, caps: Caps) -> bytes:
    gathered = bytearray()
    try:
        entry = packed.getinfo(name)
        with packed.open(entry) as member:
            while chunk := member.read(1 << 18):
                gathered += chunk
                caps.more(len(chunk), len(gathered), entry.compress_size)
    except KeyError as reason:
        raise UnreadableInput("a file that its list names is not there", where=name[:60], do=_KEPT) from reason
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as reason:
        raise UnreadableInput("a member does not unpack", where=name[:60], do=_KEPT) from reason
    return bytes(gathered)


def _member(
    packed: zipfile.ZipFile, name: str, listed: Mapping[str, Mapping[str, Any]], tally: Tally, caps: Caps
) -> Iterator[Part]:
    if name.startswith("datapackage") or name.endswith("/"):
        return
    place = caps.place(name)
    data = _read(packed, name, caps)
    said = listed.get(name)
    if said is None:
        tally.signal("members that its list does not name")
    elif text_at(said, "hash") not in _spelt(data) or said.get("bytes") not in (None, len(data)):
        raise BadInput("the bytes differ from the hash in its list", where=name[:60], do=_KEPT)
    if name.startswith("archive/"):
        yield Part(place, PartRole.MEMBER, data, name=place.rpartition("/")[2])
    else:
        tally.leave(name.partition("/")[0][:40])


def _spelt(data: bytes) -> tuple[str, ...]:
    return f"sha256:{hashlib.sha256(data).hexdigest()}", f"md5:{hashlib.md5(data, usedforsecurity=False).hexdigest()}"


def _vouched(packed: zipfile.ZipFile, tally: Tally, caps: Caps) -> Iterator[BadInput]:
    """Who stands for the list; without a signature a fake that was hashed again looks the same, and that is said."""
    if "datapackage-digest.json" not in packed.namelist():
        tally.signal("nobody signed it: a fake that was hashed again would look the same")
        return
    digest = parse_json(_read(packed, "datapackage-digest.json", caps).decode("utf-8", "replace"))
    tally.look({"datapackage-digest.json": 1})
    now = _spelt(_read(packed, "datapackage.json", caps))[0]
    if not isinstance(digest, dict) or text_at(digest, "hash") != now:
        yield BadInput("the list was changed after it was hashed", where="hash", do=_KEPT)
        return
    signed = digest.get("signedData")
    if not isinstance(signed, dict):
        tally.signal("nobody signed it: a fake that was hashed again would look the same")
    elif text_at(signed, "hash") != now:
        yield BadInput("the signature is for another list: this one was hashed again", where="signedData", do=_KEPT)
    else:
        yield from _signature(signed, tally)


def _signature(signed: Mapping[str, Any], tally: Tally) -> Iterator[BadInput]:
    try:
        if certificate := text_at(signed, "domainCert"):
            key: Any = load_pem_x509_certificate(certificate.encode()).public_key()
        else:
            key = serialization.load_der_public_key(base64.b64decode(text_at(signed, "publicKey")))
        if not isinstance(key, ec.EllipticCurvePublicKey):
            raise ValueError("not a key of the kind that WACZ uses")
        key.verify(base64.b64decode(text_at(signed, "signature")), text_at(signed, "hash").encode(), _SHA256)
    except InvalidSignature:
        yield BadInput("the signature does not fit the list", where="signature", do=_KEPT)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        tally.signal("a signature that we cannot check")
    else:
        spoken = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        tally.signal(f"signed by the key {hashlib.sha256(spoken).hexdigest()[:16]}, whom we do not know")


_SHA256 = ec.ECDSA(hashes.SHA256())
