"""Router: sealed identities live in the database `identities`, everything else in `default`."""

from __future__ import annotations

from django.db.models import Model

LABEL = "sealed"


class IdentityRouter:
    """Keeps the two databases apart."""

    def db_for_read(self, model: type[Model], **_: object) -> str:
        """Where a model's rows are read."""
        return "identities" if model._meta.app_label == LABEL else "default"

    def db_for_write(self, model: type[Model], **_: object) -> str:
        """Where a model's rows are written."""
        return self.db_for_read(model)

    def allow_migrate(self, db: str, app_label: str, **_: object) -> bool:
        """Each table exists in one database only."""
        return (app_label == LABEL) == (db == "identities")
