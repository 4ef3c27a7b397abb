"""Mail: one message saved as `.eml`, its words, its attached files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default
from typing import Any, BinaryIO

from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.moment import Moment, from_mail
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Authors, Part, Problem, Tally, utf8
from tawthiq.record.collect.words_of_html import words_of
from tawthiq.terms.errors import BadInput, UnreadableInput

MAX_MAIL_BYTES = 64 * 1024**2
MAX_PARTS = 1000
_FIRST = re.compile(rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_SURE = re.compile(rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE)
_FROM = re.compile(rb"^(?:From|Subject|Date|To):", re.IGNORECASE | re.MULTILINE)
_HANDLED = frozenset({"from", "date", "subject", "message-id", "in-reply-to", "content-type", "mime-version",
                      "content-transfer-encoding", "content-disposition", "content-id"})  # fmt: skip
_IGNORED = frozenset({"to", "cc", "bcc", "reply-to", "sender", "received", "return-path", "delivered-to", "references",
                      "dkim-signature", "authentication-results", "user-agent", "x-mailer", "thread-topic",
                      "thread-index", "content-language", "importance", "list-id", "list-unsubscribe",
                      "arc-seal", "arc-message-signature", "arc-authentication-results", "received-spf"})  # fmt: skip


class Mail:
    """A saved mail; a mail inside it becomes an item of its own, which is opened in its turn."""

    name = "mail"
    version = 2
    kinds = frozenset({ItemKind.EXPORT})
    media_type = "message/rfc822"

    def recognises(self, head: bytes, name: str) -> bool:
        """By its header lines."""
        found = _FIRST.match(head)
        if found is None or not _FROM.search(found[0]):
            return False
        return bool(_SURE.search(found[0])) or name.casefold().endswith(".eml")

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Subject and body are a post, each attached file an attachment."""
        mail = _read(source)
        tally = Tally(_HANDLED, _IGNORED)
        tally.look({name.casefold(): 1 for name in mail if not name.casefold().startswith("x-")})
        if any(name.casefold().startswith("x-") for name in mail):
            tally.leave("x-*")
        try:
            common = _common(mail)
        except BadInput as error:
            yield Problem(1, error.where or "header", error)
            common = {}
        body = [part for part in _leaves(mail, tally) if not _is_file(part)]
        if words := _words(mail, body):
            yield Part("body", PartRole.POST, utf8(words), name="body.txt", **common)
        for number, part in enumerate((one for one in _leaves(mail, tally) if _is_file(one)), start=1):
            try:
                yield _attached(part, f"body/attachment{number}", common)
            except BadInput as error:
                yield Problem(number, error.where or "attachment", error)
        yield tally.account()


def _read(source: BinaryIO) -> EmailMessage:
    data = source.read(MAX_MAIL_BYTES + 1)
    if len(data) > MAX_MAIL_BYTES:
        raise UnreadableInput(f"more than {MAX_MAIL_BYTES} bytes", do="it is kept whole; take its files out by hand")
    try:
        mail = message_from_bytes(data, policy=default)
    except (MessageError, ValueError, RecursionError) as reason:
        raise UnreadableInput("this is no mail that we can read", do="save it again; it is kept") from reason
    if not isinstance(mail, EmailMessage):
        raise UnreadableInput("this is no mail that we can read", do="save it again; it is kept")
    return mail


def _common(mail: EmailMessage) -> dict[str, Any]:
    """What holds for every part; the writer's name and address stay in the mail."""
    common: dict[str, Any] = {"author": Authors().code(_header(mail, "from"))}
    common["context"] = {"reply": True} if mail["in-reply-to"] else {}
    if told := _header(mail, "date"):
        common["posted_at"] = _when(told)
    return common


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError) as reason:
        raise UnreadableInput("a header line cannot be read", where=name, do="look at the mail") from reason


def _when(told: str) -> Moment:
    try:
        return from_mail(told)
    except BadInput as error:
        error.where = "date"
        raise


def _leaves(part: Message, tally: Tally, depth: int = 0) -> list[Message]:
    """The parts that hold something; a mail in a mail is one, not walked into."""
    if part.get_content_type() == "message/rfc822" and depth:
        return [part]
    if not part.is_multipart():
        return [part]
    if depth > 20:
        tally.signal("parts nested deeper than 20")
        return []
    children = part.get_payload()
    found: list[Message] = []
    for child in children if isinstance(children, list) else []:
        found += _leaves(child, tally, depth + 1) if isinstance(child, Message) else []
        if len(found) > MAX_PARTS:
            tally.signal(f"more than {MAX_PARTS} parts")
            return found[:MAX_PARTS]
    return found


def _is_file(part: Message) -> bool:
    named = part.get_filename() is not None or part.get_content_disposition() == "attachment"
    return named or part.get_content_maintype() != "text"


def _words(mail: EmailMessage, body: list[Message]) -> str:
    plain = [part for part in body if part.get_content_type() == "text/plain"]
    texts = [_text(part) for part in plain] or [words_of(_text(part)) for part in body]
    return "\n\n".join(text.strip() for text in [_header(mail, "subject"), *texts] if text.strip())


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _attached(part: Message, place: str, common: dict[str, Any]) -> Part:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        data = first.as_bytes() if isinstance(first, Message) else b""
        name = "mail.eml"
    else:
        payload = part.get_payload(decode=True)
        data, name = (payload if isinstance(payload, bytes) else b""), part.get_filename() or ""
    if not data:
        raise UnreadableInput("the attachment is empty", where="attachment", do="look at the mail")
    return Part(place, PartRole.ATTACHMENT, data, name=name, **common)
