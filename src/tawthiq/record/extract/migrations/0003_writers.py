"""An index to find who wrote a corrected statement."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("extract", "0002_append_only")]

    operations = [
        migrations.AlterField(
            model_name="decisionrow",
            name="replacement",
            field=models.CharField(blank=True, db_index=True, max_length=30),
        ),
    ]
