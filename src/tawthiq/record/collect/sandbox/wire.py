"""Wire: the frames that pass between us and the child; JSON beside raw bytes, never a pickle."""

from __future__ import annotations

import json
import socket
import struct
from dataclasses import dataclass, field
from typing import Any

MAX_WORDS_BYTES = 32 * 1024**2
MAX_BLOB_BYTES = 256 * 1024**2
"""A frame beyond these is a fault of the child, which is killed for it."""

CHUNK_BYTES = 1 << 20
_HEAD = struct.Struct("!IQ")


class Broken(Exception):
    """The other side is gone, silent, or no longer keeps to the form."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`words`: a JSON object; `blob`: bytes that go with it."""

    words: dict[str, Any] = field(default_factory=dict)
    blob: bytes = b""


def send(line: socket.socket, frame: Frame, handle: int | None = None) -> None:
    """Write a frame, with an open file beside it; raises Broken."""
    words = json.dumps(frame.words, ensure_ascii=True, separators=(",", ":")).encode()
    head = _HEAD.pack(len(words), len(frame.blob))
    try:
        if handle is None:
            line.sendall(head)
        else:
            socket.send_fds(line, [head], [handle])
        line.sendall(words)
        if frame.blob:
            line.sendall(frame.blob)
    except OSError as reason:
        raise Broken(f"cannot write: {type(reason).__name__}") from reason


def receive(line: socket.socket) -> tuple[Frame, list[int]]:
    """Read a frame and the files that came with it; raises Broken."""
    try:
        head, handles, _flags, _address = socket.recv_fds(line, _HEAD.size, 1)
        head += _exactly(line, _HEAD.size - len(head)) if head else b""
        if len(head) < _HEAD.size:
            raise Broken("the other side is gone")
        n_words, n_blob = _HEAD.unpack(head)
        if n_words > MAX_WORDS_BYTES or n_blob > MAX_BLOB_BYTES:
            raise Broken("a frame larger than any we send")
        words = json.loads(_exactly(line, n_words))
        blob = bytes(_exactly(line, n_blob)) if n_blob else b""
    except (OSError, ValueError, RecursionError) as reason:
        raise Broken(f"cannot read: {type(reason).__name__}") from reason
    if not isinstance(words, dict):
        raise Broken("a frame that is no object")
    return Frame(words, blob), list(handles)


def _exactly(line: socket.socket, n_bytes: int) -> bytearray:
    got = bytearray(n_bytes)
    view = memoryview(got)
    while view:
        n_read = line.recv_into(view)
        if not n_read:
            raise Broken("the other side is gone")
        view = view[n_read:]
    return got
