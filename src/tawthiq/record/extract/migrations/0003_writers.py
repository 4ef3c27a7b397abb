"""An index to find who wrote a corrected statement; added beside the table, whose triggers stay as they are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("extract", "0002_append_only")]

    operations = [
        migrations.AddIndex(
            model_name="decisionrow", index=models.Index(fields=["replacement"], name="extract_written")
        ),
    ]
