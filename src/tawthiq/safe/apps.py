"""The custody floor as a Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from tawthiq.safe import guard


class SafeConfig(AppConfig):
    """Accounts, ledger; puts the guard on every database connection."""

    name = "tawthiq.safe"
    label = "safe"
    verbose_name = "Custody"

    def ready(self) -> None:
        """Install the guard."""
        connection_created.connect(guard.install, dispatch_uid="tawthiq.guard")
