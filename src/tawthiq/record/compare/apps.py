"""The compare stage as a Django app."""

from django.apps import AppConfig


class CompareConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.record.compare"
    label = "compare"
