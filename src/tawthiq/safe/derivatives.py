"""Derivatives: bytes that were made from originals, in a store of their own; the only bytes that may be destroyed."""

from __future__ import annotations

from tawthiq.safe.vault import Vault
from tawthiq.terms.errors import StorageFailed


class Derivatives(Vault):
    """A vault beside the one of the originals: what lies here can be made again from them."""

    def destroy(self, sha256: str) -> bool:
        """Delete bytes; False when they were not there. Raises StorageFailed."""
        try:
            self.path(sha256).unlink()
        except FileNotFoundError:
            return False
        except OSError as reason:
            raise StorageFailed(
                "the disk refused to delete a derivative", where=sha256, do="delete it by hand"
            ) from reason
        return True
