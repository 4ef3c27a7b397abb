"""The verify stage as a Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class VerifyConfig(AppConfig):
    """Registers the tables; a record older than its catalogue gets one."""

    name = "tawthiq.record.verify"
    label = "verify"

    def ready(self) -> None:
        """After the tables are made, file what the record held before there was a catalogue."""
        post_migrate.connect(_fill, sender=self, dispatch_uid="tawthiq.catalogue")


def _fill(using: str, **_: Any) -> None:
    from tawthiq.record.verify.models.catalogue_upkeep import fill_if_empty

    if using == "default":
        fill_if_empty()
