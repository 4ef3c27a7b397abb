"""Telegram Desktop, JSON: messages of one chat, or of every chat of an account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.json_source import list_at, read_json, text_at
from tawthiq.record.collect.moment import Moment, from_epoch, from_iso
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Authors, Part, Problem, Tally, utf8
from tawthiq.terms.errors import BadInput, UnreadableInput
from tawthiq.terms.identity import Json

_CHAT = re.compile(rb'\A\s*\{(?=.{0,2000}"type"\s*:\s*"\w+")(?=.{0,4000}"messages"\s*:\s*\[)', re.DOTALL)
_ACCOUNT = re.compile(rb'\A\s*\{.{0,60000}"(?:chats|left_chats)"\s*:\s*\{.{0,2000}"list"\s*:\s*\[', re.DOTALL)
_NOT_THERE = re.compile(r"\(File (?:not included|unavailable|exceeds|was not).*\)")
_PUBLIC = frozenset({"public_channel", "public_supergroup"})
_FILES = ("photo", "file", "thumbnail")
_CHAT_FIELDS = frozenset({"name", "type", "id", "messages", "about", "chats", "left_chats", "list"})
_HANDLED = frozenset({"id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "from", "from_id", "text",
                      "text_entities", "photo", "file", "file_name", "mime_type", "reply_to_message_id",
                      "forwarded_from", "forwarded_from_id", "author", "thumbnail", "caption"})  # fmt: skip
_IGNORED = frozenset({"photo_file_size", "file_size", "thumbnail_file_size", "width", "height", "duration_seconds",
                      "media_type", "sticker_emoji", "reactions", "via_bot", "media_spoiler",
                      "self_destruct_period_seconds",
                      "reply_to_peer_id", "saved_from", "performer", "title", "inline_bot_buttons"})  # fmt: skip
_ACCOUNT_IGNORED = frozenset({"personal_information", "profile_pictures", "stories", "contacts", "frequent_contacts",
                              "sessions", "web_sessions", "other_data"})  # fmt: skip


class TelegramJson:
    """Telegram Desktop export as JSON (`result.json`), of one chat or of the whole account."""

    name = "telegram_json"
    version = 2
    kinds = frozenset({ItemKind.EXPORT})
    media_type = "application/vnd.telegram.export+json"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By its fields: a chat with messages, or lists of chats."""
        return bool(_CHAT.match(head) or _ACCOUNT.match(head))

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Each message with words is a post, each file of it an attachment."""
        export = read_json(source)
        tally = Tally(_HANDLED | _CHAT_FIELDS, _IGNORED | _ACCOUNT_IGNORED)
        tally.look(export)
        number = 0
        for path, chat in _chats(export):
            tally.look(chat)
            authors = Authors()
            for at, message in enumerate(_list(chat, "messages")):
                number += 1
                try:
                    yield from _message(f"{path}messages[{at}]", chat, message, tally, authors)
                except BadInput as error:
                    yield Problem(number, error.where or "message", error)
        yield tally.account()


def _chats(export: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if "messages" in export:
        yield "", export
    for part in ("chats", "left_chats"):
        chats = export.get(part)
        if isinstance(chats, dict):
            yield from ((f"{part}[{at}].", chat) for at, chat in enumerate(_list(chats, "list")) if _is_object(chat))


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _list(record: Mapping[str, Any], name: str) -> list[Any]:
    found = record.get(name, [])
    if not isinstance(found, list):
        raise UnreadableInput(f"{name} is no list", do="export it again")
    return found


def _message(place: str, chat: Mapping[str, Any], message: object, tally: Tally, authors: Authors) -> Iterator[Part]:
    if not isinstance(message, dict):
        raise UnreadableInput("the message is no object", where="message", do="look at the export")
    if message.get("type") != "message":
        tally.leave("service messages")
        return
    tally.look(message)
    public = text_at(chat, "type") in _PUBLIC
    common: dict[str, Any] = {
        "posted_at": _when(message),
        "publisher": text_at(chat, "name")[:200] if public else "",
        "author": authors.code(message.get("from_id") or message.get("from")),
        "context": _context(message),
    }
    words = _words(message.get("text", ""))
    if words.strip():
        yield Part(place, PartRole.POST, utf8(words), name=f"{place}.txt", **common)
    for name in _FILES:
        if path := text_at(message, name):
            if _NOT_THERE.match(path):
                tally.signal(f"{name} that the export does not hold")
            else:
                yield Part(f"{place}/{name}", PartRole.ATTACHMENT, beside=path, **common)


def _words(text: object) -> str:
    """The text is a string, or a list of strings and of objects with a text."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        raise UnreadableInput("the text is neither words nor a list", where="text", do="look at the export")
    pieces = [piece.get("text") if isinstance(piece, dict) else piece for piece in text]
    if not all(isinstance(piece, str) for piece in pieces):
        raise UnreadableInput("a piece of the text is no text", where="text", do="look at the export")
    return "".join(map(str, pieces))


def _when(message: Mapping[str, Any]) -> Moment:
    """`date` is local time without a zone, so the seconds since 1970 are asked first."""
    if stamp := message.get("date_unixtime"):
        try:
            return from_epoch(stamp)
        except BadInput as error:
            raise _at(error, "date_unixtime") from error
    try:
        return from_iso(text_at(message, "date"))
    except BadInput as error:
        raise _at(error, "date") from error


def _at(error: BadInput, field: str) -> BadInput:
    error.where = field
    return error


def _context(message: Mapping[str, Any]) -> dict[str, Json]:
    kept: dict[str, Json] = {}
    if isinstance(message.get("id"), int):
        kept["message_id"] = message["id"]
    if isinstance(message.get("reply_to_message_id"), int):
        kept["reply_to"] = message["reply_to_message_id"]
    if message.get("forwarded_from") or message.get("forwarded_from_id"):
        kept["forwarded"] = True
    if message.get("edited") or message.get("edited_unixtime"):
        kept["edited"] = True
    links = [piece for piece in list_at(message, "text_entities") if isinstance(piece, dict)]
    urls = [
        str(piece.get("href") or piece.get("text")) for piece in links if piece.get("type") in ("link", "text_link")
    ]
    return {**kept, **({"links": [url[:2000] for url in urls[:50]]} if urls else {})}
