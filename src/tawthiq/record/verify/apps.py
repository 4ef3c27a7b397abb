"""The verify stage as a Django app."""

from django.apps import AppConfig


class VerifyConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.record.verify"
    label = "verify"
