"""Isolated: the importers as they run in the child, their answers as we read them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from tawthiq.record.collect.importer import Account, FileImporter, Inspected
from tawthiq.record.collect.importers.registry import importer_for, opener_called
from tawthiq.record.collect.item import ItemKind, ItemState, PartRole
from tawthiq.record.collect.moment import moment_from
from tawthiq.record.collect.opener import Asked, DayOrder, Found, Opener
from tawthiq.record.collect.part import Part, Problem
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.record.collect.sandbox.worker import Worker, refusal
from tawthiq.terms.errors import BadInput, UnreadableInput
from tawthiq.terms.identity import Json

OPENING_CPU_S = 300
"""An export of hundreds of thousands of messages takes minutes; silence is still cut short."""

_INSPECT = f"{__name__}:inspect_task"
_OPEN = f"{__name__}:open_task"


def inspect(worker: Worker | None, kind: ItemKind, source: BinaryIO | bytes) -> Inspected:
    """What the reader of a kind finds, worked out in the child; a decoder that had to be stopped is a finding.

    Without a worker only plain text in memory is read: Python alone decodes it, which needs no child.
    """
    if worker is None:
        return _read_here(source if kind is ItemKind.TEXT and isinstance(source, bytes) else b"\xff")
    try:
        return _inspected(worker.call(_INSPECT, source, {"kind": kind.value}))
    except BadInput as finding:
        return Inspected(ItemState.UNDECODABLE, findings=(finding,))


def open_parts(worker: Worker, opener: Opener, source: BinaryIO, asked: Asked) -> Iterator[Found]:
    """What an opener takes out of a file, in the child; raises BadInput where it must give up."""
    args: dict[str, Json] = {"opener": opener.name, "day_order": asked.day_order.value if asked.day_order else None}
    for frame in worker.stream(_OPEN, source, args, cpu_s=OPENING_CPU_S):
        yield _found(frame)


def inspect_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """Runs in the child."""
    importer = importer_for(ItemKind(args["kind"]))
    if importer is None:
        raise UnreadableInput("nothing reads this kind")
    inspected = (
        importer.inspect_source(source) if isinstance(importer, FileImporter) else importer.inspect(source.read())
    )
    yield Frame(
        {
            "state": inspected.state.value,
            "account": _account_words(inspected.account),
            "findings": [_error_words(finding) for finding in inspected.findings],
            "facts": dict(inspected.facts),
        },
        inspected.text.encode("utf-8", "surrogatepass"),
    )


def open_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """Runs in the child."""
    asked = Asked(DayOrder(args["day_order"]) if args["day_order"] else None)
    for found in opener_called(args["opener"]).parts(source, asked):
        match found:
            case Part():
                yield Frame({"part": _part_words(found)}, found.data or b"")
            case Problem():
                yield Frame({"problem": [found.number, found.field, _error_words(found.error)]})
            case Account():
                yield Frame({"account": _account_words(found)})


def _read_here(data: bytes) -> Inspected:
    importer = importer_for(ItemKind.TEXT)
    return importer.inspect(data) if importer else Inspected(ItemState.UNDECODABLE)


def _part_words(part: Part) -> dict[str, Any]:
    return {
        "place": part.place,
        "role": part.role.value,
        "has_data": part.data is not None,
        "beside": part.beside,
        "name": part.name,
        "posted_at": part.posted_at.content() if part.posted_at else None,
        "source_url": part.source_url,
        "publisher": part.publisher,
        "author": part.author,
        "stated_sha256": part.stated_sha256,
        "context": dict(part.context),
    }


def _account_words(account: Account) -> list[list[str]]:
    return [list(account.handled), list(account.ignored), list(account.signalled)]


def _error_words(error: BadInput) -> dict[str, str]:
    return {"code": error.code, "what": error.what, "where": error.where, "do": error.do}


def _found(frame: Frame) -> Found:
    try:
        if "part" in frame.words:
            said = dict(frame.words["part"])
            has_data, told = said.pop("has_data"), said.pop("posted_at")
            said["role"] = PartRole(said["role"])
            return Part(**said, data=frame.blob if has_data else None, posted_at=moment_from(told) if told else None)
        if "problem" in frame.words:
            number, field, error = frame.words["problem"]
            return Problem(max(0, int(number)), str(field)[:60], refusal(error))
        return _account(frame.words["account"])
    except (KeyError, TypeError, ValueError) as reason:
        raise UnreadableInput("its decoder gave an answer that is none") from reason


def _inspected(frame: Frame) -> Inspected:
    try:
        return Inspected(
            ItemState(frame.words["state"]),
            frame.blob.decode("utf-8", "replace"),
            _account(frame.words["account"]),
            tuple(refusal(one) for one in frame.words["findings"]),
            frame.words["facts"],
        )
    except (KeyError, TypeError, ValueError) as reason:
        raise UnreadableInput("its decoder gave an answer that is none") from reason


def _account(lists: Any) -> Account:
    handled, ignored, signalled = (tuple(str(name)[:120] for name in names) for names in lists)
    return Account(handled, ignored, signalled)
