"""Trigger: the final step is never taken by who alone confirmed a statement that the case rests on."""

from __future__ import annotations

from typing import Any

from django.db import migrations

_STANDING = (
    "d.statement_id = s.statement_id AND d.verdict = 'confirmed' AND d.since > COALESCE((SELECT MAX(r.since) "
    "FROM extract_decision r WHERE r.statement_id = s.statement_id AND r.verdict <> 'confirmed'), -1)"
)
"""The confirmations since the statement was last turned down."""
_TURNED_DOWN = (
    "EXISTS (SELECT 1 FROM extract_decision r WHERE r.statement_id = s.statement_id AND r.verdict <> 'confirmed')"
)
_WRITTEN = f"w.replacement = s.statement_id AND NOT {_TURNED_DOWN}"


def _read_by(who: str) -> str:
    return (
        f'(EXISTS (SELECT 1 FROM extract_decision d WHERE {_STANDING} AND d."by" {who} NEW."by") '  # noqa: S608  fixed words
        f'OR EXISTS (SELECT 1 FROM extract_decision w WHERE {_WRITTEN} AND w."by" {who} NEW."by"))'
    )


_ALONE = (
    "EXISTS (SELECT 1 FROM link_support s WHERE s.subject_id IN (NEW.thing, NEW.violation_id) "  # noqa: S608  fixed words
    f"AND {_read_by('=')} AND NOT {_read_by('<>')})"
)
_FINAL = "NEW.stage = 'final' AND NEW.origin <> 'register'"
_WORDS = "four eyes: a statement it rests on was confirmed by this person alone"

_SQLITE = (
    f"CREATE TRIGGER verify_second_reader BEFORE INSERT ON verify_assessment WHEN {_FINAL} AND {_ALONE} "
    f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END",
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION verify_second_reader() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF {_FINAL} AND {_ALONE} THEN RAISE EXCEPTION '{_WORDS}'; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER verify_second_reader BEFORE INSERT ON verify_assessment FOR EACH ROW "
    "EXECUTE FUNCTION verify_second_reader()",
)


def _install(_apps: Any, editor: Any) -> None:
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


def _remove(_apps: Any, editor: Any) -> None:
    on = " ON verify_assessment" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER IF EXISTS verify_second_reader{on}")


class Migration(migrations.Migration):
    dependencies = [("verify", "0002_four_eyes"), ("link", "0002_append_only"), ("extract", "0003_writers")]

    operations = [migrations.RunPython(_install, _remove)]
