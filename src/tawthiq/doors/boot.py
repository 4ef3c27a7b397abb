"""Boot: opens a home for this process: its folders, its tables, the operator's account."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

OPERATOR = "operator"
"""The account of whoever holds the machine; the command line acts as this one unless told otherwise."""


def choose_home(home: Path | None) -> None:
    """Make `home` the one that settings read; None leaves TAWTHIQ_HOME, else the default."""
    if home is not None:
        os.environ["TAWTHIQ_HOME"] = str(home.expanduser().resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.doors.settings")


def boot(home: Path | None = None) -> None:
    """Start Django for a home; make its tables when they are missing or older than the code."""
    choose_home(home)
    import django

    django.setup()
    _bring_up_to_date()


def _bring_up_to_date() -> None:
    from django.conf import settings
    from django.core.management import call_command

    stamp = settings.CONFIGURATION.home / "schema.stamp"
    wanted = _schema_digest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    for database in ("identities", "default"):
        call_command("migrate", database=database, verbosity=0, interactive=False)
    _make_operator()
    settings.TAWTHIQ_HOME.log_key()
    stamp.write_text(wanted)


def _schema_digest() -> str:
    from django.conf import settings
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    nodes = sorted(".".join(node) for node in MigrationLoader(None).graph.nodes)
    places = [str(connections[name].settings_dict["NAME"]) for name in settings.DATABASES]
    return hashlib.sha256("\n".join([*nodes, *places]).encode()).hexdigest()


def _make_operator() -> None:
    from tawthiq.doors.accounts import make_account
    from tawthiq.safe.access import Role

    make_account(OPERATOR, [role for role in Role if role is not Role.REFERRAL])
