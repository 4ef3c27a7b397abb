"""Checkpoints and time stamps; what opens a line's commitments lies beside it, and can be erased."""

from django.db import migrations, models

from tawthiq.safe.append_only import ERASED_ONLY, append_only, lift


class Migration(migrations.Migration):
    dependencies = [("safe", "0002_append_only")]

    operations = [
        lift("ledger_line"),
        migrations.AddField("ledgerline", "salt", models.CharField(db_default="", default="", max_length=32)),
        migrations.AddField("ledgerline", "purpose", models.TextField(db_default="", default="")),
        append_only("ledger_line", refuse_update_when=ERASED_ONLY),
        migrations.CreateModel(
            name="CheckpointRow",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("root", models.CharField(max_length=64)),
                ("note", models.TextField()),
                ("vkey", models.CharField(max_length=200)),
                ("frontier", models.JSONField()),
                ("made_at", models.DateTimeField()),
            ],
            options={"db_table": "ledger_checkpoint"},
        ),
        migrations.CreateModel(
            name="StampRequestRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField(db_index=True)),
                ("request", models.BinaryField()),
                ("nonce", models.CharField(max_length=40)),
                ("requested_at", models.DateTimeField()),
            ],
            options={"db_table": "ledger_stamp_request"},
        ),
        migrations.CreateModel(
            name="StampRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField(db_index=True)),
                ("request_id", models.BigIntegerField(unique=True)),
                ("reply", models.BinaryField()),
                ("roots", models.TextField()),
                ("stamped_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField()),
                ("checked_by", models.CharField(max_length=20)),
            ],
            options={"db_table": "ledger_stamp"},
        ),
        append_only("ledger_checkpoint"),
        append_only("ledger_stamp_request"),
        append_only("ledger_stamp"),
    ]
