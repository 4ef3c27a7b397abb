"""Small invented exports of every form, each with one unknown field and one bad record where its form has records."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from email.message import EmailMessage
from typing import Any

WRITER = "Zaynab Invented"


def telegram() -> dict[str, Any]:
    common = {"type": "message", "from": WRITER, "from_id": "user7", "date": "2024-01-01T10:00:00"}
    return {
        "name": "Invented chat",
        "type": "personal_chat",
        "id": 1,
        "messages": [
            {**common, "id": 1, "date_unixtime": "1704103200", "text": ["Invented ", {"type": "bold", "text": "words"}],
             "photo": "photos/a.jpg", "unheard_of": 1},
            {**common, "id": 2, "date": "no time", "text": "bad"},
            {**common, "id": 3, "text": "Later words"},
        ],
    }  # fmt: skip


def telegram_page() -> bytes:
    head = '<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">'
    one = (
        '<div class="message default" id="message{n}"><div class="body"><div class="date" title="{at}"></div>'
        f'<div class="from_name">{WRITER}</div><div class="{{kind}}">Invented words</div></div></div>'
    )
    stamps = ("01.01.2024 10:00:00 UTC+03:00", "never", "02.01.2024 10:00:00")
    rows = [
        one.format(n=n, at=at, kind="text unheard_of" if n == 1 else "text") for n, at in enumerate(stamps, start=1)
    ]
    return (head + "".join(rows) + "</div></body></html>").encode()


def tweets() -> list[dict[str, Any]]:
    good = {"id_str": "1050118621198921728", "created_at": "Wed Oct 10 20:19:24 +0000 2018", "full_text": "Invented"}
    user = {"user": {"id_str": "9", "name": WRITER}}
    return [{**good, **user, "unheard_of": 1}, {"id": 5, "created_at": "x", "full_text": "bad"},
            {**good, "id_str": "2", **user}]  # fmt: skip


def feed() -> bytes:
    item = "<item><title>Invented</title><link>https://example.org/1</link><pubDate>{at}</pubDate>{more}</item>"
    rows = (("Mon, 01 Jan 2024 10:00:00 +0300", f"<author>{WRITER}</author><unheard_of/>"), ("never", ""),
            ("Tue, 02 Jan 2024 10:00:00 +0300", ""))  # fmt: skip
    items = "".join(item.format(at=at, more=more) for at, more in rows)
    return f'<?xml version="1.0"?><rss><channel><title>Invented outlet</title>{items}</channel></rss>'.encode()


def mail() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = f"{WRITER} <z@example.org>", "Invented", "<1@example.org>"
    made["Date"], made["Unheard-Of"] = "Mon, 01 Jan 2024 10:00:00 +0300", "1"
    made.set_content("Invented words")
    made.add_attachment(b"invented bytes", maintype="application", subtype="octet-stream", filename="a.bin")
    made.add_attachment(b"", maintype="application", subtype="octet-stream", filename="empty.bin")
    return made.as_bytes()


def auto_archiver(table: bool) -> bytes:
    when = "datetime.datetime(2023, 4, 1, 10, 0, tzinfo=datetime.timezone.utc)"
    if table:
        told = f"{{'url': 'https://example.org', 'timestamp': {when}, 'title': 'Invented', 'unheard_of': 1}}"
        media = "[{'filename': 'a.jpg', 'properties': {'pdq_hash': 'abc'}}]"
        rows = [f'done,"{told}","{media}"', "done,\"__import__('os').getcwd()\",[]"]
        rows.append(f"done,\"{{'title': 'More', 'timestamp': {when}}}\",[]")
        return ("status,metadata,media\n" + "\n".join(rows) + "\n").encode()
    about = {"url": "https://example.org", "timestamp": "2023-04-01T10:00:00+00:00", "title": "Invented"}
    record = {"status": "done", "metadata": {**about, "unheard_of": 1}, "media": []}
    return json.dumps([record, {"status": "x", "metadata": {}, "media": 3}, record]).encode()


def whatsapp() -> bytes:
    lines = (f"[13/02/2024, 10:22:05] {WRITER}: Invented words", f"[31/02/2024, 10:22:05] {WRITER}: bad",
             f"\u200e[14/02/2024, 10:22:05\u202fPM] {WRITER}: \u200e<attached: 1-PHOTO.jpg>")  # fmt: skip
    return "\n".join(lines).encode()


def warc(*, wrong: bool = True, packed: bool = True) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>Invented page</body></html>"
    records = [record(http), record(http, digest="sha1:" + "A" * 32) if wrong else b"", record(http + b"<!-- 2 -->")]
    return b"".join(gzip.compress(one, mtime=0) if packed else one for one in records if one)


def record(block: bytes, digest: str = "") -> bytes:
    stated = digest or "sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/p/\r\nUnheard-Of: 1\r\n"
        f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Block-Digest: {stated}\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def wacz(*, signed_for: str = "") -> bytes:
    inner = warc(wrong=False)
    resources = [{"path": "archive/data.warc.gz", "hash": f"sha256:{hashlib.sha256(inner).hexdigest()}"},
                 {"path": "pages/pages.jsonl", "hash": "sha256:0"}]  # fmt: skip
    listing = json.dumps({"resources": resources}).encode()
    digest: dict[str, Any] = {"hash": f"sha256:{hashlib.sha256(listing).hexdigest()}"}
    if signed_for:
        digest["signedData"] = {"hash": signed_for}
    made = {"archive/data.warc.gz": inner, "pages/pages.jsonl": b"{}", "datapackage.json": listing}
    return zipped({**made, "datapackage-digest.json": json.dumps(digest).encode(), "unheard_of.txt": b"x"})


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 10, 0, 0)), data)
    return made.getvalue()


def tarred(files: dict[str, bytes], link: str = "") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as packed:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(data), 1704103200
            packed.addfile(entry, io.BytesIO(data))
        if link:
            entry = tarfile.TarInfo("link")
            entry.type, entry.linkname = tarfile.SYMTYPE, link
            packed.addfile(entry)
    return made.getvalue()


EXPORTS: dict[str, tuple[str, bytes]] = {
    "telegram_json": ("result.json", json.dumps(telegram()).encode()),
    "telegram_json of an account": ("result.json", json.dumps({"chats": {"list": [telegram()]}}).encode()),
    "telegram_html": ("messages.html", telegram_page()),
    "twitter": ("tweets.js", b"window.YTD.tweets.part0 = " + json.dumps([{"tweet": t} for t in tweets()]).encode()),
    "twitter of the API": ("tweets.json", json.dumps(tweets()).encode()),
    "whatsapp": ("_chat.txt", whatsapp()),
    "auto_archiver": ("db.csv", auto_archiver(table=True)),
    "auto_archiver as JSON": ("metadata.json", auto_archiver(table=False)),
    "feed": ("feed.xml", feed()),
    "mail": ("a.eml", mail()),
    "warc": ("a.warc.gz", warc()),
    "wacz": ("a.wacz", wacz()),
    "zip": ("a.zip", zipped({"a/b.txt": b"Invented", "../out.txt": b"x", "c.txt": b"Invented too"})),
    "tar": ("a.tar", tarred({"a/b.txt": b"Invented"}, link="/etc/passwd")),
}
WITHOUT_UNKNOWN_FIELDS = frozenset({"whatsapp", "zip", "tar"})
"""Their forms have no fields that one could add."""
