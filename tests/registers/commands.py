"""A home on which commands run as at a prompt; one process for many of them, since starting is what costs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from house.source import newcomer

SHELL = Path(__file__).with_name("shell.py")


class Prompt:
    """`run("figure", "build", ...)` gives the JSON document that the command prints."""

    def __init__(self, home: Path, process: subprocess.Popen[str]) -> None:
        self.home = home
        self._process = process
        self.code = 0

    def run(self, *words: str, by: str = "") -> Any:
        """The document; `code` is the exit code then, 0 or 3 (findings); any other fails."""
        assert self._process.stdin is not None and self._process.stdout is not None
        asked = [*words, "--json", "--home", str(self.home), *(["--as", by] if by else [])]
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline())
        self.code = said["code"]
        assert self.code in (0, 3), said
        return json.loads(said["out"])

    def bring(self, name: str, text: str, register: str = "register") -> Any:
        """Import a register given as text."""
        path = self.home.parent / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        return self.run("case", "import", str(path), "--register", register)

    def figure(self, situation: str, period: str, violation: str = "", by: str = "", *more: str) -> Any:
        """A figure, its ids counted rather than listed."""
        asked = ["--situation", situation, "--period", period, "--violation", violation, "--by", by, "--no-ids"]
        return self.run("figure", "build", *asked, *more)


@contextmanager
def prompt(folder: Path) -> Iterator[Prompt]:
    """Commands on an empty home below the folder."""
    env = newcomer() | {"TAWTHIQ_HOME": str(folder / "home")}
    command = [sys.executable, str(SHELL)]
    with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Prompt(folder / "home", process)
        assert process.stdin is not None
        process.stdin.close()
