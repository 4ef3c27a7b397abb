"""Files made to harm whoever opens them; all made here, each small enough to make in a moment."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from email.message import EmailMessage

from PIL import Image

from contracts.exports import tarred, warc, zipped


def png(width: int, height: int, *, data: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = data or zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def photo(form: str = "JPEG") -> bytes:
    made = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(made, form)
    return made.getvalue()


def pdf(kids: str, more: str = "") -> bytes:
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + more + ">>endobj\n"
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count 9999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    ).encode()


def nested_zip(depth: int) -> bytes:
    made = zipped({"words.txt": b"Invented words"})
    for level in range(depth):
        made = zipped({f"level{level}.zip": made})
    return made


def nested_mail(depth: int) -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "a@example.org", "Invented", "<0@example.org>"
    made.set_content("Invented")
    for level in range(depth):
        outer = EmailMessage()
        outer["From"], outer["Subject"], outer["Message-ID"] = "a@example.org", "Invented", f"<{level}@example.org>"
        outer.set_content("Invented")
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


def linked_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        entry = zipfile.ZipInfo("link")
        entry.external_attr = 0o120777 << 16
        packed.writestr(entry, "/etc/passwd")
    return made.getvalue()


def lying_zip() -> bytes:
    """Its directory states a size that its bytes do not have."""
    made = bytearray(zipped({"a.txt": b"Invented words " * 50}))
    at = made.rfind(b"PK\x01\x02")
    made[at + 24 : at + 28] = struct.pack("<I", 5)
    return bytes(made)


BILLION = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss>&b;</rss>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>'
SHEET = {"[Content_Types].xml": OUTSIDE, "_rels/.rels": OUTSIDE, "xl/workbook.xml": OUTSIDE}
FILES: dict[str, bytes] = {
    "bomb.zip": zipped({"zeros.bin": b"\0" * 30_000_000}),
    "nested.zip": nested_zip(8),
    "slip.zip": zipped({"../../out.txt": b"x", "..\\out.txt": b"x"}),
    "absolute.zip": zipped({"/etc/out.txt": b"x", "C:\\out.txt": b"x"}),
    "twins.zip": zipped({"A.txt": b"one", "a.TXT": b"two"}),
    "composed.zip": zipped({"é.txt": b"one", "e\u0301.txt": b"two"}),
    "device.zip": zipped({"CON": b"x", "aux.txt": b"x", "sub/LPT1.log": b"x"}),
    "link.zip": linked_zip(),
    "lying.zip": lying_zip(),
    "broken.zip": zipped({"a.txt": b"Invented words"})[:60],
    "long.zip": zipped({"x" * 60_000 + ".txt": b"x"}),
    "mark.zip": zipped({"photo\u202egpj.exe": b"x", "nul\0name.txt": b"x"}),
    "many.zip": zipped({f"{number}.txt": b"x" for number in range(50)}),
    "link.tar": tarred({"a.txt": b"x"}, link="../../etc/passwd"),
    "slip.tar": tarred({"../out.txt": b"x", "/abs.txt": b"x"}),
    "broken.tar": tarred({"a.bin": b"x" * 4000})[:2000],
    "huge.png": png(100_000, 100_000),
    "wide.png": png(2**31 - 1, 1),
    "bomb.png": png(9_000, 9_000, data=zlib.compress(b"\0" * 20_000_000)),
    "short.png": png(64, 64)[:40],
    "cut.jpg": photo()[: len(photo()) // 3],
    "noise.jpg": photo()[:200] + b"\xff\xd8\xff\xee" * 300,
    "cut.webp": photo("WEBP")[:40],
    "fake.heic": b"\0\0\0\x18ftypheic" + b"\xff" * 500,
    "fake.avif": b"\0\0\0\x18ftypavif" + b"\0" * 500,
    "fake.mp4": b"\0\0\0\x18ftypisom" + b"\xff" * 2000,
    "fake.mkv": b"\x1a\x45\xdf\xa3" + b"\xff" * 2000,
    "fake.wav": b"RIFF\xff\xff\xff\xffWAVEfmt " + b"\xff" * 200,
    "circle.pdf": pdf("2 0 R"),
    "script.pdf": pdf("", "/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "cut.pdf": b"%PDF-1.7\n1 0 obj<</Length 99999999>>stream\n",
    "polyglot.pdf": b"%PDF-1.4\n<html><script>alert(1)</script></html>\n" + zipped({"a.txt": b"x"}),
    "polyglot.jpg": photo() + zipped({"a.txt": b"x"}),
    "script.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "script.html": b"<html><body onload=alert(1)><script>alert(1)</script>Invented</body></html>",
    "deep.html": b"<html>" + b"<div>" * 20_000 + b"Invented",
    "comments.html": b"<!---->" * 2_000 + b"<htm",
    "laughs.xml": BILLION,
    "outside.xml": OUTSIDE,
    "outside.xlsx": zipped(SHEET),
    "deep.eml": nested_mail(100),
    "bad.eml": b"From: a\nMessage-ID: <x>\nSubject: =?utf-8?b?/////?=\nContent-Type: multipart/mixed; boundary=\n\nx",
    "length.warc": warc(packed=False).replace(b"Content-Length: ", b"Content-Length: 9", 1),
    "minus.warc": warc(packed=False).replace(b"Content-Length: ", b"Content-Length: -", 1),
    "cut.warc.gz": warc()[:90],
    "empty.txt": b"",
    "long.csv": b"a,b\n" + b"x" * 3_000_000,
    "deep.json": b'{"name":"x","type":"personal_chat","messages":[' + b"[" * 200_000,
    "cell.csv": b"status,metadata,media\nx," + b"(" * 5_000 + b",[]\n",
    "bytes.bin": bytes(range(256)) * 40,
}
