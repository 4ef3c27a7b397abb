"""The built-in extractors by name."""

from __future__ import annotations

from functools import cache

from tawthiq.record.extract.extractor import Registry
from tawthiq.record.extract.extractors.rules import Rules

DEFAULT = "rules"


def built_in() -> Registry:
    """Every extractor that needs no setting of its own."""
    return Registry({"rules": _rules})


@cache
def _rules() -> Rules:
    """One for the whole process: its index of names takes most of a second to make."""
    return Rules()
