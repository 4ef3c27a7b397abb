"""The optional libraries for pictures and video: there, or an error that says how to get them."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from tawthiq.terms.errors import BadInput


def opencv() -> ModuleType:
    """OpenCV; raises BadInput naming the extra `media`."""
    return _load("cv2", "finding the same scene")


def pyav() -> ModuleType:
    """PyAV, which carries FFmpeg; raises BadInput naming the extra `media`."""
    return _load("av", "comparing videos")


def has_opencv() -> bool:
    """Whether scenes can be compared here; nothing is loaded to find out."""
    return find_spec("cv2") is not None


def has_pyav() -> bool:
    """Whether videos can be compared here."""
    return find_spec("av") is not None


def _load(name: str, purpose: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise BadInput(f"{purpose} needs {name}", do="pip install 'tawthiq[media]'") from error
