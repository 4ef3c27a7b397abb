"""Picture forms: those that Pillow reads only with a plug-in."""

from __future__ import annotations

from functools import cache
from importlib import import_module


@cache
def know_heic() -> bool:
    """Teach Pillow HEIC where the extra `media` is installed; False where it is not, and HEIC stays undecodable."""
    try:
        import_module("pillow_heif").register_heif_opener()
    except ImportError:
        return False
    return True
