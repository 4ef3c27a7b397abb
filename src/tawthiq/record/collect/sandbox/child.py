"""Child: runs one task after another on foreign bytes, behind the walls of `confine`; started by `worker`."""

from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, BinaryIO, TypeAlias

from tawthiq.record.collect.sandbox.confine import confine, grant_cpu
from tawthiq.record.collect.sandbox.wire import Broken, Frame, receive, send
from tawthiq.terms.errors import BadInput

Task: TypeAlias = Callable[[BinaryIO, Mapping[str, Any]], Iterator[Frame]]
"""Reads the source, yields what it finds; raises BadInput for bytes that are not what they should be."""


def main(handle: int, memory_bytes: int) -> None:
    """Serve tasks until the parent hangs up."""
    line = socket.socket(fileno=handle)
    walls = confine(memory_bytes)
    send(line, Frame({"ready": walls}))
    while True:
        try:
            asked, handles = receive(line)
        except Broken:
            return
        _serve(line, asked, handles)


def _serve(line: socket.socket, asked: Frame, handles: list[int]) -> None:
    try:
        with os.fdopen(handles[0], "rb") if handles else io.BytesIO(asked.blob) as source:
            grant_cpu(int(asked.words["cpu_s"]))
            for found in task_called(asked.words["task"])(source, asked.words["args"]):
                send(line, found)
        last = Frame({"end": True})
    except Broken:
        raise
    except BadInput as error:
        last = Frame({"refused": {"code": error.code, "what": error.what, "where": error.where, "do": error.do}})
    except MemoryError:
        last = Frame({"fault": "more memory than a file may ask for"})
    except RecursionError:
        last = Frame({"fault": "nested deeper than a file may be"})
    except Exception as reason:  # noqa: BLE001  the edge of a step: a decoder fed hostile bytes may raise anything
        last = Frame({"fault": type(reason).__name__})
    send(line, last)


def task_called(name: str) -> Task:
    """The task of a dotted name, `module:function`; only our own parent asks."""
    module, _, function = name.partition(":")
    task: Task = getattr(import_module(module), function)
    return task


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
