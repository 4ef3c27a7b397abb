"""Triggers: what was written stays."""

from django.db import migrations

from tawthiq.safe.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("estimate", "0001_initial")]

    operations = [
        append_only("estimate_estimate"),
    ]
