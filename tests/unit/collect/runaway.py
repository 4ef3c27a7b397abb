"""Tasks that a decoder taken over by its input might run."""

from __future__ import annotations

import _socket
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from tawthiq.record.collect.sandbox.wire import Frame


def count(source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    yield Frame({"n": len(source.read())})


def spin(_source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    while True:
        yield from ()


def sleep(_source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    time.sleep(60)
    yield Frame()


def swallow(_source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    yield Frame({"n": len(bytearray(4 * 1024**3))})


def crash(_source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    os.kill(os.getpid(), 11)
    yield Frame()


def dial(_source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    yield Frame({"socket": str(_socket.socket())})


def write(_source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    yield Frame({"n": Path(args["path"]).write_text("x")})


def program(_source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    yield Frame({"code": os.system("true")})
