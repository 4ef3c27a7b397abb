"""Triggers: what was written stays."""

from django.db import migrations

from tawthiq.safe.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("compare", "0001_initial")]

    operations = [
        append_only("compare_copy"),
        append_only("compare_judgement"),
        append_only("compare_outcome"),
    ]
