"""Sealed fields know the ledger line that signs their cipher."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sealed", "0001_initial")]

    operations = [
        migrations.AddField("sealedfield", "since", models.BigIntegerField(db_default=-1, default=-1)),
    ]
