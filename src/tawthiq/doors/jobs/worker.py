"""Worker: the process that runs queued jobs, taking over those whose worker died."""

from __future__ import annotations

import threading
from pathlib import Path

from tawthiq.doors.boot import boot

RESCUE_EVERY_S = 10.0


def work(home: Path | None = None, *, until_idle: bool = False) -> None:
    """Run jobs until stopped; with `until_idle` until none waits."""
    boot(home)
    from django.core.management import call_command

    from tawthiq.doors.jobs.queue import requeue_silent

    requeue_silent()
    stop = threading.Event()
    rescuer = threading.Thread(target=_rescue, args=(stop,), daemon=True)
    rescuer.start()
    try:
        call_command("db_worker", batch=until_idle, interval=1, startup_delay=False, reload=False, verbosity=0)
    finally:
        stop.set()


def _rescue(stop: threading.Event) -> None:
    from django.db import close_old_connections

    from tawthiq.doors.jobs.queue import requeue_silent

    while not stop.wait(RESCUE_EVERY_S):
        close_old_connections()
        requeue_silent()
