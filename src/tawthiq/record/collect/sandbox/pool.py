"""Pool: idle children wait here for the next batch; one is enough until two threads decode at once."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tawthiq.record.collect.sandbox.worker import Worker

MAX_IDLE = 2
_lock = threading.Lock()
_idle: dict[int, list[Worker]] = {}


@contextmanager
def worker() -> Iterator[Worker]:
    """A worker of one's own for a while; its child stays warm for the next user."""
    with _lock:
        waiting = _idle.setdefault(os.getpid(), [])
        mine = waiting.pop() if waiting else Worker()
    try:
        yield mine
    except BaseException:
        mine.close()
        raise
    with _lock:
        keep = len(waiting) < MAX_IDLE
        if keep:
            waiting.append(mine)
    if not keep:
        mine.close()


@atexit.register
def close_all() -> None:
    """End every idle child of this process; those of a process that we forked from are its own."""
    with _lock:
        idle = _idle.pop(os.getpid(), [])
    for one in idle:
        one.close()
