"""The link stage as a Django app."""

from django.apps import AppConfig


class LinkConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.record.link"
    label = "link"
