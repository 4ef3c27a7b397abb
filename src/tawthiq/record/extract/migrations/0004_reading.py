"""Where words are filed to find them again, which parts of long texts were read, what models proposed."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from tawthiq.record.extract.doubts.echoes import echo_keys
from tawthiq.safe.append_only import append_only, lift
from tawthiq.safe.guard import working


def _file(apps: Any, _editor: Any) -> None:
    """File the words of the statements that are there already: no record is made, so no Work is needed."""
    echoes, statements = apps.get_model("extract", "EchoRow"), apps.get_model("extract", "StatementRow")
    token = working.set(True)
    try:
        for row in statements.objects.filter(origin="text").iterator():
            keys = echo_keys(row.data["quote"])
            echoes.objects.bulk_create([echoes(key=key, statement_id=row.id) for key in keys])
    finally:
        working.reset(token)


class Migration(migrations.Migration):
    dependencies = [("extract", "0003_writers")]

    operations = [
        migrations.CreateModel(
            name="EchoRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BigIntegerField(db_index=True)),
                ("statement_id", models.CharField(max_length=30)),
            ],
            options={"db_table": "extract_echo"},
        ),
        migrations.CreateModel(
            name="PartRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item_id", models.CharField(max_length=30)),
                ("extractor", models.CharField(max_length=60)),
                ("published_on", models.CharField(blank=True, max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("n_statements", models.PositiveIntegerField()),
                ("since", models.BigIntegerField()),
            ],
            options={
                "db_table": "extract_part",
                "unique_together": {("item_id", "extractor", "published_on", "number")},
            },
        ),
        migrations.CreateModel(
            name="ProposalRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item_id", models.CharField(db_index=True, max_length=30)),
                ("extractor", models.CharField(max_length=60)),
                ("n_let_in", models.PositiveIntegerField()),
                ("rejects", models.JSONField(default=dict)),
                ("prompts", models.JSONField(default=list)),
                ("answers", models.JSONField(default=list)),
                ("since", models.BigIntegerField()),
            ],
            options={"db_table": "extract_proposal"},
        ),
        migrations.RunPython(_file, migrations.RunPython.noop),
        # an earlier form of 0003 made this table anew on SQLite, without its triggers: put on again
        lift("extract_decision"),
        append_only("extract_decision"),
        append_only("extract_part"),
        append_only("extract_proposal"),
    ]
