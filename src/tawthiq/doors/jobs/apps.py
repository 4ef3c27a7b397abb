"""The jobs as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Registers the table."""

    name = "tawthiq.doors.jobs"
    label = "jobs"
