"""WhatsApp: a chat exported as text, in the spelling of the phone's language."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.json_source import read_text
from tawthiq.record.collect.moment import Moment, local
from tawthiq.record.collect.opener import Asked, DayOrder, Found
from tawthiq.record.collect.part import Authors, Part, Problem, Tally, utf8
from tawthiq.record.collect.plain_text import decode
from tawthiq.terms.errors import BadInput, ImpossibleDate, UnreadableInput

_MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
_SPACES = str.maketrans("\u202f\u00a0،", "  ,")
_AFTERNOON = ("pm", "p.m.", "م", "مساءً", "مساء", "p. m.", "p.m")
_MORNING = ("am", "a.m.", "ص", "صباحًا", "صباحا", "a. m.", "a.m")
_HALF = "|".join(sorted(map(re.escape, (*_AFTERNOON, *_MORNING)), key=len, reverse=True))
_LINE = re.compile(
    r"\[?(?P<a>\d{1,4})[./\-](?P<b>\d{1,2})[./\-](?P<c>\d{2,4}),?(?:\s+à|\s+at)?\s+"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:\s*(?P<half>" + _HALF + r"))?"
    r"(?:\]\s*|\s+[-–]\s+)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ATTACHED = re.compile(r"<(?:attached|pièce jointe|adjunto|مرفق)\s*:\s*(?P<a>[^<>]+)>|"
                       r"^(?P<b>[^\n/\\]+\.\w{2,5})\s+\((?:file attached|fichier joint|archivo adjunto|"
                       r"الملف مرفق|ملف مرفق)\)",
                       re.IGNORECASE)  # fmt: skip
_OMITTED = re.compile(r"^<?(?:media omitted|(?:image|video|audio|sticker|document|gif)\s*omitted|médias omis|"
                      r"multimedia omitido|تم استبعاد الوسائط|الصورة غير مدرجة|الفيديو غير مدرج)>?$",
                      re.IGNORECASE)  # fmt: skip
FIRST_YEAR = 2009
_COLON = ": "
ASK = "say it: --day-first or --month-first"


class WhatsApp:
    """A WhatsApp chat exported as text; where no day is past the 12th, a person says which number is the day."""

    name = "whatsapp"
    version = 3
    kinds = frozenset({ItemKind.EXPORT})
    media_type = "text/vnd.whatsapp.chat"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By its first line: day, hour, a dash or brackets; at least one of the first lines names a writer."""
        try:
            text = decode(_whole_lines(head))
        except UnreadableInput:
            return False
        lines = text.split("\n", 8)[:8]
        first = _line(lines[0])
        return first is not None and any((one := _line(line)) and one.writer is not None for line in lines)

    def parts(self, source: BinaryIO, asked: Asked) -> Iterator[Found]:
        """Each message is a post, each attached file its attachment; BadInput where day and month are unclear."""
        messages = list(_messages(read_text(source)))
        order = _order(messages, asked.day_order)
        tally = Tally(frozenset({"time", "writer", "text", "attached file"}), frozenset())
        authors = Authors()
        for number, message in enumerate(messages, start=1):
            try:
                yield from _parts(message, number, order, authors, tally)
            except BadInput as error:
                yield Problem(number, error.where or "message", error)
        yield tally.account()


@dataclass
class _Message:
    """`numbers`: the three of the date as they stand; `writer`: None where the app speaks; `words`: as written."""

    numbers: tuple[str, str, str]
    clock: tuple[str, str, str | None, str | None]
    writer: str | None
    words: str
    more: list[str] = field(default_factory=list)


def _whole_lines(head: bytes) -> bytes:
    """The first bytes of a file up to the end of a line; in UTF-16 a character is two bytes."""
    end = head.rfind(b"\n") + 1
    return head[: end + end % 2 if head[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else end] or head


def _line(raw: str) -> _Message | None:
    """The message that begins in this line. Its head is read without marks of direction; its words stay as they are."""
    shown = [at for at, char in enumerate(raw) if char not in _MARKS]
    found = _LINE.fullmatch("".join(raw[at] for at in shown).translate(_SPACES))
    if found is None:
        return None
    writer, colon, _ = found["rest"].partition(_COLON)
    head = found.start("rest") + len(writer + colon)
    return _Message(
        (found["a"], found["b"], found["c"]),
        (found["hour"], found["minute"], found["second"], found["half"]),
        writer.strip() if colon else None,
        raw[shown[head - 1] + 1 :],
    )


def _messages(text: str) -> Iterator[_Message]:
    message: _Message | None = None
    for raw in (line.rstrip("\r") for line in text.split("\n")):
        found = _line(raw)
        if found:
            if message:
                yield message
            message = found
        elif message:
            message.more.append(raw)
    if message:
        yield message


def _order(messages: list[_Message], said: DayOrder | None) -> DayOrder | None:
    """Which number is the day: as the file proves it, else as a person said; None where the year comes first.

    Raises BadInput where nobody can know, or where the person and the file disagree.
    """
    two = [(int(m.numbers[0]), int(m.numbers[1])) for m in messages if len(m.numbers[0]) < 3]
    if not two:
        return None
    day_first, month_first = any(a > 12 for a, _ in two), any(b > 12 for _, b in two)
    if day_first and month_first:
        raise BadInput("days and months change places within the file", where="dates", do="export each chat by itself")
    proved = DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST if month_first else None
    if proved and said and proved is not said:
        raise BadInput(f"the file itself shows {proved.value.replace('_', ' ')}", where="dates", do="leave it unsaid")
    if not (proved or said):
        raise BadInput("no day is past the 12th, so day and month cannot be told apart", where="dates", do=ASK)
    return proved or said


def _parts(message: _Message, number: int, order: DayOrder | None, authors: Authors, tally: Tally) -> Iterator[Part]:
    told = _when(message, order)
    if message.writer is None:
        tally.leave("service messages")
        return
    tally.look({"time": 1, "writer": 1})
    place = f"message-{number}"
    common: dict[str, Any] = {"posted_at": told, "author": authors.code(message.writer)}
    text = "\n".join([message.words, *message.more]).strip()
    if found := _ATTACHED.search(text.lstrip(_MARKS)):
        tally.look({"attached file": 1})
        name = (found["a"] or found["b"]).strip()
        yield Part(f"{place}/file", PartRole.ATTACHMENT, beside=name, **common)
        text = (found.string[: found.start()] + found.string[found.end() :]).strip()
    if _OMITTED.match(text.strip(_MARKS)):
        tally.signal("media that the export leaves out")
    elif text:
        tally.look({"text": 1})
        yield Part(place, PartRole.POST, utf8(text), name=f"{place}.txt", **common)


def _when(message: _Message, order: DayOrder | None) -> Moment:
    first, second, third = message.numbers
    if len(first) > 2:
        year, month, day = int(first), int(second), int(third)
    else:
        year = int(third) + (2000 if len(third) == 2 else 0)
        day, month = (int(second), int(first)) if order is DayOrder.MONTH_FIRST else (int(first), int(second))
    if year < FIRST_YEAR:
        what = f"the year {year} is before WhatsApp: the phone counts by another calendar"
        raise ImpossibleDate(what, where="time", do="export it from a phone set to the Gregorian calendar")
    hour, minute, seconds, half = message.clock
    try:
        return local(year, month, day, _hour(int(hour), half), int(minute), int(seconds) if seconds else None)
    except ImpossibleDate as error:
        error.where = "time"
        raise


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ImpossibleDate("an hour past 12 with a half of the day", do="look at the export")
    return hour % 12 + (12 if half.casefold() in _AFTERNOON else 0)
