"""Triggers: assessments stay; the final step is never taken by who made the case or assessed the version before."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from tawthiq.safe.append_only import SUPERSEDED_ONCE, append_only

_MADE = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} m WHERE m.thing = {thing} AND NEW.by IN (m.created_by, m.written_by))"  # noqa: S608  fixed names
    for table, thing in (
        ("link_act", "NEW.thing"),
        ("link_violation", "NEW.violation_id"),
        ("link_incident", "NEW.incident_id"),
    )
)
_ASSESSED = (
    "EXISTS (SELECT 1 FROM verify_assessment e WHERE e.thing = NEW.thing AND e.incident_since = NEW.incident_since "
    "AND e.violation_since = NEW.violation_since AND e.act_since = NEW.act_since "
    'AND NEW."by" IN (e."by", e.entered_by))'
)
_CONDITION = f"({_MADE} OR {_ASSESSED})".replace("NEW.by", 'NEW."by"')
_FINAL = "NEW.stage = 'final' AND NEW.origin <> 'register'"
_WORDS = "four eyes: the final step needs another person"

_SQLITE = (
    f"CREATE TRIGGER verify_four_eyes BEFORE INSERT ON verify_assessment WHEN {_FINAL} AND {_CONDITION} "
    f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END",
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION verify_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF {_FINAL} AND {_CONDITION} THEN RAISE EXCEPTION '{_WORDS}'; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER verify_four_eyes BEFORE INSERT ON verify_assessment FOR EACH ROW "
    "EXECUTE FUNCTION verify_four_eyes()",
)


def _install(_apps: Any, editor: Any) -> None:
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


def _remove(_apps: Any, editor: Any) -> None:
    on = " ON verify_assessment" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER IF EXISTS verify_four_eyes{on}")


class Migration(migrations.Migration):
    dependencies = [("verify", "0001_initial"), ("link", "0002_append_only")]

    operations = [
        append_only("verify_assessment", refuse_update_when=SUPERSEDED_ONCE),
        append_only("verify_body", refuse_update_when=SUPERSEDED_ONCE),
        migrations.RunPython(_install, _remove),
    ]
