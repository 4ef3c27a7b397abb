"""The doors floor as a Django app."""

from django.apps import AppConfig


class DoorsConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.doors"
    label = "doors"
