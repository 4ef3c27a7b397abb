"""Promises of the child that decodes: whatever it does, we go on, and it reaches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.record.collect.sandbox.confine import Limits
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.record.collect.sandbox.worker import Worker
from tawthiq.terms.errors import UnreadableInput


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker(Limits(cpu_s=1, silence_s=1.5))
    yield made
    made.close()


def task(name: str) -> str:
    return f"unit.collect.runaway:{name}"


def test_it_answers(worker: Worker) -> None:
    assert worker.call(task("count"), b"abc").words == {"n": 3}


@pytest.mark.parametrize("name", ["spin", "sleep", "swallow", "crash", "dial", "program"])
def test_a_runaway_is_stopped_and_the_next_file_is_read(worker: Worker, name: str) -> None:
    with pytest.raises(UnreadableInput):
        worker.call(task(name), b"abc")
    assert worker.call(task("count"), b"abcd").words == {"n": 4}


def test_it_writes_no_file(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        worker.call(task("write"), b"", {"path": str(tmp_path / "out")})
    assert not (tmp_path / "out").exists()


def test_of_many_only_the_bad_one_fails(worker: Worker) -> None:
    answers = list(worker.each(task("count"), [b"a", b"bb", b"ccc"]))
    assert [one.words["n"] for one in answers if isinstance(one, Frame)] == [1, 2, 3]


def test_nothing_of_our_environment_is_in_the_child(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWTHIQ_DATABASE_URL", "postgresql://secret")
    worker.close()
    environ = Path(f"/proc/{_started(worker)}/environ")
    assert b"TAWTHIQ" not in environ.read_bytes()


def _started(worker: Worker) -> int:
    worker.call(task("count"), b"")
    child = worker._child
    assert child is not None
    return child.pid
