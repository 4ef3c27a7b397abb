"""Telegram Desktop, HTML: messages of one page of an export (`messages.html`, `messages2.html`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import BinaryIO

from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.json_source import read_text
from tawthiq.record.collect.moment import Finest, Moment, Zone
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Authors, Part, Problem, Tally, utf8
from tawthiq.terms.errors import BadInput, ImpossibleDate, UnreadableInput

_FORM = re.compile(rb'class="page_wrap"|Exported Data</title>')
_STAMP = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d):(\d\d)(?: UTC([+-]\d\d):(\d\d))?")
_VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "source", "wbr"})
_HANDLED = frozenset({"message", "date", "from_name", "text", "media", "joined", "reply_to", "forwarded"})
_IGNORED = frozenset({"userpic", "initials", "pull_left", "pull_right", "body", "clearfix", "default", "details",
                      "title", "status", "fill", "thumb", "video_file", "photo", "description", "bold", "spoiler",
                      "reactions", "reaction", "emoji", "count", "userpics", "signature", "via"})  # fmt: skip


class TelegramHtml:
    """Telegram Desktop export as HTML (`messages.html`); the zone stands in the title of each time."""

    name = "telegram_html"
    version = 1
    kinds = frozenset({ItemKind.EXPORT})
    media_type = "application/vnd.telegram.export+html"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By the frame that Telegram Desktop draws round its pages."""
        return b"<html" in head[:400].lower() and len(_FORM.findall(head[:20000])) > 1

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Each message with words is a post, each linked file an attachment."""
        reader = _Messages()
        reader.feed(read_text(source))
        reader.close()
        tally = Tally(_HANDLED, _IGNORED, reader.classes)
        authors, author = Authors(), ""
        for number, message in enumerate(reader.messages, start=1):
            if message.service:
                tally.leave("service messages")
                continue
            author = author if message.joined else authors.code(message.sender.strip())
            try:
                yield from _parts(message, author, tally)
            except BadInput as error:
                yield Problem(number, error.where or "message", error)
        yield tally.account()


@dataclass
class _Message:
    place: str
    service: bool
    joined: bool
    sender: str = ""
    stamp: str = ""
    text: str = ""
    forwarded: bool = False
    files: list[str] = field(default_factory=list)


def _parts(message: _Message, author: str, tally: Tally) -> Iterator[Part]:
    told = _when(message.stamp)
    context = {"forwarded": True} if message.forwarded else {}
    if message.text.strip():
        words = utf8(message.text.strip())
        yield Part(message.place, PartRole.POST, words, name=f"{message.place}.txt", posted_at=told, author=author,
                   context=context)  # fmt: skip
    for number, path in enumerate(message.files, start=1):
        if re.match(r"[a-z]+:", path, re.IGNORECASE):
            tally.signal("a link in the place of a file")
            continue
        place = f"{message.place}/file{number}"
        yield Part(place, PartRole.ATTACHMENT, beside=path, posted_at=told, author=author, context=context)


def _when(stamp: str) -> Moment:
    """`03.05.2021 14:02:11 UTC+03:00`; older versions write no zone."""
    found = _STAMP.fullmatch(stamp.strip())
    if found is None:
        raise UnreadableInput("the message has no time that we can read", where="date", do="look at the export")
    day, month, year, hour, minute, second = map(int, found.groups()[:6])
    try:
        told = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  the offset is put on below
    except ValueError as reason:
        raise ImpossibleDate("this day does not exist", where="date", do="look at the export") from reason
    if not found[7]:
        return Moment(told.isoformat(), Zone.UNKNOWN, Finest.SECOND)
    offset = timedelta(hours=int(found[7][1:]), minutes=int(found[8])) * (-1 if found[7][0] == "-" else 1)
    if offset > timedelta(hours=14):
        raise ImpossibleDate("there is no such zone", where="date", do="look at the export")
    return Moment(f"{told.isoformat()}{found[7]}:{found[8]}", Zone.STATED, Finest.SECOND)


class _Messages(HTMLParser):
    """Gathers the messages; the page is never rendered."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.messages: list[_Message] = []
        self.classes: set[str] = set()
        self._open: list[tuple[str, frozenset[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        classes = frozenset(said.get("class", "").split())
        if tag == "div" and "message" in classes:
            place = said.get("id") or f"message-{len(self.messages) + 1}"
            self.messages.append(_Message(f"{place[:40]}", "service" in classes, "joined" in classes))
        if self.messages:
            self._note(tag, classes, said)
        if tag not in _VOID:
            self._open.append((tag, classes))
        elif tag == "br" and self._within("text"):
            self.messages[-1].text += "\n"

    def _note(self, tag: str, classes: frozenset[str], said: dict[str, str]) -> None:
        self.classes |= {
            name.split("_wrap")[0] for name in classes if not name.startswith(("media_", "userpic", "video_"))
        }
        message = self.messages[-1]
        if "date" in classes and said.get("title") and not message.stamp:
            message.stamp = said["title"]
        if "forwarded" in classes:
            message.forwarded = True
        linked = tag == "a" and any("wrap" in name or name.startswith("media") for name in classes)
        if linked and said.get("href") and not said["href"].startswith("#"):
            message.files.append(said["href"])

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, _ = self._open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.messages:
            return
        if self._within("from_name") and not self._within("forwarded"):
            self.messages[-1].sender += data
        elif self._within("text"):
            self.messages[-1].text += data

    def _within(self, name: str) -> bool:
        return any(name in classes for _, classes in self._open)
