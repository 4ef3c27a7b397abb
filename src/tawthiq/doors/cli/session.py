"""Session: a home opened for one command, by one account."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.doors.boot import OPERATOR, boot

if TYPE_CHECKING:
    from tawthiq.safe.access import Actor


def open_session(home: Path | None, username: str) -> Actor:
    """Open the home; the actor of `--as`, else of TAWTHIQ_AS, else the operator. Raises NotFound."""
    boot(home)
    from tawthiq.doors.accounts import get_account

    return get_account(username or os.environ.get("TAWTHIQ_AS") or OPERATOR).as_actor()
