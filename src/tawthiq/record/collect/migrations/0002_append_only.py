"""Triggers: what was written stays."""

from django.db import migrations

from tawthiq.safe.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("collect", "0001_initial")]

    operations = [
        append_only("collect_item"),
        append_only("collect_receipt"),
        append_only("collect_quarantine"),
    ]
