"""Trigger: who added a statement by hand stands behind it too, as who corrected one does."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.db import migrations

_BEFORE = import_module("tawthiq.record.verify.migrations.0003_second_reader")
_ADDED = (
    "substr(t.extractor, 1, 7) = 'person:' AND NOT EXISTS "  # noqa: S608  fixed words
    f"(SELECT 1 FROM extract_decision w WHERE w.replacement = t.id) AND NOT {_BEFORE._TURNED_DOWN}"
)
"""A statement that a person added, no corrected version, and that nobody turned down."""


def _read_by(who: str) -> str:
    added = f't.id = s.statement_id AND {_ADDED} AND substr(t.extractor, 8) {who} NEW."by"'
    return f"({_BEFORE._read_by(who)} OR EXISTS (SELECT 1 FROM extract_statement t WHERE {added}))"  # noqa: S608  fixed words


_ALONE = (
    "EXISTS (SELECT 1 FROM link_support s WHERE s.subject_id IN (NEW.thing, NEW.violation_id) "  # noqa: S608  fixed words
    f"AND {_read_by('=')} AND NOT {_read_by('<>')})"
)
_RULE = f"{_BEFORE._FINAL} AND {_ALONE}"
_SQLITE = (
    f"CREATE TRIGGER verify_second_reader BEFORE INSERT ON verify_assessment WHEN {_RULE} "
    f"BEGIN SELECT RAISE(ABORT, '{_BEFORE._WORDS}'); END",
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION verify_second_reader() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF {_RULE} THEN RAISE EXCEPTION '{_BEFORE._WORDS}'; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER verify_second_reader BEFORE INSERT ON verify_assessment FOR EACH ROW "
    "EXECUTE FUNCTION verify_second_reader()",
)


def _install(apps: Any, editor: Any) -> None:
    _BEFORE._remove(apps, editor)
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


def _restore(apps: Any, editor: Any) -> None:
    _BEFORE._remove(apps, editor)
    _BEFORE._install(apps, editor)


class Migration(migrations.Migration):
    dependencies = [("verify", "0004_catalogue"), ("extract", "0004_reading")]

    operations = [migrations.RunPython(_install, _restore)]
