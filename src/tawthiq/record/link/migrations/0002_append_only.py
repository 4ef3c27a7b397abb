"""Triggers: what was written stays."""

from django.db import migrations

from tawthiq.safe.append_only import SUPERSEDED_ONCE, append_only


class Migration(migrations.Migration):
    dependencies = [("link", "0001_initial")]

    operations = [
        append_only("link_support"),
        append_only("link_incident", refuse_update_when=SUPERSEDED_ONCE),
        append_only("link_violation", refuse_update_when=SUPERSEDED_ONCE),
        append_only("link_act", refuse_update_when=SUPERSEDED_ONCE),
        append_only("link_child", refuse_update_when=SUPERSEDED_ONCE),
        append_only("link_source", refuse_update_when=SUPERSEDED_ONCE),
    ]
