"""auto-archiver: what it kept of web pages, from its CSV or its `metadata.json`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.json_source import list_at, parse_json, read_text, text_at
from tawthiq.record.collect.moment import Moment, from_iso
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Part, Problem, Tally, utf8
from tawthiq.record.collect.repr_source import read_repr
from tawthiq.terms.errors import BadInput, UnreadableInput
from tawthiq.terms.identity import Json

_CSV = re.compile(rb"\A(?:\xef\xbb\xbf)?\"?status\"?[,;]\"?metadata\"?[,;]\"?media\"?")
_JSON = re.compile(rb'\A\s*[\[{](?=.{0,4000}"status"\s*:)(?=.{0,60000}"metadata"\s*:\s*\{)', re.DOTALL)
_MEDIA = re.compile(rb'"media"\s*:\s*\[')
_HANDLED = frozenset({"status", "metadata", "media", "metadata.url", "metadata.title", "metadata.content",
                      "metadata.timestamp", "metadata._processed_at", "media.filename", "media._key", "media.key",
                      "media.urls", "media.properties", "media.properties.hash", "media.properties.pdq_hash",
                      "media._mimetype", "media.mimetype"})  # fmt: skip
_IGNORED = frozenset({"metadata.tmp_dir", "metadata.archive_provider", "metadata.folder", "media._stored",
                      "media.properties.id", "media.properties.duration", "media.properties.src",
                      "_processed_at"})  # fmt: skip
_SHA256 = re.compile(r"(?:SHA-?256[:-])?([0-9a-f]{64})", re.IGNORECASE)
_PDQ = re.compile(r"[0-9a-f]{1,64}")
METHOD = "auto-archiver"


class AutoArchiver:
    """auto-archiver's CSV (Python cells, read without running them) or `metadata.json`; its zones are not trusted."""

    name = "auto_archiver"
    version = 2
    kinds = frozenset({ItemKind.EXPORT})
    media_type = "application/vnd.auto-archiver"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By the three columns or keys of its record."""
        return bool(_CSV.match(head) or (_JSON.match(head) and _MEDIA.search(head)))

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Each page with words is a post, each stored file an attachment under the hash that was stated."""
        tally = Tally(_HANDLED, _IGNORED)
        for number, record in enumerate(_records(read_text(source)), start=1):
            try:
                yield from _record(record(), number, tally)
            except BadInput as error:
                yield Problem(number, error.where or "record", error)
        yield tally.account()


def _records(text: str) -> Iterator[Any]:
    """Readers of the records, so that a bad one is met while it is its turn."""
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        found = parse_json(text)
        yield from (lambda one=one: one for one in (found if isinstance(found, list) else [found]))
        return
    csv.field_size_limit(4_000_000)
    try:
        for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline="")):
            yield lambda row=row: _from_cells(row)
    except csv.Error as reason:
        raise UnreadableInput("this is no CSV", do="export it again; it is kept as it is") from reason


def _from_cells(row: Mapping[str | None, Any]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, cell in row.items():
        try:
            is_value = name in ("metadata", "media")
            record[str(name)] = read_repr(cell or "None") if is_value else cell
        except BadInput as error:
            error.where = str(name)
            raise
    return record


def _record(record: object, number: int, tally: Tally) -> Iterator[Part]:
    if not isinstance(record, dict):
        raise UnreadableInput("the record is no object", where="record", do="look at the file")
    tally.look(record)
    about = _object(record, "metadata")
    tally.look(about, "metadata.")
    told = _when(about)
    words = "\n\n".join(text for text in (text_at(about, "title"), text_at(about, "content")) if text.strip())
    common: dict[str, Any] = {"posted_at": told, "source_url": text_at(about, "url")[:2000]}
    kept: dict[str, Json] = {"method": METHOD, "status": text_at(record, "status")[:100]}
    if text_at(about, "_processed_at"):
        kept["processed_at"] = text_at(about, "_processed_at")[:40]
    if words:
        yield Part(f"record-{number}", PartRole.POST, utf8(words), name=f"record-{number}.txt", context=kept, **common)
    media = record.get("media") or []
    if not isinstance(media, list):
        raise UnreadableInput("media is no list", where="media", do="look at the file")
    if not words and not media:
        tally.signal("records with neither words nor media")
    for at, one in enumerate(media, start=1):
        if not isinstance(one, dict):
            raise UnreadableInput("a medium is no object", where="media", do="look at the file")
        yield _medium(one, f"record-{number}/media{at}", common, kept, tally)


def _medium(
    one: Mapping[str, Any], place: str, common: Mapping[str, Any], kept: Mapping[str, Json], tally: Tally
) -> Part:
    tally.look(one, "media.")
    said = _object(one, "properties")
    tally.look(said, "media.properties.")
    facts: dict[str, Json] = dict(kept)
    if pdq := text_at(said, "pdq_hash").lower():
        if not _PDQ.fullmatch(pdq):
            raise UnreadableInput("the PDQ hash is no hash", where="media.properties.pdq_hash", do="look at the file")
        facts["pdq"] = pdq.zfill(64)
        if len(pdq) < 64:
            tally.signal("pdq_hash without its leading zeros")
    stated = _SHA256.fullmatch(text_at(said, "hash"))
    if text_at(said, "hash") and not stated:
        tally.signal("media.properties.hash that is not SHA-256")
    urls = [url for url in list_at(one, "urls") if isinstance(url, str)]
    if urls:
        facts["stored_at"] = [url[:2000] for url in urls[:10]]
    beside = text_at(one, "_key") or text_at(one, "key") or text_at(one, "filename")
    return Part(place, PartRole.ATTACHMENT, beside=beside, stated_sha256=stated[1].lower() if stated else "",
                context=facts, **common)  # fmt: skip


def _object(record: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = record.get(name) or {}
    if not isinstance(found, dict):
        raise UnreadableInput(f"{name} is no object", where=name, do="look at the file")
    return found


def _when(about: Mapping[str, Any]) -> Moment | None:
    """It writes +00:00 over whatever zone the time had, so no offset of it is believed."""
    told = text_at(about, "timestamp")
    try:
        return from_iso(told, trusted=False) if told else None
    except BadInput as error:
        error.where = "metadata.timestamp"
        raise
