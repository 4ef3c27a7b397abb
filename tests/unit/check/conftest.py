"""The ground touches no disk: its tests need no home of their own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def home() -> None:
    """Stands in for the home that every other test is given."""
