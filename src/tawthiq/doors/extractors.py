"""Extractors as the settings allow them: the rules, and a model where somebody has set its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawthiq.doors.configuration import Settings

if TYPE_CHECKING:
    from tawthiq.record.extract.extractor import Registry
    from tawthiq.record.extract.extractors.transport import Endpoint


def known(settings: Settings, *, sensitive: bool) -> Registry:
    """Every extractor by name; a model is refused unless one is set, and beyond this machine unless allowed."""
    from tawthiq.record.extract.extractors.registry import built_in

    return built_in(endpoint_of(settings), sensitive=sensitive)


def endpoint_of(settings: Settings) -> Endpoint | None:
    """Where the model of the settings listens; None while none is set."""
    from tawthiq.record.extract.extractors.transport import Endpoint

    if not (settings.model_url and settings.model_name):
        return None
    return Endpoint(
        settings.model_url,
        settings.model_name,
        settings.model_key,
        settings.model_timeout_s,
        allow_remote=settings.model_allow_remote,
    )
