"""What every page of the desk knows: the demo banner, the version."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from tawthiq import __version__


def desk(_request: HttpRequest) -> dict[str, object]:
    """Template variables of every page."""
    return {"is_demo": settings.CONFIGURATION.demo, "version": __version__}
