"""Triggers: what was written stays."""

from django.db import migrations

from tawthiq.safe.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("extract", "0001_initial")]

    operations = [
        append_only("extract_statement"),
        append_only("extract_decision"),
        append_only("extract_outcome"),
    ]
