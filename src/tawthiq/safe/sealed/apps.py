"""The sealed identities as a Django app."""

from django.apps import AppConfig


class SealedConfig(AppConfig):
    """Identities under their own keys, in their own database."""

    name = "tawthiq.safe.sealed"
    label = "sealed"
    verbose_name = "Sealed identities"
