"""Worker: our end of the child: starts it, asks, listens with a clock, kills it on any fault, starts the next."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from tawthiq.record.collect.sandbox.confine import Limits
from tawthiq.record.collect.sandbox.wire import Broken, Frame, receive, send
from tawthiq.terms import errors
from tawthiq.terms.errors import BadInput, StorageFailed, UnreadableInput
from tawthiq.terms.identity import Json

TASKS_PER_CHILD = 1000
START_S = 60.0
KEPT = "the original is kept; look at it on a machine that holds nothing else"
_SAID_CHARS = 300
_REFUSALS: dict[str, type[BadInput]] = {
    kind.__name__: kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, BadInput)
}  # fmt: skip


class Worker:
    """One child at a time, for one user at a time; begun when first asked."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.walls: tuple[str, ...] = ()
        self._child: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None
        self._n_tasks = 0

    def stream(
        self,
        task: str,
        source: BinaryIO | bytes,
        args: Mapping[str, Json] | None = None,
        *,
        cpu_s: int | None = None,
    ) -> Iterator[Frame]:
        """What the task finds, frame by frame. Raises BadInput as the task says it, UnreadableInput for any fault.

        The child is killed when it falls silent, dies, spends its time, or is left before its end.
        """
        whole = False
        try:
            self._ask(task, source, args or {}, cpu_s or self.limits.cpu_s)
            while (found := self._hear()) is not None:
                yield found
            whole = True
        except BadInput:
            whole = self._child is not None
            raise
        except Broken as reason:
            raise UnreadableInput(f"its decoder was stopped: {self._why(reason)}", do=KEPT) from reason
        finally:
            if not whole:
                self.close()

    def call(self, task: str, source: BinaryIO | bytes, args: Mapping[str, Json] | None = None) -> Frame:
        """The only frame of a task that finds one thing; raises as `stream` does."""
        found = list(self.stream(task, source, args))
        if len(found) != 1:
            raise UnreadableInput("its decoder gave no answer", do=KEPT)
        return found[0]

    def each(
        self, task: str, sources: Iterable[BinaryIO | bytes], args: Mapping[str, Json] | None = None
    ) -> Iterator[Frame | UnreadableInput]:
        """The one frame that the task finds in each source, in order; a source that fails is an answer too.

        The child has the next source in hand while the last answer is used.
        """
        waiting: deque[BinaryIO] = deque()
        try:
            for source in sources:
                self._ask_ahead(task, BytesIO(source) if isinstance(source, bytes) else source, args or {}, waiting)
                if len(waiting) > 1:
                    yield self._answer(task, args or {}, waiting)
            while waiting:
                yield self._answer(task, args or {}, waiting)
        finally:
            if waiting:
                self.close()

    def _ask_ahead(self, task: str, source: BinaryIO, args: Mapping[str, Json], waiting: deque[BinaryIO]) -> None:
        waiting.append(source)
        with contextlib.suppress(Broken):  # a child that is gone is met when its answer is listened for
            self._ask(task, source, args, self.limits.cpu_s, ahead=len(waiting) > 1)

    def _answer(self, task: str, args: Mapping[str, Json], waiting: deque[BinaryIO]) -> Frame | UnreadableInput:
        """The answer for the first that waits; after a fault the next child is asked for the rest."""
        waiting.popleft()
        try:
            found = list(iter(self._hear, None))
            return found[0] if len(found) == 1 else UnreadableInput("its decoder gave no answer", do=KEPT)
        except BadInput as error:
            return UnreadableInput(error.what, where=error.where, do=error.do)
        except Broken as reason:
            fault = UnreadableInput(f"its decoder was stopped: {self._why(reason)}", do=KEPT)
            self.close()
            for source in list(waiting):
                waiting.popleft()
                self._ask_ahead(task, source, args, waiting)
            return fault

    def close(self) -> None:
        """End the child, by its own process id."""
        if self._line is not None:
            self._line.close()
        if self._child is not None:
            self._child.kill()
            self._child.wait()
        self._child, self._line, self._n_tasks = None, None, 0

    def _ask(
        self, task: str, source: BinaryIO | bytes, args: Mapping[str, Json], cpu_s: int, *, ahead: bool = False
    ) -> None:
        line = self._started(recycle=not ahead)
        self._n_tasks += 1
        words = {"task": task, "args": dict(args), "cpu_s": cpu_s}
        if isinstance(source, bytes):
            send(line, Frame(words, source))
            return
        with _as_file(source) as handle:
            send(line, Frame(words), handle)

    def _hear(self) -> Frame | None:
        if self._line is None:
            raise Broken("no child")
        found, _ = receive(self._line)
        if "refused" in found.words:
            raise refusal(found.words["refused"])
        if "fault" in found.words:
            raise UnreadableInput(f"its decoder gave up: {str(found.words['fault'])[:_SAID_CHARS]}", do=KEPT)
        return None if "end" in found.words else found

    def _why(self, reason: Broken) -> str:
        """What ended the child, as far as the kernel says."""
        if self._child is None:
            return str(reason)
        with contextlib.suppress(subprocess.TimeoutExpired):  # it still runs: then it was silence that ended the call
            code = self._child.wait(0.2)
            return {-9: "killed by the system", -24: "out of processor time"}.get(code, f"it ended with {code}")
        return "silent too long" if isinstance(reason.__cause__, TimeoutError) else str(reason)

    def _started(self, *, recycle: bool) -> socket.socket:
        if recycle and self._n_tasks >= TASKS_PER_CHILD:
            self.close()
        if self._line is not None and self._child is not None and self._child.poll() is None:
            return self._line
        self.close()
        ours, theirs = socket.socketpair()
        with theirs:
            self._child = _start(theirs, self.limits)
        self._line = ours
        ours.settimeout(START_S)
        try:
            ready, _ = receive(ours)
        except Broken as reason:
            self.close()
            raise StorageFailed("the decoder's process does not start", do="free memory, then run it again") from reason
        self.walls = tuple(ready.words["ready"])
        ours.settimeout(self.limits.silence_s)
        return ours


def _start(line: socket.socket, limits: Limits) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tawthiq.record.collect.sandbox.child", str(line.fileno())]
    return subprocess.Popen(  # noqa: S603  our own module, by our own interpreter
        [*command, str(limits.memory_bytes)],
        pass_fds=(line.fileno(),),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=_bare_environment(),
        start_new_session=True,
    )


def _bare_environment() -> dict[str, str]:
    """Nothing of ours: no address of a database, no key."""
    return {
        "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
    }


@contextlib.contextmanager
def _as_file(source: BinaryIO) -> Iterator[int]:
    """A handle that the child can read from the beginning on."""
    try:
        handle = source.fileno()
        os.lseek(handle, 0, os.SEEK_SET)
    except (OSError, AttributeError):
        with TemporaryFile() as copied:
            source.seek(0)
            while chunk := source.read(1 << 20):
                copied.write(chunk)
            copied.flush()
            os.lseek(copied.fileno(), 0, os.SEEK_SET)
            yield copied.fileno()
        return
    yield handle


def refusal(said: Mapping[str, Any]) -> BadInput:
    """An error that the child put in words, of a kind that we know, cut to a length."""
    kind = _REFUSALS.get(str(said.get("code")), BadInput)
    what, where, do = (str(said.get(name, ""))[:_SAID_CHARS] for name in ("what", "where", "do"))
    return kind(what, where=where, do=do)
