"""Resident memory of a process: private pages, which it holds, apart from pages of mapped files."""

from __future__ import annotations

import threading
from pathlib import Path


class Watch:
    """The most that this process held, in MB, of private pages and of mapped files; looked at every 50 ms."""

    def __init__(self) -> None:
        self.peak = {"RssAnon": 0.0, "RssFile": 0.0}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> dict[str, float]:
        """The peaks."""
        self._over.set()
        self._thread.join()
        return self.peak

    def _look(self) -> None:
        while not self._over.wait(0.05):
            for name, mb in resident_mb().items():
                self.peak[name] = max(self.peak[name], mb)


def resident_mb() -> dict[str, float]:
    """Private and mapped pages of this process in memory now."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return {name: int(lines[name].split()[0]) / 1024 for name in ("RssAnon", "RssFile")}
