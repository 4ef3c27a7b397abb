"""Kept pictures in the order in which they were kept, and items by what compared them: read without a scan."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("compare", "0004_film")]

    operations = [
        migrations.AddIndex(
            model_name="lookrow",
            index=models.Index(fields=["version", "refused", "id"], name="compare_look_in_order"),
        ),
        migrations.AddIndex(
            model_name="comparedrow",
            index=models.Index(fields=["version", "item_id"], name="compare_outcome_of_version"),
        ),
    ]
