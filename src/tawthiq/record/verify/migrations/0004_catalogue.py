"""The catalogue of incidents: cards, bitmaps of facets, words; filled after migrating, see apps."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

_SQLITE = ("CREATE VIRTUAL TABLE find_text USING fts5(words, tokenize='unicode61 remove_diacritics 0', detail='none')",)
_POSTGRESQL = (
    "CREATE TABLE find_text (number bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX find_text_words ON find_text USING gin (words)",
)


def _install(_apps: Any, editor: Any) -> None:
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


def _remove(_apps: Any, editor: Any) -> None:
    editor.execute("DROP TABLE find_text")


class Migration(migrations.Migration):
    dependencies = [("verify", "0003_second_reader"), ("link", "0006_beside_append_only")]

    operations = [
        migrations.CreateModel(
            name="CardRow",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("thing", models.CharField(max_length=30, unique=True)),
                ("codes", models.JSONField()),
            ],
            options={"db_table": "find_card"},
        ),
        migrations.CreateModel(
            name="FacetRow",
            fields=[
                ("key", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("facet", models.CharField(max_length=12)),
                ("value", models.CharField(max_length=60)),
                ("block", models.PositiveIntegerField()),
                ("bits", models.BinaryField()),
            ],
            options={"db_table": "find_facet"},
        ),
        migrations.RunPython(_install, _remove),
    ]
