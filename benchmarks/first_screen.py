"""Seconds from a clone to the first useful screen: clone, install, load the demo, serve, open a sign-in link.

    python benchmarks/first_screen.py [REPOSITORY]        (default: the one this file is in; its last commit counts)

Does what `make run` does, on a free port of 127.0.0.1, and stops what it started. The install needs a package index or
a filled cache, as `make run` does. The bar is 120 s on two idle processors; the peer is clone and install alone.
"""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

BAR_S, START_TIMEOUT_S = 120, 900
LINK = re.compile(r"http://127\.0\.0\.1:\d+/enter/[\w:.-]+/")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def first_link(log: Path, server: subprocess.Popen[bytes]) -> str:
    """The first sign-in link that the server prints; raises RuntimeError when it ends before, TimeoutError."""
    end = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < end:
        if found := LINK.search(log.read_text()):
            return found.group()
        if server.poll() is not None:
            raise RuntimeError(f"the server ended: {log.read_text()[-2000:]}")
        time.sleep(0.1)
    raise TimeoutError("no sign-in link was printed")


def open_page(address: str) -> int:
    """The status of the answer to one GET."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def environment() -> dict[str, str]:
    """That of this process, without what would point the new clone at this one."""
    taken = ("PYTHONPATH", "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE")
    return {name: value for name, value in os.environ.items() if name not in taken and not name.startswith("TAWTHIQ_")}


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server with all that it started."""
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def main() -> int:
    """Clone, install, serve, open; print each phase."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    source = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).resolve().parent.parent)
    env, marks = environment(), [time.perf_counter()]
    with tempfile.TemporaryDirectory(prefix="tawthiq-benchmark-") as name:
        clone, log = Path(name) / "tawthiq", Path(name) / "log"
        subprocess.run(["git", "clone", "--quiet", source, str(clone)], check=True)
        marks.append(time.perf_counter())
        subprocess.run(["make", "--silent", ".venv/ready-run"], cwd=clone, check=True, env=env)
        marks.append(time.perf_counter())
        command = [".venv/bin/tawthiq", "demo", "serve", "--port", str(free_port())]
        with log.open("wb") as out:
            server = subprocess.Popen(
                command, cwd=clone, stdout=out, stderr=subprocess.STDOUT, env=env, start_new_session=True
            )
        try:
            address = first_link(log, server)
            marks.append(time.perf_counter())
            status = open_page(address)
            marks.append(time.perf_counter())
        finally:
            stop(server)
    phases = ("git clone", "install", "load the demo, serve", "open a sign-in link")
    for phase, began, ended in zip(phases, marks, marks[1:], strict=False):
        print(f"{phase:24}{ended - began:8.1f} s")
    whole, peer = marks[-1] - marks[0], marks[2] - marks[0]
    print(f"{'clone to first screen':24}{whole:8.1f} s   (bar {BAR_S}; clone and install alone {peer:.1f})")
    print(f"the page answered {status}; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0 if status == http.HTTPStatus.OK and whole <= BAR_S else 1


if __name__ == "__main__":
    raise SystemExit(main())
