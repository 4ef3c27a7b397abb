"""The extract stage as a Django app."""

from django.apps import AppConfig


class ExtractConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.record.extract"
    label = "extract"
