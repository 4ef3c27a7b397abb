"""Append-only: database triggers that refuse to change or delete what was written.

They stop mistakes, ours and others', at the last door; the Merkle log is what shows tampering by one who owns the
database.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.migrations.operations import RunPython

NEVER = "TRUE"
SUPERSEDED_ONCE = "NOT (OLD.until IS NULL AND NEW.until IS NOT NULL AND NEW.digest = OLD.digest)"
"""Refuse every update but the one that closes a version."""
ERASED_ONLY = (
    "NOT (NEW.seq = OLD.seq AND NEW.thing = OLD.thing AND NEW.event = OLD.event AND NEW.leaf = OLD.leaf "
    "AND NEW.salt = '' AND NEW.purpose = '')"
)
"""Refuse every update of a ledger line but the one that erases what is kept beside it."""


def append_only(table: str, *, refuse_update_when: str = NEVER) -> RunPython:
    """A migration step: no row of the table is deleted, none updated where the condition holds."""
    return RunPython(_install(table, refuse_update_when), _remove(table))


def lift(table: str) -> RunPython:
    """A migration step: take the triggers away, so that the steps behind it may change the table and put others on."""
    return RunPython(_remove(table), RunPython.noop)


def _install(table: str, condition: str) -> Callable[[Any, Any], None]:
    def install(_apps: Any, editor: Any) -> None:
        make = _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE
        for statement in make:
            editor.execute(statement.format(table=table, condition=condition), params=None)

    return install


def _remove(table: str) -> Callable[[Any, Any], None]:
    def remove(_apps: Any, editor: Any) -> None:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for act in ("update", "delete"):
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}{on}")

    return remove


_SQLITE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN {condition} "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION tawthiq_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({condition}) "
    "EXECUTE FUNCTION tawthiq_append_only()",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION tawthiq_append_only()",
)
