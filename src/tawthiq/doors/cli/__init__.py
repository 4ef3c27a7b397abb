"""The command line; `main` is what `tawthiq` runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawthiq.doors.cli.run import app as app


def main() -> None:
    """Answer --version at once; else build the commands, and run one."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from tawthiq import __version__

        sys.stdout.write(f"tawthiq {__version__}\n")
        return
    from tawthiq.doors.cli.run import run

    run()


def __getattr__(name: str) -> object:
    if name == "app":
        from tawthiq.doors.cli.run import app

        return app
    raise AttributeError(name)
