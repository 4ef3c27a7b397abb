"""Triggers: what was written beside the case stays."""

from django.db import migrations

from tawthiq.safe.append_only import SUPERSEDED_ONCE, append_only


class Migration(migrations.Migration):
    dependencies = [("link", "0005_beside")]

    operations = [
        append_only("link_consent", refuse_update_when=SUPERSEDED_ONCE),
        append_only("link_response", refuse_update_when=SUPERSEDED_ONCE),
        append_only("link_listing", refuse_update_when=SUPERSEDED_ONCE),
        append_only("link_overlap", refuse_update_when=SUPERSEDED_ONCE),
    ]
