"""Serve: the desk's web server with one worker beside it, both on this machine only unless told otherwise."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from types import FrameType

from tawthiq.doors.boot import boot
from tawthiq.terms.errors import Conflict

START_TIMEOUT_S = 240.0
"""A machine that does much else takes minutes to read the code of every page; an idle one some seconds."""


def serve(home: Path | None, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Run until interrupted; `ready` is called with the address once pages are answered. Raises Conflict."""
    boot(home)
    _check_free(host, port)
    _collect_static()
    signal.signal(signal.SIGTERM, _interrupt)
    running = {"web": _start(_web_command(host, port)), "worker": _start(_worker_command())}
    try:
        _wait_for(host, port, running["web"])
        _warm(host, port)
        ready(f"http://{host}:{port}/")
        _tend(running)
    except KeyboardInterrupt:
        pass
    finally:
        for process in running.values():
            _stop(process)


def _tend(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """Stay while the web server lives; a worker that dies is started again, its job goes on."""
    while running["web"].poll() is None:
        if running["worker"].poll() is not None:
            running["worker"] = _start(_worker_command())
        time.sleep(1)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command)  # noqa: S603  # our own interpreter, our own arguments


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _web_command(host: str, port: int) -> list[str]:
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    # Read once, before the workers part: the code of every page takes seconds, which else each worker's first asks pay.
    fixed = ["--preload", "--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning"]
    return [sys.executable, "-m", "gunicorn", "tawthiq.doors.wsgi", "--bind", where, *fixed]


def _worker_command() -> list[str]:
    return [sys.executable, "-m", "tawthiq", "worker"]


def _collect_static() -> None:
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def _check_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if probe.connect_ex((host, port)) == 0:
            raise Conflict(f"port {port} is in use", where=host, do="stop what runs there, or choose --port")


def _wait_for(host: str, port: int, web: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < end and web.poll() is None:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if probe.connect_ex((host, port)) == 0:
                return
        time.sleep(0.1)
    raise Conflict("the web server did not start", where=f"{host}:{port}", do="read the lines above")


def _warm(host: str, port: int) -> None:
    """Ask for the way in once, so that the first person does not wait while a cold worker reads its code."""
    answers = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # nothing is bound here
    asked = HTTPConnection(answers, port, timeout=START_TIMEOUT_S)
    try:
        asked.request("GET", "/accounts/login/", headers={"Host": "127.0.0.1"})
        asked.getresponse().read()
    except OSError:
        return  # it answers connections already; whoever comes first meets what is wrong, in words
    finally:
        asked.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
