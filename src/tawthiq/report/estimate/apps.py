"""The estimate stage as a Django app."""

from django.apps import AppConfig


class EstimateConfig(AppConfig):
    """Registers the tables."""

    name = "tawthiq.report.estimate"
    label = "estimate"
