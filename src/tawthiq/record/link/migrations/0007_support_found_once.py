from django.db import migrations, models

NAME = "link_support_subject_id_985d2acc"


class Migration(migrations.Migration):
    """The index goes by its name: SQLite would make the table anew for the field, and lose its triggers."""

    dependencies = [
        ("link", "0006_beside_append_only"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField("supportrow", "subject_id", models.CharField(max_length=30)),
            ],
            database_operations=[
                migrations.RunSQL(
                    f"DROP INDEX IF EXISTS {NAME}",
                    f"CREATE INDEX {NAME} ON link_support (subject_id)",
                ),
                migrations.RunSQL(f"DROP INDEX IF EXISTS {NAME}_like", migrations.RunSQL.noop),
            ],
        ),
    ]
