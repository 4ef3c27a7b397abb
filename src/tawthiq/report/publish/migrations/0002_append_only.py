"""Triggers: what was written stays."""

from django.db import migrations

from tawthiq.safe.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("publish", "0001_initial")]

    operations = [append_only("publish_proposal"), append_only("publish_release"), append_only("publish_restatement")]
