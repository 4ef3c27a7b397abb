"""The collect stage as a Django app."""

from django.apps import AppConfig


class CollectConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.record.collect"
    label = "collect"
