"""The custody floor as a Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models import CharField

from tawthiq.safe import guard
from tawthiq.safe.among import Among


class SafeConfig(AppConfig):
    """Accounts, ledger; puts the guard on every database connection, the lookup `among` on every column of text."""

    name = "tawthiq.safe"
    label = "safe"
    verbose_name = "Custody"

    def ready(self) -> None:
        """Install the guard and the lookup."""
        CharField.register_lookup(Among)
        connection_created.connect(guard.install, dispatch_uid="tawthiq.guard")
