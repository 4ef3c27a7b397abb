"""The count stage as a Django app."""

from django.apps import AppConfig


class CountConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.report.count"
    label = "count"
