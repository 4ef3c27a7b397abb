"""The publish stage as a Django app."""

from django.apps import AppConfig


class PublishConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.report.publish"
    label = "publish"
